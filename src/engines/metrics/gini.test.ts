import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  gini,
  giniInPlace,
  giniOfFrequencies,
  giniSampleCorrected,
  lorenz,
  topFractionShare,
  topShare,
} from './gini.ts'

const amounts = fc.array(fc.oneof(fc.nat(20), fc.double({ min: 1e-6, max: 1e6, noNaN: true })), {
  minLength: 1,
  maxLength: 30,
})
const positive = amounts.filter((list) => list.some((amount) => amount > 1e-3))
const wholeCounts = fc
  .array(fc.nat(12), { minLength: 1, maxLength: 15 })
  .filter((list) => list.some((count) => count > 0))
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
