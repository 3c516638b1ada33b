import { checkWhole, type Numbers, sumOfCounts } from './arguments.ts'
import { type PositionModel, positionShares } from './positions.ts'
import { jensenShannonDistance, jensenShannonDivergence, kullbackLeibler, totalVariation } from './turnover.ts'

/** How the make-up of a list is compared with its target. */
export type ShareDistance = 'jensen-shannon-divergence' | 'jensen-shannon-distance' | 'total-variation'

const distances: Readonly<Record<ShareDistance, (p: Numbers, q: Numbers) => number>> = {
  'jensen-shannon-divergence': jensenShannonDivergence,
  'jensen-shannon-distance': jensenShannonDistance,
  'total-variation': totalVariation,
}

const checkGroups = (list: Numbers, target: Numbers): void => {
  if (sumOfCounts(target, 'target') === 0)
    throw new RangeError('The target is empty: state catalogue, population or quota.')
  for (let i = 0; i < list.length; i++) {
    checkWhole(list[i]!, 0, `list[${i}]`)
    if (list[i]! >= target.length)
      throw new RangeError(`list[${i}] is ${list[i]}: the target has ${target.length} groups.`)
  }
}

/** Attention-weighted share of each group in one list. `list[i]`: group of the item at position i + 1. Adds up to 1; empty gives NaN. */
export const attentionShares = (list: Numbers, groupCount: number, model: PositionModel): Float64Array => {
  const weights = positionShares(model, list.length)
  const sums = new Float64Array(groupCount)
  for (let i = 0; i < list.length; i++) sums[list[i]!] = sums[list[i]!]! + weights[i]!
  return list.length === 0 ? sums.fill(Number.NaN) : sums
}

/**
 * AWRF, attention-weighted rank fairness, as a distance: how far the attention-weighted make-up of a list is from a stated target
 * (catalogue, population or quota — never the list's own make-up). `list[i]`: group at position i + 1; `target`: amount per group.
 * Range 0 (as the target) … 1. Some publications report 1 minus it. Throws RangeError for an empty target or a group it lacks.
 * Sources: P. Sapiezynski et al., WWW 2019 Companion, 553–562; A. Raj and M. D. Ekstrand, SIGIR 2022, 726–736.
 */
export const awrf = (
  list: Numbers,
  target: Numbers,
  model: PositionModel,
  distance: ShareDistance = 'jensen-shannon-divergence',
): number => {
  checkGroups(list, target)
  if (list.length === 0) return Number.NaN
  return distances[distance](attentionShares(list, target.length, model), target)
}

/**
 * NDKL, normalised discounted Kullback–Leibler divergence: (1/Z) Σₙ 1/log₂(n+1) · KL(make-up of the first n ‖ target), Z = Σ 1/log₂(n+1).
 * `list[i]`: group at position i + 1; `target`: amount per group, stated by the study, never the list's own make-up. Natural logarithm
 * as in the paper, unless another `base`. Range 0 … ∞; Infinity where the list shows a group of which the target has nothing; an
 * empty list gives NaN. Throws RangeError for an empty target or a group it lacks.
 * Source: S. C. Geyik, S. Ambler and K. Kenthapadi, KDD 2019, 2221–2231, definition 3.3.
 */
export const ndkl = (list: Numbers, target: Numbers, base: number = Math.E): number => {
  checkGroups(list, target)
  const counts = new Float64Array(target.length)
  let sum = 0
  let weights = 0
  for (let i = 0; i < list.length; i++) {
    counts[list[i]!] = counts[list[i]!]! + 1
    const weight = 1 / Math.log2(i + 2)
    sum += weight * kullbackLeibler(counts, target, base)
    weights += weight
  }
  return sum / weights
}

/**
 * Skew of a group in the first k: ln(share in the top k ÷ share in the target). 0 is neither; −Infinity when absent; NaN for an empty
 * list. Throws RangeError as `ndkl`. Source: Geyik et al. 2019, definition 3.1.
 */
export const skewAtK = (list: Numbers, target: Numbers, group: number, k: number): number => {
  checkGroups(list, target)
  checkWhole(k, 1, 'k')
  const depth = Math.min(k, list.length)
  let found = 0
  for (let i = 0; i < depth; i++) if (list[i] === group) found++
  return Math.log(found / depth / (target[group]! / sumOfCounts(target, 'target')))
}
