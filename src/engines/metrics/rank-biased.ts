import { checkInside, checkSameLength, type Numbers, sumOfCounts } from './arguments.ts'

/**
 * Rank-biased precision (1 − p) Σ rel(k) p^(k−1) of a list. `relevant` says what counts; `patience` p strictly between 0 and 1 is the
 * chance that a reader goes on to the next position. Range 0 … 1 − p^length; what lies beyond the list counts as not relevant (the
 * uncertainty is `rbpResidual`). Throws RangeError for a bad patience. Source: A. Moffat and J. Zobel, ACM TOIS 27 (2008) 2.
 */
export const rbp = <Item>(list: readonly Item[], relevant: ReadonlySet<Item>, patience: number): number => {
  checkInside(patience, 0, 1, 'The patience')
  let weight = 1 - patience
  let sum = 0
  for (const item of list) {
    if (relevant.has(item)) sum += weight
    weight *= patience
  }
  return sum
}

/**
 * RBP divided by the most a list of its length could have with so many relevant items: the first min(relevant, length) positions.
 * Range 0 … 1; nothing relevant gives NaN. Source: the `normalize` option of LensKit.
 */
export const rbpNormalised = <Item>(list: readonly Item[], relevant: ReadonlySet<Item>, patience: number): number => {
  const reachable = Math.min(list.length, relevant.size)
  return reachable === 0 ? Number.NaN : rbp(list, relevant, patience) / (1 - patience ** reachable)
}

/** The most that items beyond a list of this length could still add to its RBP: p^length. */
export const rbpResidual = (length: number, patience: number): number => {
  checkInside(patience, 0, 1, 'The patience')
  return patience ** length
}

/**
 * Weighted precision Σ wₖ relₖ / Σ wₖ under any position weights, normalised by the weights of the list. `relevance[k]` 0 … 1.
 * Range 0 … 1; no weight at all gives NaN. Throws RangeError for lists of unequal length.
 */
export const weightedPrecision = (relevance: Numbers, weights: Numbers): number => {
  checkSameLength(relevance, weights, 'Relevance and weights')
  const total = sumOfCounts(weights, 'weights')
  let sum = 0
  for (let i = 0; i < relevance.length; i++) sum += relevance[i]! * weights[i]!
  return sum / total
}

/** Throws RangeError when an item occurs twice: rankings are lists without ties or repeats. */
const checkDistinct = (list: readonly unknown[], name: string): void => {
  if (new Set(list).size !== list.length) throw new RangeError(`The ${name} list has an item twice.`)
}

/**
 * Overlap X_d of two rankings at depths 1 … length of the longer: how many items their first d share (a shorter list ends where it
 * ends). Throws RangeError when an item occurs twice in one list.
 */
export const overlaps = <Item>(a: readonly Item[], b: readonly Item[]): Uint32Array => {
  checkDistinct(a, 'first')
  checkDistinct(b, 'second')
  const seenA = new Set<Item>()
  const seenB = new Set<Item>()
  const result = new Uint32Array(Math.max(a.length, b.length))
  let overlap = 0
  for (let d = 0; d < result.length; d++) {
    if (d < a.length) {
      seenA.add(a[d]!)
      if (seenB.has(a[d]!)) overlap++
    }
    if (d < b.length) {
      seenB.add(b[d]!)
      if (seenA.has(b[d]!)) overlap++
    }
    result[d] = overlap
  }
  return result
}

/**
 * Average overlap of two rankings, (1/k) Σ_{d ≤ k} X_d / d, k the depth (the shorter list if left out). Range 0 … 1.
 * Two empty lists give 1, one empty list 0. Source: R. Fagin, R. Kumar and D. Sivakumar, SIAM J. Discrete Math. 17 (2003) 134–160.
 */
export const averageOverlap = <Item>(a: readonly Item[], b: readonly Item[], depth?: number): number => {
  const k = Math.min(depth ?? Infinity, a.length, b.length)
  if (k === 0) return a.length === b.length ? 1 : 0
  const overlap = overlaps(a.slice(0, k), b.slice(0, k))
  let sum = 0
  for (let d = 1; d <= k; d++) sum += overlap[d - 1]! / d
  return sum / k
}

