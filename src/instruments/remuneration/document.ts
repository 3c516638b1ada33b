import type { IntervalRecord, LeftOutRows, StudyRecord, UnrecognisedSpelling } from '../../engines/studies/index.ts'
import type { StatedInterval } from './intervals.ts'
import type { StatementWithWorks } from './statements.ts'

/** The ways the files allow to divide the works, by the name of their figures. */
export const divisions = ['by_origin', 'by_size_band', 'by_genre', 'by_gender'] as const
export type Division = (typeof divisions)[number]

type ByLabel<Value> = Readonly<Record<string, Value>>

/** Amounts are in major units of the currency, before rounding, unless a name says `settled`: then decimal texts to the cent. */
export interface ModelFindings {
  readonly by_origin: ByLabel<number>
  /** Gini coefficient of money per creator, population form, creators without plays included. */
  readonly gini: number | null
  /** Share of the money (of known origin and known country of the user) that goes to works of the user's own country. */
  readonly local: number | null
  readonly parameters: Readonly<Record<string, string | number>>
  readonly kept_aside: number
  readonly local_interval: IntervalRecord
  readonly local_bounds: { readonly low: number | null; readonly high: number | null }
  readonly gini_interval: StatedInterval | null
  readonly by_origin_settled: ByLabel<string>
  readonly by_origin_interval: ByLabel<IntervalRecord>
  readonly by_size_band: ByLabel<number>
  readonly by_size_band_interval: ByLabel<IntervalRecord>
  readonly by_genre?: ByLabel<number>
  readonly by_genre_interval?: ByLabel<IntervalRecord>
  readonly by_gender?: ByLabel<number>
  readonly by_gender_interval?: ByLabel<IntervalRecord>
  /** Nothing where one in a hundred creators are fewer than ten. */
  readonly top_1_percent_share: number | null
  /** Share of all money that the least paid 0, 5 … 100 % of creators get together; empty when nobody is paid. */
  readonly lorenz: readonly number[]
}

/** An amount in major units with its interval. */
export type Change = IntervalRecord & { readonly amount: number }

/** What changes when one model takes the place of another. */
export interface ChangeFindings {
  readonly against: string
  readonly by_origin: ByLabel<Change>
  readonly by_size_band: ByLabel<Change>
  readonly by_genre?: ByLabel<Change>
  readonly by_gender?: ByLabel<Change>
  /** Change of the local share, in shares of 1; the interval is of paired replicates. */
  readonly local: { readonly difference: number | null } & IntervalRecord
  readonly creators: { readonly gain: number; readonly lose: number; readonly same: number }
  /** Part of the pool that another creator would get. */
  readonly share_moved: number
}

export interface RemunerationDocument {
  readonly pool: number
  readonly models: Readonly<Record<string, ModelFindings>>
  readonly changes: Readonly<Record<string, ChangeFindings>>
  readonly currency: string
  readonly users: number
  readonly users_without_plays: number
  readonly plays: number
  readonly works: number
  readonly creators: number
  readonly statements: readonly StatementWithWorks[]
  readonly left_out: {
    readonly rows: readonly LeftOutRows[]
    readonly works_not_listed: { readonly works: number; readonly plays: number }
    readonly works_that_disagree: number
    readonly repeated_pairs_added_up: number
    readonly unrecognised_countries: readonly UnrecognisedSpelling[]
    /** Origins that fewer than ten listeners played: their money stands together under `fewer_than_10_listeners`. */
    readonly origins_not_shown: number
  }
  readonly method: StudyRecord
}
