import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnTotals, evaluateReplicates } from '../uncertainty/cluster-bootstrap.ts'
import { bootstrapStandardError } from '../uncertainty/intervals.ts'
import { random, randomStreams } from '../uncertainty/random.ts'
import { kishEffectiveSize, shareDesignEffect, weightsDesignEffect } from './effective-size.ts'
import { adjustedParity, parityRatio, payGap } from './parity.ts'
import { checkStrata, designFreedom, equalGroups, rescaledBootstrap, rescaledFactors } from './rescaled-bootstrap.ts'
import { coefficientOfVariation, shareInterval, studentInterval } from './survey-intervals.ts'
import { risingOrder, weightedMedian, weightedQuantileOfRising } from './weighted-median.ts'

describe('how much a weighted sample is worth', () => {
  it('Kish by hand: weights 1, 1, 1, 3 are worth three persons', () => {
    expect(kishEffectiveSize([1, 1, 1, 3])).toBe(3)
    expect(weightsDesignEffect([1, 1, 1, 3])).toBeCloseTo(4 / 3, 14)
    expect(weightsDesignEffect([1, 1, 1, 3, 0])).toBeCloseTo(4 / 3, 14)
    expect(kishEffectiveSize([0, 0])).toBeNaN()
    expect(() => kishEffectiveSize([1, -1])).toThrow('weights[1] is -1')
  })

  it('is never more than the persons, and does not depend on the scale of the weights', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.01, max: 1000, noNaN: true }), { minLength: 1, maxLength: 50 }),
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        (weights, scale) => {
          const size = kishEffectiveSize(weights)
          expect(size).toBeGreaterThanOrEqual(1 - 1e-9)
          expect(size).toBeLessThanOrEqual(weights.length + 1e-9)
          expect(kishEffectiveSize(weights.map((weight) => weight * scale)) / size).toBeCloseTo(1, 9)
        },
      ),
    )
  })

  it('twice the standard error of a simple random sample is a design effect of four', () => {
    expect(shareDesignEffect(0.5, 0.1, 100)).toBeCloseTo(4, 12)
    expect(shareDesignEffect(1, 0, 100)).toBeNaN()
  })
})

