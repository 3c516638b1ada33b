import { checkBase, type Numbers, sumOfCounts } from './arguments.ts'

const checkOrder = (order: number): void => {
  if (!(order >= 0)) throw new RangeError(`The order q is ${order}: it must be zero or more (Infinity is allowed).`)
}

/** Σ pᵢ^q over the kinds that occur; for q = 0 their number. */
const powerSum = (counts: Numbers, total: number, order: number): number => {
  let sum = 0
  for (let i = 0; i < counts.length; i++) if (counts[i]! > 0) sum += (counts[i]! / total) ** order
  return sum
}

const greatestShare = (counts: Numbers, total: number): number => {
  let greatest = 0
  for (let i = 0; i < counts.length; i++) if (counts[i]! > greatest) greatest = counts[i]!
  return greatest / total
}

/** −Σ pᵢ ln pᵢ without checks, for callers that hold a checked total. */
const naturalEntropy = (counts: Numbers, total: number): number => {
  let sum = 0
  for (let i = 0; i < counts.length; i++) {
    const share = counts[i]! / total
    if (share > 0) sum -= share * Math.log(share)
  }
  return sum === 0 ? 0 : sum
}

/**
 * Number of kinds with more than nothing. `counts`: abundances or weights per kind, ≥ 0. Range 0 … length; an empty list gives 0.
 * Throws RangeError for a negative, infinite or missing count.
 */
export const richness = (counts: Numbers): number => {
  sumOfCounts(counts, 'counts')
  let kinds = 0
  for (let i = 0; i < counts.length; i++) if (counts[i]! > 0) kinds++
  return kinds
}

/**
 * Hill number of order q, the effective number of kinds: (Σ pᵢ^q)^(1/(1−q)); q = 1 is exp(−Σ pᵢ ln pᵢ), q = ∞ is 1 / max pᵢ.
 * `counts`: abundances or weights per kind, ≥ 0, of any scale; kinds with 0 do not count. `order` ≥ 0, Infinity allowed: always
 * report it. Range 1 … richness, falling in q. Nothing counted gives NaN (0 for order 0).
 * Throws RangeError for a bad count or a negative order.
 * Source: M. O. Hill, Ecology 54 (1973) 427–432; L. Jost, Oikos 113 (2006) 363–375.
 */
export const hill = (counts: Numbers, order: number): number => {
  checkOrder(order)
  const total = sumOfCounts(counts, 'counts')
  if (order === 0) return richness(counts)
  if (total === 0) return Number.NaN
  if (order === 1) return Math.exp(naturalEntropy(counts, total))
  if (order === Infinity) return 1 / greatestShare(counts, total)
  return powerMean(counts, total, order)
}

/**
 * The power sum scaled by the greatest share, so that high orders neither underflow nor lose digits, and by `expm1` near q = 1, where
 * the plain formula cancels: Σ pᵢ^q = 1 + Σ pᵢ (pᵢ^(q−1) − 1).
 */
const powerMean = (counts: Numbers, total: number, order: number): number => {
  const less = order - 1
  if (Math.abs(less) < 0.01) {
    let excess = 0
    for (let i = 0; i < counts.length; i++) {
      const share = counts[i]! / total
      if (share > 0) excess += share * Math.expm1(less * Math.log(share))
    }
    return Math.exp(-Math.log1p(excess) / less)
  }
  const greatest = greatestShare(counts, total)
  let sum = 0
  for (let i = 0; i < counts.length; i++) {
    if (counts[i]! > 0) sum += (counts[i]! / total / greatest) ** order
  }
  return Math.exp(-(Math.log(sum) + order * Math.log(greatest)) / less)
}

/** Hill numbers of several orders, in the order given: the diversity profile. Arguments and errors as `hill`. */
export const hillProfile = (counts: Numbers, orders: Numbers): Float64Array => {
  const profile = new Float64Array(orders.length)
  for (let i = 0; i < orders.length; i++) profile[i] = hill(counts, orders[i]!)
  return profile
}

/**
 * Shannon entropy −Σ pᵢ log pᵢ, in nats unless another `base` is given (2: bits, 10: dits). Range 0 … log richness.
 * Nothing counted gives NaN. Throws RangeError for a bad count or base. It is a sum, never a mean over kinds.
 * Source: C. E. Shannon, Bell System Technical Journal 27 (1948) 379–423.
 */
export const shannon = (counts: Numbers, base: number = Math.E): number => {
  checkBase(base)
  const total = sumOfCounts(counts, 'counts')
  if (total === 0) return Number.NaN
  const entropy = naturalEntropy(counts, total)
  return base === Math.E ? entropy : entropy / Math.log(base)
}

/**
 * Rényi entropy of order q: the logarithm of the Hill number, natural unless another `base` is given. Range 0 … log richness.
 * Nothing counted gives NaN. Errors as `hill`. Source: A. Rényi, Fourth Berkeley Symposium 1 (1961) 547–561.
 */
export const renyi = (counts: Numbers, order: number, base: number = Math.E): number => {
  checkBase(base)
  const number = hill(counts, order)
  if (number === 0) return Number.NaN
  return base === Math.E ? Math.log(number) : Math.log(number) / Math.log(base)
}

/**
 * Tsallis (HCDT) entropy of order q: (1 − Σ pᵢ^q) / (q − 1); q = 1 is Shannon in nats, q = 2 is `giniSimpson`, q = 0 is richness − 1,
 * q = ∞ is 0. Nothing counted gives NaN. Errors as `hill`. Source: C. Tsallis, Journal of Statistical Physics 52 (1988) 479–487.
 */
export const tsallis = (counts: Numbers, order: number): number => {
  checkOrder(order)
  const total = sumOfCounts(counts, 'counts')
  if (total === 0) return Number.NaN
  if (order === 1) return naturalEntropy(counts, total)
  if (order === Infinity) return 0
  return (1 - powerSum(counts, total, order)) / (order - 1)
}
