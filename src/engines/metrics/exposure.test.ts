import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectedExposure, exposureLoss, sumByGroup, targetExposure } from './expected-exposure.ts'
import {
  amplificationRatio,
  amplificationRatios,
  groupExposure,
  groupExposureShares,
  microMacroShare,
  positionGroupCells,
} from './exposure.ts'
import { attentionShares, awrf, ndkl, skewAtK } from './list-fairness.ts'
import {
  type PositionModel,
  positionShares,
  positionWeight,
  positionWeights,
  usualPositionModels,
} from './positions.ts'

const models = fc.constantFrom(...usualPositionModels)
const list = fc.array(fc.nat(2), { minLength: 1, maxLength: 20 })

describe('position models', () => {
  it('start at 1, never rise, and their shares add up to 1', () => {
    fc.assert(
      fc.property(models, fc.integer({ min: 1, max: 50 }), (model, length) => {
        const weights = positionWeights(model, length)
        expect(weights[0]).toBe(1)
        for (let i = 1; i < length; i++) expect(weights[i]).toBeLessThanOrEqual(weights[i - 1]!)
        expect(positionShares(model, length).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
      }),
    )
    expect(positionWeight({ kind: 'log2' }, 3)).toBe(0.5)
    expect(positionWeight({ kind: 'geometric', patience: 0.5 }, 3)).toBe(0.25)
    expect(positionWeight({ kind: 'reciprocal' }, 4)).toBe(0.25)
    expect(Array.from(positionWeights({ kind: 'top-k', k: 2 }, 3))).toEqual([1, 1, 0])
  })
  it('refuse a position of 0 and a patience of 1', () => {
    expect(() => positionWeight({ kind: 'flat' }, 0)).toThrow(
      'The position is 0: it must be a whole number of at least 1.',
    )
    expect(() => positionWeight({ kind: 'geometric', patience: 1 }, 1)).toThrow('The patience is 1')
  })
})

describe('group exposure', () => {
  it('from cells is that from the rows, in any order', () => {
    const rows = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 10 }), fc.nat(3), fc.double({ min: 0, max: 1, noNaN: true })),
      { minLength: 1 },
    )
    fc.assert(
      fc.property(rows, models, (slots, model) => {
        const cells = positionGroupCells(
          slots.map(([p]) => p),
          slots.map(([, g]) => g),
          4,
          10,
          slots.map(([, , w]) => w),
        )
        const exposure = groupExposure(cells, 4, model)
        for (let group = 0; group < 4; group++) {
          const slow = slots.reduce((sum, [p, g, w]) => (g === group ? sum + w * positionWeight(model, p) : sum), 0)
          expect(exposure[group]).toBeCloseTo(slow, 10)
        }
      }),
    )
  })
  it('rows outside the list are refused, not dropped', () => {
    expect(() => positionGroupCells([11], [0], 1, 10)).toThrow('positions[0] is 11: the list is 10 deep.')
    expect(() => positionGroupCells([0], [0], 1, 10)).toThrow('positions[0] is 0')
    expect(() => positionGroupCells([1], [2], 2, 10)).toThrow('groups[0] is 2: there are 2 groups.')
  })
  it('the position model decides: one group on top, another below', () => {
    const cells = positionGroupCells([1, 2, 3, 4], [0, 1, 1, 1], 2, 4)
    const shareOf = (model: PositionModel) => groupExposureShares(cells, 2, model)[0]!
    expect(shareOf({ kind: 'flat' })).toBe(0.25)
    expect(shareOf({ kind: 'reciprocal' })).toBeCloseTo(12 / 25, 12)
    expect(shareOf({ kind: 'top-k', k: 1 })).toBe(1)
  })
  it('amplification is a ratio of shares', () => {
    expect(amplificationRatio(0.2, 0.4)).toBe(0.5)
    expect(amplificationRatio(0.1, 0)).toBe(Infinity)
    expect(Array.from(amplificationRatios([1, 3], [2, 2]))).toEqual([0.5, 1.5])
    expect(() => amplificationRatio(2, 0.5)).toThrow('a share is at most 1')
  })
  it('share of plays and mean of shares differ where heavy users differ', () => {
    expect(microMacroShare([9, 0, 0], [90, 1, 0])).toEqual({ micro: 9 / 91, macro: 0.05, users: 2 })
    expect(() => microMacroShare([2], [1])).toThrow('parts[0] is 2: greater than its whole, 1.')
  })
})

describe('expected exposure', () => {
  it('rankings that take turns give items of equal merit their target', () => {
    const model = { kind: 'log2' } as const
    const exposure = expectedExposure(
      [
        [0, 1, 2],
        [0, 2, 1],
      ],
      3,
      model,
    )
    const target = targetExposure([2, 1, 1], model)
    exposure.forEach((value, item) => expect(value).toBeCloseTo(target[item]!, 12))
    expect(exposureLoss(exposure, target).loss).toBeCloseTo(0, 12)
  })
  it('loss is disparity less twice relevance plus the size of the target', () => {
    const vector = fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(vector, vector, (exposure, target) => {
        const { loss, disparity, relevance } = exposureLoss(exposure, target)
        const size = target.reduce((sum, value) => sum + value * value, 0)
        expect(loss).toBeCloseTo(disparity - 2 * relevance + size, 8)
      }),
    )
    expect(Array.from(sumByGroup([1, 2, 3], [0, 1, 0], 2))).toEqual([4, 2])
    expect(() => expectedExposure([[0, 0]], 2, { kind: 'flat' })).toThrow('Ranking 0 has item 0 twice.')
  })
})

describe('fairness of a list against a stated target', () => {
  it('AWRF is 0 as the target and 1 with nothing of it', () => {
    fc.assert(
      fc.property(list, models, (groups, model) => {
        const make = attentionShares(groups, 3, model)
        expect(awrf(groups, make, model)).toBeCloseTo(0, 7)
        const value = awrf(groups, [1, 1, 1], model, 'total-variation')
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(1)
      }),
    )
    expect(awrf([0, 0], [0, 1], { kind: 'flat' })).toBeCloseTo(1, 12)
  })
  it('NDKL agrees with the definition written out', () => {
    fc.assert(
      fc.property(list, (groups) => {
        const target = [0.5, 0.3, 0.2]
        let sum = 0
        let weights = 0
        groups.forEach((_, i) => {
          const prefix = groups.slice(0, i + 1)
          const divergence = target.reduce((kl, wanted, group) => {
            const share = prefix.filter((member) => member === group).length / prefix.length
            return share === 0 ? kl : kl + share * Math.log(share / wanted)
          }, 0)
          sum += divergence / Math.log2(i + 2)
          weights += 1 / Math.log2(i + 2)
        })
        expect(ndkl(groups, target)).toBeCloseTo(sum / weights, 10)
      }),
    )
    expect(ndkl([0, 1], [1, 0])).toBe(Infinity)
  })
  it('NDKL against the catalogue sees a group that is left out altogether', () => {
    expect(ndkl([0, 0, 0], [0.5, 0.5])).toBeCloseTo(Math.log(2), 12)
    expect(skewAtK([0, 0, 1, 1], [1, 1], 0, 2)).toBeCloseTo(Math.log(2), 12)
    expect(() => ndkl([0], [0])).toThrow('The target is empty: state catalogue, population or quota.')
  })
})
