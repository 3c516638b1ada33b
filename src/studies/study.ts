import type { LeftOutRows, UnrecognisedSpelling } from '../engines/studies/index.ts'
import type { Encoding } from '../engines/tables/index.ts'
import type { Fault } from '../kernel/fault.ts'

/**
 * Where a study stands: its columns are to be matched, its files are being looked through, it is to be set, it is being worked out, it is done. All but the last are
 * drafts.
 */
export type StudyState = 'columns' | 'looking' | 'settings' | 'running' | 'done'

/** An uploaded file, kept in the store of files under its SHA-256. */
export interface KeptFile {
  readonly name: string
  readonly sha256: string
  readonly bytes: number
  readonly encoding: Encoding
  readonly header: readonly string[]
  /** The first rows, long cells cut. */
  readonly sample: readonly (readonly string[])[]
  readonly notes: readonly Fault[]
}

/** Days as ISO dates; a year alone stands for its first or last day. */
export interface Period {
  readonly from: string
  readonly to: string
}

/** The one figure of a study that lists show, with its interval where it has one. */
export interface Headline {
  readonly value: number | null
  readonly low?: number | null
  readonly high?: number | null
  /** How it is written: a share of 0–1 as a percentage, or a plain number. */
  readonly unit: 'share' | 'number'
}

/** What was chosen, by the name of the setting; a setting without an answer is absent. */
export type Chosen = Readonly<Record<string, readonly string[]>>

/** A study of a Party that is done. */
export interface FinishedStudy {
  readonly id: string
  readonly party: string
  readonly title: string
  /** Of the title. */
  readonly language: string
  readonly period: Period
  readonly files: Readonly<Record<string, KeptFile>>
  readonly settings: Chosen
  readonly headline?: Headline
  readonly isPublished: boolean
  readonly isSynthetic: boolean
  readonly createdAt: Date
  readonly finishedAt: Date
}

/** What could not be used, in the words of every study. */
export interface NotUsed {
  readonly rows: readonly LeftOutRows[]
  readonly spellings: readonly UnrecognisedSpelling[]
}
