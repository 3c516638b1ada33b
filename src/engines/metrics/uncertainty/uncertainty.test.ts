import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gini, giniInPlace } from '../gini.ts'
import { normalProbability, normalQuantile } from '../normal.ts'
import { groupPlaysByUser } from '../payouts/plays-by-user.ts'
import { chartBootstrap, usualBlockLength, weekBlockBootstrap } from './block-bootstrap.ts'
import {
  cellsByCluster,
  clusterBootstrap,
  columnTotals,
  evaluateReplicates,
  mergeClusters,
} from './cluster-bootstrap.ts'
import { acceleration, basicInterval, bcaInterval, bootstrapStandardError, percentileInterval } from './intervals.ts'
import { jackknife, jackknifeInterval, jackknifeStandardError } from './jackknife.ts'
import { bootstrapPayeeTotals, jackknifePayeeTotals } from './plays-bootstrap.ts'
import { random, randomStreams } from './random.ts'
import { studentQuantile } from './student.ts'
import { twoWayBootstrap } from './two-way-bootstrap.ts'

const ratio = (totals: ArrayLike<number>): number => totals[0]! / totals[1]!

/** Users with unequal numbers of plays and own taste: local plays and all plays of each. */
const users = (count: number, seed: number) => {
  const { unit } = random(seed)
  const cells = new Float64Array(2 * count)
  for (let u = 0; u < count; u++) {
    const plays = Math.ceil(50 * unit() ** 3) + 1
    const taste = unit() ** 2
    cells[2 * u + 1] = plays
    for (let i = 0; i < plays; i++) if (unit() < taste) cells[2 * u] = cells[2 * u]! + 1
  }
  return { cells, width: 2 }
}

describe('bootstrap of whole clusters', () => {
  it('has the standard error of the textbook formula for a ratio of cluster sums', () => {
    const data = users(3000, 4)
    const estimate = ratio(columnTotals(data))
    let squares = 0
    let plays = 0
    for (let u = 0; u < 3000; u++) {
      squares += (data.cells[2 * u]! - estimate * data.cells[2 * u + 1]!) ** 2
      plays += data.cells[2 * u + 1]!
    }
    const linearised = Math.sqrt(squares) / plays
    for (const scheme of ['multinomial', 'poisson'] as const) {
      const totals = clusterBootstrap(data, { replicates: 1500, streams: randomStreams(1), scheme })
      const error = bootstrapStandardError(evaluateReplicates(totals, 2, ratio))
      expect(Math.abs(error / linearised - 1)).toBeLessThan(0.08)
    }
    expect(Math.abs(jackknifeStandardError(jackknife(data, ratio)) / linearised - 1)).toBeLessThan(0.01)
    const merged = mergeClusters(data, 500, 'groups')
    const bySums = clusterBootstrap(merged, { replicates: 1500, streams: randomStreams(2) })
    expect(Math.abs(bootstrapStandardError(evaluateReplicates(bySums, 2, ratio)) / linearised - 1)).toBeLessThan(0.15)
    expect(Math.abs(jackknifeStandardError(jackknife(merged, ratio)) / linearised - 1)).toBeLessThan(0.15)
  })

  it('replicates shared among workers are the same replicates', () => {
    const data = users(50, 9)
    const streams = randomStreams('shared')
    const whole = clusterBootstrap(data, { replicates: 10, streams })
    const parts = [
      ...clusterBootstrap(data, { replicates: 4, streams }),
      ...clusterBootstrap(data, { replicates: 6, streams, first: 4 }),
    ]
    expect(Array.from(whole)).toEqual(parts)
  })

  it('every replicate has as many clusters as the data', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer(), (clusters, seed) => {
        const data = { cells: new Float64Array(clusters).fill(1), width: 1 }
        const totals = clusterBootstrap(data, { replicates: 3, streams: randomStreams(seed) })
        expect(Array.from(totals)).toEqual([clusters, clusters, clusters])
      }),
    )
  })

  it('merging clusters keeps the totals', () => {
    const data = users(400, 5)
    expect(Array.from(columnTotals(mergeClusters(data, 20, 1)))).toEqual(Array.from(columnTotals(data)))
  })

  it('cells add up the rows, in any order', () => {
    const cells = cellsByCluster([0, 1, 0, 1], [0, 1, 0, 0], 2, 2, [1, 2, 3, 4])
    expect(Array.from(cells.cells)).toEqual([4, 0, 4, 2])
    expect(() => cellsByCluster([2], [0], 2, 2)).toThrow('Row 0 is of cluster 2')
  })
})

