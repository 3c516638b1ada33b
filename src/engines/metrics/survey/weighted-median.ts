import { checkSameLength, checkWithin, type Numbers, sumOfCounts } from '../arguments.ts'

/** Places of values in rising order of value: sorted once, used for every replicate of the weights. */
export const risingOrder = (values: Numbers): Uint32Array =>
  Uint32Array.from({ length: values.length }, (_, i) => i).sort((a, b) => values[a]! - values[b]! || a - b)

/**
 * Weighted quantile of values that come in rising order: the smallest value at which the weights reach `probability` of their sum; where they
 * reach it exactly, halfway to the next value that counts. With equal weights the median is the usual one. NaN when no weight is above 0.
 * `total` saves the sum of the weights where it is known. Range: between the least and the greatest value.
 * Source: R. J. Hyndman and Y. Fan, The American Statistician 50 (1996) 361–365, definition 2, with weights in place of counts.
 */
export const weightedQuantileOfRising = (
  values: Numbers,
  weights: Numbers,
  probability: number,
  total = sumOfCounts(weights, 'weights'),
): number => {
  checkSameLength(values, weights, 'Values and weights')
  checkWithin(probability, 0, 1, 'The probability')
  if (!(total > 0)) return Number.NaN
  const wanted = probability * total
  const hair = total * 1e-12
  let reached = 0
  let at = Number.NaN
  for (let i = 0; i < values.length; i++) {
    if (weights[i] === 0) continue
    if (!Number.isNaN(at)) return (at + values[i]!) / 2
    reached += weights[i]!
    if (reached > wanted + hair) return values[i]!
    if (reached >= wanted - hair) at = values[i]!
  }
  return at
}

/** Weighted median of values in any order (`weightedQuantileOfRising`). */
export const weightedMedian = (values: Numbers, weights: Numbers): number => {
  checkSameLength(values, weights, 'Values and weights')
  const order = risingOrder(values)
  return weightedQuantileOfRising(
    Float64Array.from(order, (i) => values[i]!),
    Float64Array.from(order, (i) => weights[i]!),
    0.5,
  )
}
