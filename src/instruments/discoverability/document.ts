import { amplificationRatio, type CoProductionRule, coProductionRules } from '../../engines/metrics/index.ts'
import type {
  CountryList,
  LeftOutRows,
  Resampling,
  StudyRecord,
  UnrecognisedSpelling,
} from '../../engines/studies/index.ts'
import {
  type CreditedSlots,
  catalogueShares,
  creditSlots,
  type ExposureFindings,
  exposureOf,
  type Limits,
  type ListFairness,
  type LocalTo,
  listFairness,
  modelShare,
  type WeekShare,
  weeksOf,
} from './country-funnel.ts'
import type { FunnelData } from './funnel-data.ts'
import { type GroupFunnel, groupFunnels, type Reach, reachOf } from './group-funnel.ts'
import { type Simulation, type SimulationOptions, simulate } from './simulation.ts'

/** Exposure of local works by the rule for co-productions, with labels of one source. */
export type ByRule = Readonly<Record<CoProductionRule, number | null>>

export interface ScopeFunnel {
  readonly catalogue: { readonly local_share: number | null; readonly by_rule: ByRule } | null
  readonly exposure: ExposureFindings
  /** Exposure ÷ catalogue: above 1 ranking adds to local works, below 1 it takes. The interval takes the catalogue as fixed. */
  readonly ratio: number | null
  readonly ratio_interval: Limits
  readonly sensitivity: Readonly<Record<string, ByRule>>
  readonly categories: Readonly<Record<string, { readonly slots: number; readonly local_share: number | null }>>
  readonly platforms: Readonly<Record<string, { readonly slots: number; readonly local_share: number | null }>>
  readonly surfaces: Readonly<Record<string, { readonly slots: number; readonly local_share: number | null }>>
  readonly weeks: readonly WeekShare[]
  readonly lists: ListFairness | null
  readonly simulations: Readonly<Record<string, Simulation>>
}

export interface DiscoverabilityDocument {
  readonly stages: readonly string[]
  readonly countries: Readonly<Record<string, ScopeFunnel>>
  readonly overall: ScopeFunnel
  readonly developing: { readonly list: Omit<CountryList, 'has'>; readonly funnel: ScopeFunnel }
  readonly groups: Readonly<Record<string, GroupFunnel>>
  readonly reach: Reach
  readonly left_out: {
    readonly rows: readonly LeftOutRows[]
    readonly titles_without_labels: {
      readonly titles: number
      readonly slots: number
      readonly most_shown: readonly { readonly title: string; readonly slots: number }[]
    }
    readonly works_that_disagree: Readonly<Record<string, number>>
    readonly unrecognised_countries: readonly UnrecognisedSpelling[]
  }
  readonly method: StudyRecord
}

export interface FunnelChoices {
  readonly rule: CoProductionRule
  readonly list: CountryList
  readonly resampling: Resampling
  readonly simulation: SimulationOptions
}

interface Scope {
  readonly data: FunnelData
  readonly choices: FunnelChoices
  readonly localTo: LocalTo
  /** The set that is local to the whole scope, when it is one: what the catalogue can be asked for. */
  readonly local: ReadonlySet<string> | undefined
  readonly slots: Int32Array
  /** Slots credited once for all scopes that share `localTo`: by source and rule. */
  readonly credited: ReadonlyMap<string, CreditedSlots>
}

/** The slots credited under every rule with the labels of every source. */
const creditAll = (data: FunnelData, localTo: LocalTo): ReadonlyMap<string, CreditedSlots> =>
  new Map(
    data.sources.flatMap(({ name, byKey }) =>
      coProductionRules.map((rule) => [`${name} ${rule}`, creditSlots(data, byKey, localTo, rule)] as const),
    ),
  )

const byWord = (credited: CreditedSlots, slots: Int32Array, codes: Int32Array, words: readonly string[]) => {
  const lists = words.map(() => [] as number[])
  for (const slot of slots) lists[codes[slot]!]!.push(slot)
  const rows = words.flatMap((word, at) => {
    const own = Int32Array.from(lists[at]!)
    if (word === '' || own.length === 0) return []
    return [[word, { slots: own.length, local_share: modelShare(credited, own, { kind: 'flat' }) }] as const]
  })
  return Object.fromEntries(rows)
}

