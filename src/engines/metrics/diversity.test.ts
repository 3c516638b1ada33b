import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { goodTuringCoverage, hillAtCoverage, hillAtSize, rarefiedRichness, sampleCoverage } from './coverage.ts'
import { pielou } from './evenness.ts'
import { digamma, harmonicDifference, logGamma } from './gamma.ts'
import {
  gini,
  giniInPlace,
  giniOfFrequencies,
  giniSampleCorrected,
  lorenz,
  topFractionShare,
  topShare,
} from './gini.ts'
import { hill, renyi, richness, shannon, tsallis } from './hill.ts'
import { alphaBetaGamma } from './partition.ts'
import { rao, raoEffectiveNumber, raoStirling, scaleToUnit, traitDistances } from './rao.ts'
import { raoMaximum } from './rao-maximum.ts'
import { giniSimpson, hhi, strongDominance } from './simpson.ts'
import { chao1, chaoShannon } from './unseen.ts'

const amounts = fc.array(fc.oneof(fc.nat(20), fc.double({ min: 1e-6, max: 1e6, noNaN: true })), {
  minLength: 1,
  maxLength: 30,
})
const positive = amounts.filter((list) => list.some((amount) => amount > 1e-3))
const wholeCounts = fc
  .array(fc.nat(12), { minLength: 1, maxLength: 15 })
  .filter((list) => list.some((count) => count > 0))
const order = fc.oneof(fc.constantFrom(0, 0.5, 1, 2, 3, Infinity), fc.double({ min: 0, max: 50, noNaN: true }))
const relative = (a: number, b: number) => Math.abs(a - b) / Math.max(1e-300, Math.abs(a), Math.abs(b))

