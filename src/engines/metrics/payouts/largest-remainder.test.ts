import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { largestRemainder } from './largest-remainder.ts'
import { settle } from './payout.ts'

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0)

describe('largest remainder', () => {
  it('hands out every unit, gives nobody without weight anything, and errs by less than one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.nat(10), fc.nat(2 ** 31), fc.double({ min: 0, max: 1e6, noNaN: true })), { minLength: 1 }),
        fc.maxSafeNat(),
        (weights, total) => {
          const all = sum(weights)
          fc.pre(all > 0)
          const parts = largestRemainder(weights, total)
          expect(Array.from(parts).reduce((whole, part) => whole + BigInt(part), 0n)).toBe(BigInt(total))
          parts.forEach((part, i) => {
            if (weights[i] === 0) expect(part).toBe(0)
            expect(Math.abs(part - (weights[i]! / all) * total)).toBeLessThan(1 + 1e-14 * total)
          })
        },
      ),
    )
  })
  it('gives ties to the lower index', () => {
    expect(Array.from(largestRemainder([1, 1, 1], 100))).toEqual([34, 33, 33])
    expect(Array.from(settle([0.5, 0.5], 1))).toEqual([1, 0])
  })

  it('gives the units left as a slow sorting of the remainders would', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { minLength: 1, maxLength: 40 }), fc.nat(500), (weights, total) => {
        const all = sum(weights)
        fc.pre(all > 0)
        const wanted = weights.map((weight) => Math.floor((weight * total) / all))
        const order = weights
          .map((weight, i) => ({ i, remainder: (weight * total) % all }))
          .filter(({ i }) => weights[i]! > 0)
          .sort((a, b) => b.remainder - a.remainder || a.i - b.i)
        for (const { i } of order.slice(0, total - sum(wanted))) wanted[i]!++
        expect(Array.from(largestRemainder(weights, total))).toEqual(wanted)
      }),
    )
  })
})
