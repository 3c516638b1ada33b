/** Observed: counted or measured from records or data. Estimated: with uncertainty from a sample. Declared: said, not shown. */
export type Standing = 'observed' | 'estimated' | 'declared'

export type Audience = 'public' | 'team'

/** Low and high end, at a level (0.95), by a named method. */
export interface Interval {
  readonly low: number
  readonly high: number
  readonly level: number
  readonly method: string
}

export interface FactSource {
  /** Id of the instrument that found it. */
  readonly instrument: string
  /** Address below the Party of the record or run it comes from: `/measures/<id>`. */
  readonly href: string
  readonly method?: string
  /** SHA-256 of the input files. */
  readonly inputs?: readonly string[]
  /** Version of the software that worked it out. */
  readonly version: string
}

/** A fact as an instrument hands it in. */
export interface NewFact {
  readonly party: string
  /**
   * What the fact is about, stable over time and unique within the instrument and Party: recording the same subject
   * again supersedes. `<record id>/<aspect>`.
   */
  readonly subject: string
  /** First and last day the fact speaks about. */
  readonly period: { readonly from: string; readonly to: string }
  /** A message of a slice's words with its values: rendered in the reader's language. */
  readonly statement: {
    readonly slice: string
    readonly key: string
    readonly values: Readonly<Record<string, string | number>>
  }
  readonly value?: number
  /** `share` (0..1), `count`, `money/EUR` (minor units), or a unit of the instrument. */
  readonly unit?: string
  readonly dimensions?: Readonly<Record<string, string>>
  readonly interval?: Interval
  readonly standing: Standing
  readonly source: FactSource
  /** Framework ids the fact answers: activities, paragraphs, means of verification, or questions. */
  readonly traces: readonly string[]
  readonly audience: Audience
}

/** A fact in the ledger. */
export interface Fact extends NewFact {
  readonly id: string
  /** 1, 2, 3 … within a Party: what a report cites, `F12`. */
  readonly number: number
  readonly recordedAt: Date
  /** The fact this one corrects. */
  readonly supersedes?: string
  /** When a later fact took its place, or it was withdrawn; absent while current. */
  readonly endedAt?: Date
}
