import { type CoProductionRule, coProductionRules } from '../../engines/metrics/index.ts'
import type { CountryList, Resampling } from '../../engines/studies/index.ts'
import { catalogueStage } from './catalogue-stage.ts'
import { compactLists, type TerritoryLists } from './compact-lists.ts'
import {
  type CreditedSlots,
  creditSlots,
  exposureOf,
  flatShare,
  type ListFairness,
  type LocalTo,
  listFairness,
  type PartShare,
  partOf,
  partShare,
  type WeekShare,
  weeksOf,
} from './country-funnel.ts'
import { type Trend, trendOf } from './trend.ts'
import { type Simulation, type SimulationOptions, simulate } from './simulation.ts'
import { type DrawnStage, ratiosOf, type StageName, type StageRatio, type StageShare } from './stages.ts'
import type { LabelSource, StudyData } from './study-data.ts'
import {
  cellsOf,
  hasCoProductions,
  inMoney,
  listedCells,
  meanOfUsers,
  ownCells,
  totalsOf,
  useStages,
} from './use-stage.ts'

/** Share of local works at each stage, with one rule for co-productions and labels of one source. */
export type SharesByStage = Readonly<Partial<Record<StageName, number | null>>>

export interface ListFindings {
  readonly slots: number
  readonly position_models: Readonly<Record<string, StageShare>>
  readonly categories: Readonly<Record<string, PartShare>>
  readonly platforms: Readonly<Record<string, PartShare>>
  readonly surfaces: Readonly<Record<string, PartShare>>
  readonly weeks: readonly WeekShare[]
  readonly trend: Trend | null
  readonly fairness: ListFairness | null
  readonly simulations: Readonly<Record<string, Simulation>>
}

export interface ScopeFunnel {
  readonly stages: Readonly<Partial<Record<StageName, StageShare>>>
  /** Each stage ÷ the stage before it; the interval takes the catalogue as fixed. */
  readonly ratios: readonly StageRatio[]
  readonly lists: ListFindings | null
  /** Users behind consumption and revenue; null without plays and where they are too few to be shown. */
  readonly users: number | null
  /** Every user counts the same, however much is played. */
  readonly mean_of_users_shares: number | null
  /** By source of labels and rule for co-productions. */
  readonly sensitivity: Readonly<Record<string, Readonly<Record<CoProductionRule, SharesByStage>>>>
}

export interface FunnelChoices {
  readonly rule: CoProductionRule
  readonly list: CountryList
  readonly resampling: Resampling
  readonly simulation: SimulationOptions
  readonly payment: 'user-centric' | 'pro-rata'
}

/** What is local in a scope: slots and cells of users credited by source and rule. */
export interface Credited {
  readonly slots: (source: LabelSource, rule: CoProductionRule) => CreditedSlots
  readonly cells: (source: LabelSource, rule: CoProductionRule) => Float64Array
}

export interface Scope {
  readonly slots: Int32Array | undefined
  readonly users: readonly number[] | undefined
  /** The set that is local to the whole scope, when it is one: what the catalogue can be asked for. */
  readonly local: ReadonlySet<string> | undefined
  readonly credited: Credited
}

const remembered = <Value>(make: (source: LabelSource, rule: CoProductionRule) => Value) => {
  const known = new Map<string, Value>()
  return (source: LabelSource, rule: CoProductionRule): Value => {
    const key = `${source.name} ${rule}`
    const value = known.get(key) ?? make(source, rule)
    known.set(key, value)
    return value
  }
}

/** Credits slots and plays to the territory itself, or to a fixed set of countries. */
export const creditedBy = (data: StudyData, local: ReadonlySet<string> | undefined): Credited => {
  const localTo: LocalTo = local ? () => local : (territory) => new Set([territory])
  const isSplit = hasCoProductions(data)
  const cells = remembered((source, rule) =>
    local ? listedCells(data.use!, source, local, rule) : ownCells(data.use!, source, rule),
  )
  return {
    slots: remembered((source, rule) => creditSlots(data.lists!, source.origins, localTo, rule)),
    cells: (source, rule) => cells(source, isSplit ? rule : 'fractional'),
  }
}

