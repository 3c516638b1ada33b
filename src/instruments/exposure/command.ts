import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  jsonText,
  matchingRule,
  proposalsCsv,
  type StudyCommand,
  type StudyWatch,
} from '../../engines/studies/index.ts'
import { resamplingFaults } from '../../engines/studies/resampling.ts'
import { countryLookup, type NormaliseCountry } from '../../engines/tables/index.ts'
import type { Fault } from '../../kernel/fault.ts'
import { packageRoot } from '../../kernel/package-root.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import { type ExposureCall, readExposureArguments } from './arguments.ts'
import { type ChartReading, readChart } from './chart.ts'
import { exposureCsv } from './csv.ts'
import { type ExposureDocument, exposureFindings, inputRecord, methodRecord } from './document.ts'
import { type Resampling, usualResampling } from './intervals.ts'
import { matchedChart, readMatchingWords, type TitleMatching } from './matching.ts'
import type { ExposureStudyOptions } from './options.ts'
import { repeatingCommand } from './repeating-command.ts'
import { openStudyFiles, readStudyFiles, type StudyFiles } from './study-files.ts'
import { type JoinRule, joinRuleOf, readWorks, type Works } from './works.ts'

export type { ExposureStudyOptions, StudyFile } from './options.ts'
export { type ExposureCall, readExposureArguments }

/** The document, and what the person should know of how the files were read. */
export interface ExposureStudy {
  readonly document: ExposureDocument
  readonly notes: readonly Fault[]
  readonly matching: TitleMatching | undefined
}

/** A chart that cannot carry a figure at all: no usable row, days that mean two things, mostly slots said twice, no title met. */
const chartFault = (reading: ChartReading, works: Works): Fault | undefined => {
  const { chart, leftOut, rows } = reading
  const conflicting = leftOut.find(({ reason }) => reason === 'conflicting_slot')?.rows ?? 0
  const worst = leftOut.toSorted((a, b) => b.rows - a.rows)[0]
  if (reading.days.ambiguous) return { code: 'days-ambiguous', field: 'exposures.week', values: { rows } }
  if (conflicting * 2 > rows)
    return { code: 'slots-conflict', field: 'exposures', values: { rows: conflicting, of: rows } }
  if (chart.slots === 0)
    return {
      code: 'nothing-usable',
      field: 'exposures',
      values: { rows, reason: worst?.reason ?? 'ragged', found: worst?.found[0] ?? 'none' },
    }
  if (chart.titles.some((title) => works.byKey.has(title))) return undefined
  return { code: 'no-title-matches', field: 'works', values: { titles: chart.titles.length, works: works.byKey.size } }
}

const wantedCountries = (
  options: ExposureStudyOptions,
  reading: ChartReading,
  country: NormaliseCountry,
): Result<readonly string[], Fault> => {
  const { territories } = reading.chart
  if (options.countries === 'all') return accepted(territories)
  const codes = options.countries.map((text) => country(text) ?? text)
  const faults = codes
    .filter((code) => !territories.includes(code))
    .map((code) => ({
      code: country(code) === undefined ? 'country-unknown' : 'country-not-in-chart',
      field: 'country',
      values: { country: code, known: territories.join(', ') },
    }))
  if (codes.length === 0) return notAccepted({ code: 'no-country', field: 'country' })
  return faults.length > 0 ? notAccepted(...faults) : accepted([...new Set(codes)].sort())
}

const spellingFaults = (spellings: Readonly<Record<string, string>>): Fault[] => {
  const country = countryLookup(spellings)
  return Object.entries(spellings)
    .filter(([, code]) => country(code) === undefined)
    .map(([spelling, code]) => ({
      code: 'spelling-without-country',
      field: 'spellings',
      values: { spelling, country: code },
    }))
}

/** What a reader of the figures should hear at once; the document has the details. */
const findingNotes = ({ overall, left_out }: Pick<ExposureDocument, 'overall' | 'left_out'>): Fault[] => {
  const leftOut = left_out.rows.reduce((sum, { rows }) => sum + rows, 0)
  const { titles, slots } = left_out.unmatched_titles
  const spellings = left_out.unrecognised_countries
  const notes: Fault[] = []
  if (leftOut > 0) notes.push({ code: 'rows-left-out', values: { rows: leftOut, of: overall.rows } })
  if (titles > 0) notes.push({ code: 'titles-unmatched', values: { titles, slots } })
  if (spellings.length > 0)
    notes.push({
      code: 'spellings-unrecognised',
      values: {
        count: spellings.length,
        spellings: spellings
          .slice(0, 10)
          .map(({ spelling }) => spelling)
          .join(', '),
      },
    })
  return notes
}

const softwareVersion = (): string => {
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string }
  return `open-roadmap ${version}`
}

