import { type CoProductionRule, coProductionRules } from '../../engines/metrics/index.ts'
import {
  countryLists,
  jsonText,
  type MatchingRules,
  matchingOptions,
  matchingRule,
  matchingWords,
  openStudy,
  proposalsCsv,
  readMatchingRules,
  readStudyCall,
  repeatingCommand,
  type StudyCall,
  type StudyCommand,
  studyNotes,
  studyRecord,
} from '../../engines/studies/index.ts'
import { countryLookup } from '../../engines/tables/index.ts'
import type { Fault } from '../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import type { CompactLists } from './compact-lists.ts'
import { discoverabilityCsv } from './csv.ts'
import { countriesOf, discoverabilityFindings, territoryLists } from './document.ts'
import { discoverabilityLayouts, discoverabilityRoles } from './files.ts'
import { countedLog, readStudy } from './read-study.ts'
import { limits, resampling, rulesOf } from './record.ts'
import type { FunnelChoices } from './scope-funnel.ts'
import { ruleNames } from './simulation.ts'
import type { StudyData } from './study-data.ts'

const own = {
  country: { type: 'string', multiple: true },
  credit: { type: 'string' },
  developing: { type: 'string' },
  payment: { type: 'string' },
  year: { type: 'string' },
  simulate: { type: 'string', multiple: true },
  share: { type: 'string' },
  depth: { type: 'string' },
  lambda: { type: 'string' },
  dates: { type: 'string' },
  lists: { type: 'string' },
  ...matchingOptions,
} as const

interface Options extends FunnelChoices {
  readonly countries: readonly string[]
  readonly dates: 'dmy' | 'mdy' | undefined
  readonly year: number | undefined
  /** Where the lists go in short. */
  readonly lists: string | undefined
}

/** A list of works under the role of the works is the catalogue where there is none: plays need no second list. */
const withCatalogue = (call: StudyCall): StudyCall => {
  const { catalogue, works, ...others } = call.files
  return catalogue || !works || !others['plays'] || others['exposures']
    ? call
    : { ...call, files: { ...others, catalogue: works } }
}

const missingFiles = ({ files, own: words }: StudyCall): void => {
  if (!files['catalogue'])
    words.refuse('argument-missing', files['plays'] && !files['exposures'] ? 'works' : 'catalogue')
  if (!files['exposures'] && !files['plays']) words.refuse('argument-missing', 'exposures')
  for (const name of ['users', 'revenue'])
    if (files[name] && !files['plays']) words.refuse('plays-needed', 'plays', { file: `--${name}` })
}

const optionsOf = (call: StudyCall): Result<Options, Fault> => {
  const { own: words } = call
  missingFiles(call)
  const list =
    words.choice(
      'developing',
      countryLists.map(({ id }) => id),
    ) ?? 'unctad'
  const countries = words.list('country')
  const options: Options = {
    countries: countries.length === 0 ? ['all'] : countries,
    rule: words.choice('credit', coProductionRules) ?? 'fractional',
    list: countryLists.find(({ id }) => id === list)!,
    resampling: call.resampling,
    payment: words.choice('payment', ['user-centric', 'pro-rata']) ?? 'user-centric',
    year: words.number('year', 1500, 2199),
    simulation: {
      rules: words.choices('simulate', ruleNames),
      share: words.number('share', 0, 1) ?? 0.3,
      depth: Math.floor(words.number('depth', 1, 1000) ?? 10),
      lambda: words.number('lambda', 0, 1) ?? 0.5,
    },
    dates: words.choice('dates', ['dmy', 'mdy']),
    lists: words.text('lists'),
  }
  return words.faults.length > 0 ? notAccepted(...words.faults) : accepted(options)
}

const wantedCountries = (data: StudyData, countries: readonly string[]): Result<readonly string[], Fault> => {
  const { codes, hidden } = countriesOf(data)
  if (countries.includes('all')) return accepted(codes)
  const country = countryLookup()
  const wanted = [...new Set(countries.map((text) => country(text) ?? text))].sort()
  const few = wanted.filter((code) => !codes.includes(code) && hidden.includes(code))
  if (few.length > 0)
    return notAccepted({ code: 'country-of-few-users', field: 'country', values: { country: few.join(', ') } })
  const missing = wanted.filter((code) => !codes.includes(code))
  if (missing.length === 0) return accepted(wanted)
  const values = { country: missing.join(', '), known: codes.join(', ') }
  return notAccepted({ code: 'country-not-in-chart', field: 'country', values })
}

