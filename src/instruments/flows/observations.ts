import type { LeftOutLog, MatchedTitle, MatchingRecord, UnrecognisedSpelling } from '../../engines/studies/index.ts'
import type { MirrorRecord } from './mirror.ts'

/**
 * What flowed, one entry each: to which country (−1 unknown), of which work (credited to places in `countries`), how much, when. Entries
 * are in an order that does not depend on the order of the files' rows.
 */
export interface Observations {
  readonly unit: string
  /** Codes in the order of the alphabet; destinations and origins alike. */
  readonly countries: readonly string[]
  readonly destination: Int32Array
  readonly work: Int32Array
  readonly amount: Float64Array
  readonly period: Int32Array
  readonly periods: readonly string[]
  readonly credits: Credits
  readonly clusters: Clusters
  /** Origins of the catalogue as a whole, one work one, where there is a list of works. */
  readonly catalogue: Float64Array | undefined
  readonly leftOut: LeftOutLog
  readonly unrecognised: readonly UnrecognisedSpelling[]
  /** Codes that are none, beside names that were recognised. */
  readonly strangeCodes?: readonly UnrecognisedSpelling[]
  readonly notes: Readonly<Record<string, number>>
  /** Of charts: titles that the list of works does not write as the chart does, and what became of them. */
  readonly matching?: { readonly record: MatchingRecord; readonly all: readonly MatchedTitle[] }
  /** Of trade: the heading each observation is counted under, and what the two sides tell. */
  readonly trade?: {
    readonly headings: readonly string[]
    readonly heading: Int32Array
    readonly mirror: MirrorRecord
    /** Countries that tell their own trade; of the others there is only what these tell. */
    readonly reporters: readonly string[]
  }
}

/** Credits of work w: entries `starts[w]` … `starts[w + 1] − 1`; none when the origin is unknown. */
export interface Credits {
  readonly starts: Uint32Array
  readonly groups: Uint32Array
  readonly credits: Float64Array
}

/** What is resampled: whole users, whole votes, titles and weeks, or nothing where the table is no sample. */
export type Clusters =
  | { readonly kind: 'users'; readonly first: Int32Array; readonly count: number }
  | { readonly kind: 'votes'; readonly first: Int32Array; readonly count: number }
  | {
      readonly kind: 'title-and-week'
      readonly first: Int32Array
      readonly count: number
      readonly second: Int32Array
      readonly secondCount: number
    }
  | { readonly kind: 'none' }

/** Packs the credits of works, given as lists of [place, credit]. */
export const packCredits = (byWork: readonly Iterable<readonly [number, number]>[]): Credits => {
  const starts = new Uint32Array(byWork.length + 1)
  const [groups, credits]: [number[], number[]] = [[], []]
  byWork.forEach((entries, work) => {
    for (const [place, credit] of entries) {
      groups.push(place)
      credits.push(credit)
    }
    starts[work + 1] = groups.length
  })
  return { starts, groups: Uint32Array.from(groups), credits: Float64Array.from(credits) }
}

/** Codes in the order of the alphabet, and the new place of each old one. */
export const sortedCodes = (codes: readonly string[]): { countries: string[]; rank: Int32Array } => {
  const countries = [...codes].sort()
  const places = new Map(countries.map((code, place) => [code, place]))
  return { countries, rank: Int32Array.from(codes, (code) => places.get(code)!) }
}