const byWord = (
  credited: CreditedSlots,
  slots: Int32Array,
  codes: Int32Array,
  words: readonly string[],
  resampling: Resampling,
): Readonly<Record<string, PartShare>> => {
  const lists = words.map(() => [] as number[])
  for (const slot of slots) lists[codes[slot]!]!.push(slot)
  const rows = words.flatMap((word, at) =>
    word === '' || lists[at]!.length === 0
      ? []
      : [[word, partShare(credited, Int32Array.from(lists[at]!), resampling)] as const],
  )
  return Object.fromEntries(rows)
}

const territoriesOf = (credited: CreditedSlots, slots: Int32Array): TerritoryLists[] => {
  const { territories } = credited.lists
  const codes = [...new Set(Array.from(slots, (slot) => territories[slot]!))].sort()
  return codes.map((code) =>
    compactLists(
      credited,
      slots.filter((slot) => territories[slot] === code),
    ),
  )
}

const sensitivityOf = (data: StudyData, { slots, users, local, credited }: Scope): ScopeFunnel['sensitivity'] => {
  const shareOfCells = (cells: Float64Array): number | null => {
    const [inside, outside] = totalsOf(cells)
    return partOf(inside, inside + outside)
  }
  const at = (source: LabelSource, rule: CoProductionRule): SharesByStage => {
    const cells = users && cellsOf(credited.cells(source, rule), users)
    const money = cells && inMoney(cells, users!, data.use!.rates)
    return {
      ...(local ? { catalogue: catalogueStage(data, source.origins, local, rule).share.local_share } : {}),
      ...(slots ? { exposure: flatShare(credited.slots(source, rule), slots) } : {}),
      ...(cells ? { consumption: shareOfCells(cells), revenue: shareOfCells(money!) } : {}),
    }
  }
  return Object.fromEntries(
    data.sources.map((source) => [
      source.name,
      Object.fromEntries(coProductionRules.map((rule) => [rule, at(source, rule)])) as Record<
        CoProductionRule,
        SharesByStage
      >,
    ]),
  )
}

const listFindings = (
  own: CreditedSlots,
  slots: Int32Array,
  models: ListFindings['position_models'],
  catalogue: DrawnStage | undefined,
  { resampling, simulation }: FunnelChoices,
): ListFindings => {
  const { category, categories, platform, platforms, surface, surfaces } = own.lists.slots
  const compacted = simulation.rules.length > 0 ? territoriesOf(own, slots) : []
  return {
    slots: slots.length,
    position_models: models,
    categories: byWord(own, slots, category, categories, resampling),
    platforms: byWord(own, slots, platform, platforms, resampling),
    surfaces: byWord(own, slots, surface, surfaces, resampling),
    weeks: weeksOf(own, slots, resampling),
    trend: trendOf(own, slots, resampling),
    fairness: listFairness(own, slots, catalogue?.share.local_share ?? null),
    simulations: Object.fromEntries(simulation.rules.map((name) => [name, simulate(name, compacted, simulation)])),
  }
}

/** All figures of one scope. */
export const scopeFunnel = (data: StudyData, choices: FunnelChoices, scope: Scope): ScopeFunnel => {
  const { rule, resampling } = choices
  const { slots, users, local, credited } = scope
  const source = data.sources[0]!
  const stages = new Map<StageName, DrawnStage>()
  if (local) stages.set('catalogue', catalogueStage(data, data.catalogueOrigins, local, rule))
  const main = slots && credited.slots(source, rule)
  const exposure = main && exposureOf(main, slots, resampling)
  if (exposure) stages.set('exposure', exposure.stage)
  const cells = users && cellsOf(credited.cells(source, rule), users)
  if (cells) {
    const [consumption, revenue] = useStages(cells, inMoney(cells, users, data.use!.rates), resampling)
    stages.set('consumption', consumption)
    stages.set('revenue', revenue)
  }
  return {
    stages: Object.fromEntries([...stages].map(([name, { share }]) => [name, share])),
    ratios: ratiosOf(stages, resampling.level),
    lists: main && exposure ? listFindings(main, slots, exposure.models, stages.get('catalogue'), choices) : null,
    users: users?.length ?? null,
    mean_of_users_shares: cells ? meanOfUsers(cells) : null,
    sensitivity: sensitivityOf(data, scope),
  }
}
