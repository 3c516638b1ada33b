import { checkInside } from '../arguments.ts'
import { normalProbability, normalQuantile } from '../normal.ts'

export type Interval = readonly [low: number, high: number]

/** Throws RangeError when a replicate is NaN: a statistic that does not exist in some replicates has no interval. */
const rising = (replicates: Float64Array): Float64Array => {
  const sorted = Float64Array.from(replicates).sort()
  if (sorted.length < 2) throw new RangeError(`There are ${sorted.length} replicates: an interval needs at least 2.`)
  if (Number.isNaN(sorted.at(-1))) throw new RangeError('The statistic does not exist (NaN) in some replicates.')
  return sorted
}

/** Quantile of rising values with linear interpolation between order statistics (R's type 7, NumPy's default). */
const quantileOf = (sorted: Float64Array, probability: number): number => {
  const place = probability * (sorted.length - 1)
  const below = Math.floor(place)
  const low = sorted[below]!
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!
  return low + (high - low) * (place - below)
}

/** Standard error: the standard deviation of the replicates, with divisor B − 1. Throws RangeError for NaN or fewer than 2 replicates. */
export const bootstrapStandardError = (replicates: Float64Array): number => {
  const values = rising(replicates)
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
}

/** Percentile interval [low, high] at `level` (0.95 if left out). Throws RangeError for NaN, fewer than 2 replicates, or a bad level. */
export const percentileInterval = (replicates: Float64Array, level = 0.95): Interval => {
  checkInside(level, 0, 1, 'The level')
  const sorted = rising(replicates)
  return [quantileOf(sorted, (1 - level) / 2), quantileOf(sorted, (1 + level) / 2)]
}

/** Basic (reflected) interval: 2θ̂ minus the percentile limits. May leave the range of the statistic. */
export const basicInterval = (estimate: number, replicates: Float64Array, level = 0.95): Interval => {
  const [low, high] = percentileInterval(replicates, level)
  return [2 * estimate - high, 2 * estimate - low]
}

/** Σ(θ̄ − θᵢ)³ / (6 (Σ(θ̄ − θᵢ)²)^1.5) of leave-one-out or delete-a-group values; 0 when they do not vary. */
export const acceleration = (jackknifeValues: Float64Array): number => {
  const mean = jackknifeValues.reduce((sum, value) => sum + value, 0) / jackknifeValues.length
  let squares = 0
  let cubes = 0
  for (const value of jackknifeValues) {
    squares += (mean - value) ** 2
    cubes += (mean - value) ** 3
  }
  return squares === 0 ? 0 : cubes / (6 * squares ** 1.5)
}

/**
 * Bias-corrected and accelerated interval, for statistics like the Gini coefficient whose replicates are biased and skewed.
 * `estimate`: the statistic of the data; `replicates`: of the bootstrap; `jackknifeValues`: with each cluster (or each of 20 and more
 * random groups of clusters) left out. Replicates equal to the estimate count half for the bias. When all replicates lie on one side
 * of the estimate the interval does not exist: RangeError. Where the estimate itself is biased (a Gini coefficient of thinly played works is
 * too high) the interval is shifted against the bias and may leave the estimate outside. Source: B. Efron, Journal of the American Statistical Association 82 (1987) 171–185.
 */
export const bcaInterval = (
  estimate: number,
  replicates: Float64Array,
  jackknifeValues: Float64Array,
  level = 0.95,
): Interval => {
  checkInside(level, 0, 1, 'The level')
  const sorted = rising(replicates)
  if (sorted[0] === sorted.at(-1) && sorted[0] === estimate) return [estimate, estimate]
  let below = 0
  for (const value of sorted) below += value < estimate ? 1 : value === estimate ? 0.5 : 0
  if (below === 0 || below === sorted.length) {
    throw new RangeError('All replicates lie on one side of the estimate: a BCa interval does not exist.')
  }
  const bias = normalQuantile(below / sorted.length)
  const skew = acceleration(jackknifeValues)
  const limit = (probability: number): number => {
    const z = bias + normalQuantile(probability)
    return quantileOf(sorted, normalProbability(bias + z / (1 - skew * z)))
  }
  return [limit((1 - level) / 2), limit((1 + level) / 2)]
}
