import {
  type CountryList,
  type LeftOutRows,
  type MatchingRecord,
  leastPersons,
  type StudyRecord,
  shownLabels,
  type UnrecognisedSpelling,
} from '../../engines/studies/index.ts'
import type { CoProductionRule } from '../../engines/metrics/index.ts'
import { catalogueStage } from './catalogue-stage.ts'
import { compactLists, type TerritoryLists } from './compact-lists.ts'
import { creditSlots, type PartShare, partShare } from './country-funnel.ts'
import { amountsByWork, type GroupFunnel, groupFunnels } from './group-funnel.ts'
import { type Reach, reachOf } from './reach.ts'
import { creditedBy, type FunnelChoices, type Scope, type ScopeFunnel, scopeFunnel } from './scope-funnel.ts'
import { over, type StageName, type StageShare, stageNames } from './stages.ts'
import type { StudyData } from './study-data.ts'
import type { RevenueSource } from './use-data.ts'
import { cellsOf, usersByHome, useShare } from './use-stage.ts'

/** One territory in short. */
export interface TerritoryShare {
  readonly catalogue: number | null
  readonly exposure?: PartShare
  readonly exposure_to_catalogue?: number | null
  readonly consumption?: { readonly users: number } & Omit<StageShare, 'interval'>
}

export interface DiscoverabilityDocument {
  readonly stages: readonly StageName[]
  readonly countries: Readonly<Record<string, ScopeFunnel>>
  readonly overall: ScopeFunnel
  readonly developing: { readonly list: Omit<CountryList, 'has'>; readonly funnel: ScopeFunnel }
  readonly territories: Readonly<Record<string, TerritoryShare>>
  /** The territories that groups and reach are about; all of them: `all`. */
  readonly groups_of: readonly string[]
  readonly groups: Readonly<Record<string, GroupFunnel>>
  readonly popularity_from: 'catalogue' | 'plays' | null
  readonly reach: Reach
  readonly weeks: { readonly first: string; readonly last: string; readonly count: number } | null
  readonly deepest_position: number | null
  readonly revenue: {
    readonly source: RevenueSource
    readonly payment: 'user-centric' | 'pro-rata'
    readonly currency: string | null
    readonly money_without_plays: number
  } | null
  readonly left_out: {
    readonly rows: readonly LeftOutRows[]
    readonly titles_without_labels: {
      readonly titles: number
      readonly slots: number
      readonly most_shown: readonly { readonly title: string; readonly slots: number }[]
    }
    readonly works_not_listed: { readonly works: number; readonly plays: number }
    readonly works_that_disagree: Readonly<Record<string, number>>
    /** Works of the catalogue that both lists of works tell of, and those of them that come from other countries in the one than in the other. */
    readonly labels_compared: { readonly works: number; readonly differ: number }
    readonly unrecognised_countries: readonly UnrecognisedSpelling[]
    readonly countries_not_shown: number
  }
  /** How titles of lists were joined to works; absent without lists. */
  readonly matching?: MatchingRecord
  readonly method: StudyRecord
}

const mostShown = 100

const unlabelled = ({ lists }: StudyData): DiscoverabilityDocument['left_out']['titles_without_labels'] => {
  if (!lists) return { titles: 0, slots: 0, most_shown: [] }
  const counts = new Map(lists.unlabelled.map((title) => [title, 0]))
  for (const title of lists.slots.title) if (counts.has(title)) counts.set(title, counts.get(title)! + 1)
  const list = [...counts].sort(([a, x], [b, y]) => y - x || a - b)
  return {
    titles: list.length,
    slots: list.reduce((sum, [, count]) => sum + count, 0),
    most_shown: list.slice(0, mostShown).map(([title, count]) => ({ title: lists.slots.names[title]!, slots: count })),
  }
}

/** How far the two lists of works agree on origins. */
const comparedLabels = ({ sources, works }: StudyData) => {
  const [first, own] = [sources[0]!.origins, sources.at(-1)!.origins]
  let [compared, differ] = [0, 0]
  if (first === own) return { works: 0, differ: 0 }
  first.forEach((origins, work) => {
    const others = own[work]!
    if (works.isListed[work] === 0 || origins.length === 0 || others.length === 0) return
    compared++
    if (origins.length !== others.length || origins.some((code) => !others.includes(code))) differ++
  })
  return { works: compared, differ }
}

/** The countries that are there: territories of the lists, and countries of enough users. */
export const countriesOf = (
  data: StudyData,
): { readonly codes: readonly string[]; readonly hidden: readonly string[] } => {
  const homes = data.use ? [...usersByHome(data.use)].sort(([a], [b]) => (a < b ? -1 : 1)) : []
  const shown = shownLabels(homes.map(([, users]) => users.length))
  const withUsers = homes.flatMap(([code], at) => (shown[at] ? [code] : []))
  return {
    codes: [...new Set([...(data.lists?.territoryCodes ?? []), ...withUsers])].sort(),
    hidden: homes.flatMap(([code], at) => (shown[at] ? [] : [code])),
  }
}

