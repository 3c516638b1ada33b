import {
  amplificationRatio,
  brayCurtis,
  catalogueCoverage,
  gini,
  hhi,
  hill,
  jensenShannonDivergence,
  popularityBands,
} from '../../engines/metrics/index.ts'
import { type FacetName, type FunnelData, facetNames, type LabelledWork } from './funnel-data.ts'

/** One group at both stages: shares of what is known, and exposure ÷ catalogue: what ranking adds (above 1) or takes. */
export interface GroupStage {
  readonly catalogue: number
  readonly exposure: number
  readonly ratio: number | null
}

export interface GroupFunnel {
  readonly groups: Readonly<Record<string, GroupStage>>
  /** Share of each stage whose group is not known. */
  readonly unknown: { readonly catalogue: number; readonly exposure: number }
  readonly diversity: Readonly<
    Record<
      'catalogue' | 'exposure',
      { readonly hill_0: number; readonly hill_1: number; readonly hill_2: number; readonly hhi: number } | null
    >
  >
  /** How far the two make-ups are apart: 0 alike, 1 nothing in common. */
  readonly jensen_shannon_divergence: number | null
  readonly bray_curtis: number | null
}

type GroupsOf = (work: LabelledWork | undefined) => readonly string[]

const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null)

const sumsOf = (entries: Iterable<readonly [LabelledWork | undefined, number]>, groupsOf: GroupsOf) => {
  const sums = new Map<string, number>()
  let [unknown, all] = [0, 0]
  for (const [work, amount] of entries) {
    const groups = groupsOf(work)
    all += amount
    if (groups.length === 0) unknown += amount
    for (const group of groups) sums.set(group, (sums.get(group) ?? 0) + amount / groups.length)
  }
  return { sums, unknown: all > 0 ? unknown / all : 0 }
}

const diversityOf = (amounts: readonly number[]) => {
  const some = amounts.filter((amount) => amount > 0)
  if (some.length === 0) return null
  return { hill_0: hill(some, 0), hill_1: hill(some, 1), hill_2: hill(some, 2), hhi: hhi(some) }
}

/** Groups of the catalogue's works against those of what was shown, an amount of slots each. */
export const groupFunnel = (
  catalogue: Iterable<LabelledWork>,
  shown: Iterable<readonly [LabelledWork | undefined, number]>,
  groupsOf: GroupsOf,
): GroupFunnel => {
  const [before, after] = [
    sumsOf(
      [...catalogue].map((work) => [work, 1] as const),
      groupsOf,
    ),
    sumsOf(shown, groupsOf),
  ]
  const labels = [...new Set([...before.sums.keys(), ...after.sums.keys()])].sort()
  const [p, q] = [before, after].map(({ sums }) => labels.map((label) => sums.get(label) ?? 0)) as [number[], number[]]
  const share = (amounts: readonly number[], at: number) => {
    const all = amounts.reduce((sum, amount) => sum + amount, 0)
    return all > 0 ? amounts[at]! / all : 0
  }
  const groups = labels.map((label, at): [string, GroupStage] => {
    const [one, other] = [share(p, at), share(q, at)]
    return [label, { catalogue: one, exposure: other, ratio: one > 0 ? amplificationRatio(other, one) : null }]
  })
  groups.sort((a, b) => b[1].exposure - a[1].exposure || b[1].catalogue - a[1].catalogue || (a[0] < b[0] ? -1 : 1))
  const isThere = [p, q].every((amounts) => amounts.some((amount) => amount > 0))
  const relative = (amounts: readonly number[]) => amounts.map((_, at) => share(amounts, at))
  return {
    groups: Object.fromEntries(groups),
    unknown: { catalogue: before.unknown, exposure: after.unknown },
    diversity: { catalogue: diversityOf(p), exposure: diversityOf(q) },
    jensen_shannon_divergence: isThere ? orNull(jensenShannonDivergence(p, q)) : null,
    bray_curtis: isThere ? orNull(brayCurtis(relative(p), relative(q))) : null,
  }
}

/** The slots of each title, with its labels. */
const shownWorks = (data: FunnelData): (readonly [LabelledWork | undefined, number])[] => {
  const slots = new Float64Array(data.slots.keys.length)
  for (const title of data.slots.title) slots[title]!++
  return data.slots.keys.map((key, title) => [labelsOf(data, key), slots[title]!] as const)
}

