import type { FeesWithoutPlays, Threshold } from '../../engines/metrics/index.ts'

/** The payout models that can be compared. The first one chosen is what the others are held against. */
export const modelNames = ['pro-rata', 'user-centric', 'thresholded', 'artist-centric', 'mixture'] as const
export type ModelName = (typeof modelNames)[number]

/** How a work of several origins is credited; only rules under which money adds up to the pool. */
export const creditRules = ['fractional', 'first'] as const
export type CreditRule = (typeof creditRules)[number]

/** Parameters of the models, all settled. Plays and listeners are of the period the file covers. */
export interface RemunerationOptions {
  readonly models: readonly ModelName[]
  /** Minor units that a user pays whose fee no file tells. */
  readonly feeMinor: number
  readonly currency: string
  readonly without: FeesWithoutPlays
  readonly credit: CreditRule
  /** Weight of pro-rata in the mixture, 0 … 1. */
  readonly lambda: number
  /** A work below it earns nothing under `thresholded`. */
  readonly threshold: Threshold
  /** A creator who reaches it counts `activityFactor` times under `artist-centric`. */
  readonly activity: Threshold
  readonly activityFactor: number
  /** What a play the user asked for counts under `artist-centric`, where the file tells them. */
  readonly engagementFactor: number
  /** Most plays that one user can count for under `artist-centric`. */
  readonly cap: number
  /** Creators whose statement stands in the document. */
  readonly statements: readonly string[]
}
