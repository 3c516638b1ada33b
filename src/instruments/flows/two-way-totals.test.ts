import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { randomStreams, twoWayBootstrap } from '../../engines/metrics/index.ts'
import { width } from './flow-parts.ts'
import { groupedTwoWayTotals } from './two-way-totals.ts'

const entry = fc.record({
  first: fc.integer({ min: 0, max: 5 }),
  second: fc.integer({ min: 0, max: 3 }),
  group: fc.integer({ min: -1, max: 2 }),
  parts: fc.array(fc.constantFrom(0, 1, 0.5, 1 / 3, 7), { minLength: width, maxLength: width }),
})

it('all destinations at once give the numbers of one after the other, to the last digit', () => {
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 60 }), fc.integer({ min: 0, max: 1e6 }), (entries, seed) => {
      const plan = { replicates: 12, streams: randomStreams(seed) }
      const alone = (of: readonly (typeof entries)[number][]) => {
        const long = of.flatMap(({ first, second, parts }) =>
          parts.flatMap((amount, column) => (amount === 0 ? [] : [{ first, second, column, amount }])),
        )
        return twoWayBootstrap(
          {
            first: long.map(({ first }) => first),
            second: long.map(({ second }) => second),
            firstCount: 6,
            secondCount: 4,
            columns: long.map(({ column }) => column),
            width,
            amounts: long.map(({ amount }) => amount),
          },
          plan,
        )
      }
      const sides = {
        first: Int32Array.from(entries, ({ first }) => first),
        firstCount: 6,
        second: Int32Array.from(entries, ({ second }) => second),
        secondCount: 4,
      }
      const grouping = { of: Int32Array.from(entries, ({ group }) => group), count: 3 }
      const parts = Float64Array.from(entries.flatMap(({ parts }) => parts))
      const { whole, groups } = groupedTwoWayTotals(parts, sides, [grouping], plan)
      expect(whole).toEqual(alone(entries))
      groups[0]!.forEach((totals, group) => expect(totals).toEqual(alone(entries.filter((one) => one.group === group))))
    }),
    { numRuns: 200 },
  )
})