/** How titles of the chart meet the works: by an identifier where both files have one, else by name. */
const joinRule = (rule: JoinRule): Readonly<Record<string, string>> =>
  rule.by === 'work_id'
    ? { join_id: 'titles meet works by work_id' }
    : {
        join_title: `titles meet works by name in small letters without outer spaces${rule.category ? ', and category' : ''}`,
      }

/** How titles were joined, where somebody said more than that they are written alike. */
const matchRule = (
  { matching: rules }: ExposureStudyOptions,
  matching: TitleMatching | undefined,
): Readonly<Record<string, string>> =>
  rules && matching && (rules.threshold !== undefined || matching.record.decisions.given > 0)
    ? { matching: matchingRule(rules) }
    : {}

/** Both files read to their end: the slots of the chart, what is known of its works, and how the two were tied. */
export interface StudyReading extends StudyFiles {
  readonly rule: JoinRule
  readonly country: NormaliseCountry
  readonly works: Works
  readonly reading: ChartReading
  /** Rows of the works file, those left out for their number of cells among them. */
  readonly workRows: number
  readonly matching: TitleMatching | undefined
}

/** Reads both files as far as a study needs them, whatever the country. Faults as `runExposureStudy` gives them. */
export const readStudy = async (
  options: Omit<ExposureStudyOptions, 'countries'>,
  watch?: StudyWatch,
): Promise<Result<StudyReading, Fault>> => {
  const files = await openStudyFiles(options)
  if (!files.ok) return files
  const tables = await readStudyFiles(files.value, watch)
  if (!tables.ok) return tables
  const { mappings } = files.value
  const country = countryLookup(options.spellings)
  const rule = joinRuleOf(mappings.exposures, mappings.works)
  const works = readWorks(tables.value.works, mappings.works, rule, country)
  const read = readChart(tables.value.exposures, mappings.exposures, rule, country, options.dates)
  const { chart, matching } = matchedChart(read.chart, works, rule, options.matching)
  const reading = { ...read, chart }
  const fault = chartFault(reading, works)
  const workRows = works.rows + tables.value.works.ragged.count
  return fault ? notAccepted(fault) : accepted({ ...files.value, rule, country, works, reading, workRows, matching })
}

const study = (
  options: ExposureStudyOptions,
  read: StudyReading,
  resampling: Resampling,
): Result<ExposureStudy, Fault> => {
  const { files, layout, mappings, rule, works, reading } = read
  const wanted = wantedCountries(options, reading, read.country)
  if (!wanted.ok) return wanted
  const given = {
    software: softwareVersion(),
    command: repeatingCommand(options, files, layout, mappings, resampling),
    layout: layout?.id ?? null,
    join: { ...joinRule(rule), ...matchRule(options, read.matching) },
    spellings: options.spellings ?? {},
    inputs: {
      exposures: inputRecord(files.exposures, reading.rows, mappings.exposures),
      works: inputRecord(files.works, read.workRows, mappings.works),
    },
  }
  const findings = exposureFindings({ reading, works, resampling }, wanted.value)
  const { countries, overall, left_out } = findings
  const { matching } = read
  const matched = matching ? { matching: matching.record } : {}
  const document = { countries, overall, method: methodRecord(given, resampling), left_out, ...matched }
  return accepted({
    document,
    matching,
    notes: [...files.exposures.notes, ...files.works.notes, ...findingNotes(findings)],
  })
}

/**
 * The exposure study from two files to one document, without a database. What the files or the choices do not allow comes
 * back as faults, all that could be found at once; `field` is `exposures`, `works` (with a column: `exposures.week`),
 * `country`, `layout`, `spellings`, `replicates`, `seed` or `level`. Codes are words of this room or of `engines/tables`.
 */
export const runExposureStudy = async (
  options: ExposureStudyOptions,
  watch?: StudyWatch,
): Promise<Result<ExposureStudy, Fault>> => {
  const resampling = { ...usualResampling, ...options.resampling }
  const settings = [...resamplingFaults(resampling), ...spellingFaults(options.spellings ?? {})]
  if (settings.length > 0) return notAccepted(...settings)
  const read = await readStudy(options, watch)
  return read.ok ? study(options, read.value, resampling) : read
}

/** `study exposure …` as every study is called: the words in, the document as text out. */
export const command: StudyCommand = async (words, watch) => {
  const call = readExposureArguments(words)
  if (!call.ok) return call
  const { options, format, out } = call.value
  const { rules, proposals: path } = await readMatchingWords(words)
  if (!rules.ok) return rules
  const study = await runExposureStudy({ ...options, matching: rules.value }, watch)
  if (!study.ok) return study
  const { document, notes, matching } = study.value
  const also = path === undefined ? {} : { also: [{ path, text: proposalsCsv(matching?.all ?? []) }] }
  return accepted({ text: format === 'json' ? jsonText(document) : exposureCsv(document), out, notes, ...also })
}