describe('Hill numbers', () => {
  it('do not depend on the order of rows, nor on the unit', () => {
    fc.assert(
      fc.property(positive, order, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (list, q, unit) => {
        expect(relative(hill([...list].reverse(), q), hill(list, q))).toBeLessThan(1e-9)
        expect(
          relative(
            hill(
              list.map((amount) => amount * unit),
              q,
            ),
            hill(list, q),
          ),
        ).toBeLessThan(1e-9)
      }),
    )
  })
  it('lie between 1 and richness and fall as q rises', () => {
    fc.assert(
      fc.property(positive, order, order, (list, q, r) => {
        const [low, high] = [hill(list, Math.max(q, r)), hill(list, Math.min(q, r))]
        expect(low).toBeLessThanOrEqual(high * (1 + 1e-9))
        expect(low).toBeGreaterThanOrEqual(1 - 1e-9)
        expect(high).toBeLessThanOrEqual(richness(list) * (1 + 1e-9))
      }),
    )
  })
  it('replication principle: m copies without shared kinds have m times the diversity', () => {
    fc.assert(
      fc.property(positive, order, fc.integer({ min: 2, max: 5 }), (list, q, copies) => {
        const pooled = Array.from({ length: copies }, () => list).flat()
        expect(relative(hill(pooled, q), copies * hill(list, q))).toBeLessThan(1e-9)
      }),
    )
  })
  it('agree with the formula written out, and pass smoothly through q = 1', () => {
    fc.assert(
      fc.property(positive, fc.double({ min: 0.1, max: 5, noNaN: true }), (list, q) => {
        fc.pre(Math.abs(q - 1) > 0.02)
        const total = list.reduce((sum, amount) => sum + amount, 0)
        const power = list.filter((amount) => amount > 0).reduce((sum, amount) => sum + (amount / total) ** q, 0)
        expect(relative(hill(list, q), power ** (1 / (1 - q)))).toBeLessThan(1e-9)
        for (const near of [1 - 1e-9, 1 + 1e-9, 1 - 1e-12])
          expect(relative(hill(list, near), hill(list, 1))).toBeLessThan(1e-6)
        for (const edge of [0.99, 1.01])
          expect(relative(hill(list, edge - 1e-12), hill(list, edge + 1e-12))).toBeLessThan(1e-8)
      }),
    )
  })
  it('very high orders neither overflow nor vanish', () => {
    expect(hill([1, 1, 1e-6], 5000)).toBeCloseTo(2, 2)
    expect(
      hill(
        Array.from({ length: 1000 }, () => 1),
        400,
      ),
    ).toBeCloseTo(1000, 6)
  })
  it('are tied to the entropies', () => {
    fc.assert(
      fc.property(positive, (list) => {
        expect(renyi(list, 2)).toBeCloseTo(Math.log(hill(list, 2)), 9)
        expect(tsallis(list, 2)).toBeCloseTo(giniSimpson(list), 9)
        expect(tsallis(list, 1)).toBeCloseTo(shannon(list), 9)
        expect(1 / hhi(list)).toBeCloseTo(hill(list, 2), 6)
        if (richness(list) > 1) expect(pielou(list)).toBeLessThanOrEqual(1 + 1e-12)
        expect(strongDominance(list)).toBeGreaterThanOrEqual(0)
      }),
    )
  })
  it('splitting a kind in equal halves cannot lower diversity, merging halves restores it', () => {
    fc.assert(
      fc.property(positive, order, (list, q) => {
        const halves = list.flatMap((amount) => [amount / 2, amount / 2])
        expect(hill(halves, q)).toBeGreaterThanOrEqual(hill(list, q) * (1 - 1e-9))
        const merged = list.map((_, i) => halves[2 * i]! + halves[2 * i + 1]!)
        expect(hill(merged, q)).toBe(hill(list, q))
      }),
    )
  })
  it('refuses nonsense with a sentence and gives NaN for nothing', () => {
    expect(() => hill([1, -1], 1)).toThrow('counts[1] is -1: it must be a finite number, zero or more.')
    expect(() => hill([1, Number.NaN], 1)).toThrow('counts[1] is NaN')
    expect(() => hill([1], -1)).toThrow('The order q is -1')
    expect(() => shannon([1], 1)).toThrow('The base of the logarithm is 1')
    expect(hill([0, 0], 1)).toBeNaN()
    expect(hill([], 0)).toBe(0)
  })
})

