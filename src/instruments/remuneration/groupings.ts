import { type CoProductionRule, originCredits, popularityBands } from '../../engines/metrics/index.ts'
import { listItems } from '../../engines/tables/index.ts'
import type { Ledger } from './ledger.ts'

/** A way to divide works: to which labels each work is credited, and with how much (together 1, or nothing: unknown). */
export interface Grouping {
  readonly name: 'origin' | 'size_band' | 'genre' | 'gender'
  readonly labels: readonly string[]
  readonly starts: Uint32Array
  readonly groups: Uint32Array
  readonly credits: Float64Array
}

const packed = (name: Grouping['name'], byWork: readonly (readonly string[])[], rule: CoProductionRule): Grouping => {
  const labels = [...new Set(byWork.flat())].sort()
  const places = new Map(labels.map((label, place) => [label, place]))
  const starts = new Uint32Array(byWork.length + 1)
  const [groups, credits]: [number[], number[]] = [[], []]
  byWork.forEach((own, work) => {
    for (const [label, credit] of originCredits(own, rule)) {
      groups.push(places.get(label)!)
      credits.push(credit)
    }
    starts[work + 1] = groups.length
  })
  return { name, labels, starts, groups: Uint32Array.from(groups), credits: Float64Array.from(credits) }
}

/** Creators in three bands of use: those that half of all plays go to, those up to 80 %, and the rest. */
const sizeBands = ['head', 'middle', 'tail'] as const

const bandsOf = ({ creator, creators }: Ledger, playsByWork: Float64Array): string[][] => {
  const byCreator = new Float64Array(creators.length)
  playsByWork.forEach((plays, work) => {
    byCreator[creator[work]!]! += plays
  })
  const bands = popularityBands(byCreator, [0.5, 0.8])
  return Array.from(creator, (place) => [sizeBands[bands[place]!]!])
}

/** The groupings that the files allow. */
export const groupingsOf = (ledger: Ledger, playsByWork: Float64Array, rule: CoProductionRule): Grouping[] => {
  const { usage, genre, gender } = ledger
  const countries = usage.origins.map((places) => places.map((place) => usage.places.codes[place]!))
  const items = (texts: readonly string[]) => {
    const cells = new Map(texts.map((text) => [text, listItems(text)]))
    return texts.map((text) => cells.get(text)!)
  }
  return [
    packed('origin', countries, rule),
    packed('size_band', bandsOf(ledger, playsByWork), 'fractional'),
    ...(genre ? [packed('genre', items(genre), 'fractional')] : []),
    ...(gender ? [packed('gender', items(gender), 'fractional')] : []),
  ]
}

/** Sums of amounts per work by label, the last entry being what is credited to nobody. */
export const sumByLabel = ({ labels, starts, groups, credits }: Grouping, amounts: Float64Array): Float64Array => {
  const sums = new Float64Array(labels.length + 1)
  amounts.forEach((amount, work) => {
    const end = starts[work + 1]!
    if (starts[work] === end) sums[labels.length]! += amount
    for (let at = starts[work]!; at < end; at++) sums[groups[at]!]! += amount * credits[at]!
  })
  return sums
}