const places = (length: number): Int32Array => Int32Array.from({ length }, (_, at) => at)

/** All figures of the study for the wanted countries, for everything together, and for a list of developing countries. */
export const discoverabilityFindings = (
  data: StudyData,
  wanted: readonly string[],
  choices: FunnelChoices,
): Omit<DiscoverabilityDocument, 'method'> => {
  const { lists, use } = data
  const { resampling, rule } = choices
  const every = lists && places(lists.slots.length)
  const everybody = use && Array.from(places(use.homes.length))
  const homes = use && usersByHome(use)
  const { codes, hidden } = countriesOf(data)
  const own = creditedBy(data, undefined)
  const slotsOf = (code: string) => every?.filter((slot) => lists!.territories[slot] === code)
  const usersOf = (code: string) => (hidden.includes(code) ? undefined : homes?.get(code))
  const countryScope = (code: string): Scope => {
    const slots = slotsOf(code)
    return {
      slots: slots && slots.length > 0 ? slots : undefined,
      users: usersOf(code),
      local: new Set([code]),
      credited: own,
    }
  }
  const { has, ...stated } = choices.list
  const named = new Set(data.sources.flatMap(({ origins }) => origins.flat()))
  const listed = new Set([...named].filter(has))
  const territory = (code: string): TerritoryShare => {
    const scope = countryScope(code)
    const catalogue = catalogueStage(data, data.catalogueOrigins, scope.local!, rule).share.local_share
    const exposure = scope.slots && partShare(own.slots(data.sources[0]!, rule), scope.slots, resampling)
    const cells = scope.users && cellsOf(own.cells(data.sources[0]!, rule), scope.users)
    const used = cells && useShare(cells)
    const ratio = over(exposure?.local_share, catalogue)
    return {
      catalogue,
      ...(exposure ? { exposure, exposure_to_catalogue: ratio } : {}),
      ...(used
        ? {
            consumption: { users: scope.users!.length, ...used },
          }
        : {}),
    }
  }
  const isAll = codes.every((code) => wanted.includes(code))
  const groupScope = isAll
    ? { slots: every, users: everybody }
    : {
        slots: every?.filter((slot) => wanted.includes(lists!.territories[slot]!)),
        users: use && wanted.flatMap((code) => usersOf(code) ?? []),
      }
  const looked = {
    slots: groupScope.slots && groupScope.slots.length > 0 ? groupScope.slots : undefined,
    users: groupScope.users && groupScope.users.length >= leastPersons ? groupScope.users : undefined,
  }
  const amounts = amountsByWork(data, looked)
  const weeks = lists?.slots.weeks ?? []
  return {
    stages: stageNames.filter(
      (name) => name === 'catalogue' || (name === 'exposure' ? lists !== undefined : use !== undefined),
    ),
    countries: Object.fromEntries(wanted.map((code) => [code, scopeFunnel(data, choices, countryScope(code))])),
    overall: scopeFunnel(data, choices, { slots: every, users: everybody, local: undefined, credited: own }),
    developing: {
      list: stated,
      funnel: scopeFunnel(data, choices, {
        slots: every,
        users: everybody,
        local: listed,
        credited: creditedBy(data, listed),
      }),
    },
    territories: Object.fromEntries(codes.map((code) => [code, territory(code)])),
    groups_of: isAll ? ['all'] : wanted,
    groups: groupFunnels(data, looked, amounts, resampling),
    popularity_from: data.popularity?.source ?? null,
    reach: reachOf(data, amounts),
    weeks: weeks.length > 0 ? { first: weeks[0]!, last: weeks.at(-1)!, count: weeks.length } : null,
    deepest_position: lists ? lists.slots.position.reduce((most, position) => Math.max(most, position), 0) : null,
    revenue: use
      ? {
          source: use.revenueSource,
          payment: choices.payment,
          currency: use.currency,
          money_without_plays: use.revenueSource === 'assumed' ? 0 : use.withoutPlays,
        }
      : null,
    left_out: {
      rows: data.leftOut,
      titles_without_labels: unlabelled(data),
      works_not_listed: use?.usage.unmatched ?? { works: 0, plays: 0 },
      works_that_disagree: Object.fromEntries(data.sources.map(({ name, disagreeing }) => [name, disagreeing])),
      labels_compared: comparedLabels(data),
      unrecognised_countries: data.unrecognised,
      countries_not_shown: hidden.length,
    },
  }
}

/** The lists of every territory in short, with what is local to it: what `--lists` writes. */
export const territoryLists = (data: StudyData, rule: CoProductionRule): Readonly<Record<string, TerritoryLists>> => {
  const { lists, sources } = data
  if (!lists) return {}
  const credited = creditSlots(lists, sources[0]!.origins, (code) => new Set([code]), rule)
  const every = places(lists.slots.length)
  return Object.fromEntries(
    lists.territoryCodes.map((code) => [
      code,
      compactLists(
        credited,
        every.filter((slot) => lists.territories[slot] === code),
      ),
    ]),
  )
}
