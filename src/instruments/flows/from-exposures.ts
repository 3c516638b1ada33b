import { type CoProductionRule, originCredits } from '../../engines/metrics/index.ts'
import {
  CountryPlaces,
  findColumn,
  LeftOutLog,
  type MatchingRules,
  matchSlots,
  readSlots,
  readWorksByTitle,
  type StudyInputs,
} from '../../engines/studies/index.ts'
import type { Fault } from '../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import { type Observations, packCredits, sortedCodes } from './observations.ts'

/** Slots of a chart: what flows is presence in a list, from the countries of the work to the territory. Titles and weeks are the clusters. */
export const observationsOfExposures = (
  inputs: StudyInputs,
  spellings: Readonly<Record<string, string>>,
  rule: CoProductionRule,
  dates: 'dmy' | 'mdy' | undefined,
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
    unit: 'slots',
    countries,
    destination: slots.territory.map((place) => rank[place]!),
    work: slots.title,
    amount: new Float64Array(slots.length).fill(1),
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
