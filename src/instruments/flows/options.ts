import { type CoProductionRule, coProductionRules } from '../../engines/metrics/index.ts'
import {
  type CountryList,
  countryLists,
  matchingOptions,
  type StudyCall,
  type StudyInputs,
} from '../../engines/studies/index.ts'
import { countryLookup } from '../../engines/tables/index.ts'
import type { Fault } from '../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import { type Source, sourceNames, sources, unitOfLayout } from './files.ts'
import { type MirrorRule, mirrorRules } from './mirror.ts'
import { type Selection, selections } from './product-choice.ts'

/** The study's own options on the command line. */
export const ownOptions = {
  country: { type: 'string' },
  developing: { type: 'string' },
  credit: { type: 'string' },
  unit: { type: 'string' },
  selection: { type: 'string' },
  product: { type: 'string', multiple: true },
  mirror: { type: 'string' },
  currency: { type: 'string' },
  intervals: { type: 'string' },
  count: { type: 'string' },
  dates: { type: 'string' },
  ...matchingOptions,
} as const

export const usualList = 'm49'

export const countedThings = ['slots', 'works'] as const
export type Counted = (typeof countedThings)[number]

export interface FlowsOptions {
  readonly source: Source
  /** The country the study is about. */
  readonly country: string | undefined
  readonly list: CountryList
  readonly credit: CoProductionRule
  readonly unit: string | undefined
  readonly selection: Selection
  readonly products: readonly string[]
  readonly mirror: MirrorRule
  readonly currency: string | undefined
  readonly intervals: 'votes' | 'none' | undefined
  /** Of charts: every slot, or each work once in a territory. */
  readonly count: Counted
  readonly dates: 'dmy' | 'mdy' | undefined
}

export const creditRules = coProductionRules.filter((rule) => rule !== 'any')

const listOf = (words: StudyCall['own']): CountryList => {
  const id = words.choice(
    'developing',
    countryLists.map((list) => list.id),
  )
  return countryLists.find((list) => list.id === (id ?? usualList))!
}

/** Codes that ISO 3166-1 leaves to its users: a Party may have one that no file names. */
const isUserCode = (text: string): boolean => /^(AA|Q[M-Z]|X[A-Z]|ZZ)$/.test(text)

const countryOf = ({ own: words, spellings }: StudyCall): string | undefined => {
  const text = words.text('country')
  const code = text === undefined || isUserCode(text) ? text : countryLookup(spellings)(text)
  if (text !== undefined && code === undefined) words.refuse('argument-country', 'country', { text })
  return code
}

const currencyOf = (words: StudyCall['own']): string | undefined => {
  const text = words.text('currency')?.trim().toUpperCase()
  if (text !== undefined && !/^[A-Z]{3}$/.test(text)) words.refuse('argument-currency', 'currency', { text })
  return text
}

/** Which one of its files the study reads, and the options as they were given; all that is wrong at once. */
export const flowsOptions = (call: StudyCall): Result<FlowsOptions, Fault> => {
  const { files, own: words } = call
  const given = sourceNames.filter((name) => files[name] !== undefined)
  if (given.length !== 1) words.refuse('argument-source', 'flows', { given: given.join(', ') || '–' })
  const source = given[0] ?? 'flows'
  for (const { name, required } of sources[source])
    if (files[name] === undefined && (required || name === 'works')) words.refuse('argument-missing', name)
  const options: FlowsOptions = {
    source,
    country: countryOf(call),
    list: listOf(words),
    credit: words.choice('credit', creditRules) ?? 'fractional',
    unit: words.text('unit'),
    selection: words.choice('selection', selections) ?? 'cultural',
    products: words.list('product'),
    mirror: words.choice('mirror', mirrorRules) ?? 'importer',
    currency: currencyOf(words),
    intervals: words.choice('intervals', ['votes', 'none']),
    count: words.choice('count', countedThings) ?? 'slots',
    dates: words.choice('dates', ['dmy', 'mdy']),
  }
  return words.faults.length > 0 ? notAccepted(...words.faults) : accepted(options)
}

/** The options once the files are known: what a layout says of its amounts holds where nobody said otherwise. */
export const settledOptions = (options: FlowsOptions, { layout }: StudyInputs) => ({
  ...options,
  unit: options.unit ?? (options.currency === undefined ? unitOfLayout[layout?.id ?? ''] : undefined),
  intervals: options.intervals ?? (layout?.id === 'eurovision' ? ('votes' as const) : ('none' as const)),
})

export type SettledOptions = ReturnType<typeof settledOptions>

const product = ({ products }: SettledOptions) => (products.length > 0 ? { product: products.join(',') } : {})

/** The options as the command that repeats the study writes them: those that count for its source. */
export const writtenOptions = (options: SettledOptions): Readonly<Record<string, string | undefined>> => {
  const { source, country, list, credit, unit, selection, mirror, currency, intervals, count, dates } = options
  const every = { country, developing: list.id }
  if (source === 'flows') return { ...every, unit, currency, intervals, ...product(options) }
  if (source === 'trade') return { ...every, unit, currency, selection, mirror, ...product(options) }
  return source === 'exposures' ? { ...every, credit, count, dates } : { ...every, credit }
}
