import type { InputRecord, MatchingRecord, StudyRecord } from '../../engines/studies/index.ts'
import type { DataFile } from '../../engines/tables/index.ts'
import type { Chart, ChartReading } from './chart.ts'
import {
  type Composition,
  compositionOf,
  type LocalFindings,
  localFindings,
  localShareByModel,
  log2WeightsOf,
  type SlotFacts,
  slotFactsOf,
  slotsBy,
  type TitleFacts,
  titleFactsOf,
} from './exposure.ts'
import { blockCellsOf, type Resampling, type ShareInterval, shareIntervals } from './intervals.ts'
import type { LeftOutCounts, LeftOutRows } from './left-out.ts'
import type { UnrecognisedSpelling, Works } from './works.ts'

/** An interval of the fractional local share, with the way it was drawn in words. */
export interface StatedInterval extends ShareInterval {
  readonly method: string
}

export interface WeekFindings extends LocalFindings {
  /** The day by which the chart names its week. */
  readonly week: string
  readonly interval: StatedInterval
}

/** Everything found for one territory, or for all of them together. */
export interface ScopeFindings extends LocalFindings, Composition {
  readonly interval: StatedInterval
  readonly position_models: Readonly<Record<string, number | null>>
  readonly categories: Readonly<Record<string, LocalFindings>>
  readonly weeks: readonly WeekFindings[]
  readonly left_out: LeftOutCounts
}

export interface OverallFindings extends ScopeFindings {
  readonly rows: number
  readonly territories: number
  readonly distinct_titles: number
  /** The last position of the chart: 10 for a Top 10. */
  readonly deepest_position: number
}

export interface ShownTitle {
  readonly title: string
  readonly category: string
  readonly slots: number
}

/** A spelling of a country that is not known, with the slots of the works that carry it. */
export interface ShownSpelling extends UnrecognisedSpelling {
  readonly slots: number
}

/** What could not be used or recognised, over the whole of the files. */
export interface LeftOut {
  readonly rows: readonly LeftOutRows[]
  readonly unmatched_titles: {
    readonly titles: number
    readonly slots: number
    readonly most_shown: readonly ShownTitle[]
  }
  readonly unrecognised_countries: readonly ShownSpelling[]
  readonly unrecognised_languages: readonly UnrecognisedSpelling[]
  readonly works_that_disagree: number
}

/** How the figures were made: enough to make them again. */
export interface MethodRecord extends StudyRecord {
  readonly interval: Resampling & { readonly statistic: string; readonly resampling: string }
  readonly inputs: Readonly<Record<'exposures' | 'works', InputRecord>>
}

/** The result of the study: one JSON document, the same to the last digit for the same files, choices and seed. */
export interface ExposureDocument {
  readonly countries: Readonly<Record<string, ScopeFindings>>
  readonly overall: OverallFindings
  readonly left_out: LeftOut
  /** Where titles meet works by name. */
  readonly matching?: MatchingRecord
  readonly method: MethodRecord
}

/** Sentences of the record, in English as the document is; pages say the same in the reader's language from their words. */
const sentences = {
  title_and_week: 'two-way block bootstrap by title and week',
  title: 'block bootstrap by title within the week',
  resampling:
    'in each replicate every title has a Poisson(1) weight for all its weeks and every week one for all its titles, and a slot counts ' +
    'their product; the bounds are percentiles of the replicates; the interval of one week weights titles alone',
  origin_rule:
    'co-productions count 1/n for each of their n countries; "any" counts a work as local when one of them is the territory',
  local: 'the territory of the chart is among the countries of origin of the work',
  unknown: 'shares are of slots of known origin; bounds take all unknown ones as foreign (low) or as local (high)',
  position_weight: '1/log2(position + 1)',
} as const

const limits: readonly string[] = [
  'The chart ends at its last position: nothing is said about works below it.',
  'A slot counts the same in every territory and week, whatever the number of viewers.',
  'Origin is what the list of works says; another list may say otherwise.',
]

interface Scope {
  readonly chart: Chart
  readonly titles: TitleFacts
  readonly facts: SlotFacts
  readonly weights: Float64Array
  readonly resampling: Resampling
}

const stated = (interval: ShareInterval, method: string): StatedInterval => ({ ...interval, method })

const scopeFindings = (scope: Scope, slots: Int32Array, leftOut: LeftOutCounts): ScopeFindings => {
  const { chart, facts, weights, titles, resampling } = scope
  const found = (some: Int32Array) => localFindings(chart, facts, some, weights)
  const byWeek = slotsBy(chart.week, chart.weeks.length, slots)
  const weeks = chart.weeks.map((week, at) => ({ week, slots: byWeek[at]! })).filter(({ slots }) => slots.length > 0)
  const cells = blockCellsOf(
    chart,
    facts,
    weeks.map(({ slots }) => slots),
  )
  const intervals = shareIntervals(cells, resampling)
  const byCategory = slotsBy(chart.category, chart.categories.length, slots)
  const categories = chart.categories.map((name, at) => [name, byCategory[at]!] as const)
  return {
    ...found(slots),
    ...compositionOf(chart, titles, slots),
    interval: stated(intervals.all, sentences.title_and_week),
    position_models: localShareByModel(chart, facts, slots),
    categories: Object.fromEntries(
      categories.filter(([name, some]) => name !== '' && some.length > 0).map(([name, some]) => [name, found(some)]),
    ),
    weeks: weeks.map(({ week, slots }, at) => ({
      week,
      ...found(slots),
      interval: stated(intervals.weeks[at]!, sentences.title),
    })),
    left_out: leftOut,
  }
}

