import type {
  LeftOutRows,
  MatchedTitle,
  MatchingRecord,
  MatchingRules,
  Slots,
  UnrecognisedSpelling,
} from '../../engines/studies/index.ts'
import type { Facets } from './labels.ts'
import type { UseData } from './use-data.ts'

/** Where labels of origin come from, work by work: none is unknown. */
export interface LabelSource {
  readonly name: 'works' | 'catalogue'
  readonly origins: readonly (readonly string[])[]
  /** Works whose rows name different countries: of unknown origin. */
  readonly disagreeing: number
}

/** All works of the study: those of the catalogue and those that were only shown or played. */
export interface WorkTable {
  readonly count: number
  /** 1: in the catalogue. */
  readonly isListed: Uint8Array
  readonly facets: readonly Facets[]
}

/** Slots of the lists, each with its work. */
export interface ListsData {
  readonly slots: Slots
  readonly workOf: Int32Array
  /** Code of the territory of each slot. */
  readonly territories: readonly string[]
  readonly territoryCodes: readonly string[]
  /** Titles that no list of works tells of, by their place among the slots' titles. */
  readonly unlabelled: readonly number[]
  /** Titles that no list writes as the chart does: what became of them. */
  readonly matching: MatchingRecord
  readonly unmatched: readonly MatchedTitle[]
}

export interface Popularity {
  /** By work; NaN where nothing tells. */
  readonly amounts: Float64Array
  /** Told by the catalogue, or counted from the plays of the study itself. */
  readonly source: 'catalogue' | 'plays'
}

/** Everything the study computes from. */
export interface StudyData {
  readonly works: WorkTable
  /** The sources of labels, the one that counts first. */
  readonly sources: readonly LabelSource[]
  /** Origins of the catalogue's works: by the source that counts where it tells, else by the catalogue itself. */
  readonly catalogueOrigins: readonly (readonly string[])[]
  readonly lists: ListsData | undefined
  readonly use: UseData | undefined
  readonly popularity: Popularity | undefined
  readonly leftOut: readonly LeftOutRows[]
  readonly unrecognised: readonly UnrecognisedSpelling[]
  /** The year ages are counted from. */
  readonly year: number
}

/** What was asked of the reading. */
export interface ReadingChoices {
  readonly spellings: Readonly<Record<string, string>>
  readonly dates: 'dmy' | 'mdy' | undefined
  readonly payment: 'user-centric' | 'pro-rata'
  readonly year: number | undefined
  readonly matching: MatchingRules
}

/** The labels of the source that counts, and behind them those of the catalogue. */
export const mergedOrigins = (sources: readonly LabelSource[]): readonly (readonly string[])[] => {
  const [first, own] = [sources[0]!.origins, sources.at(-1)!.origins]
  return first === own ? first : first.map((origins, work) => (origins.length > 0 ? origins : own[work]!))
}
