import type { StudyWatch } from '../../engines/studies/index.ts'
import type { Fault } from '../../kernel/fault.ts'
import { accepted, type Result } from '../../kernel/result.ts'
import type { StudySurveyor } from '../../studies/index.ts'
import { readExposureArguments, readStudy, type StudyReading } from './command.ts'
import type { LeftOutRows } from './left-out.ts'
import { asLeftOut, asSpelling } from './not-used.ts'
import type { ExposureStudyOptions } from './options.ts'
import type { UnrecognisedSpelling } from './works.ts'

/** What a person is shown before choosing a country: what the two files hold together. */
export interface FilesSurvey {
  readonly rows: number
  readonly slots: number
  readonly titles: number
  readonly works: number
  readonly deepestPosition: number
  /** Number of weeks, and the days by which the first and the last are named. */
  readonly weeks: { readonly count: number; readonly first: string; readonly last: string }
  readonly territories: readonly { readonly code: string; readonly slots: number }[]
  readonly leftOut: readonly LeftOutRows[]
  readonly unmatchedTitles: number
  /** Spellings of countries of origin that are not known, the most frequent first. */
  readonly spellings: readonly UnrecognisedSpelling[]
}

const surveyOf = ({ reading, works }: StudyReading): FilesSurvey => {
  const { chart, rows, leftOut } = reading
  const slots = new Int32Array(chart.territories.length)
  for (const territory of chart.territory) slots[territory]!++
  return {
    rows,
    slots: chart.slots,
    titles: chart.distinctTitles,
    works: works.byKey.size,
    deepestPosition: chart.position.reduce((most, position) => Math.max(most, position), 0),
    weeks: { count: chart.weeks.length, first: chart.weeks[0] ?? '', last: chart.weeks.at(-1) ?? '' },
    territories: chart.territories
      .map((code, at) => ({ code, slots: slots[at]! }))
      .filter((territory) => territory.slots > 0),
    leftOut,
    unmatchedTitles: chart.titles.filter((title) => !works.byKey.has(title)).length,
    spellings: works.unrecognisedCountries.slice(0, 30),
  }
}

const noonOf = (day: string): number => Date.parse(`${day}T12:00:00Z`)

/** What a person is told before choosing a country; the words are those of the command without one. */
export const survey: StudySurveyor = async (words, watch) => {
  const call = readExposureArguments([...words, '--country=all'])
  if (!call.ok) return call
  const found = await surveyFiles(call.value.options, watch)
  if (!found.ok) return found
  const { rows, slots, titles, weeks, territories, unmatchedTitles, deepestPosition, leftOut, spellings } = found.value
  return accepted({
    rows,
    notUsed: { rows: leftOut.map(asLeftOut), spellings: spellings.map(asSpelling) },
    values: {
      slots,
      titles,
      weeks: weeks.count,
      territories: territories.length,
      unmatched: unmatchedTitles,
      depth: deepestPosition,
      from: noonOf(weeks.first),
      to: noonOf(weeks.last),
    },
    answers: { country: territories.map(({ code, slots: amount }) => ({ value: code, amount })) },
  })
}

/** Reads both files once and says what they hold; faults as the study gives them. */
export const surveyFiles = async (
  options: Omit<ExposureStudyOptions, 'countries'>,
  watch?: StudyWatch,
): Promise<Result<FilesSurvey, Fault>> => {
  const read = await readStudy(options, watch)
  return read.ok ? accepted(surveyOf(read.value)) : read
}
