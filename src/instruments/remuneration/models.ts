import {
  distribute,
  type FeesWithoutPlays,
  type Payout,
  type PlaysByUser,
  payeeTotals,
  payoutOf,
  type Terms,
} from '../../engines/metrics/index.ts'
import type { Ledger } from './ledger.ts'
import type { ModelName, RemunerationOptions } from './options.ts'

/** One model with its parameters: what a play is worth before money, and how money follows it. */
export interface Model {
  readonly name: ModelName
  readonly terms: Terms
  /** 1 shares all fees by plays, 0 each fee by its user's plays. */
  readonly lambda: number
  readonly without: FeesWithoutPlays
  /** The parameters in force, for the record. */
  readonly parameters: Readonly<Record<string, string | number>>
}

/** One play counts one: the terms that pro-rata, user-centric and their mixture share. */
const plainTerms: Terms = {}

const thresholdTerms = (plays: PlaysByUser, { threshold }: RemunerationOptions): Terms => {
  const totals = payeeTotals(plays)
  const reaches = (work: number) =>
    totals.plays[work]! >= threshold.minPlays && totals.listeners[work]! >= threshold.minListeners
  return { factors: Float64Array.from({ length: plays.payeeCount }, (_, work) => (reaches(work) ? 1 : 0)) }
}

/** Works take the factor of their creator, whose plays and listeners are counted over all of the creator's works. */
const artistTerms = ({ usage, creator, creators }: Ledger, options: RemunerationOptions): Terms => {
  const { plays, activePlays } = usage
  const byCreator = { ...plays, payeeCount: creators.length, payees: plays.payees.map((work) => creator[work]!) }
  const totals = payeeTotals(byCreator)
  const isActive = (place: number) =>
    totals.plays[place]! >= options.activity.minPlays && totals.listeners[place]! >= options.activity.minListeners
  const active = activePlays && { plays: activePlays, bonus: options.engagementFactor - 1 }
  return {
    factors: Float64Array.from(creator, (place) => (isActive(place) ? options.activityFactor : 1)),
    cap: { plays: options.cap, measured: 'before-boosts' },
    ...(active ? { active } : {}),
  }
}

/** A model ready to be computed on the plays of a ledger. */
export const modelOf = (name: ModelName, ledger: Ledger, options: RemunerationOptions): Model => {
  const { without } = options
  if (name === 'thresholded') {
    const { minPlays, minListeners } = options.threshold
    const parameters = { per: 'work', plays: minPlays, listeners: minListeners, lambda: 1 }
    return { name, terms: thresholdTerms(ledger.usage.plays, options), lambda: 1, without, parameters }
  }
  if (name === 'artist-centric') {
    const { activity, activityFactor, engagementFactor, cap } = options
    const parameters = {
      per: 'creator',
      activity_plays: activity.minPlays,
      activity_listeners: activity.minListeners,
      activity_factor: activityFactor,
      engagement_factor: ledger.usage.activePlays ? engagementFactor : 'plays asked for are not in the file',
      cap,
      lambda: 1,
    }
    return { name, terms: artistTerms(ledger, options), lambda: 1, without, parameters }
  }
  const lambda = name === 'pro-rata' ? 1 : name === 'user-centric' ? 0 : options.lambda
  return { name, terms: plainTerms, lambda, without, parameters: { lambda } }
}

/** Payout per work. */
export const payOutModel = ({ usage, fees }: Ledger, { terms, lambda, without }: Model): Payout =>
  payoutOf(distribute(usage.plays, fees, terms), lambda, without)
