import { coProductionRules } from '../../engines/metrics/index.ts'
import {
  countryLists,
  jsonText,
  openStudy,
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
import { discoverabilityCsv } from './csv.ts'
import { discoverabilityFindings, type FunnelChoices } from './document.ts'
import { discoverabilityLayouts, discoverabilityRoles, everyRole } from './files.ts'
import { type FunnelData, readFunnel } from './funnel-data.ts'
import { ruleNames } from './simulation.ts'
import { usageDiscoverability } from './usage-command.ts'

const own = {
  country: { type: 'string', multiple: true },
  credit: { type: 'string' },
  developing: { type: 'string' },
  simulate: { type: 'string', multiple: true },
  share: { type: 'string' },
  depth: { type: 'string' },
  lambda: { type: 'string' },
  dates: { type: 'string' },
} as const

interface Options extends FunnelChoices {
  readonly countries: readonly string[]
  readonly dates: 'dmy' | 'mdy' | undefined
}

/** With plays the list of works is the catalogue; with lists a catalogue stands beside them. */
const missingFiles = ({ files, own: words }: StudyCall): void => {
  const needed = files['plays'] ? ['works'] : ['catalogue', 'exposures']
  for (const name of needed) if (!files[name]) words.refuse('argument-missing', name)
}

const optionsOf = (call: StudyCall): Result<Options, Fault> => {
  const { own: words, resampling } = call
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
    resampling,
    simulation: {
      rules: words.choices('simulate', ruleNames),
      share: words.number('share', 0, 1) ?? 0.3,
      depth: Math.floor(words.number('depth', 1, 1000) ?? 10),
      lambda: words.number('lambda', 0, 1) ?? 0.5,
    },
    dates: words.choice('dates', ['dmy', 'mdy']),
  }
  return words.faults.length > 0 ? notAccepted(...words.faults) : accepted(options)
}

const wantedTerritories = (data: FunnelData, countries: readonly string[]): Result<readonly string[], Fault> => {
  if (countries.includes('all')) return accepted(data.territories)
  const country = countryLookup()
  const codes = [...new Set(countries.map((text) => country(text) ?? text))].sort()
  const missing = codes.filter((code) => !data.territories.includes(code))
  if (missing.length === 0) return accepted(codes)
  const values = { country: missing.join(', '), known: data.territories.join(', ') }
  return notAccepted({ code: 'country-not-in-chart', field: 'country', values })
}

/** What makes a chart useless for the study as a whole. */
const chartFault = (data: FunnelData): Fault | undefined => {
  const rows = data.leftOut.list()
  const conflicting = rows.find(({ reason }) => reason === 'conflicting_slot')?.rows ?? 0
  if (data.slots.ambiguousDays) return { code: 'days-ambiguous', field: 'exposures.week' }
  if (conflicting > data.slots.length)
    return {
      code: 'slots-conflict',
      field: 'exposures',
      values: { rows: conflicting, of: conflicting + data.slots.length },
    }
  if (data.slots.length === 0) {
    const worst = rows.toSorted((a, b) => b.rows - a.rows)[0]
    return {
      code: 'no-usable-slot',
      field: 'exposures',
      values: { reason: worst?.reason ?? 'none', found: worst?.found[0] ?? 'none' },
    }
  }
  const isLabelled = data.slots.keys.some((key) => data.sources.some(({ byKey }) => byKey.has(key)))
  if (isLabelled) return undefined
  return {
    code: 'no-title-matches',
    field: 'works',
    values: { titles: data.slots.keys.length, works: data.catalogue.size },
  }
}

const rulesOf = ({ rule, list, simulation }: Options, data: FunnelData) => ({
  local: 'the territory of the list is among the countries of origin of the work',
  origin: `as the ${data.sources[0]!.name} say${data.sources[0]!.name === 'catalogue' ? 's' : ''}; co-productions: ${rule} (sensitivity gives every rule and source)`,
  unknown: 'shares are of what is of known origin; bounds take all unknown slots as foreign (low) or local (high)',
  groups:
    'genre and gender of both stages in the words of one list, the catalogue if it tells them; language and age from either',
  join: 'by title in small letters without outer spaces and, where all files tell it, category',
  target: 'the local share of the catalogue, never the make-up of the list itself',
  fair_star: 'FA*IR with adjusted α 0.1 for the length of the list and the target',
  age: `years before ${data.yearOfChart}, the last year of the chart`,
  developing: `${list.title}; ${list.version}; ${list.source}`,
  ...(simulation.rules.length > 0
    ? {
        simulation: `lists of the chart put in another order, nothing from outside enters; relevance 1/log2(old position + 1); share ${simulation.share}, depth ${simulation.depth}, lambda ${simulation.lambda}`,
      }
    : {}),
})

const limits = [
  'The chart ends at its last position: nothing is said about works below it.',
  'A catalogue of one month is held against all weeks of the chart: works that came later are shown and not in it.',
  'A slot counts the same in every territory and week, whatever the number of viewers.',
  'Simulations are static: nothing is said about what people would choose from another list.',
]

const resampling =
  'titles each have a Poisson(1) weight for all their slots, weeks are drawn in blocks of consecutive ones, and a slot counts the product; ' +
  'the interval of one week weights titles alone; the catalogue is taken as it is'

/** `study discoverability …`: what there is against what is shown (lists) or played and paid (plays). */
export const discoverability: StudyCommand = async (words, watch) => {
  const call = readStudyCall(words, everyRole, own)
  if (!call.ok) return call
  const options = optionsOf(call.value)
  if (!options.ok) return options
  if (call.value.files['plays']) return usageDiscoverability(call.value, options.value.rule, watch)
  const inputs = await openStudy(discoverabilityRoles, discoverabilityLayouts, call.value.files, call.value.layout, {
    watch,
  })
  if (!inputs.ok) return inputs
  const data = readFunnel(inputs.value, call.value.spellings, options.value.dates)
  const fault = chartFault(data)
  if (fault) return notAccepted(fault)
  const wanted = wantedTerritories(data, options.value.countries)
  if (!wanted.ok) return wanted
  const { rule, list, simulation, countries, dates } = options.value
  const settled = {
    country: countries.includes('all') ? 'all' : wanted.value.join(','),
    credit: rule,
    developing: list.id,
    ...(simulation.rules.length > 0
      ? {
          simulate: simulation.rules.join(','),
          share: simulation.share,
          depth: simulation.depth,
          lambda: simulation.lambda,
        }
      : {}),
    dates,
  }
  const command = repeatingCommand('discoverability', call.value, inputs.value, settled)
  const told = { rules: rulesOf(options.value, data), limits, resampling }
  const method = studyRecord('discoverability', command, call.value, inputs.value, told)
  const document = { ...discoverabilityFindings(data, wanted.value, options.value), method }
  return accepted({
    text: call.value.format === 'json' ? jsonText(document) : discoverabilityCsv(document),
    out: call.value.out,
    notes: studyNotes(inputs.value, data.leftOut, data.unrecognised),
  })
}
