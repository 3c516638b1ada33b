import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  brayCurtis,
  hornMorisita,
  jaccard,
  jensenShannonDistance,
  jensenShannonDivergence,
  kullbackLeibler,
  morisita,
  ruzicka,
  sorensen,
  totalVariation,
} from './turnover.ts'

const pair = fc.integer({ min: 1, max: 12 }).chain((n) => {
  const list = fc
    .array(fc.nat(50), { minLength: n, maxLength: n })
    .filter((counts) => counts.some((count) => count > 0))
  return fc.tuple(list, list)
})

const all = {
  brayCurtis,
  hornMorisita,
  jaccard,
  jensenShannonDistance,
  jensenShannonDivergence,
  ruzicka,
  sorensen,
  totalVariation,
}

describe('turnover', () => {
  it.each(Object.entries(all))(
    '%s is symmetric, 0 for the same list, 1 when nothing is shared, and in between otherwise',
    (_, metric) => {
      fc.assert(
        fc.property(pair, ([a, b]) => {
          expect(metric(a, b)).toBeCloseTo(metric(b, a), 12)
          expect(metric(a, a)).toBeCloseTo(0, 7)
          expect(metric(a, b)).toBeGreaterThanOrEqual(-1e-12)
          expect(metric(a, b)).toBeLessThanOrEqual(1 + 1e-12)
          const apart = metric([...a, ...a.map(() => 0)], [...b.map(() => 0), ...b])
          expect(apart).toBeCloseTo(1, 12)
        }),
      )
    },
  )
  it('the values of R vegan 2.6 for a textbook pair', () => {
    const [a, b] = [
      [6, 7, 4],
      [10, 0, 6],
    ]
    expect(brayCurtis(a, b)).toBeCloseTo(13 / 33, 12)
    expect(ruzicka(a, b)).toBeCloseTo(26 / 46, 12)
    expect(jaccard(a, b)).toBeCloseTo(1 / 3, 12)
    expect(sorensen(a, b)).toBeCloseTo(1 / 5, 12)
    expect(hornMorisita(a, b)).toBeCloseTo(1 - (2 * 84) / ((101 / 289 + 136 / 256) * 17 * 16), 12)
    expect(morisita(a, b)).toBeCloseTo(1 - (2 * 84) / ((84 / 272 + 120 / 240) * 17 * 16), 12)
  })
  it('the distance is the root of the divergence, and obeys the triangle inequality', () => {
    fc.assert(
      fc.property(pair, fc.nat(50), ([a, b], more) => {
        const c = a.map((count, i) => count + ((i * 7 + more) % 11))
        expect(jensenShannonDistance(a, b) ** 2).toBeCloseTo(jensenShannonDivergence(a, b), 12)
        fc.pre(c.some((count) => count > 0))
        expect(jensenShannonDistance(a, b)).toBeLessThanOrEqual(
          jensenShannonDistance(a, c) + jensenShannonDistance(c, b) + 1e-9,
        )
      }),
    )
  })
  it('the divergence is in bits: two halves of a coin against one side', () => {
    expect(jensenShannonDivergence([1, 1], [1, 0])).toBeCloseTo(1.5 - 0.75 * Math.log2(3), 12)
    expect(kullbackLeibler([1, 0], [1, 1])).toBeCloseTo(1, 12)
    expect(kullbackLeibler([1, 1], [1, 0])).toBe(Infinity)
  })
  it('lists of unequal length are refused', () => {
    expect(() => brayCurtis([1], [1, 2])).toThrow(
      'The two lists have 1 and 2 entries: they must be of the same length.',
    )
  })
})