describe('rescaled bootstrap of a stratified sample of clusters', () => {
  /** Two strata of three and of two units, with the weighted sum of each unit. */
  const sums = [10, 12, 14, 30, 40]
  const units = { starts: [0, 3, 5] }
  const data = { cells: Float64Array.from(sums.flatMap((y) => [y, 1])), width: 2 }

  it('has the variance of the textbook: (3/2)·8 + (2/1)·50 = 112 for the total', () => {
    const totals = rescaledBootstrap(data, units, { replicates: 40_000, streams: randomStreams(5) })
    const ofTotal = evaluateReplicates(totals, 2, ([total]) => total!)
    expect(bootstrapStandardError(ofTotal) ** 2 / 112).toBeCloseTo(1, 1)
    const mean = ofTotal.reduce((sum, total) => sum + total, 0) / ofTotal.length
    expect(mean / 106).toBeCloseTo(1, 2)
  })

  it('of two units one is drawn and counts twice: the half samples of McCarthy', () => {
    const pairs = { cells: Float64Array.of(1, 3, 10, 20), width: 1 }
    const totals = rescaledBootstrap(pairs, { starts: [0, 2, 4] }, { replicates: 200, streams: randomStreams(1) })
    expect(new Set(totals)).toEqual(new Set([22, 42, 26, 46]))
  })

  it('a share has the linearised standard error of a stratified cluster sample', () => {
    const { unit, below } = random(11)
    const strata = 12
    const inside = 6
    const cells = new Float64Array(strata * inside * 2)
    for (let c = 0; c < strata * inside; c++) {
      const persons = 5 + below(20)
      const taste = 0.2 + 0.4 * unit()
      cells[2 * c + 1] = persons
      for (let i = 0; i < persons; i++) if (unit() < taste) cells[2 * c] = cells[2 * c]! + 1
    }
    const [part, all] = columnTotals({ cells, width: 2 })
    const share = part! / all!
    let variance = 0
    for (let h = 0; h < strata; h++) {
      const residuals = Array.from({ length: inside }, (_, i) => {
        const c = h * inside + i
        return (cells[2 * c]! - share * cells[2 * c + 1]!) / all!
      })
      const mean = residuals.reduce((sum, z) => sum + z, 0) / inside
      variance += (inside / (inside - 1)) * residuals.reduce((sum, z) => sum + (z - mean) ** 2, 0)
    }
    const starts = Array.from({ length: strata + 1 }, (_, h) => h * inside)
    const totals = rescaledBootstrap({ cells, width: 2 }, { starts }, { replicates: 6000, streams: randomStreams(2) })
    const error = bootstrapStandardError(evaluateReplicates(totals, 2, ([a, b]) => a! / b!))
    expect(error / Math.sqrt(variance)).toBeGreaterThan(0.95)
    expect(error / Math.sqrt(variance)).toBeLessThan(1.06)
  })

  it('factors of a stratum add up to its units, whatever the seed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 2, max: 9 }), { minLength: 1, maxLength: 8 }),
        fc.integer(),
        (sizes, seed) => {
          const starts = [0]
          for (const size of sizes) starts.push(starts.at(-1)! + size)
          const factors = new Float64Array(starts.at(-1)!)
          rescaledFactors({ starts }, random(seed), factors)
          sizes.forEach((size, h) => {
            const sum = factors.subarray(starts[h]!, starts[h + 1]!).reduce((total, factor) => total + factor, 0)
            expect(sum).toBeCloseTo(size, 9)
          })
          expect(designFreedom({ starts })).toBe(factors.length - sizes.length)
        },
      ),
    )
  })

  it('replicates shared among workers are the same replicates', () => {
    const plan = { streams: randomStreams('shared') }
    const whole = rescaledBootstrap(data, units, { ...plan, replicates: 10 })
    const parts = [
      ...rescaledBootstrap(data, units, { ...plan, replicates: 4 }),
      ...rescaledBootstrap(data, units, { ...plan, replicates: 6, first: 4 }),
    ]
    expect(Array.from(whole)).toEqual(parts)
  })

  it('a stratum of one unit is refused: it shows no variance', () => {
    expect(() => checkStrata({ starts: [0, 3, 4] })).toThrow('Stratum 1 has 1 units')
    expect(() => checkStrata({ starts: [1, 3] })).toThrow('begin at 0')
    expect(() => rescaledBootstrap(data, { starts: [0, 2, 4] }, { replicates: 1, streams: randomStreams(1) })).toThrow(
      'hold 4 units, the cells 5',
    )
  })

  it('random groups of equal size keep the standard error of a share and of a total', () => {
    const { unit } = random(3)
    const persons = 20_000
    const values = Float64Array.from({ length: persons }, () => (unit() < 0.3 ? 1 : 0))
    const groups = equalGroups(persons, 500, random(9))
    const cells = new Float64Array(2 * 500)
    groups.forEach((group, person) => {
      cells[2 * group] = cells[2 * group]! + values[person]!
      cells[2 * group + 1] = cells[2 * group + 1]! + 1
    })
    const totals = rescaledBootstrap(
      { cells, width: 2 },
      { starts: [0, 500] },
      { replicates: 3000, streams: randomStreams(4) },
    )
    const simple = Math.sqrt(0.21 / persons)
    const share = bootstrapStandardError(evaluateReplicates(totals, 2, ([a, b]) => a! / b!))
    const total = bootstrapStandardError(evaluateReplicates(totals, 2, ([a]) => a!)) / persons
    for (const error of [share, total]) expect(Math.abs(error / simple - 1)).toBeLessThan(0.12)
    expect(bootstrapStandardError(evaluateReplicates(totals, 2, ([, b]) => b!))).toBeLessThan(1e-6)
  })
})

