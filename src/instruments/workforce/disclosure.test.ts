import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Link, shownCount, shownRows, shownTogether } from './disclosure.ts'

const counts = (groups: number) =>
  fc.record({
    women: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: groups, maxLength: groups }),
    men: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: groups, maxLength: groups }),
  })

describe('what may be shown', () => {
  it('counts of nobody and of ten and more, to the nearest five', () => {
    expect([0, 1, 9, 10, 12, 13].map(shownCount)).toEqual([0, null, null, 10, 10, 15])
  })

  it('no small cell, no group left alone to be found by subtraction', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }).chain(counts), (table) => {
        const { totals, cells } = shownRows(table)
        table.women.forEach((women, at) => {
          const men = table.men[at]!
          const isSmall = (count: number) => count > 0 && count < 10
          if (isSmall(women) || isSmall(men)) expect(cells[at]).toBe(false)
          if (isSmall(women + men)) expect(totals[at]).toBe(false)
        })
        const filled = table.women.map((women, at) => women + table.men[at]! > 0)
        const hidden = (shown: readonly boolean[]) => shown.filter((is, at) => !is && filled[at]).length
        const open = (shown: readonly boolean[]) => shown.filter((is, at) => is && filled[at]).length
        expect(hidden(totals) === 1 && open(totals) > 0).toBe(false)
      }),
    )
  })

  it('a group of two tables is hidden in both or in none', () => {
    const links: readonly Link[] = [
      ['a', 0, 'b', 2],
      ['a', 1, 'c', 0],
      ['b', 1, 'c', 2],
    ]
    fc.assert(
      fc.property(counts(3), counts(3), counts(3), (a, b, c) => {
        const same = (one: typeof a, at: number, other: typeof a, otherAt: number) => {
          other.women[otherAt] = one.women[at]!
          other.men[otherAt] = one.men[at]!
        }
        same(a, 0, b, 2)
        same(a, 1, c, 0)
        same(b, 1, c, 2)
        const shown = shownTogether({ a, b, c }, links)
        for (const [one, at, other, otherAt] of links) {
          expect(shown[one]!.cells[at]).toBe(shown[other]!.cells[otherAt])
          expect(shown[one]!.totals[at]).toBe(shown[other]!.totals[otherAt])
        }
      }),
    )
  })
})