/** What makes lists useless for the study as a whole. */
const listsFault = ({ lists, sources, leftOut, works }: StudyData): Fault | undefined => {
  if (!lists) return undefined
  const rows = leftOut.filter(({ file }) => file === 'exposures')
  const conflicting = rows.find(({ reason }) => reason === 'conflicting_slot')?.rows ?? 0
  const { slots } = lists
  if (slots.ambiguousDays) return { code: 'days-ambiguous', field: 'exposures.week' }
  if (conflicting > slots.length) {
    const values = { rows: conflicting, of: conflicting + slots.length }
    return { code: 'slots-conflict', field: 'exposures', values }
  }
  if (slots.length === 0) {
    const worst = rows.toSorted((a, b) => b.rows - a.rows)[0]
    const values = { reason: worst?.reason ?? 'none', found: worst?.found[0] ?? 'none' }
    return { code: 'no-usable-slot', field: 'exposures', values }
  }
  if (lists.unlabelled.length < slots.keys.length) return undefined
  const listed = works.isListed.reduce((sum, is) => sum + is, 0)
  const field = sources[0]!.name
  return { code: 'no-title-matches', field, values: { titles: slots.keys.length, works: listed } }
}

const settledOptions = (wanted: readonly string[], options: Options, data: StudyData) => {
  const { rule, list, simulation, countries, dates, payment, year } = options
  return {
    country: countries.includes('all') ? 'all' : wanted.join(','),
    credit: rule,
    developing: list.id,
    ...(data.use ? { payment } : {}),
    year,
    ...(data.lists && simulation.rules.length > 0
      ? {
          simulate: simulation.rules.join(','),
          share: simulation.share,
          depth: simulation.depth,
          lambda: simulation.lambda,
        }
      : {}),
    dates,
  }
}

const listsText = (data: StudyData, rule: CoProductionRule): string => {
  const lists: CompactLists = {
    study: 'discoverability',
    credit: rule,
    labels: data.sources[0]!.name,
    territories: territoryLists(data, rule),
  }
  return `${JSON.stringify(lists)}\n`
}

/** How titles were joined, where somebody said more than that they are written alike. */
const joinRule = ({ lists }: StudyData, rules: MatchingRules): Readonly<Record<string, string>> =>
  lists && (rules.threshold !== undefined || lists.matching.decisions.given > 0)
    ? { matching: matchingRule(rules) }
    : {}

/** `study discoverability …`: what there is against what is shown (lists), played and paid (plays). */
export const discoverability: StudyCommand = async (words, watch) => {
  const given = readStudyCall(words, discoverabilityRoles, own)
  if (!given.ok) return given
  const call = withCatalogue(given.value)
  const options = optionsOf(call)
  if (!options.ok) return options
  const matching = await readMatchingRules(call.own)
  if (!matching.ok) return matching
  const reading = { watch, cache: call.cache }
  const inputs = await openStudy(discoverabilityRoles, discoverabilityLayouts, call.files, call.layout, reading)
  if (!inputs.ok) return inputs
  const read = readStudy(inputs.value, {
    ...options.value,
    spellings: call.spellings,
    matching: matching.value,
  })
  if (!read.ok) return read
  const data = read.value
  const fault = listsFault(data)
  if (fault) return notAccepted(fault)
  const wanted = wantedCountries(data, options.value.countries)
  if (!wanted.ok) return wanted
  const settled = settledOptions(wanted.value, options.value, data)
  const command = repeatingCommand('discoverability', call, inputs.value, {
    ...settled,
    ...(data.lists ? matchingWords(matching.value) : {}),
  })
  const told = { rules: { ...rulesOf(data, options.value), ...joinRule(data, matching.value) }, limits, resampling }
  const method = studyRecord('discoverability', command, call, inputs.value, told)
  const found = discoverabilityFindings(data, wanted.value, options.value)
  const document = { ...found, ...(data.lists ? { matching: data.lists.matching } : {}), method }
  const also = [
    { path: options.value.lists, text: () => listsText(data, options.value.rule) },
    { path: call.own.text('proposals'), text: () => proposalsCsv(data.lists?.unmatched ?? []) },
  ].flatMap(({ path, text }) => (path === undefined ? [] : [{ path, text: text() }]))
  return accepted({
    text: call.format === 'json' ? jsonText(document) : discoverabilityCsv(document),
    out: call.out,
    notes: studyNotes(inputs.value, countedLog(data.leftOut), data.unrecognised),
    also,
  })
}

export { discoverability as command }
