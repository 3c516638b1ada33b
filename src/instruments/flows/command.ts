import { type CoProductionRule, coProductionRules } from '../../engines/metrics/index.ts'
import {
  type CountryList,
  countryLists,
  jsonText,
  openStudy,
  readStudyCall,
  repeatingCommand,
  type StudyCall,
  type StudyCommand,
  type StudyInputs,
  studyNotes,
  studyRecord,
} from '../../engines/studies/index.ts'
import type { Fault } from '../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import { flowsCsv } from './csv.ts'
import { flowsFindings, smallCellsRule } from './document.ts'
import { everyRole, flowLayouts, type Source, sourceNames, sources } from './files.ts'
import { observationsOfExposures } from './from-exposures.ts'
import { observationsOfFlows } from './from-flows.ts'
import { observationsOfPlays } from './from-plays.ts'
import type { Observations } from './observations.ts'

const own = {
  developing: { type: 'string' },
  credit: { type: 'string' },
  unit: { type: 'string' },
  product: { type: 'string', multiple: true },
  intervals: { type: 'string' },
  dates: { type: 'string' },
} as const

interface FlowsOptions {
  readonly source: Source
  readonly list: CountryList
  readonly credit: CoProductionRule
  readonly unit: string
  readonly products: readonly string[]
  readonly votes: boolean
  readonly dates: 'dmy' | 'mdy' | undefined
}

const optionsOf = ({ files, layout, own: words }: StudyCall): Result<FlowsOptions, Fault> => {
  const given = sourceNames.filter((name) => files[name] !== undefined)
  if (given.length !== 1) words.refuse('argument-source', 'flows', { given: given.join(', ') || '–' })
  const source = given[0] ?? 'flows'
  for (const { name, required } of sources[source])
    if (files[name] === undefined && (required || name === 'works')) words.refuse('argument-missing', name)
  const id =
    words.choice(
      'developing',
      countryLists.map(({ id }) => id),
    ) ?? 'unctad'
  const intervals = words.choice('intervals', ['votes', 'none'])
  const options: FlowsOptions = {
    source,
    list: countryLists.find((list) => list.id === id)!,
    credit:
      words.choice(
        'credit',
        coProductionRules.filter((rule) => rule !== 'any'),
      ) ?? 'fractional',
    unit: words.text('unit') ?? (layout === 'eurovision' ? 'points' : 'amount'),
    products: words.list('product'),
    votes: (intervals ?? (layout === 'eurovision' ? 'votes' : 'none')) === 'votes',
    dates: words.choice('dates', ['dmy', 'mdy']),
  }
  return words.faults.length > 0 ? notAccepted(...words.faults) : accepted(options)
}

const observe = (inputs: StudyInputs, call: StudyCall, options: FlowsOptions): Result<Observations, Fault> => {
  const { spellings } = call
  if (options.source === 'plays') return accepted(observationsOfPlays(inputs, spellings, options.credit))
  if (options.source === 'exposures') return observationsOfExposures(inputs, spellings, options.credit, options.dates)
  return observationsOfFlows(inputs.byRole.get('flows')!, spellings, options)
}

const resamplingOf = (data: Observations): string | null => {
  switch (data.clusters.kind) {
    case 'users':
      return 'users are drawn with replacement, with all their plays; two_way_local_interval: users and works each have a Poisson(1) weight, and a play counts their product (not drawn above 10⁹ plays × replicates)'
    case 'votes':
      return 'the votes of one country in one series and period are drawn together, with replacement'
    case 'title-and-week':
      return 'titles and weeks each have a Poisson(1) weight, and a slot counts their product'
    default:
      return null
  }
}

const rulesOf = (options: FlowsOptions, data: Observations) => ({
  flow: 'from the country of origin of a work to the country where it is used, bought or voted for',
  local:
    'works of the own country, of what is of known origin and destination; bounds take all unknown as foreign (low) or local (high)',
  origin:
    options.source === 'flows' ? 'as the table says' : `as the list of works says; co-productions: ${options.credit}`,
  developing: `${options.list.title}; ${options.list.version}; ${options.list.source}`,
  balance: '(sent − received) ÷ (sent + received)',
  duplicates:
    'where the table has a series, a pair of countries is named once in it: the same amount again counts once, different amounts not at all',
  codes: 'a country is taken by its name; a code beside it counts where the name is not recognised',
  ...(data.clusters.kind === 'users' ? { small_cells: smallCellsRule } : {}),
  ...(data.clusters.kind === 'none' ? { intervals: 'none: the table is not a sample' } : {}),
})

const limits = [
  'Amounts of different kinds are not comparable: a play, a slot, a point and a sum of money are four things.',
  'There is no convention of the United Nations on which countries are developing; another list gives other figures.',
  'A chart ends at its last position; nothing is said about works below it.',
]

/** `study flows …`: where works come from and where they go, from a table of flows, from plays, or from charts. */
export const flows: StudyCommand = async (words, watch) => {
  const call = readStudyCall(words, everyRole, own)
  if (!call.ok) return call
  const options = optionsOf(call.value)
  if (!options.ok) return options
  const roles = sources[options.value.source]
  const inputs = await openStudy(roles, flowLayouts, call.value.files, call.value.layout, {
    watch,
    cache: call.value.cache,
  })
  if (!inputs.ok) return inputs
  const observed = observe(inputs.value, call.value, options.value)
  if (!observed.ok) return observed
  const data = observed.value
  if (data.amount.length === 0)
    return notAccepted({
      code: 'no-usable-flow',
      field: options.value.source,
      values: { rows: 0, reason: 'none', found: 'none' },
    })
  const { source, list, credit, unit, products, votes, dates } = options.value
  const settled = {
    developing: list.id,
    ...(source === 'flows'
      ? { unit, intervals: votes ? 'votes' : 'none', ...(products.length > 0 ? { product: products.join(',') } : {}) }
      : { credit }),
    dates,
  }
  const resampling = resamplingOf(data)
  const command = repeatingCommand('flows', call.value, inputs.value, settled, resampling !== null)
  const told = { rules: rulesOf(options.value, data), limits, resampling }
  const method = studyRecord('flows', command, call.value, inputs.value, told)
  const document = { ...flowsFindings(data, list, call.value.resampling), method }
  return accepted({
    text: call.value.format === 'json' ? jsonText(document) : flowsCsv(document),
    out: call.value.out,
    notes: studyNotes(inputs.value, data.leftOut, data.unrecognised),
  })
}
