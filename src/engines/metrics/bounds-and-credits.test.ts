import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coProductionRules, localCredit, originCredits } from './co-production.ts'
import { shareBounds, shareBoundsByGroup } from './unknowns.ts'

const amount = fc.double({ min: 0, max: 1e9, noNaN: true })

describe('share bounds for what has no label', () => {
  it('the bounds enclose the share of the known and are as far apart as the unknown share', () => {
    fc.assert(
      fc.property(amount, amount, amount, (inside, outside, unknown) => {
        fc.pre(inside + outside > 1e-6)
        const bounds = shareBounds(inside, outside, unknown)
        expect(bounds.low).toBeLessThanOrEqual(bounds.ofKnown + 1e-12)
        expect(bounds.high).toBeGreaterThanOrEqual(bounds.ofKnown - 1e-12)
        expect(bounds.high - bounds.low).toBeCloseTo(bounds.unknown, 9)
      }),
    )
  })
  it('agrees with the Netflix example: 4.1 % of slots unlabelled', () => {
    const rows = 65800
    const unknown = 2730
    const local = 0.039648972354899406 * rows
    const bounds = shareBounds(local, rows - unknown - local, unknown)
    expect(bounds.ofKnown).toBeCloseTo(0.04136518758446775, 10)
    expect(bounds.high).toBeCloseTo(0.08113833405702706, 10)
  })
  it('for several groups at once', () => {
    expect(shareBoundsByGroup([1, 3], 4).map(({ low, high }) => [low, high])).toEqual([
      [0.125, 0.625],
      [0.375, 0.875],
    ])
    expect(() => shareBounds(-1, 0, 0)).toThrow('amounts[0] is -1')
  })
})

describe('credits of co-productions', () => {
  it('follow the stated rule', () => {
    const film = ['FR', 'BE', 'FR']
    expect(Object.fromEntries(originCredits(film, 'fractional'))).toEqual({ FR: 0.5, BE: 0.5 })
    expect(Object.fromEntries(originCredits(film, 'any'))).toEqual({ FR: 1, BE: 1 })
    expect(Object.fromEntries(originCredits(film, 'majority'))).toEqual({ FR: 1 })
    expect(Object.fromEntries(originCredits(['BE', 'FR'], 'majority'))).toEqual({})
    expect(Object.fromEntries(originCredits(['BE', 'FR'], 'first'))).toEqual({ BE: 1 })
    expect(originCredits([], 'any').size).toBe(0)
  })
  it('for one country, local credit is that country’s credit', () => {
    const origins = fc.array(fc.constantFrom<string[]>('SN', 'ML', 'FR', 'CA'), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(origins, fc.constantFrom(...coProductionRules), (entries, rule) => {
        for (const country of ['SN', 'ML', 'FR', 'CA']) {
          expect(localCredit(entries, new Set([country]), rule)).toBeCloseTo(
            originCredits(entries, rule).get(country) ?? 0,
            12,
          )
        }
      }),
    )
  })
  it('a region counts all its members, and unknown origin is not foreign', () => {
    expect(localCredit(['SN', 'FR', 'ML'], new Set(['SN', 'ML']), 'majority')).toBe(1)
    expect(localCredit(['SN', 'FR'], new Set(['SN', 'ML']), 'fractional')).toBe(0.5)
    expect(localCredit([], new Set(['SN']), 'any')).toBeNaN()
  })
})