/** Facets that every list tells in the same words (language tags, years), so that one list may fill the gaps of another. */
const sameEverywhere: ReadonlySet<FacetName> = new Set(['language', 'age'])

/** The sources whose labels of a facet may be held against each other: all, or the one list that tells of the catalogue itself. */
const sourcesOf = ({ sources, catalogue }: FunnelData, name: FacetName) => {
  if (sameEverywhere.has(name)) return sources
  const tellsOfCatalogue = sources.filter(({ byKey }) =>
    [...catalogue.keys()].some((key) => (byKey.get(key)?.facets[name].length ?? 0) > 0),
  )
  return tellsOfCatalogue.slice(-1)
}

/** What is told of a title: its origin by the source that counts, its other groups by those that use the same words at both stages. */
const labelsOf = (data: FunnelData, key: string): LabelledWork | undefined => {
  if (!data.sources.some(({ byKey }) => byKey.has(key))) return undefined
  const facet = (name: FacetName): readonly string[] => {
    const told = facetSources(data, name).flatMap(({ byKey }) => byKey.get(key)?.facets[name] ?? [])
    return sameEverywhere.has(name) ? told.slice(0, 1) : told
  }
  const facets = Object.fromEntries(facetNames.map((name) => [name, facet(name)])) as LabelledWork['facets']
  return { origins: data.sources[0]!.byKey.get(key)?.origins ?? [], facets }
}

const known = new WeakMap<FunnelData, Map<FacetName, FunnelData['sources']>>()

const facetSources = (data: FunnelData, name: FacetName): FunnelData['sources'] => {
  const own = known.get(data) ?? new Map<FacetName, FunnelData['sources']>()
  known.set(data, own)
  const found = own.get(name) ?? sourcesOf(data, name)
  own.set(name, found)
  return found
}

/** The funnel by origin and by every facet that both stages know something of. */
export const groupFunnels = (data: FunnelData): Record<string, GroupFunnel> => {
  const shown = shownWorks(data)
  const catalogue = [...data.catalogue.keys()].map((key) => {
    const own = data.catalogue.get(key)!
    return { origins: own.origins, facets: labelsOf(data, key)?.facets ?? own.facets }
  })
  const by = (groupsOf: GroupsOf) => groupFunnel(catalogue, shown, groupsOf)
  const facets = facetNames.flatMap((name): [string, GroupFunnel][] => {
    const isKnown = shown.some(([work]) => (work?.facets[name].length ?? 0) > 0)
    return isKnown ? [[name, by((work) => work?.facets[name] ?? [])]] : []
  })
  return { origin: by((work) => work?.origins ?? []), ...Object.fromEntries(facets) }
}

export interface Reach {
  readonly catalogue_works: number
  readonly titles_shown: number
  readonly shown_and_in_catalogue: number
  /** Part of the catalogue that was ever shown. */
  readonly coverage: number | null
  /** Gini coefficient of slots over the catalogue's works, those never shown included. */
  readonly gini: number | null
  /** Slots by band of the works' own popularity, where the catalogue tells it. */
  readonly popularity_bands?: Readonly<Record<'head' | 'middle' | 'tail', number>>
}

/** How much of the catalogue the lists reach. */
export const reachOf = (data: FunnelData): Reach => {
  const slots = new Map(data.slots.keys.map((key) => [key, 0]))
  for (const title of data.slots.title) {
    const key = data.slots.keys[title]!
    slots.set(key, slots.get(key)! + 1)
  }
  const keys = [...data.catalogue.keys()]
  const amounts = Float64Array.from(keys, (key) => slots.get(key) ?? 0)
  const inCatalogue = amounts.filter((amount) => amount > 0).length
  const reach = {
    catalogue_works: keys.length,
    titles_shown: slots.size,
    shown_and_in_catalogue: inCatalogue,
    coverage: keys.length > 0 ? catalogueCoverage([slots.keys()], new Set(keys)) : null,
    gini: inCatalogue > 0 ? orNull(gini(amounts)) : null,
  }
  if (!data.popularity) return reach
  const bands = popularityBands(
    Float64Array.from(keys, (key) => data.popularity!.get(key) ?? 0),
    [0.5, 0.8],
  )
  const popularity_bands = { head: 0, middle: 0, tail: 0 }
  amounts.forEach((amount, at) => {
    popularity_bands[(['head', 'middle', 'tail'] as const)[bands[at]!]!] += amount
  })
  return { ...reach, popularity_bands }
}