describe('Gini coefficient', () => {
  it('is half the mean absolute difference over the mean, in any order and unit', () => {
    fc.assert(
      fc.property(positive, (list) => {
        const total = list.reduce((sum, amount) => sum + amount, 0)
        const differences = list.reduce((sum, a) => sum + list.reduce((inner, b) => inner + Math.abs(a - b), 0), 0)
        expect(gini(list)).toBeCloseTo(differences / (2 * list.length * total), 9)
        expect(gini([...list].reverse())).toBeCloseTo(gini(list), 12)
        expect(giniInPlace(Float64Array.from(list))).toBeCloseTo(gini(list), 12)
      }),
    )
  })
  it('every copy of the same population leaves it as it is; the corrected form changes', () => {
    fc.assert(
      fc.property(positive, (list) => {
        fc.pre(list.length > 1)
        expect(gini([...list, ...list])).toBeCloseTo(gini(list), 9)
        expect(giniSampleCorrected(list)).toBeCloseTo((gini(list) * list.length) / (list.length - 1), 12)
      }),
    )
  })
  it('of a table of frequencies is that of the list written out', () => {
    fc.assert(
      fc.property(wholeCounts, (plays) => {
        const frequency = new Uint32Array(13)
        for (const count of plays) frequency[count]! += 1
        expect(giniOfFrequencies(frequency)).toBeCloseTo(gini(plays), 12)
      }),
    )
  })
  it('works never played belong in it', () => {
    expect(gini([1, 1])).toBe(0)
    expect(gini([1, 1, 0, 0])).toBeCloseTo(0.5, 12)
    expect(gini([0, 0])).toBeNaN()
  })
  it('is the area between the Lorenz curve and the diagonal, and the top is what the curve leaves', () => {
    fc.assert(
      fc.property(positive, fc.nat(30), (list, k) => {
        const curve = lorenz(list)
        const area = Array.from(curve).reduce((sum, y, i) => sum + (y + (curve[i - 1] ?? 0)) / 2, 0) / list.length
        expect(gini(list)).toBeCloseTo(1 - 2 * area, 9)
        expect(topShare(list, k)).toBeCloseTo(1 - (k >= list.length ? 0 : (curve[list.length - 1 - k] ?? 0)), 9)
      }),
    )
    expect(topFractionShare([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.3)).toBeCloseTo(27 / 55, 12)
  })
})

describe('estimates of what was not seen', () => {
  /** Expected number of kinds in every possible sample of m, by listing the samples. */
  const richnessOfAllSamples = (counts: number[], m: number): number => {
    const individuals = counts.flatMap((count, kind) => Array.from({ length: count }, () => kind))
    let samples = 0
    let kinds = 0
    for (let code = 0; code < 2 ** individuals.length; code++) {
      const drawn = individuals.filter((_, i) => (code >> i) & 1)
      if (drawn.length !== m) continue
      samples++
      kinds += new Set(drawn).size
    }
    return kinds / samples
  }
  it('rarefied richness is the mean over all samples of that size', () => {
    const counts = [4, 3, 2, 1, 1]
    for (let m = 1; m <= 11; m++) expect(rarefiedRichness(counts, m)).toBeCloseTo(richnessOfAllSamples(counts, m), 10)
  })
  it('rarefied Hill numbers join the observed ones at full size', () => {
    fc.assert(
      fc.property(wholeCounts, (counts) => {
        const n = counts.reduce((sum, count) => sum + count, 0)
        expect(hillAtSize(counts, 0, n)).toBeCloseTo(hill(counts, 0), 9)
        expect(hillAtSize(counts, 1, n)).toBeCloseTo(hill(counts, 1), 9)
        for (const q of [0, 1, 2] as const) {
          fc.pre(n > 2)
          expect(hillAtSize(counts, q, n)).toBeGreaterThanOrEqual(hillAtSize(counts, q, n - 1) - 1e-9)
          expect(hillAtSize(counts, q, 2 * n)).toBeGreaterThanOrEqual(hillAtSize(counts, q, n) - 1e-9)
        }
      }),
    )
  })
  it('coverage rises with the size of the sample; one short of it, it is the Good–Turing complement', () => {
    fc.assert(
      fc.property(wholeCounts, (counts) => {
        const n = counts.reduce((sum, count) => sum + count, 0)
        fc.pre(n > 2)
        for (let m = 2; m <= n + 3; m++) {
          const [before, after] = [sampleCoverage(counts, m - 1), sampleCoverage(counts, m)]
          if (m !== n) expect(after).toBeGreaterThanOrEqual(before - 1e-9)
          expect(after).toBeLessThanOrEqual(1 + 1e-12)
        }
        expect(sampleCoverage(counts, n - 1)).toBeCloseTo(goodTuringCoverage(counts), 9)
      }),
    )
  })
  it('coverage-based rarefaction stops at the smallest size that reaches the coverage', () => {
    const counts = [20, 15, 9, 5, 3, 2, 1, 1, 1]
    for (const coverage of [0.5, 0.9, 0.97]) {
      const found = hillAtCoverage(counts, 0, coverage)
      expect(found.coverage).toBeGreaterThanOrEqual(coverage)
      if (found.size > 1) expect(sampleCoverage(counts, found.size - 1)).toBeLessThan(coverage)
      expect(found.diversity).toBeCloseTo(hillAtSize(counts, 0, found.size), 12)
    }
    expect(hillAtCoverage(counts, 2, 0.99).method).toBe('extrapolated')
  })
  it('estimated entropy tends to the observed one as kinds are seen often', () => {
    expect(chaoShannon([1000, 2000, 3000])).toBeCloseTo(shannon([1000, 2000, 3000]), 3)
    expect(chaoShannon([10, 5, 1, 1, 1, 1])).toBeGreaterThan(shannon([10, 5, 1, 1, 1, 1]))
    expect(chao1([3, 2, 2])).toBe(3)
  })
  it('the entropy estimate agrees with its formula summed term by term', () => {
    const slow = (counts: number[]): number => {
      const n = counts.reduce((sum, count) => sum + count, 0)
      const f1 = counts.filter((count) => count === 1).length
      const f2 = counts.filter((count) => count === 2).length
      let entropy = 0
      for (const count of counts) for (let j = count; j < n; j++) entropy += count / n / j
      const a = f2 > 0 ? (2 * f2) / ((n - 1) * f1 + 2 * f2) : 2 / ((n - 1) * (f1 - 1) + 2)
      let tail = -Math.log(a)
      for (let r = 1; r < n; r++) tail -= (1 - a) ** r / r
      return entropy + (f1 / n) * (1 - a) ** (1 - n) * tail
    }
    for (const counts of [
      [5, 3, 2, 1, 1],
      [40, 20, 2, 2, 1, 1, 1],
      [900, 300, 50, 7, 2, 2, 2, 1, 1, 1, 1],
    ]) {
      expect(chaoShannon(counts)).toBeCloseTo(slow(counts), 10)
    }
  })
  it('special functions agree with known values', () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 14)
    expect(logGamma(171)).toBeCloseTo(706.573062245787, 10)
    expect(logGamma(300.5) - logGamma(299.5)).toBeCloseTo(Math.log(299.5), 11)
    expect(digamma(1)).toBeCloseTo(-0.5772156649015329, 14)
    expect(harmonicDifference(10_000, 3)).toBeCloseTo(digamma(10_000) - digamma(3), 12)
  })
  it('refuses fractions, which are no counts', () => {
    expect(() => chao1([1.5])).toThrow('counts[0] is 1.5: this estimator needs whole counts of individuals.')
    expect(() => rarefiedRichness([1, 2], 4)).toThrow('only 3 individuals were counted')
    expect(() => hillAtCoverage([1, 1, 1], 0, 0.9999)).not.toThrow(TypeError)
  })
})