describe('intervals of a survey', () => {
  it('by hand: t with 10 degrees of freedom is 2.228', () => {
    const [low, high] = studentInterval(100, 10, { level: 0.95, freedom: 10 })
    expect(low).toBeCloseTo(77.72, 2)
    expect(high).toBeCloseTo(122.28, 2)
  })

  it('a share by hand: one half with a standard error of a tenth, many degrees of freedom', () => {
    const [low, high] = shareInterval(0.5, 0.1, 100, { level: 0.95, freedom: 1_000_000 })
    expect(low).toBeCloseTo(1 / (1 + Math.exp(0.783986)), 5)
    expect(low + high).toBeCloseTo(1, 12)
  })

  it('nobody among ten is no proof of nobody: the exact limit is 30.8 %', () => {
    const sureness = { level: 0.95, freedom: 9 }
    expect(shareInterval(0, 0, 10, sureness)[0]).toBe(0)
    expect(shareInterval(0, 0, 10, sureness)[1]).toBeCloseTo(0.3085, 4)
    expect(shareInterval(1, 0, 10, sureness)[0]).toBeCloseTo(0.6915, 4)
  })

  it('stays in 0 … 1 and holds the share', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        fc.integer({ min: 1, max: 500 }),
        (share, error, freedom) => {
          const [low, high] = shareInterval(share, error, 50, { level: 0.9, freedom })
          expect(low).toBeGreaterThanOrEqual(0)
          expect(high).toBeLessThanOrEqual(1)
          expect(low).toBeLessThanOrEqual(share + 1e-9)
          expect(high).toBeGreaterThanOrEqual(share - 1e-9)
        },
      ),
    )
    expect(() => shareInterval(1.1, 0, 10, { level: 0.9, freedom: 3 })).toThrow('The share is 1.1')
  })

  it('a coefficient of variation is free of units and of sign', () => {
    expect(coefficientOfVariation(-50, 10)).toBe(0.2)
    expect(coefficientOfVariation(0, 1)).toBe(Infinity)
  })
})

describe('median of weighted values', () => {
  it('by hand', () => {
    expect(weightedMedian([30, 10, 20], [1, 1, 1])).toBe(20)
    expect(weightedMedian([40, 10, 20, 30], [1, 1, 1, 1])).toBe(25)
    expect(weightedMedian([10, 20, 30], [1, 1, 5])).toBe(30)
    expect(weightedMedian([10, 20, 30], [3, 1, 2])).toBe(15)
    expect(weightedMedian([10, 15, 20], [3, 0, 3])).toBe(15)
    expect(weightedMedian([10, 20], [0, 0])).toBeNaN()
    expect(weightedQuantileOfRising([10, 20, 30, 40], [1, 1, 1, 1], 0.9)).toBe(40)
  })

  it('a weight of three is three persons', () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 4 })), {
      minLength: 1,
      maxLength: 20,
    })
    fc.assert(
      fc.property(rows, (persons) => {
        const each = persons
          .flatMap(([value, weight]) => Array.from({ length: weight }, () => value))
          .sort((a, b) => a - b)
        const middle = (each[Math.floor((each.length - 1) / 2)]! + each[Math.floor(each.length / 2)]!) / 2
        const [values, weights] = [persons.map(([value]) => value), persons.map(([, weight]) => weight)]
        expect(weightedMedian(values, weights)).toBe(middle)
        expect(risingOrder(values).length).toBe(persons.length)
      }),
    )
  })
})

describe('parity and the pay gap', () => {
  it('by hand: 17 an hour against 20 is a gap of 15 %', () => {
    expect(payGap(17, 20)).toBeCloseTo(0.15, 14)
    expect(payGap(22, 20)).toBeCloseTo(-0.1, 14)
  })

  it('half as many and twice as many lie equally far from parity once adjusted', () => {
    expect(parityRatio(30, 60)).toBe(0.5)
    expect(adjustedParity(parityRatio(30, 60))).toBe(0.5)
    expect(adjustedParity(parityRatio(60, 30))).toBe(1.5)
    expect(adjustedParity(Infinity)).toBe(2)
    expect(adjustedParity(1)).toBe(1)
  })
})
