import { checkWithin, type Numbers } from '../arguments.ts'
import type { Terms } from './distribution.ts'
import { type FeesWithoutPlays, type Payout, payOut } from './payout.ts'
import { type Counts, type PayeeTotals, type PlaysByUser, payeeTotals } from './plays-by-user.ts'

/** How much a payee (or work, whichever the plays name) must have been played, and by how many different users. Both must hold. */
export interface Threshold {
  readonly minPlays: number
  readonly minListeners: number
}

const reaches =
  ({ plays, listeners }: PayeeTotals, { minPlays, minListeners }: Threshold) =>
  (payee: number) =>
    plays[payee]! >= minPlays && listeners[payee]! >= minListeners

const checkThreshold = ({ minPlays, minListeners }: Threshold): void => {
  checkWithin(minPlays, 0, Number.MAX_SAFE_INTEGER, 'minPlays')
  checkWithin(minListeners, 0, Number.MAX_SAFE_INTEGER, 'minListeners')
}

/** Who is paid how under a threshold. `lambda` 1 (left out) shares pro-rata, 0 user-centric. */
export interface ThresholdRule extends Threshold {
  readonly lambda?: number
  readonly without?: FeesWithoutPlays
}

/**
 * Thresholded payout: works below the threshold earn nothing and what they would have had goes to the others by the same rule. The
 * threshold counts the plays given (one period); a user whose plays are all below it counts as a user without plays.
 * Errors as `proRata`, and RangeError for a negative threshold.
 */
export const thresholded = (plays: PlaysByUser, fees: Numbers, rule: ThresholdRule): Payout => {
  checkThreshold(rule)
  checkWithin(rule.lambda ?? 1, 0, 1, 'λ')
  const isEligible = reaches(payeeTotals(plays), rule)
  const factors = Float64Array.from({ length: plays.payeeCount }, (_, payee) => (isEligible(payee) ? 1 : 0))
  return payOut(plays, fees, { factors }, rule.lambda ?? 1, rule.without ?? 'by-plays')
}

/**
 * Parameters of an artist-centric payout, each optional, applied in this order: noise → threshold → activity → engagement → cap.
 * The usual published setting: activity 1 000 plays from 500 listeners × 2, engagement × 2, cap 1 000 plays a month.
 */
export interface ArtistCentricRule {
  /** 1 where a payee's recordings are noise (rain, static, silence) and earn nothing; one entry per payee. */
  readonly noise?: Numbers
  /** Below it nothing is earned. */
  readonly threshold?: Threshold
  /** Payees that reach it count `factor` times. */
  readonly activity?: Threshold & { readonly factor: number }
  /** Plays the user asked for, per entry of the plays; each counts `factor` times. */
  readonly engagement?: { readonly activePlays: Counts; readonly factor: number }
  /** A user counts for at most so many plays; cancels out where λ = 0. */
  readonly cap?: { readonly plays: number; readonly measured: 'before-boosts' | 'after-boosts' }
  /** 1 (left out) shares pro-rata, 0 user-centric. */
  readonly lambda?: number
  readonly without?: FeesWithoutPlays
}

const factorsOf = (plays: PlaysByUser, { noise, threshold, activity }: ArtistCentricRule): Float64Array => {
  if (noise && noise.length !== plays.payeeCount) throw new RangeError('There must be one noise flag per payee.')
  const totals = payeeTotals(plays)
  const isEligible = threshold ? reaches(totals, threshold) : () => true
  const isActive = activity ? reaches(totals, activity) : () => false
  return Float64Array.from({ length: plays.payeeCount }, (_, payee) => {
    if (noise?.[payee] || !isEligible(payee)) return 0
    return isActive(payee) ? activity!.factor : 1
  })
}

const termsOf = (plays: PlaysByUser, rule: ArtistCentricRule): Terms => {
  const { engagement, cap } = rule
  return {
    factors: factorsOf(plays, rule),
    ...(engagement ? { active: { plays: engagement.activePlays, bonus: engagement.factor - 1 } } : {}),
    ...(cap ? { cap } : {}),
  }
}

/**
 * Artist-centric payout with its parameters. Static, in one currency, paid to whomever the plays name; what noise and payees below the
 * threshold would have had stays in the pool for the others. Errors as `proRata`, and RangeError for factors below 1, a negative
 * threshold or cap. Source: the rules as announced by Deezer and Universal Music (2023) and Spotify (2023); no formula was published,
 * so the order of the steps is ours and stated.
 */
export const artistCentric = (plays: PlaysByUser, fees: Numbers, rule: ArtistCentricRule): Payout => {
  if (rule.threshold) checkThreshold(rule.threshold)
  if (rule.activity) {
    checkThreshold(rule.activity)
    checkWithin(rule.activity.factor, 1, 1024, 'The activity factor')
  }
  if (rule.engagement) checkWithin(rule.engagement.factor, 1, 1024, 'The engagement factor')
  if (rule.cap) checkWithin(rule.cap.plays, Number.MIN_VALUE, Number.MAX_SAFE_INTEGER, 'The cap')
  checkWithin(rule.lambda ?? 1, 0, 1, 'λ')
  return payOut(plays, fees, termsOf(plays, rule), rule.lambda ?? 1, rule.without ?? 'by-plays')
}