describe('disparity', () => {
  const world = fc.integer({ min: 1, max: 6 }).chain((n) =>
    fc.record({
      counts: fc.array(fc.nat(9), { minLength: n, maxLength: n }).filter((counts) => counts.some((count) => count > 0)),
      distances: fc
        .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: n * n, maxLength: n * n })
        .map((flat) =>
          flat.map((_, at) => {
            const [i, j] = [Math.floor(at / n), at % n]
            return i === j ? 0 : flat[Math.min(i, j) * n + Math.max(i, j)]!
          }),
        ),
    }),
  )
  it("Rao's Q is the mean distance of two plays, at most Gini–Simpson for distances up to 1", () => {
    fc.assert(
      fc.property(world, ({ counts, distances }) => {
        const plays = counts.flatMap((count, kind) => Array.from({ length: count }, () => kind))
        const sum = plays.reduce((s, a) => s + plays.reduce((t, b) => t + distances[a * counts.length + b]!, 0), 0)
        expect(rao(counts, distances)).toBeCloseTo(sum / plays.length ** 2, 10)
        expect(rao(counts, distances)).toBeLessThanOrEqual(giniSimpson(counts) + 1e-12)
        expect(raoEffectiveNumber(counts, distances)).toBeLessThanOrEqual(counts.length + 1e-9)
      }),
    )
  })
  it('Rao–Stirling has Q and Gini–Simpson as special cases and counts each pair twice', () => {
    fc.assert(
      fc.property(world, ({ counts, distances }) => {
        expect(raoStirling(counts, distances, { alpha: 1, beta: 1 })).toBeCloseTo(rao(counts, distances), 10)
        expect(raoStirling(counts, distances, { alpha: 0, beta: 1 })).toBeCloseTo(giniSimpson(counts), 10)
        const kinds = counts.filter((count) => count > 0).length
        expect(raoStirling(counts, distances, { alpha: 0, beta: 0 })).toBe(kinds * (kinds - 1))
      }),
    )
    expect(raoStirling([1, 1], [0, 0.5, 0.5, 0], { alpha: 1, beta: 1 })).toBe(0.25)
  })
  it('no make-up exceeds the maximum that is found for Euclidean distances', () => {
    const places = [0, 1, 3, 7, 8]
    const distances = places.flatMap((a) => places.map((b) => Math.abs(a - b)))
    const { value, shares } = raoMaximum(distances)
    expect(value).toBeCloseTo(4, 9)
    expect(shares[0]).toBeCloseTo(0.5, 9)
    expect(shares[4]).toBeCloseTo(0.5, 9)
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 5, maxLength: 5 }), (counts) => {
        fc.pre(counts.some((count) => count > 0))
        expect(rao(counts, distances)).toBeLessThanOrEqual(value + 1e-9)
      }),
    )
  })
  it('distances between sets of traits, and scaling', () => {
    const sets = [new Set(['fr', 'drama']), new Set(['fr', 'comedy']), new Set(['wo'])]
    expect(Array.from(traitDistances(sets))).toEqual([0, 1 - 1 / 3, 1, 1 - 1 / 3, 0, 1, 1, 1, 0])
    expect(Array.from(scaleToUnit([0, 4, 4, 0]))).toEqual([0, 1, 1, 0])
  })
  it('refuses a matrix of the wrong shape or with a distance to itself', () => {
    expect(() => rao([1, 1], [0, 1, 1])).toThrow('2 kinds need 4, row after row')
    expect(() => rao([1, 1], [0, 1, 1, 2])).toThrow('The distance of kind 1 to itself is 2, not 0.')
  })
})

