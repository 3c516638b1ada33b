import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { niceTicks } from './scale.ts'

const figure = fc.double({ min: -1e300, max: 1e300, noNaN: true })

describe('the ticks of a scale', () => {
  it('are few, rise, and reach around any two figures', () => {
    fc.assert(
      fc.property(figure, figure, (one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)]
        const ticks = niceTicks(low, high)
        expect(ticks.length).toBeGreaterThanOrEqual(2)
        expect(ticks.length).toBeLessThanOrEqual(12)
        expect(ticks.every((tick, at) => Number.isFinite(tick) && (at === 0 || tick > ticks[at - 1]!))).toBe(true)
        const slack = 1e-9 * Math.max(1e-290, Math.abs(low), Math.abs(high))
        expect(ticks[0]).toBeLessThanOrEqual(low + slack)
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(high - slack)
      }),
      { numRuns: 2000 },
    )
  })

  it('chooses round numbers that hold every figure', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
        (low, span) => {
          const high = low + span
          fc.pre(high > low && span > Math.abs(low) * 1e-6)
          const ticks = niceTicks(low, high)
          expect(ticks.length).toBeGreaterThanOrEqual(2)
          expect(ticks.length).toBeLessThanOrEqual(8)
          expect(ticks[0]!).toBeLessThanOrEqual(low + span * 1e-6)
          expect(ticks.at(-1)!).toBeGreaterThanOrEqual(high - span * 1e-6)
        },
      ),
      { numRuns: 5000 },
    )
  })

  it.each([
    [0, 0],
    [5e-324, 5e-324],
    [0, 5e-324],
    [-5e-324, 0],
    [7, 7],
    [-7, -7],
    [1e9, 1e9 + 1e-7],
  ])('stand also where there is nearly nothing between %s and %s', (low, high) => {
    expect(niceTicks(low, high).length).toBeGreaterThanOrEqual(2)
    expect(niceTicks(low, high).every(Number.isFinite)).toBe(true)
  })
})
