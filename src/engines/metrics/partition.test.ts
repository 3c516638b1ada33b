import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alphaBetaGamma } from './partition.ts'

const order = fc.oneof(fc.constantFrom(0, 0.5, 1, 2, 3, Infinity), fc.double({ min: 0, max: 50, noNaN: true }))
const relative = (a: number, b: number) => Math.abs(a - b) / Math.max(1e-300, Math.abs(a), Math.abs(b))

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