const scopeFunnel = ({ data, choices, local, slots, credited }: Scope): ScopeFunnel => {
  const { rule, resampling, simulation } = choices
  const main = credited.get(`${data.sources[0]!.name} ${rule}`)!
  const byRule = local ? catalogueShares(data.catalogue, local) : undefined
  const ofCatalogue = byRule?.[rule] ?? null
  const exposure = exposureOf(main, slots, resampling)
  const over = (share: number | null) =>
    share === null || ofCatalogue === null || ofCatalogue === 0 ? null : amplificationRatio(share, ofCatalogue)
  const sensitivity = data.sources.map(({ name }) => {
    const shares = coProductionRules.map((one) => [
      one,
      modelShare(credited.get(`${name} ${one}`)!, slots, { kind: 'flat' }),
    ])
    return [name, Object.fromEntries(shares) as ByRule]
  })
  const { category, categories, platform, platforms, surface, surfaces } = data.slots
  return {
    catalogue: byRule ? { local_share: ofCatalogue, by_rule: byRule } : null,
    exposure,
    ratio: over(exposure.local_share),
    ratio_interval: { low: over(exposure.interval.low), high: over(exposure.interval.high) },
    sensitivity: Object.fromEntries(sensitivity),
    categories: byWord(main, slots, category, categories),
    platforms: byWord(main, slots, platform, platforms),
    surfaces: byWord(main, slots, surface, surfaces),
    weeks: weeksOf(main, slots, resampling),
    lists: ofCatalogue === null ? null : listFairness(main, slots, ofCatalogue),
    simulations: Object.fromEntries(simulation.rules.map((name) => [name, simulate(name, main, slots, simulation)])),
  }
}

const mostShown = 100

const unlabelled = (data: FunnelData): DiscoverabilityDocument['left_out']['titles_without_labels'] => {
  const slots = new Map<number, number>()
  for (const title of data.slots.title) {
    if (data.sources.some(({ byKey }) => byKey.has(data.slots.keys[title]!))) continue
    slots.set(title, (slots.get(title) ?? 0) + 1)
  }
  const list = [...slots].sort(([a, x], [b, y]) => y - x || a - b)
  return {
    titles: list.length,
    slots: list.reduce((sum, [, count]) => sum + count, 0),
    most_shown: list.slice(0, mostShown).map(([title, count]) => ({ title: data.slots.names[title]!, slots: count })),
  }
}

/** All figures of the study for the wanted territories, the whole chart, and a list of developing countries. */
export const discoverabilityFindings = (
  data: FunnelData,
  wanted: readonly string[],
  choices: FunnelChoices,
): Omit<DiscoverabilityDocument, 'method'> => {
  const every = Int32Array.from({ length: data.slots.length }, (_, slot) => slot)
  const own: LocalTo = (territory) => new Set([territory])
  const credited = creditAll(data, own)
  const countries = wanted.map((code): [string, ScopeFunnel] => {
    const slots = every.filter((slot) => data.territoryAt(slot) === code)
    return [code, scopeFunnel({ data, choices, localTo: own, local: new Set([code]), slots, credited })]
  })
  const { has, ...stated } = choices.list
  const codes = new Set<string>()
  for (const { byKey } of data.sources)
    for (const { origins } of byKey.values()) for (const code of origins) codes.add(code)
  const listed = new Set([...codes].filter(has))
  const toList: LocalTo = () => listed
  return {
    stages: ['catalogue', 'exposure'],
    countries: Object.fromEntries(countries),
    overall: scopeFunnel({ data, choices, localTo: own, local: undefined, slots: every, credited }),
    developing: {
      list: stated,
      funnel: scopeFunnel({
        data,
        choices,
        localTo: toList,
        local: listed,
        slots: every,
        credited: creditAll(data, toList),
      }),
    },
    groups: groupFunnels(data),
    reach: reachOf(data),
    left_out: {
      rows: data.leftOut.list(),
      titles_without_labels: unlabelled(data),
      works_that_disagree: Object.fromEntries(data.sources.map(({ name, disagreeing }) => [name, disagreeing])),
      unrecognised_countries: data.unrecognised,
    },
  }
}
