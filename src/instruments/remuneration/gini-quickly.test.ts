import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { giniInPlace } from '../../engines/metrics/index.ts'
import { quickGini, sortRising } from './gini-quickly.ts'

const amounts = fc.oneof(
  fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }), fc.nat(5)), {
    maxLength: 200,
  }),
  fc.array(
    fc.nat(1000).map((step) => 1 + step * Number.EPSILON),
    { maxLength: 400 },
  ),
)

it('sorts as sorting does, numbers far apart and numbers that differ in their last digit alone', () => {
  fc.assert(
    fc.property(amounts, (values) => {
      const scratch = new Float64Array(values.length)
      expect(sortRising(Float64Array.from(values), scratch)).toEqual(Float64Array.from(values).sort())
    }),
    { numRuns: 500 },
  )
})

it('gives the Gini coefficient of the mathematics, to the last digit', () => {
  fc.assert(
    fc.property(amounts, (values) => {
      fc.pre(values.length > 0 && values.every((value) => value < 1e200))
      expect(quickGini(values.length)(Float64Array.from(values))).toBe(giniInPlace(Float64Array.from(values)))
    }),
    { numRuns: 500 },
  )
})
