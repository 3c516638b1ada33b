import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localCredit, originCredits } from './co-production.ts'
import { flowBalances, flowMatrix, homeCells, packCredits } from './flows.ts'
import { groupPlaysByUser } from './payouts/plays-by-user.ts'
import { columnTotals } from './uncertainty/cluster-bootstrap.ts'

const origins = fc.array(fc.nat(2), { maxLength: 3 })
const world = fc.record({
  works: fc.array(origins, { minLength: 5, maxLength: 5 }),
  homes: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 4, maxLength: 4 }),
  rows: fc.array(fc.tuple(fc.nat(3), fc.nat(4), fc.nat(20)), { maxLength: 40 }),
  rule: fc.constantFrom('fractional' as const, 'any' as const, 'majority' as const, 'first' as const),
})

describe('flows between groups of users and groups of works', () => {
  it('agree with adding up row by row, in any order', () => {
    fc.assert(
      fc.property(world, ({ works, homes, rows, rule }) => {
        const plays = groupPlaysByUser(
          rows.map(([u]) => u),
          rows.map(([, w]) => w),
          4,
          5,
          rows.map(([, , n]) => n),
        )
        const groups = homes.map((home) => Math.max(0, home))
        const matrix = flowMatrix(
          plays,
          groups,
          3,
          packCredits(
            works.map((of) => originCredits(of, rule)),
            3,
          ),
        )
        const slow = new Float64Array(12)
        for (const [user, work, count] of rows) {
          const credits = originCredits(works[work]!, rule)
          if (credits.size === 0) slow[groups[user]! * 4 + 3]! += count
          for (const [group, credit] of credits) slow[groups[user]! * 4 + group]! += count * credit
        }
        matrix.forEach((value, cell) => expect(value).toBeCloseTo(slow[cell]!, 9))
      }),
    )
  })
  it('local, foreign and unknown plays of each user add up to all of them', () => {
    fc.assert(
      fc.property(world, ({ works, homes, rows }) => {
        const plays = groupPlaysByUser(
          rows.map(([u]) => u),
          rows.map(([, w]) => w),
          4,
          5,
          rows.map(([, , n]) => n),
        )
        const credits = packCredits(
          works.map((of) => originCredits(of, 'fractional')),
          3,
        )
        const data = homeCells(plays, homes, credits)
        const all = rows.reduce((sum, [, , count]) => sum + count, 0)
        expect(columnTotals(data).reduce((sum, total) => sum + total, 0)).toBeCloseTo(all, 9)
        const local = rows.reduce((sum, [user, work, count]) => {
          if (homes[user] === -1 || works[work]!.length === 0) return sum
          return sum + count * localCredit(works[work]!, new Set([homes[user]!]), 'fractional')
        }, 0)
        expect(columnTotals(data)[0]).toBeCloseTo(local, 9)
      }),
    )
  })
  it('what all send is what all receive', () => {
    const balances = flowBalances([5, 1, 0, 9, 3, 4, 0, 9, 2, 2, 7, 9], 3, 4)
    expect(balances[0]).toEqual({ sent: 5, received: 1, own: 5, balance: 4 / 6 })
    const total = (key: 'sent' | 'received') => balances.reduce((sum, balance) => sum + balance[key], 0)
    expect(total('sent')).toBe(total('received'))
    expect(() => flowBalances([1, 2, 3], 2)).toThrow('The matrix has 3 entries: 2 rows of 2 were expected.')
  })
  it('refuses codes out of range', () => {
    const plays = groupPlaysByUser([0], [0], 1, 1)
    const credits = packCredits([new Map([[0, 1]])], 1)
    expect(() => flowMatrix(plays, [4], 2, credits)).toThrow('userGroups[0] is 4: there are 2 groups of users.')
    expect(() => flowMatrix(plays, [], 2, credits)).toThrow('There are 0 groups of users for 1 users.')
    expect(() => packCredits([new Map([[3, 1]])], 1)).toThrow('Work 0 credits 1 to group 3')
  })
})