describe('partition into α, β and γ', () => {
  const matrix = fc.integer({ min: 1, max: 5 }).chain((kinds) =>
    fc.array(
      fc.array(fc.nat(9), { minLength: kinds, maxLength: kinds }).filter((row) => row.some((count) => count > 0)),
      { minLength: 1, maxLength: 5 },
    ),
  )
  it('β lies between 1 and the number of communities when they weigh the same', () => {
    fc.assert(
      fc.property(matrix, order, (rows, q) => {
        const { alpha, beta, gamma } = alphaBetaGamma(rows, q)
        expect(beta).toBeGreaterThanOrEqual(1 - 1e-9)
        expect(beta).toBeLessThanOrEqual(rows.length + 1e-9)
        expect(relative(alpha * beta, gamma)).toBeLessThan(1e-12)
      }),
    )
  })
  it('the same community several times has β = 1; communities that share nothing have β = their number', () => {
    expect(
      alphaBetaGamma(
        [
          [3, 1],
          [3, 1],
        ],
        2,
      ).beta,
    ).toBeCloseTo(1, 12)
    for (const q of [0, 0.5, 1, 2, Infinity])
      expect(
        alphaBetaGamma(
          [
            [3, 1, 0, 0],
            [0, 0, 1, 3],
          ],
          q,
        ).beta,
      ).toBeCloseTo(2, 12)
  })
  it('a community of weight 0 does not count', () => {
    expect(
      alphaBetaGamma(
        [
          [1, 1, 0],
          [0, 0, 1],
        ],
        0,
        [1, 0],
      ),
    ).toEqual({ alpha: 2, beta: 1, gamma: 2 })
    expect(() => alphaBetaGamma([[0, 0]], 1)).toThrow('Community 0 is empty')
  })
})
