import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnTotals } from '../uncertainty/cluster-bootstrap.ts'
import { artistCentric, thresholded } from './artist-centric.ts'
import { distribute, distributePart, joinDistribution, prepareDistribution } from './distribution.ts'
import { bothPayouts, type FeesWithoutPlays, mixture, type Payout, proRata, userCentric } from './payout.ts'
import { groupPayout, payoutCells } from './payout-cells.ts'
import { groupPlaysByUser, type PlaysByUser, payeeTotals } from './plays-by-user.ts'

const withoutRules: FeesWithoutPlays[] = ['by-plays', 'by-model', 'kept-aside']

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0)

const expectReconciled = ({ pool, amounts, keptAside, quotas }: Payout): void => {
  expect(sum(amounts) + keptAside).toBe(pool)
  amounts.forEach((amount, payee) => {
    expect(Number.isInteger(amount) && amount >= 0).toBe(true)
    expect(Math.abs(amount - quotas[payee]!)).toBeLessThan(1 + 1e-6)
  })
}

interface World {
  readonly users: number[]
  readonly payees: number[]
  readonly plays: number[]
  readonly userCount: number
  readonly payeeCount: number
  readonly fees: number[]
}

const world = fc.integer({ min: 1, max: 8 }).chain((userCount) =>
  fc.integer({ min: 1, max: 6 }).chain((payeeCount) =>
    fc
      .record({
        rows: fc.array(
          fc.tuple(
            fc.nat(userCount - 1),
            fc.nat(payeeCount - 1),
            fc.oneof(fc.nat(5), fc.nat(2000), fc.constant(1_000_000_000)),
          ),
          { maxLength: 30 },
        ),
        fees: fc.array(fc.oneof(fc.nat(3), fc.nat(1999), fc.constant(99_999_999)), {
          minLength: userCount,
          maxLength: userCount,
        }),
      })
      .map(
        ({ rows, fees }): World => ({
          users: rows.map(([user]) => user),
          payees: rows.map(([, payee]) => payee),
          plays: rows.map(([, , plays]) => plays),
          userCount,
          payeeCount,
          fees,
        }),
      ),
  ),
)

const grouped = (w: World): PlaysByUser => groupPlaysByUser(w.users, w.payees, w.userCount, w.payeeCount, w.plays)

/** The obvious user-centric way, in fractions of whole numbers: one numerator per payee over one common denominator. */
const exactUserCentric = (w: World): number[] => {
  const totals = Array.from({ length: w.userCount }, (_, user) =>
    w.plays.reduce((total, plays, row) => (w.users[row] === user ? total + BigInt(plays) : total), 0n),
  )
  const denominator = totals.reduce((product, total) => (total > 0n ? product * total : product), 1n)
  const numerators = Array.from({ length: w.payeeCount }, () => 0n)
  w.plays.forEach((plays, row) => {
    const user = w.users[row]!
    if (plays === 0) return
    numerators[w.payees[row]!]! += (BigInt(w.fees[user]!) * BigInt(plays) * denominator) / totals[user]!
  })
  return numerators.map((numerator) => Number((numerator * 1_000_000_000_000n) / denominator) / 1e12)
}

describe('payouts reconcile to the last minor unit', () => {
  it('under ten thousand random configurations of every model', () => {
    const settings = fc.record({
      w: world,
      without: fc.constantFrom(...withoutRules),
      lambda: fc.double({ min: 0, max: 1, noNaN: true }),
      minPlays: fc.nat(2000),
      minListeners: fc.nat(4),
      factor: fc.double({ min: 1, max: 10, noNaN: true }),
      cap: fc.option(fc.integer({ min: 1, max: 3000 })),
      measured: fc.constantFrom('before-boosts' as const, 'after-boosts' as const),
      noisy: fc.nat(5),
    })
    fc.assert(
      fc.property(settings, ({ w, without, lambda, minPlays, minListeners, factor, cap, measured, noisy }) => {
        const plays = grouped(w)
        expectReconciled(proRata(plays, w.fees, without))
        expectReconciled(userCentric(plays, w.fees, without))
        expectReconciled(mixture(plays, w.fees, lambda, without))
        expectReconciled(thresholded(plays, w.fees, { minPlays, minListeners, lambda, without }))
        const rule = {
          noise: Array.from({ length: w.payeeCount }, (_, payee) => (payee === noisy ? 1 : 0)),
          activity: { minPlays, minListeners, factor },
          engagement: { activePlays: plays.plays.map((count) => Math.floor(count / 2)), factor },
          ...(cap === null ? {} : { cap: { plays: cap, measured } }),
          lambda,
          without,
        }
        const payout = artistCentric(plays, w.fees, rule)
        expectReconciled(payout)
        if (noisy < w.payeeCount) expect(payout.amounts[noisy]).toBe(0)
      }),
      { numRuns: 10_000 },
    )
  })
})

