import { checkWhole, checkWithin, type Numbers, sumOfCounts } from './arguments.ts'

/** Σ (2i − n − 1) xᵢ / (n Σx) over rising values, accumulated so that large n keeps its digits. */
const giniOfRising = (rising: Numbers): number => {
  const n = rising.length
  let weighted = 0
  let total = 0
  for (let i = 0; i < n; i++) {
    weighted += (2 * i + 1 - n) * rising[i]!
    total += rising[i]!
  }
  return total === 0 ? Number.NaN : weighted / (n * total)
}

/**
 * Gini coefficient in population form, Σ (2i − n − 1) xᵢ / (n Σ x) with x rising, i = 1 … n. `values`: use or income per work or
 * creator, ≥ 0; those with nothing belong in the list (leave them out and inequality is understated). Range 0 … (n−1)/n.
 * Empty or all zero gives NaN. The input is copied, then sorted: O(n log n). Throws RangeError for a bad value.
 * Source: C. Gini (1912); the form of P. Sen's and of most packages; see `giniSampleCorrected` for the other.
 */
export const gini = (values: Numbers): number => {
  sumOfCounts(values, 'values')
  return giniOfRising(Float64Array.from(values).sort())
}

/** `gini` for a typed array that the caller allows to be sorted in place: nothing is allocated and nothing is checked. */
export const giniInPlace = (values: Float64Array | Uint32Array | Int32Array | Float32Array): number =>
  giniOfRising(values.sort())

/**
 * `gini` of a table of frequencies: `frequency[v]` works had exactly v plays (v = 0 included). Nothing is sorted: O(length).
 * The exact same number as `gini` of the list written out, up to rounding. Throws RangeError for a bad frequency.
 */
export const giniOfFrequencies = (frequency: Numbers): number => {
  const n = sumOfCounts(frequency, 'frequency')
  let before = 0
  let weighted = 0
  let total = 0
  for (let value = 0; value < frequency.length; value++) {
    const works = frequency[value]!
    weighted += value * works * (2 * before + works - n)
    total += value * works
    before += works
  }
  return total === 0 ? Number.NaN : weighted / (n * total)
}

/**
 * Gini coefficient corrected for small samples: the population form × n/(n − 1) (the default of R DescTools). Range 0 … 1.
 * Fewer than two values give NaN. Source: G. Deltas, Review of Economics and Statistics 85 (2003) 226–234.
 */
export const giniSampleCorrected = (values: Numbers): number =>
  values.length < 2 ? Number.NaN : (gini(values) * values.length) / (values.length - 1)

/**
 * 1 − (2/n) Σ Lᵢ, the area under the Lorenz curve taken by right-hand rectangles: biased by 1/n downward, the default of scikit-bio.
 * Here only so that figures published in that convention can be recognised; use `gini`.
 */
export const giniByRectangles = (values: Numbers): number => gini(values) - 1 / values.length

/**
 * The Lorenz curve: entry i − 1 is the share of the total held by the i smallest values, i = 1 … n; the last is 1. The point (0, 0) is
 * understood and not in the list. All zero gives NaN everywhere. Throws RangeError for a bad value.
 * Source: M. O. Lorenz, Publications of the American Statistical Association 9 (1905) 209–219.
 */
export const lorenz = (values: Numbers): Float64Array => {
  const total = sumOfCounts(values, 'values')
  const curve = Float64Array.from(values).sort()
  let cumulative = 0
  for (let i = 0; i < curve.length; i++) {
    cumulative += curve[i]!
    curve[i] = cumulative / total
  }
  if (total > 0) curve[curve.length - 1] = 1
  return curve
}

/**
 * Share of the total held by the k largest values (k larger than the list gives 1). Range k/n … 1; nothing at all gives NaN.
 * Throws RangeError for a bad value or a k that is not a whole number ≥ 0.
 */
export const topShare = (values: Numbers, k: number): number => {
  checkWhole(k, 0, 'k')
  const total = sumOfCounts(values, 'values')
  const rising = Float64Array.from(values).sort()
  let top = 0
  for (let i = Math.max(0, rising.length - k); i < rising.length; i++) top += rising[i]!
  return total === 0 ? Number.NaN : top / total
}

/**
 * Share of the total held by the largest `fraction` of the values (0.01: the top one percent), ⌈fraction × n⌉ of them, so never none
 * unless the fraction is 0. Throws RangeError for a bad value or a fraction outside 0 … 1.
 */
export const topFractionShare = (values: Numbers, fraction: number): number => {
  checkWithin(fraction, 0, 1, 'The fraction')
  return topShare(values, Math.ceil(fraction * values.length - 1e-9))
}
