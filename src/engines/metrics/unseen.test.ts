import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { goodTuringCoverage, hillAtCoverage, hillAtSize, rarefiedRichness, sampleCoverage } from './coverage.ts'
import { digamma, harmonicDifference, logGamma } from './gamma.ts'
import { hill, shannon } from './hill.ts'
import { inverseSimpsonWithoutReplacement } from './simpson.ts'
import { chao1, chaoShannon } from './unseen.ts'

const wholeCounts = fc
  .array(fc.nat(12), { minLength: 1, maxLength: 15 })
  .filter((list) => list.some((count) => count > 0))
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
  it('spiders in a girdled forest, as R iNEXT prints them (Hsieh, Ma and Chao, Methods Ecol. Evol. 2016)', () => {
    const spiders = [46, 22, 17, 15, 15, 9, 8, 6, 6, 4, 2, 2, 2, 2, ...Array.from({ length: 12 }, () => 1)]
    expect(Math.exp(chaoShannon(spiders))).toBeCloseTo(13.826, 3)
    expect(inverseSimpsonWithoutReplacement(spiders)).toBeCloseTo(8.175, 3)
    expect(hillAtSize(spiders, 0, 10_000_000)).toBeCloseTo(43.893, 3)
    const printed: [number, number, number][] = [
      [1, 1, 0.122],
      [84, 18.912, 0.9],
      [168, 26, 0.929],
      [248, 30.883, 0.948],
      [336, 34.731, 0.964],
    ]
    for (const [size, kinds, coverage] of printed) {
      expect(hillAtSize(spiders, 0, size)).toBeCloseTo(kinds, 3)
      expect(sampleCoverage(spiders, size)).toBeCloseTo(coverage, 3)
    }
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
