import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rao, raoEffectiveNumber, raoStirling, scaleToUnit, traitDistances } from './rao.ts'
import { raoMaximum } from './rao-maximum.ts'
import { giniSimpson } from './simpson.ts'

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
