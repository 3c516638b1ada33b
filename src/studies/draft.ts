import type { UnrecognisedSpelling } from '../engines/studies/index.ts'
import type { ColumnMapping, Encoding } from '../engines/tables/index.ts'
import type { Fault } from '../kernel/fault.ts'
import type { Survey } from './declaration.ts'
import type { Chosen, FinishedStudy, Headline, KeptFile, Period, StudyState } from './study.ts'

/** What the person said about the files and the computation. All records are by role but the settings. */
export interface StudyChoices {
  /** A known layout, or `none` for the chosen columns alone. */
  readonly layout: string
  readonly mappings: Readonly<Record<string, ColumnMapping>>
  /** Encodings and separators that were corrected by hand. */
  readonly encodings: Readonly<Record<string, Encoding>>
  readonly separators: Readonly<Record<string, string>>
  /** Spellings of countries that were settled: `{ "Guadaloupe": "GP" }`. */
  readonly spellings: Readonly<Record<string, string>>
  readonly settings: Chosen
  /** Spellings an earlier run over the same files did not know. */
  readonly unrecognised: readonly UnrecognisedSpelling[]
}

/** A study from its first file to its end. */
export interface Study {
  readonly id: string
  readonly party: string
  readonly state: StudyState
  readonly title?: string
  /** Of the title. */
  readonly language: string
  readonly period?: Period
  readonly files: Readonly<Record<string, KeptFile>>
  readonly choices: StudyChoices
  readonly survey?: Survey
  /** Why the step before was not accepted, when the computation found it out. */
  readonly faults: readonly Fault[]
  readonly job?: string
  readonly headline?: Headline
  readonly isPublished: boolean
  readonly isSynthetic: boolean
  readonly createdAt: Date
  readonly finishedAt?: Date
}

/** The study as others see it once it is done; nothing while it is a draft. */
export const findFinished = (study: Study): FinishedStudy | undefined => {
  const { state, title, period, finishedAt, choices, headline } = study
  if (state !== 'done' || title === undefined || period === undefined || finishedAt === undefined) return undefined
  const { id, party, language, files, isPublished, isSynthetic, createdAt } = study
  const common = { id, party, title, language, period, files, isPublished, isSynthetic, createdAt, finishedAt }
  return { ...common, settings: choices.settings, ...(headline ? { headline } : {}) }
}
