import { checkSameLength, checkWhole, checkWithin, type Numbers } from '../arguments.ts'

/** How long the new list is, and how much relevance gives way: 0 ≤ λ ≤ 1. */
export interface Tradeoff {
  readonly k: number
  readonly lambda: number
}

const checkTradeoff = ({ k, lambda }: Tradeoff): void => {
  checkWhole(k, 0, 'k')
  checkWithin(lambda, 0, 1, 'λ')
}

/**
 * Builds a list greedily: at each position the candidate of the greatest value, ties to the lower index. `valueOf` is asked for every
 * candidate left; `take` is told what was taken.
 */
const pickGreedily = (
  candidates: number,
  k: number,
  valueOf: (candidate: number) => number,
  take: (candidate: number) => void,
): Uint32Array => {
  const order = new Uint32Array(Math.min(k, candidates))
  const isTaken = new Uint8Array(candidates)
  for (let position = 0; position < order.length; position++) {
    let best = -1
    let bestValue = -Infinity
    for (let candidate = 0; candidate < candidates; candidate++) {
      if (isTaken[candidate] === 1) continue
      const value = valueOf(candidate)
      if (best < 0 || value > bestValue) {
        best = candidate
        bestValue = value
      }
    }
    isTaken[best] = 1
    order[position] = best
    take(best)
  }
  return order
}

/**
 * Maximal marginal relevance: at each position the candidate with the greatest λ·relevance − (1 − λ)·(greatest similarity to what is
 * already listed). λ = 1 sorts by relevance. `relevance[i]` and `similarity(i, j)` on the same scale (0..1). Returns candidate indices.
 * Time O(k · n). Throws RangeError for a bad λ or k. Source: J. Carbonell and J. Goldstein, SIGIR 1998, 335–336.
 */
export const mmr = (
  relevance: Numbers,
  similarity: (candidate: number, listed: number) => number,
  { k, lambda }: Tradeoff,
): Uint32Array => {
  checkTradeoff({ k, lambda })
  const n = relevance.length
  const nearest = new Float64Array(n)
  let isFirst = true
  return pickGreedily(
    n,
    k,
    (i) => lambda * relevance[i]! - (1 - lambda) * nearest[i]!,
    (taken) => {
      for (let i = 0; i < n; i++) {
        const near = similarity(i, taken)
        nearest[i] = isFirst ? near : Math.max(nearest[i]!, near)
      }
      isFirst = false
    },
  )
}

/**
 * xQuAD: at each position the candidate with the greatest (1 − λ)·relevance + λ·Σₐ weightₐ·coverage(i, a)·Πⱼ listed (1 − coverage(j, a)).
 * λ = 0 sorts by relevance. `coverage`: candidates × aspects, row-major, 0..1 (how well a candidate serves an aspect: a language, a
 * country); `weights`: importance of each aspect. Returns candidate indices. Time O(k · n · aspects).
 * Throws RangeError for misfits. Source: R. L. T. Santos, C. Macdonald and I. Ounis, WWW 2010, 881–890.
 */
export const xquad = (
  relevance: Numbers,
  coverage: Numbers,
  weights: Numbers,
  { k, lambda }: Tradeoff,
): Uint32Array => {
  checkTradeoff({ k, lambda })
  const aspects = weights.length
  if (coverage.length !== relevance.length * aspects) {
    throw new RangeError(`coverage has ${coverage.length} entries: ${relevance.length} × ${aspects} were expected.`)
  }
  const unserved = Float64Array.from(weights)
  const gain = (i: number): number => {
    let sum = 0
    for (let a = 0; a < aspects; a++) sum += unserved[a]! * coverage[i * aspects + a]!
    return sum
  }
  return pickGreedily(
    relevance.length,
    k,
    (i) => (1 - lambda) * relevance[i]! + lambda * gain(i),
    (taken) => {
      for (let a = 0; a < aspects; a++) unserved[a] = unserved[a]! * (1 - coverage[taken * aspects + a]!)
    },
  )
}

/** What calibration aims at. */
export interface Calibration extends Tradeoff {
  /** Wanted amount per group: a user's history, the catalogue, a quota. State which. */
  readonly target: Numbers
  /** Part of the target mixed into the list's shares so that the divergence stays finite; 0.01 if left out. */
  readonly smoothing?: number
}

/**
 * Calibrated list: greedily maximises (1 − λ)·Σ relevance − λ·KL(target ‖ shares of groups in the list), natural logarithm. λ = 0 sorts
 * by relevance. `memberships`: candidates × groups, row-major, each row the candidate's shares over groups (1 in one column, or fractions
 * for co-productions). Returns candidate indices. Time O(k · n · groups). Throws RangeError for misfits.
 * Source: H. Steck, RecSys 2018, 154–162.
 */
export const calibrate = (relevance: Numbers, memberships: Numbers, calibration: Calibration): Uint32Array => {
  checkTradeoff(calibration)
  const { k, lambda, target, smoothing = 0.01 } = calibration
  const groups = target.length
  if (memberships.length !== relevance.length * groups) {
    throw new RangeError(
      `memberships has ${memberships.length} entries: ${relevance.length} × ${groups} were expected.`,
    )
  }
  checkWithin(smoothing, Number.MIN_VALUE, 1, 'The smoothing')
  const total = Array.from(target).reduce((sum, amount) => sum + amount, 0)
  if (!(total > 0)) throw new RangeError('The target is empty: state catalogue, population or quota.')
  const wanted = Float64Array.from(target, (amount) => amount / total)
  const sums = new Float64Array(groups)
  let listed = 0
  let relevanceSum = 0
  const divergenceWith = (i: number): number => {
    let divergence = 0
    for (let g = 0; g < groups; g++) {
      if (wanted[g] === 0) continue
      const share = (sums[g]! + memberships[i * groups + g]!) / (listed + 1)
      divergence += wanted[g]! * Math.log(wanted[g]! / ((1 - smoothing) * share + smoothing * wanted[g]!))
    }
    return divergence
  }
  return pickGreedily(
    relevance.length,
    k,
    (i) => (1 - lambda) * (relevanceSum + relevance[i]!) - lambda * divergenceWith(i),
    (taken) => {
      listed++
      relevanceSum += relevance[taken]!
      for (let g = 0; g < groups; g++) sums[g] = sums[g]! + memberships[taken * groups + g]!
    },
  )
}

/**
 * The relevance a new order keeps: Σ weight × relevance of its list ÷ the same of the best list, positions weighted by `weights`
 * (`positionWeights`). Range 0 … 1 for relevance ≥ 0; an empty or worthless list gives NaN. Throws RangeError for fewer weights than items.
 */
export const relevanceKept = (relevance: Numbers, order: Numbers, weights: Numbers): number => {
  if (weights.length < order.length) checkSameLength(order, weights, 'The list and its weights')
  const best = Float64Array.from(relevance).sort().reverse()
  let kept = 0
  let ideal = 0
  for (let i = 0; i < order.length; i++) {
    kept += weights[i]! * relevance[order[i]!]!
    ideal += weights[i]! * best[i]!
  }
  return kept / ideal
}
