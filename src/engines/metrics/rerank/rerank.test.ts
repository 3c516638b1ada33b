import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PositionModel, positionWeights } from '../positions.ts'
import { calibrate, mmr, relevanceKept, xquad } from './diversify.ts'
import { applyProminenceFloor, applyQuota } from './floors.ts'

const byRelevance = (relevance: readonly number[]): number[] =>
  relevance.map((_, i) => i).sort((a, b) => relevance[b]! - relevance[a]! || a - b)

const relevances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 25 })
const flags = fc.array(fc.nat(1), { minLength: 1, maxLength: 40 })

const isOrder = (order: Uint32Array, n: number, k: number): void => {
  expect(order.length).toBe(Math.min(n, k))
  expect(new Set(order).size).toBe(order.length)
  for (const index of order) expect(index).toBeLessThan(n)
}

describe('without any weight on diversity the list is sorted by relevance', () => {
  it('MMR, xQuAD and calibration', () => {
    fc.assert(
      fc.property(relevances, fc.nat(30), (relevance, k) => {
        const sorted = byRelevance(relevance).slice(0, k)
        const groups = relevance.flatMap((_, i) => [i % 2, 1 - (i % 2)])
        expect(Array.from(mmr(relevance, () => 0.5, { k, lambda: 1 }))).toEqual(sorted)
        expect(Array.from(xquad(relevance, groups, [1, 1], { k, lambda: 0 }))).toEqual(sorted)
        const calibrated = calibrate(relevance, groups, { k, lambda: 0, target: [1, 1] })
        expect(
          relevanceKept(relevance, calibrated, new Float64Array(30).fill(1)) > 1 - 1e-9 ||
            k === 0 ||
            Math.max(...relevance) === 0,
        ).toBe(true)
      }),
    )
  })
})

describe('diversifying', () => {
  it('MMR takes the unlike item before its more relevant double', () => {
    const kind = ['a', 'a', 'b']
    const order = mmr([1, 0.95, 0.5], (i, j) => (kind[i] === kind[j] ? 1 : 0), { k: 3, lambda: 0.5 })
    expect(Array.from(order)).toEqual([0, 2, 1])
  })

  it('MMR agrees with trying every candidate against the whole list', () => {
    fc.assert(
      fc.property(relevances, fc.double({ min: 0, max: 1, noNaN: true }), (relevance, lambda) => {
        const similarity = (i: number, j: number) => ((i * 7 + j * 7) % 11) / 11
        const slow: number[] = []
        while (slow.length < Math.min(6, relevance.length)) {
          const left = relevance.map((_, i) => i).filter((i) => !slow.includes(i))
          const value = (i: number) =>
            lambda * relevance[i]! -
            (1 - lambda) * (slow.length === 0 ? 0 : Math.max(...slow.map((j) => similarity(i, j))))
          slow.push(left.reduce((best, i) => (value(i) > value(best) ? i : best)))
        }
        expect(Array.from(mmr(relevance, similarity, { k: 6, lambda }))).toEqual(slow)
      }),
    )
  })

  it('xQuAD serves each aspect before serving one twice', () => {
    const coverage = [1, 0, 1, 0, 0, 1]
    expect(Array.from(xquad([1, 0.9, 0.1], coverage, [0.5, 0.5], { k: 3, lambda: 0.9 }))).toEqual([0, 2, 1])
  })

  it('full calibration brings the shares as near to the target as whole items allow', () => {
    const relevance = Array.from({ length: 40 }, (_, i) => 1 - i / 100)
    const memberships = relevance.flatMap((_, i) => (i < 30 ? [1, 0] : [0, 1]))
    const order = calibrate(relevance, memberships, { k: 10, lambda: 1, target: [7, 3] })
    expect(Array.from(order).filter((i) => i >= 30)).toHaveLength(3)
    expect(() => calibrate(relevance, memberships, { k: 10, lambda: 1, target: [0, 0] })).toThrow('The target is empty')
  })

  it('every algorithm returns different candidates, as many as asked', () => {
    fc.assert(
      fc.property(relevances, fc.nat(30), fc.double({ min: 0, max: 1, noNaN: true }), (relevance, k, lambda) => {
        const groups = relevance.flatMap((_, i) => [i % 2, 1 - (i % 2)])
        isOrder(
          mmr(relevance, (i, j) => (i % 2 === j % 2 ? 1 : 0), { k, lambda }),
          relevance.length,
          k,
        )
        isOrder(xquad(relevance, groups, [1, 2], { k, lambda }), relevance.length, k)
        isOrder(calibrate(relevance, groups, { k, lambda, target: [1, 2] }), relevance.length, k)
      }),
    )
  })
})

describe('quota and prominence floor', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  const models = fc.constantFrom<PositionModel>(
    { kind: 'flat' },
    { kind: 'log2' },
    { kind: 'geometric', patience: 0.8 },
    { kind: 'reciprocal' },
    { kind: 'top-k', k: 3 },
  )

  it('a share of 0 changes nothing', () => {
    fc.assert(
      fc.property(flags, (isMember) => {
        const same = isMember.map((_, i) => i)
        const k = isMember.length
        expect(Array.from(applyQuota(isMember, { k, share: 0, holdsFor: 'whole-list' }))).toEqual(same)
        const model = { kind: 'top-k', k: 2 } as const
        expect(Array.from(applyProminenceFloor(isMember, { k, share: 0, model }))).toEqual(same)
      }),
    )
  })

  it('a quota is met wherever there are enough members, and order within each group is kept', () => {
    fc.assert(
      fc.property(
        flags,
        share,
        fc.nat(40),
        fc.constantFrom('every-prefix' as const, 'whole-list' as const),
        (isMember, wanted, k, holdsFor) => {
          const order = applyQuota(isMember, { k, share: wanted, holdsFor })
          isOrder(order, isMember.length, k)
          const available = isMember.filter((flag) => flag === 1).length
          const found = Array.from(order).filter((i) => isMember[i] === 1).length
          expect(found).toBeGreaterThanOrEqual(Math.min(available, Math.floor(wanted * order.length)))
          for (const group of [0, 1]) {
            const places = Array.from(order).filter((i) => isMember[i] === group)
            expect(places).toEqual([...places].sort((a, b) => a - b))
          }
        },
      ),
    )
  })

  it('a prominence floor is reached whenever all members in front would reach it', () => {
    fc.assert(
      fc.property(flags, share, fc.integer({ min: 1, max: 40 }), models, (isMember, wanted, k, model) => {
        const order = applyProminenceFloor(isMember, { k, share: wanted, model })
        isOrder(order, isMember.length, k)
        const weights = positionWeights(model, order.length)
        const total = weights.reduce((sum, weight) => sum + weight, 0)
        const available = isMember.filter((flag) => flag === 1).length
        const best = weights.slice(0, available).reduce((sum, weight) => sum + weight, 0) / total
        const reached =
          Array.from(order).reduce((sum, i, position) => sum + (isMember[i] === 1 ? weights[position]! : 0), 0) / total
        expect(reached).toBeGreaterThanOrEqual(Math.min(best, wanted) - 1e-9)
      }),
    )
  })

  it('the floor spreads members over the list', () => {
    const isMember = [...Array.from({ length: 20 }, () => 0), ...Array.from({ length: 20 }, () => 1)]
    const order = applyProminenceFloor(isMember, { k: 10, share: 0.3, model: { kind: 'flat' } })
    expect(Array.from(order, (i) => isMember[i])).toEqual([0, 1, 0, 0, 1, 0, 0, 0, 1, 0])
  })
})