const totalLeftOut = (rows: readonly LeftOutRows[]): LeftOutCounts =>
  Object.fromEntries(rows.map(({ reason, rows }) => [reason, rows]))

const mostShown = 100

const unmatchedTitles = (chart: Chart, titles: TitleFacts): LeftOut['unmatched_titles'] => {
  const shown = new Map<number, ShownTitle>()
  for (let slot = 0; slot < chart.slots; slot++) {
    const title = chart.title[slot]!
    if (titles[title]!.unknown !== 'not_in_works') continue
    const slots = (shown.get(title)?.slots ?? 0) + 1
    shown.set(title, { title: chart.titleNames[title]!, category: chart.categories[chart.category[slot]!]!, slots })
  }
  const list = [...shown.values()].sort(
    (a, b) => b.slots - a.slots || (a.title < b.title ? -1 : a.title > b.title ? 1 : a.category < b.category ? -1 : 1),
  )
  const slots = list.reduce((sum, entry) => sum + entry.slots, 0)
  return { titles: list.length, slots, most_shown: list.slice(0, mostShown) }
}

const shownSpellings = (
  chart: Chart,
  titles: TitleFacts,
  spellings: readonly UnrecognisedSpelling[],
): ShownSpelling[] => {
  const slots = new Map<string, number>()
  for (const title of chart.title)
    for (const spelling of titles[title]!.unrecognised) slots.set(spelling, (slots.get(spelling) ?? 0) + 1)
  return spellings.map((entry) => ({ ...entry, slots: slots.get(entry.spelling) ?? 0 }))
}

export interface StudyInputs {
  readonly reading: ChartReading
  readonly works: Works
  readonly resampling: Resampling
}

/** Findings for the wanted territories (codes of the chart) and for the chart as a whole, which always covers every row. */
export const exposureFindings = (
  { reading, works, resampling }: StudyInputs,
  wanted: readonly string[],
): Pick<ExposureDocument, 'countries' | 'overall' | 'left_out'> => {
  const { chart } = reading
  const titles = titleFactsOf(chart, works.byKey)
  const scope = { chart, titles, facts: slotFactsOf(chart, titles), weights: log2WeightsOf(chart), resampling }
  const byTerritory = slotsBy(chart.territory, chart.territories.length)
  const countries = wanted.map((code) => {
    const slots = byTerritory[chart.territories.indexOf(code)] ?? new Int32Array(0)
    return [code, scopeFindings(scope, slots, reading.leftOutByTerritory.get(code) ?? {})] as const
  })
  const every = Int32Array.from({ length: chart.slots }, (_, slot) => slot)
  return {
    countries: Object.fromEntries(countries),
    overall: {
      rows: reading.rows,
      territories: chart.territories.length,
      distinct_titles: chart.distinctTitles,
      deepest_position: chart.position.reduce((most, position) => Math.max(most, position), 0),
      ...scopeFindings(scope, every, totalLeftOut(reading.leftOut)),
    },
    left_out: {
      rows: reading.leftOut,
      unmatched_titles: unmatchedTitles(chart, titles),
      unrecognised_countries: shownSpellings(chart, titles, works.unrecognisedCountries),
      unrecognised_languages: works.unrecognisedLanguages,
      works_that_disagree: works.disagreeing,
    },
  }
}

export const inputRecord = (file: DataFile, rows: number, columns: Readonly<Record<string, string>>): InputRecord => ({
  file: file.name,
  sha256: file.sha256,
  bytes: file.bytes,
  rows,
  encoding: file.encoding.encoding,
  columns,
})

/** The parts of the method that do not depend on the files, with those that do. */
export const methodRecord = (
  {
    join,
    ...given
  }: Pick<MethodRecord, 'software' | 'command' | 'layout' | 'spellings' | 'inputs'> & {
    readonly join: Readonly<Record<string, string>>
  },
  { replicates, seed, level }: Resampling,
): MethodRecord => ({
  study: 'exposure',
  ...given,
  rules: {
    ...join,
    local: sentences.local,
    origin: sentences.origin_rule,
    unknown: sentences.unknown,
    position_weight: sentences.position_weight,
  },
  interval: {
    statistic: 'local_share.fractional',
    resampling: sentences.resampling,
    level,
    replicates,
    seed,
  },
  limits,
})
