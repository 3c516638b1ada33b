import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  averagePopularity,
  catalogueCoverage,
  interListDiversity,
  intraListDistance,
  novelty,
  popularityBands,
  tailShare,
} from './lists.ts'
import { averageOverlap, rbo, rboTopWeight, rbp, rbpNormalised, rbpResidual } from './rank-biased.ts'

const rankings = fc.tuple(
  fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], { minLength: 1 }),
  fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], { minLength: 1 }),
)
const patience = fc.double({ min: 0.05, max: 0.98, noNaN: true })

/** The sum of the definition over many depths, for lists that go on as told. */
const longSum = (a: unknown[], b: unknown[], p: number, depth: number): number => {
  let sum = 0
  for (let d = 1; d <= depth; d++) {
    const seen = new Set(a.slice(0, d))
    const shared = b.slice(0, d).filter((item) => seen.has(item)).length
    sum += (1 - p) * p ** (d - 1) * (shared / d)
  }
  return sum
}

describe('rank-biased overlap', () => {
  it('is symmetric, within its bounds, and 1 for a list with itself', () => {
    fc.assert(
      fc.property(rankings, patience, ([a, b], p) => {
        const overlap = rbo(a, b, p)
        const mirrored = rbo(b, a, p)
        expect(mirrored.extrapolated).toBeCloseTo(overlap.extrapolated, 10)
        expect(mirrored.high).toBeCloseTo(overlap.high, 10)
        expect(overlap.low).toBeGreaterThanOrEqual(overlap.truncated - 1e-12)
        expect(overlap.extrapolated).toBeGreaterThanOrEqual(overlap.low - 1e-9)
        expect(overlap.extrapolated).toBeLessThanOrEqual(overlap.high + 1e-9)
        expect(overlap.high).toBeLessThanOrEqual(1 + 1e-9)
        expect(rbo(a, a, p).extrapolated).toBeCloseTo(1, 10)
        expect(rbo(a, a, p).high).toBeCloseTo(1, 10)
      }),
    )
  })
  it('the lower bound is what two lists have that never agree again', () => {
    fc.assert(
      fc.property(rankings, fc.double({ min: 0.1, max: 0.9, noNaN: true }), ([a, b], p) => {
        const depth = 400
        const longA = [...a, ...Array.from({ length: depth }, (_, i) => `left ${i}`)]
        const longB = [...b, ...Array.from({ length: depth }, (_, i) => `right ${i}`)]
        expect(rbo(a, b, p).low).toBeCloseTo(longSum(longA, longB, p, depth), 9)
      }),
    )
  })
  it('the upper bound is what lists of one length have when each goes on with what the other had', () => {
    fc.assert(
      fc.property(rankings, fc.double({ min: 0.1, max: 0.9, noNaN: true }), ([first, second], p) => {
        const n = Math.min(first.length, second.length)
        const [a, b] = [first.slice(0, n), second.slice(0, n)]
        const rest = Array.from({ length: 400 }, (_, i) => `both ${i}`)
        const longA = [...a, ...b.filter((item) => !a.includes(item)), ...rest]
        const longB = [...b, ...a.filter((item) => !b.includes(item)), ...rest]
        expect(rbo(a, b, p).high).toBeCloseTo(longSum(longA, longB, p, 400), 9)
      }),
    )
  })
  it('patience says how much of the weight lies on top, as adding up position by position does', () => {
    expect(rboTopWeight(10, 0.9)).toBeCloseTo(0.86, 2)
    for (const [depth, p] of [
      [1, 0.5],
      [10, 0.9],
      [50, 0.98],
    ] as const) {
      let weight = 0
      for (let d = 1; d < 5000; d++) weight += ((1 - p) * p ** (d - 1) * Math.min(d, depth)) / d
      expect(rboTopWeight(depth, p)).toBeCloseTo(weight, 9)
    }
  })
  it('refuses a list with an item twice', () => {
    expect(() => rbo(['a', 'a'], ['b'], 0.9)).toThrow('The first list has an item twice.')
    expect(() => rbo(['a'], ['b'], 1)).toThrow('The patience is 1')
  })
  it('average overlap needs no patience; two empty lists are the same list', () => {
    expect(averageOverlap([], [])).toBe(1)
    expect(averageOverlap(['a'], [])).toBe(0)
    expect(averageOverlap(['a', 'b', 'c'], ['b', 'a', 'x'], 2)).toBe(0.5)
  })
})

describe('rank-biased precision', () => {
  it('normalised, the best list of its length has 1', () => {
    expect(rbpNormalised(['a', 'b', 'x'], new Set(['a', 'b']), 0.7)).toBeCloseTo(1, 12)
    expect(rbpNormalised(['x', 'a'], new Set(['a']), 0.5)).toBeCloseTo(0.5, 12)
    expect(rbpNormalised(['x'], new Set(), 0.5)).toBeNaN()
  })
  it('with its residual never exceeds 1', () => {
    fc.assert(
      fc.property(rankings, patience, ([items, relevant], p) => {
        expect(rbp(items, new Set(relevant), p) + rbpResidual(items.length, p)).toBeLessThanOrEqual(1 + 1e-12)
        expect(rbp(items, new Set(items), p)).toBeCloseTo(1 - rbpResidual(items.length, p), 12)
      }),
    )
  })
})

describe('lists', () => {
  it('coverage counts the catalogue, not what lists show beside it', () => {
    expect(
      catalogueCoverage(
        [
          ['x', 'y'],
          ['x', 'q'],
        ],
        new Set(['x', 'y', 'z', 'w']),
      ),
    ).toBe(0.5)
  })
  it('novelty is in bits and finite for an unknown work', () => {
    expect(novelty([8, 1], 8)).toBe(1.5)
    expect(novelty([0], 8)).toBe(4)
    expect(() => novelty([9], 8)).toThrow('userCounts[0] is 9: there are 8 users.')
  })
  it('inter-list diversity agrees with comparing every pair', () => {
    fc.assert(
      fc.property(
        fc.array(fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 1 }), { minLength: 2, maxLength: 6 }),
        (lists) => {
          let cosines = 0
          let pairs = 0
          for (let i = 0; i < lists.length; i++) {
            for (let j = i + 1; j < lists.length; j++) {
              const shared = lists[i]!.filter((item) => lists[j]!.includes(item)).length
              cosines += shared / Math.sqrt(lists[i]!.length * lists[j]!.length)
              pairs++
            }
          }
          expect(interListDiversity(lists)).toBeCloseTo(1 - cosines / pairs, 10)
        },
      ),
    )
  })
  it('distance within a list is a mean over pairs', () => {
    expect(intraListDistance(3, (i, j) => j - i)).toBeCloseTo(4 / 3, 12)
    expect(averagePopularity([1, 3])).toBe(2)
    expect(tailShare([1, 0, 0, 1])).toBe(0.5)
  })
  it('popularity bands cut the cumulative plays; works never played are in the last', () => {
    expect(Array.from(popularityBands([50, 30, 15, 5, 0], [0.5, 0.9]))).toEqual([0, 1, 1, 2, 2])
    expect(Array.from(popularityBands([0, 10], [0.5]))).toEqual([1, 0])
  })
})
