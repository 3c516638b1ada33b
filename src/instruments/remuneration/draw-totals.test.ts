import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { bootstrapPayeeTotals, clusterBootstrap, groupPlaysByUser, randomStreams } from '../../engines/metrics/index.ts'
import { drawPayeeTotals } from './draw-payee-totals.ts'
import { drawTotals } from './draw-totals.ts'

const table = (clusters: number) =>
  fc.integer({ min: 1, max: 5 }).chain((width) =>
    fc
      .array(fc.double({ min: 0, max: 1e6, noNaN: true }), {
        minLength: clusters * width,
        maxLength: clusters * width,
      })
      .map((cells) => ({ cells: Float64Array.from(cells), width })),
  )

it('gives for each of several tables what one bootstrap gives, to the last digit', () => {
  const tables = fc.integer({ min: 1, max: 300 }).chain((clusters) => fc.tuple(table(clusters), table(clusters)))
  fc.assert(
    fc.property(tables, fc.integer({ min: 1, max: 140 }), fc.nat(1000), (both, replicates, seed) => {
      const plan = { replicates, streams: randomStreams(seed) }
      expect(drawTotals(both, plan)).toEqual(both.map((data) => clusterBootstrap(data, plan)))
    }),
    { numRuns: 60 },
  )
})

it('refuses tables of unequal clusters', () => {
  const plan = { replicates: 2, streams: randomStreams(1) }
  const [two, three] = [2, 3].map((clusters) => ({ cells: new Float64Array(clusters), width: 1 })) as [
    { cells: Float64Array; width: number },
    { cells: Float64Array; width: number },
  ]
  expect(() => drawTotals([two, three], plan)).toThrow(RangeError)
  expect(drawTotals([], plan)).toEqual([])
})

it('adds up the money of payees as the bootstrap of the mathematics does, to the last digit', () => {
  const row = fc.tuple(fc.nat(20), fc.nat(9), fc.double({ min: 0, max: 1e6, noNaN: true }))
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 80 }), fc.integer({ min: 1, max: 30 }), (rows, replicates) => {
      const [users, payees] = [0, 1].map((at) => rows.map((cells) => cells[at]!)) as [number[], number[]]
      const grouped = groupPlaysByUser(users, payees, 21, 10)
      const plays = { ...grouped, plays: Float64Array.from(rows, ([, , amount]) => amount) }
      const statistic = (totals: Float64Array) => totals.sort().reduce((sum, total, at) => sum + total * at, 0)
      const plan = { replicates, streams: randomStreams(7) }
      expect(drawPayeeTotals(plays, statistic, plan)).toEqual(bootstrapPayeeTotals(plays, statistic, plan))
    }),
  )
})