describe('two-way bootstrap', () => {
  it('is wider than one-way when works too are few and shared', () => {
    const { below } = random(3)
    const rows = Array.from({ length: 6000 }, () => [below(600), Math.floor(below(400) ** 2 / 4000)] as const)
    const isLocal = (work: number) => (work % 3 === 0 ? 0 : 1)
    const data = {
      first: rows.map(([user]) => user),
      second: rows.map(([, work]) => work),
      firstCount: 600,
      secondCount: 40,
      columns: rows.map(([, work]) => isLocal(work)),
      width: 2,
    }
    const share = (totals: ArrayLike<number>) => totals[0]! / (totals[0]! + totals[1]!)
    const twoWay = evaluateReplicates(twoWayBootstrap(data, { replicates: 800, streams: randomStreams(1) }), 2, share)
    const cells = cellsByCluster(data.first, data.columns, 600, 2)
    const oneWay = evaluateReplicates(clusterBootstrap(cells, { replicates: 800, streams: randomStreams(2) }), 2, share)
    expect(bootstrapStandardError(twoWay)).toBeGreaterThan(2 * bootstrapStandardError(oneWay))
  })
})

describe('blocks of weeks', () => {
  it('see the dependence between neighbouring weeks that single weeks miss', () => {
    const { unit } = random(8)
    const cells = new Float64Array(2 * 300)
    let level = 0
    for (let week = 0; week < 300; week++) {
      level = 0.9 * level + unit() - 0.5
      cells[2 * week] = 50 + 10 * level
      cells[2 * week + 1] = 100
    }
    const errorOf = (length: number) => {
      const totals = weekBlockBootstrap({ cells, width: 2 }, length, {
        replicates: 800,
        streams: randomStreams(length),
      })
      return bootstrapStandardError(evaluateReplicates(totals, 2, ratio))
    }
    expect(errorOf(20)).toBeGreaterThan(2 * errorOf(1))
    expect(usualBlockLength(35)).toBe(3)
  })
  it('titles that stay for months make a chart share more uncertain than its slots suggest', () => {
    const slots = Array.from({ length: 40 }, (_, week) =>
      Array.from({ length: 10 }, (_, rank) => [rank + 10 * Math.floor(week / 8), week] as const),
    ).flat()
    const data = {
      first: slots.map(([title]) => title),
      second: slots.map(([, week]) => week),
      firstCount: 50,
      secondCount: 40,
      columns: slots.map(([title]) => (title % 3 === 0 ? 0 : 1)),
      width: 2,
    }
    const share = (totals: ArrayLike<number>) => totals[0]! / (totals[0]! + totals[1]!)
    const totals = chartBootstrap(data, usualBlockLength(40), { replicates: 600, streams: randomStreams(4) })
    const error = bootstrapStandardError(evaluateReplicates(totals, 2, share))
    const ofSlots = Math.sqrt((0.34 * 0.66) / slots.length)
    const ofTitles = Math.sqrt((0.34 * 0.66) / 50)
    expect(error).toBeGreaterThan(2 * ofSlots)
    expect(error / ofTitles).toBeGreaterThan(0.8)
    expect(error / ofTitles).toBeLessThan(1.6)
    expect(() => chartBootstrap(data, 41, { replicates: 1, streams: randomStreams(1) })).toThrow(
      'longer than the 40 weeks',
    )
  })
  it('every replicate has as many weeks as the data', () => {
    const totals = weekBlockBootstrap({ cells: new Float64Array(35).fill(1), width: 1 }, 4, {
      replicates: 5,
      streams: randomStreams(1),
    })
    expect(Array.from(totals)).toEqual([35, 35, 35, 35, 35])
    expect(() =>
      weekBlockBootstrap({ cells: new Float64Array(3), width: 1 }, 4, { replicates: 1, streams: randomStreams(1) }),
    ).toThrow('A block of 4 weeks is longer than the 3 weeks given.')
  })
})

