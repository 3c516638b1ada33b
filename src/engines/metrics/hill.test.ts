import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pielou } from './evenness.ts'
import { hill, renyi, richness, shannon, tsallis } from './hill.ts'
import { giniSimpson, hhi, strongDominance } from './simpson.ts'

const amounts = fc.array(fc.oneof(fc.nat(20), fc.double({ min: 1e-6, max: 1e6, noNaN: true })), {
  minLength: 1,
  maxLength: 30,
})
const positive = amounts.filter((list) => list.some((amount) => amount > 1e-3))
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