describe('user-centric and pro-rata', () => {
  it('agree with a slow computation in fractions of whole numbers', () => {
    fc.assert(
      fc.property(world, (w) => {
        const { quotas } = userCentric(grouped(w), w.fees, 'kept-aside')
        exactUserCentric(w).forEach((quota, payee) => {
          expect(Math.abs(quotas[payee]! - quota)).toBeLessThan(1e-12 + 1e-15 * quota)
        })
      }),
    )
  })

  it('do not depend on the order of rows, to the last digit', () => {
    fc.assert(
      fc.property(
        world.chain((w) =>
          fc.tuple(fc.constant(w), fc.shuffledSubarray([...w.plays.keys()], { minLength: w.plays.length })),
        ),
        ([w, order]) => {
          const shuffled = {
            ...w,
            users: order.map((row) => w.users[row]!),
            payees: order.map((row) => w.payees[row]!),
            plays: order.map((row) => w.plays[row]!),
          }
          expect(bothPayouts(grouped(shuffled), w.fees)).toEqual(bothPayouts(grouped(w), w.fees))
        },
      ),
    )
  })

  it('money by group follows from sums per user, and adds up to what the payees of the group get', () => {
    fc.assert(
      fc.property(world, fc.integer({ min: 1, max: 3 }), (w, clusters) => {
        const plays = grouped(w)
        fc.pre(w.plays.some((count) => count > 0))
        const groups = Array.from({ length: w.payeeCount }, (_, payee) => payee % 2)
        const both = bothPayouts(plays, w.fees)
        for (const merged of [undefined, { count: clusters, seed: 1 }]) {
          const totals = columnTotals(payoutCells(plays, w.fees, groups, 2, merged))
          for (const group of [0, 1]) {
            const ofGroup = (quotas: Float64Array) => sum(quotas.filter((_, payee) => groups[payee] === group))
            const { proRata: shared, userCentric: own } = groupPayout(totals, 2, group)
            expect(Math.abs(shared - ofGroup(both.proRata.quotas))).toBeLessThan(1e-6)
            expect(Math.abs(own - ofGroup(both.userCentric.quotas))).toBeLessThan(1e-6)
          }
        }
      }),
    )
  })

  it('users shared among workers give the same numbers to the last digit', () => {
    fc.assert(
      fc.property(world, fc.nat(8), (w, cut) => {
        const plays = grouped(w)
        const preparation = prepareDistribution(plays, w.fees)
        const middle = Math.min(cut, w.userCount)
        const parts = [
          distributePart(plays, w.fees, {}, preparation, [0, middle]),
          distributePart(plays, w.fees, {}, preparation, [middle, w.userCount]),
        ]
        expect(joinDistribution(parts, preparation.pool)).toEqual(distribute(plays, w.fees))
      }),
    )
  })

  it('a row split in two pays the same', () => {
    fc.assert(
      fc.property(world, (w) => {
        const halves = w.plays.map((plays) => Math.floor(plays / 2))
        const split = {
          ...w,
          users: [...w.users, ...w.users],
          payees: [...w.payees, ...w.payees],
          plays: [...halves, ...w.plays.map((plays, row) => plays - halves[row]!)],
        }
        const [one, other] = [bothPayouts(grouped(w), w.fees), bothPayouts(grouped(split), w.fees)]
        expect(other.proRata).toEqual(one.proRata)
        other.userCentric.quotas.forEach((quota, payee) => {
          expect(Math.abs(quota - one.userCentric.quotas[payee]!)).toBeLessThan(1e-14 * quota + 1e-15)
        })
      }),
    )
  })

  it('one pass for both gives what each gives alone', () => {
    fc.assert(
      fc.property(world, fc.constantFrom(...withoutRules), (w, without) => {
        const plays = grouped(w)
        expect(bothPayouts(plays, w.fees, without)).toEqual({
          proRata: proRata(plays, w.fees, without),
          userCentric: userCentric(plays, w.fees, without),
        })
      }),
    )
  })

  it('are the ends of the mixture', () => {
    fc.assert(
      fc.property(world, (w) => {
        const plays = grouped(w)
        expect(mixture(plays, w.fees, 1)).toEqual(proRata(plays, w.fees))
        expect(mixture(plays, w.fees, 0)).toEqual(userCentric(plays, w.fees))
      }),
    )
  })
})