/** Rank-biased overlap of two rankings seen only in part: what is proven, what is possible, and the best single guess. */
export interface RankBiasedOverlap {
  /** The lower bound: nothing unseen agrees. */
  readonly low: number
  /** The upper bound: everything unseen agrees as far as it can. */
  readonly high: number
  /** Extrapolated: the agreement seen last is taken to go on (equation 32 of the paper, lists of unequal length allowed). */
  readonly extrapolated: number
  /** The bare sum (1 − p) Σ_{d ≤ k} p^(d−1) X_d / d to the depth of the shorter list; below `low`. */
  readonly truncated: number
}

/**
 * Rank-biased overlap with patience p strictly between 0 and 1. Range 0 … 1, 1 for the same ranking. Two empty lists have
 * extrapolated 1, one empty list 0. Throws RangeError for a bad patience or an item twice in one list.
 * Source: W. Webber, A. Moffat and J. Zobel, ACM TOIS 28 (2010) 20, equations 4, 11, 30 and 32.
 */
export const rbo = <Item>(a: readonly Item[], b: readonly Item[], patience: number): RankBiasedOverlap => {
  checkInside(patience, 0, 1, 'The patience')
  const shorter = Math.min(a.length, b.length)
  const longer = Math.max(a.length, b.length)
  const overlap = overlaps(a, b)
  const low = lowerBound(overlap, patience)
  const high = upperBound(overlap, shorter, longer, patience)
  if (shorter === 0) return { low, high, extrapolated: longer === 0 ? 1 : 0, truncated: 0 }
  let truncated = 0
  for (let d = 1; d <= shorter; d++) truncated += ((1 - patience) * patience ** (d - 1) * overlap[d - 1]!) / d
  return { low, high, truncated, extrapolated: extrapolate(overlap, shorter, longer, patience) }
}

/**
 * The share of RBO's weight that the first `depth` positions carry: 1 − p^(d−1) + (1−p)/p · d · (−ln(1−p) − Σ_{i<d} p^i/i).
 * Says how to choose p: 0.9 puts 86 % on the first ten. Throws RangeError for a bad patience. Source: Webber et al. 2010, equation 21.
 */
export const rboTopWeight = (depth: number, patience: number): number => {
  checkInside(patience, 0, 1, 'The patience')
  let rest = -Math.log1p(-patience)
  for (let i = 1; i < depth; i++) rest -= patience ** i / i
  return 1 - patience ** (depth - 1) + ((1 - patience) / patience) * depth * rest
}

const lowerBound = (overlap: Uint32Array, p: number): number => {
  const last = overlap.at(-1) ?? 0
  let sum = -last * Math.log1p(-p)
  let power = 1
  for (let d = 1; d <= overlap.length; d++) {
    power *= p
    sum += ((overlap[d - 1]! - last) * power) / d
  }
  return ((1 - p) / p) * sum
}

const upperBound = (overlap: Uint32Array, shorter: number, longer: number, p: number): number => {
  const full = longer + shorter - (overlap.at(-1) ?? 0)
  let sum = 0
  let power = 1
  for (let d = 1; d <= full; d++) {
    power *= p
    const seen = overlap[Math.min(d, longer) - 1] ?? 0
    const possible = Math.min(d, seen + Math.max(0, d - shorter) + Math.max(0, d - longer))
    sum += (possible / d) * power
  }
  return ((1 - p) / p) * sum + power
}

const extrapolate = (overlap: Uint32Array, shorter: number, longer: number, p: number): number => {
  const atShorter = overlap[shorter - 1]!
  const atLonger = overlap[longer - 1]!
  let sum = 0
  for (let d = 1; d <= longer; d++) {
    const beyond = d > shorter ? (atShorter * (d - shorter)) / shorter : 0
    sum += ((overlap[d - 1]! + beyond) / d) * p ** d
  }
  return ((1 - p) / p) * sum + ((atLonger - atShorter) / longer + atShorter / shorter) * p ** longer
}
