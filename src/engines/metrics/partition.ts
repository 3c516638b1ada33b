import { checkSameLength, type Numbers, sumOfCounts } from './arguments.ts'
import { hill } from './hill.ts'

/** Diversity within (α), between (β = γ/α, effective number of distinct communities) and over all (γ), in effective numbers. */
export interface Partition {
  readonly alpha: number
  readonly beta: number
  readonly gamma: number
}

const sharesOf = (row: Numbers, name: string): Float64Array => {
  const total = sumOfCounts(row, name)
  if (total === 0) throw new RangeError(`${name} is empty: every community must have something in it.`)
  return Float64Array.from(row, (count) => count / total)
}

const pooled = (shares: readonly Float64Array[], weights: Float64Array): Float64Array => {
  const pool = new Float64Array(shares[0]!.length)
  shares.forEach((row, j) => {
    checkSameLength(row, pool, 'Two communities')
    for (let i = 0; i < pool.length; i++) pool[i] = pool[i]! + weights[j]! * row[i]!
  })
  return pool
}

/** Jost's α: [Σⱼ wⱼ^q Σᵢ pᵢⱼ^q / Σⱼ wⱼ^q]^(1/(1−q)), from the Hill number of each community; q = 1 is exp(Σ wⱼ Hⱼ). */
const within = (shares: readonly Float64Array[], weights: Float64Array, order: number): number => {
  const numbers = shares.map((row) => hill(row, order))
  if (order === 1) return Math.exp(numbers.reduce((sum, number, j) => sum + weights[j]! * Math.log(number), 0))
  if (order === Infinity) {
    return Math.max(...weights) / Math.max(...numbers.map((number, j) => weights[j]! / number))
  }
  let above = 0
  let below = 0
  numbers.forEach((number, j) => {
    const weight = weights[j] === 0 ? 0 : weights[j]! ** order
    above += weight * number ** (1 - order)
    below += weight
  })
  return (above / below) ** (1 / (1 - order))
}

/**
 * Partition of diversity of order q into α, β, γ. `communities`: one list of amounts per community (stage, place, week) over the same
 * kinds; `weights`: one per community, ≥ 0, equal if left out (amounts are turned into shares first, so a large community does not
 * weigh more). γ is the Hill number of the weighted mean shares. Range: 1 ≤ β ≤ number of communities when the weights are equal;
 * with unequal weights β ≥ 1 is assured only for q = 0, 1 (Jost 2007). Throws RangeError for an empty community or lists of unequal length.
 * Source: L. Jost, Ecology 88 (2007) 2427–2439, equation 11.
 */
export const alphaBetaGamma = (communities: readonly Numbers[], order: number, weights?: Numbers): Partition => {
  if (communities.length === 0) throw new RangeError('There are no communities to compare.')
  const given = weights ?? communities.map(() => 1)
  checkSameLength(communities, given, 'The communities and their weights')
  const scaled = sharesOf(given, 'weights')
  const shares = communities.map((row, j) => sharesOf(row, `Community ${j}`))
  const gamma = hill(pooled(shares, scaled), order)
  const alpha = within(shares, scaled, order)
  return { alpha, beta: gamma / alpha, gamma }
}
