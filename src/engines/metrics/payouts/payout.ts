import { checkWhole, checkWithin, type Numbers } from '../arguments.ts'
import { type Distribution, distribute, type Terms } from './distribution.ts'
import { largestRemainder } from './largest-remainder.ts'
import type { Plays } from './plays-blocks.ts'

/**
 * What becomes of the fees of users without (counted) plays. `by-plays`: shared like all plays together, as pro-rata does;
 * `by-model`: shared in proportion to what the model pays out of the other fees; `kept-aside`: paid to nobody and reported.
 */
export type FeesWithoutPlays = 'by-plays' | 'by-model' | 'kept-aside'

/** A payout in integer minor units. `amounts` and `keptAside` add up to `pool` exactly. */
export interface Payout {
  /** All fees, minor units. */
  readonly pool: number
  /** Minor units per payee before rounding; they add up to `pool − keptAside` within rounding of doubles. */
  readonly quotas: Float64Array
  /** Whole minor units per payee, by largest remainder. */
  readonly amounts: Float64Array
  /** Fees that nobody gets: of users without counted plays under `kept-aside`, or all of them when no play counts at all. */
  readonly keptAside: number
  readonly usersWithoutPlays: number
}

/**
 * The payout that a distribution gives: λ = 1 is pro-rata, λ = 0 user-centric. What the models below do after their one pass over the
 * plays; use it with `joinDistribution` when workers shared that pass.
 */
export const payoutOf = (shared: Distribution, lambda: number, rule: FeesWithoutPlays): Payout => {
  const { weights, quotas, feesWithPlays, feesWithoutPlays, usersWithoutPlays } = shared
  const pool = feesWithPlays + feesWithoutPlays
  const sumOfWeights = weights.reduce((sum, weight) => sum + weight, 0)
  const keptAside = sumOfWeights === 0 ? pool : rule === 'kept-aside' ? feesWithoutPlays : 0
  if (sumOfWeights === 0) {
    return {
      pool,
      quotas: new Float64Array(weights.length),
      amounts: new Float64Array(weights.length),
      keptAside,
      usersWithoutPlays,
    }
  }
  const sumOfQuotas = quotas.reduce((sum, quota) => sum + quota, 0)
  const extra = rule === 'kept-aside' ? 0 : feesWithoutPlays
  const byModel = rule === 'by-model' && sumOfQuotas > 0 ? extra / sumOfQuotas : 0
  const byPlays = byModel > 0 ? 0 : extra / sumOfWeights
  const perPlay = (feesWithPlays + extra) / sumOfWeights
  const unrounded = weights.map((weight, payee) => {
    const userCentric = quotas[payee]! * (1 + byModel) + weight * byPlays
    return lambda * weight * perPlay + (1 - lambda) * userCentric
  })
  const amounts = largestRemainder(lambda === 1 ? weights : unrounded, pool - keptAside)
  return { pool, quotas: unrounded, amounts, keptAside, usersWithoutPlays }
}

const payOut = (plays: Plays, fees: Numbers, terms: Terms, lambda: number, rule: FeesWithoutPlays): Payout =>
  payoutOf(distribute(plays, fees, terms), lambda, rule)

/**
 * Pro-rata: all fees in one pool, shared by plays. `fees`: whole minor units per user, one currency. Static: nothing is assumed about
 * how anybody would react. Time O(entries). Throws RangeError for misfits.
 */
export const proRata = (plays: Plays, fees: Numbers, without: FeesWithoutPlays = 'by-plays'): Payout =>
  payOut(plays, fees, {}, 1, without)

/**
 * User-centric: each user's fee is shared by that user's own plays; the sums are rounded once, at the end, per payee. Arguments and
 * errors as `proRata`. Source: A. Maasø, Popular Communication 12 (2014) 1–14; R. Page and D. Safir, Review of Economic Research on
 * Copyright Issues 15 (2018) 23–36.
 */
export const userCentric = (plays: Plays, fees: Numbers, without: FeesWithoutPlays = 'by-plays'): Payout =>
  payOut(plays, fees, {}, 0, without)

/**
 * The λ-mixture: λ × pro-rata + (1 − λ) × user-centric, so λ = 1 is pro-rata. Arguments and errors as `proRata`.
 * Source: G. Bergantiños and J. D. Moreno-Ternero, Revenue sharing at music streaming platforms (2023; arXiv 2310.11861).
 */
export const mixture = (
  plays: Plays,
  fees: Numbers,
  lambda: number,
  without: FeesWithoutPlays = 'by-plays',
): Payout => {
  checkWithin(lambda, 0, 1, 'λ')
  return payOut(plays, fees, {}, lambda, without)
}

/** Pro-rata and user-centric from one pass over the plays: the same numbers as the two functions give apart. */
export const bothPayouts = (
  plays: Plays,
  fees: Numbers,
  without: FeesWithoutPlays = 'by-plays',
): { readonly proRata: Payout; readonly userCentric: Payout } => {
  const shared = distribute(plays, fees)
  return { proRata: payoutOf(shared, 1, without), userCentric: payoutOf(shared, 0, without) }
}

/** Sums of unrounded quotas (per creator instead of per work, say), rounded once: whole minor units that add up to `total`. */
export const settle = (quotas: Numbers, total: number): Float64Array => {
  checkWhole(total, 0, 'The total')
  return largestRemainder(quotas, total)
}

export { payOut }
