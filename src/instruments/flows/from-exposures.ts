import { type CoProductionRule, originCredits } from '../../engines/metrics/index.ts'
import {
  CountryPlaces,
  findColumn,
  LeftOutLog,
  type MatchingRules,
  matchSlots,
  readSlots,
  readWorksByTitle,
  type Slots,
  type StudyInputs,
} from '../../engines/studies/index.ts'
import type { Fault } from '../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import type { Counted } from './options.ts'
import { type Observations, packCredits, sortedCodes } from './observations.ts'

interface ExposureChoices {
  readonly credit: CoProductionRule
  readonly count: Counted
  readonly dates: 'dmy' | 'mdy' | undefined
}

/** 1 for every slot; or 1 for the first of each title in each territory and 0 for those that follow. */
const amountsOf = ({ length, territory, week, title, keys }: Slots, count: Counted): Float64Array => {
  const amounts = new Float64Array(length).fill(1)
  if (count === 'slots') return amounts
  const first = new Map<number, number>()
  for (let at = 0; at < length; at++) {
    const pair = territory[at]! * keys.length + title[at]!
    const before = first.get(pair)
    if (before !== undefined && week[at]! >= week[before]!) amounts[at] = 0
    else {
      if (before !== undefined) amounts[before] = 0
      first.set(pair, at)
    }
  }
  return amounts
}

/**
 * Slots of a chart: what flows is presence in a list, from the countries of the work to the territory; or the works themselves, each
 * once in a territory, in the week it first appears there. Titles and weeks are the clusters.
 */
export const observationsOfExposures = (
  inputs: StudyInputs,
  spellings: Readonly<Record<string, string>>,
  { credit: rule, count, dates }: ExposureChoices,
  matchingRules: MatchingRules,
): Result<Observations, Fault> => {
  const [exposures, works] = [inputs.byRole.get('exposures')!, inputs.byRole.get('works')!]
  const [places, leftOut] = [new CountryPlaces(), new LeftOutLog()]
  const hasCategory = findColumn(exposures, 'category') !== undefined && findColumn(works, 'category') !== undefined
  const shown = readSlots(exposures, spellings, places, leftOut, { hasCategory, dates })
  const list = readWorksByTitle(works, spellings, places, hasCategory)
  const { slots, matching, all } = matchSlots(shown, [list], matchingRules)
  leftOut.addRagged('works', works.table.ragged)
  if (slots.ambiguousDays) return notAccepted({ code: 'days-ambiguous', field: 'exposures.week' })
  const { countries, rank } = sortedCodes(places.codes)
  const ranked = (origins: readonly number[]) =>
    originCredits(
      origins.map((place) => rank[place]!),
      rule,
    )
  const credits = packCredits(slots.keys.map((key) => ranked(list.byKey.get(key)?.origins ?? [])))
  const unmatched = slots.keys.filter((key) => !list.byKey.has(key)).length
  const catalogue = new Float64Array(countries.length)
  for (const { origins } of list.byKey.values())
    for (const [place, credit] of ranked(origins)) catalogue[place]! += credit
  return accepted({
    unit: count,
    countries,
    destination: slots.territory.map((place) => rank[place]!),
    work: slots.title,
    amount: amountsOf(slots, count),
    period: slots.week,
    periods: slots.weeks,
    credits,
    clusters: {
      kind: 'title-and-week',
      first: slots.title,
      count: slots.keys.length,
      second: slots.week,
      secondCount: slots.weeks.length,
    },
    catalogue,
    matching: { record: matching, all },
    leftOut,
    unrecognised: [...slots.unrecognised, ...list.unrecognised],
    notes: { titles: slots.keys.length, titles_not_in_works: unmatched, works_that_disagree: list.disagreeing },
  })
}