describe('intervals', () => {
  it('quantiles of the normal and of Student agree with printed tables', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 13)
    expect(normalProbability(-3)).toBeCloseTo(0.0013498980316300933, 15)
    expect(normalQuantile(1e-10)).toBeCloseTo(-6.361340902404056, 10)
    expect(studentQuantile(0.975, 10)).toBeCloseTo(2.228138851986274, 12)
    expect(studentQuantile(0.975, 1)).toBeCloseTo(12.706204736432095, 9)
    expect(studentQuantile(0.025, 30)).toBeCloseTo(-2.042272456301238, 12)
  })

  it('percentiles are read with linear interpolation, reflected ones mirror them', () => {
    const replicates = Float64Array.from({ length: 101 }, (_, i) => i)
    expect(percentileInterval(replicates, 0.9)[0]).toBeCloseTo(5, 12)
    expect(percentileInterval(replicates, 0.9)[1]).toBeCloseTo(95, 12)
    expect(basicInterval(40, replicates, 0.9)[0]).toBeCloseTo(-15, 12)
  })

  it('without bias and skew, BCa is the percentile interval', () => {
    const replicates = Float64Array.from({ length: 2001 }, (_, i) => normalQuantile((i + 0.5) / 2001))
    const symmetric = Float64Array.of(-2, -1, 0, 1, 2)
    expect(acceleration(symmetric)).toBe(0)
    const [low, high] = bcaInterval(0, replicates, symmetric)
    const [plainLow, plainHigh] = percentileInterval(replicates)
    expect(low).toBeCloseTo(plainLow, 8)
    expect(high).toBeCloseTo(plainHigh, 8)
  })

  it('BCa covers a Gini coefficient better than the percentile interval, which its bias pushes down', () => {
    const truth = 0.5
    let bca = 0
    let percentile = 0
    const trials = 150
    for (let trial = 0; trial < trials; trial++) {
      const { unit } = random('income', trial)
      const incomes = Array.from({ length: 40 }, () => -Math.log(1 - unit()))
      const { below } = random('draw', trial)
      const replicates = Float64Array.from({ length: 300 }, () =>
        giniInPlace(Float64Array.from(incomes, () => incomes[below(40)]!)),
      )
      const leftOut = Float64Array.from(incomes, (_, left) => gini(incomes.filter((_, i) => i !== left)))
      const covers = ([low, high]: readonly [number, number]) => (low <= truth && truth <= high ? 1 : 0)
      bca += covers(bcaInterval(gini(incomes), replicates, leftOut))
      percentile += covers(percentileInterval(replicates))
    }
    expect(bca / trials).toBeGreaterThan(0.86)
    expect(bca).toBeGreaterThan(percentile)
  })

  it('a statistic that does not exist in a replicate has no interval', () => {
    expect(() => percentileInterval(Float64Array.of(1, Number.NaN))).toThrow('does not exist (NaN)')
    expect(() => percentileInterval(Float64Array.of(1))).toThrow('at least 2')
    expect(() => bcaInterval(9, Float64Array.of(1, 2), Float64Array.of(1, 2))).toThrow('one side of the estimate')
  })

  it('delete-a-group intervals use the degrees of freedom of the groups', () => {
    const [low, high] = jackknifeInterval(5, Float64Array.of(4, 5, 6))
    expect((high - low) / 2).toBeCloseTo(studentQuantile(0.975, 2) * Math.sqrt((2 / 3) * 2), 10)
  })
})

describe('Gini coefficient of plays with its interval by users', () => {
  const { below } = random(21)
  const rows = Array.from({ length: 4000 }, () => [below(200), Math.floor(below(100) ** 2 / 100)] as const)
  const plays = groupPlaysByUser(
    rows.map(([user]) => user),
    rows.map(([, payee]) => payee),
    200,
    120,
  )

  it('resamples users and keeps payees without plays in the list', () => {
    const lengths = new Set<number>()
    const replicates = bootstrapPayeeTotals(
      plays,
      (totals) => {
        lengths.add(totals.length)
        return giniInPlace(totals)
      },
      { replicates: 200, streams: randomStreams(5) },
    )
    const leftOut = jackknifePayeeTotals(plays, giniInPlace, { groups: 25, seed: 1 })
    const estimate = gini(
      columnTotals(
        cellsByCluster(
          rows.map(() => 0),
          rows.map(([, payee]) => payee),
          1,
          120,
        ),
      ),
    )
    const [low, high] = bcaInterval(estimate, replicates, leftOut)
    expect([...lengths]).toEqual([120])
    expect(low).toBeLessThan(high)
    expect(low).toBeGreaterThan(0.9 * estimate)
    expect(high).toBeLessThan(1.1 * estimate)
    const ofGroups = jackknifeStandardError(leftOut)
    expect(ofGroups / bootstrapStandardError(replicates)).toBeGreaterThan(0.5)
    expect(ofGroups / bootstrapStandardError(replicates)).toBeLessThan(2)
  })
})