describe('who is paid what', () => {
  const plays = groupPlaysByUser([0, 0, 1, 2], [0, 1, 1, 2], 4, 3, [98, 2, 1, 99])
  const fees = [1000, 1000, 1000, 1000]

  it('pro-rata follows all plays, user-centric each fee', () => {
    expect(Array.from(proRata(plays, fees, 'kept-aside').amounts)).toEqual([1470, 45, 1485])
    expect(Array.from(userCentric(plays, fees, 'kept-aside').amounts)).toEqual([980, 1020, 1000])
  })

  it('the fee of a user without plays goes where the stated rule says', () => {
    expect(userCentric(plays, fees, 'kept-aside')).toMatchObject({ keptAside: 1000, usersWithoutPlays: 1, pool: 4000 })
    expect(Array.from(userCentric(plays, fees, 'by-plays').amounts)).toEqual([1470, 1035, 1495])
    expect(Array.from(userCentric(plays, fees, 'by-model').amounts)).toEqual([1307, 1360, 1333])
    expect(Array.from(proRata(plays, fees).amounts)).toEqual([1960, 60, 1980])
  })

  it('a threshold moves what small works would have had to the others', () => {
    const payout = thresholded(plays, fees, { minPlays: 50, minListeners: 1, without: 'kept-aside' })
    expect(Array.from(payout.amounts)).toEqual([995, 0, 1005])
    expect(payout.usersWithoutPlays).toBe(2)
  })

  it('a cap stops one heavy user from weighing more than others', () => {
    const capped = artistCentric(plays, fees, { cap: { plays: 50, measured: 'before-boosts' }, without: 'kept-aside' })
    expect(Array.from(capped.amounts)).toEqual([1456, 59, 1485])
  })

  it('an activity boost counts only with plays and listeners', () => {
    const boosted = artistCentric(plays, fees, {
      activity: { minPlays: 3, minListeners: 2, factor: 2 },
      without: 'kept-aside',
    })
    expect(Array.from(boosted.quotas, (quota) => Math.round(quota * 203))).toEqual([98 * 3000, 6 * 3000, 99 * 3000])
  })

  it('listeners are different users, however many rows they come in', () => {
    const repeated = groupPlaysByUser([0, 0, 1, 1], [0, 0, 0, 1], 2, 2, [1, 1, 1, 0])
    expect(payeeTotals(repeated)).toEqual({ plays: Float64Array.of(3, 0), listeners: Uint32Array.of(2, 0) })
  })

  it('when nobody played anything, everything is kept aside', () => {
    const silence = groupPlaysByUser([], [], 2, 2)
    expect(proRata(silence, [5, 5])).toMatchObject({ keptAside: 10, pool: 10 })
  })
})

describe('bad input is refused with a sentence', () => {
  it.each([
    ['negative plays', () => groupPlaysByUser([0], [0], 1, 1, [-1]), 'plays[0] is -1'],
    ['half a play', () => groupPlaysByUser([0], [0], 1, 1, [0.5]), 'whole counts'],
    ['missing plays', () => groupPlaysByUser([0], [0], 1, 1, [Number.NaN]), 'plays[0] is NaN'],
    ['an unknown payee', () => groupPlaysByUser([0], [3], 1, 1), 'payees[0] is 3: there are 1 payees.'],
    ['an unknown user', () => groupPlaysByUser([2], [0], 1, 1), 'users[0] is 2: there are 1 users.'],
    ['a fee of half a cent', () => proRata(groupPlaysByUser([0], [0], 1, 1), [0.5]), 'whole minor units'],
    ['a fee too few', () => proRata(groupPlaysByUser([0], [0], 1, 1), []), 'There are 0 fees for 1 users.'],
    ['a share of 2', () => mixture(groupPlaysByUser([0], [0], 1, 1), [1], 2), 'λ is 2'],
  ] as const)('%s', (_, act, sentence) => {
    expect(act).toThrow(sentence)
    expect(act).toThrow(RangeError)
  })
})
