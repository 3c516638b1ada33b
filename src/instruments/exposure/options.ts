import type { MatchingRules } from '../../engines/studies/index.ts'
import type { ColumnMapping, Encoding } from '../../engines/tables/index.ts'
import type { Resampling } from './intervals.ts'

/** One of the two files: where it lies, and what the person says about it. */
export interface StudyFile {
  readonly path: string
  /** The name it is spoken of by, when it is stored under another. */
  readonly name?: string
  /** Canonical column → column of the file; wins over the layout. */
  readonly columns?: ColumnMapping
  readonly encoding?: Encoding
  readonly separator?: string
}

export interface ExposureStudyOptions {
  readonly exposures: StudyFile
  readonly works: StudyFile
  /** A known pair of files (`netflix`), `none` for the chosen columns alone; without it the headers are looked at. */
  readonly layout?: string
  /** Codes or names of countries, or `all` that the chart holds. */
  readonly countries: readonly string[] | 'all'
  /** Spellings of countries that a person has settled: `{ "Guadaloupe": "GP" }`; a code ISO leaves to users gets its meaning so. */
  readonly spellings?: Readonly<Record<string, string>>
  /** What `03/04/2022` means, when the file alone does not tell. */
  readonly dates?: 'dmy' | 'mdy'
  readonly resampling?: Partial<Resampling>
  /** How titles are matched that the works write otherwise; without it they are not. */
  readonly matching?: MatchingRules
}
