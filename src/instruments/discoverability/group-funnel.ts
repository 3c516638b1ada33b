import { brayCurtis, hhi, hill, jensenShannonDivergence, popularityBands } from '../../engines/metrics/index.ts'
import { leastPersons, type Resampling, shownLabels } from '../../engines/studies/index.ts'
import { SlotCells } from './slot-cells.ts'
import { facetNames } from './labels.ts'
import { limitsByColumn, packGroups, playedByWork, useLimits, usersByGroup } from './played-groups.ts'
import { type Limits, over, type StageName, stageNames } from './stages.ts'
import type { StudyData } from './study-data.ts'

type ByStage<Value> = Readonly<Partial<Record<StageName, Value>>>

/** One group at every stage: shares of what is known, and what each stage adds (above 1) or takes. */
export interface GroupStages {
  readonly shares: ByStage<number | null>
  /** If nothing of unknown group were of this one; if all of it were. */
  readonly bounds: ByStage<Limits>
  /** Of the largest groups. */
  readonly intervals: ByStage<Limits>
  /** Each stage ÷ the stage before it. */
  readonly ratios: ByStage<number | null>
}

interface Diversity {
  readonly hill_0: number
  readonly hill_1: number
  readonly hill_2: number
  readonly hhi: number
}

export interface GroupFunnel {
  readonly groups: Readonly<Record<string, GroupStages>>
  /** Share of each stage whose group is not known. */
  readonly unknown: ByStage<number>
  readonly diversity: ByStage<Diversity | null>
  /** How far the make-up of a stage is from that of the stage before: 0 alike, 1 nothing in common. */
  readonly turnover: ByStage<{ readonly jensen_shannon_divergence: number | null; readonly bray_curtis: number | null }>
  /** Groups played by too few persons: their plays and money are not shown. */
  readonly not_shown: number
}

/** What is looked at: slots of the lists and users, all or those of some territories. */
export interface GroupScope {
  readonly slots: Int32Array | undefined
  readonly users: readonly number[] | undefined
}

const intervalsFor = 12

const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null)

const slotsByWork = ({ lists, works }: StudyData, slots: Int32Array): Float64Array => {
  const sums = new Float64Array(works.count)
  for (const slot of slots) sums[lists!.workOf[slot]!]!++
  return sums
}

/** Amounts of every work at every stage of a scope. */
export const amountsByWork = (data: StudyData, { slots, users }: GroupScope): ReadonlyMap<StageName, Float64Array> => {
  const amounts = new Map<StageName, Float64Array>([['catalogue', Float64Array.from(data.works.isListed)]])
  if (slots) amounts.set('exposure', slotsByWork(data, slots))
  if (users) {
    const { plays, money } = playedByWork(data.use!, users, data.works.count)
    amounts.set('consumption', plays)
    amounts.set('revenue', money)
  }
  return amounts
}

interface Groups {
  readonly labels: readonly string[]
  /** Places of the groups of each work; a work of several counts in equal parts. */
  readonly byWork: readonly (readonly number[])[]
  /** What the catalogue says of its own works, where another list tells of what is shown and played. */
  readonly ofCatalogue?: readonly (readonly number[])[]
}

type WordsByWork = readonly (readonly string[])[]

const groupsOf = (words: WordsByWork, ofCatalogue: WordsByWork = words): Groups => {
  const labels = [...new Set([...words.flat(), ...ofCatalogue.flat()])].sort()
  const places = new Map(labels.map((label, place) => [label, place]))
  const placed = (all: WordsByWork) => all.map((own) => own.map((label) => places.get(label)!))
  return { labels, byWork: placed(words), ...(ofCatalogue === words ? {} : { ofCatalogue: placed(ofCatalogue) }) }
}

const sumsOf = (amounts: Float64Array, labels: readonly string[], byWork: Groups['byWork']) => {
  const sums = new Float64Array(labels.length)
  let [unknown, all] = [0, 0]
  amounts.forEach((amount, work) => {
    all += amount
    const groups = byWork[work]!
    if (groups.length === 0) unknown += amount
    for (const group of groups) sums[group]! += amount / groups.length
  })
  return { sums, unknown, all }
}

const diversityOf = (amounts: Float64Array): Diversity | null => {
  const some = amounts.filter((amount) => amount > 0)
  if (some.length === 0) return null
  return { hill_0: hill(some, 0), hill_1: hill(some, 1), hill_2: hill(some, 2), hhi: hhi(some) }
}

const sharesOf = (amounts: Float64Array): Float64Array => {
  const all = amounts.reduce((sum, amount) => sum + amount, 0)
  return amounts.map((amount) => (all > 0 ? amount / all : 0))
}

/** Intervals of the exposure of some groups: titles and blocks of weeks are drawn. */
const slotLimits = (
  { lists }: StudyData,
  slots: Int32Array,
  { byWork }: Groups,
  column: ReadonlyMap<number, number>,
  resampling: Resampling,
): Limits[] => {
  const width = column.size + 1
  const cells = new SlotCells(lists!, width)
  for (const slot of slots) {
    const groups = byWork[lists!.workOf[slot]!]!
    for (const group of groups) cells.add(slot, column.get(group) ?? column.size, 1 / groups.length)
  }
  return limitsByColumn(cells.draw(resampling), width, resampling.level)
}

/** The funnel of one way to group works; nothing when no stage but the catalogue knows anything of it. */
const funnelOf = (
  data: StudyData,
  amounts: ReadonlyMap<StageName, Float64Array>,
  scope: GroupScope,
  groups: Groups,
  resampling: Resampling,
): GroupFunnel | undefined => {
  const there = stageNames.filter((name) => amounts.has(name))
  const placesAt = (name: StageName) => (name === 'catalogue' ? groups.ofCatalogue : undefined) ?? groups.byWork
  const sums = new Map(there.map((name) => [name, sumsOf(amounts.get(name)!, groups.labels, placesAt(name))]))
  const isKnown = there.some((name) => name !== 'catalogue' && sums.get(name)!.sums.some((sum) => sum > 0))
  if (!isKnown) return undefined
  const shares = new Map(there.map((name) => [name, sharesOf(sums.get(name)!.sums)]))
  const packed = scope.users && packGroups(data.use!, groups.byWork)
  const shown = packed
    ? shownLabels(usersByGroup(data.use!, scope.users!, packed, groups.labels.length))
    : groups.labels.map(() => true)
  const isShown = (name: StageName, place: number) => name === 'catalogue' || name === 'exposure' || shown[place]!
  const weightOf = (place: number) => there.reduce((most, name) => Math.max(most, shares.get(name)![place]!), 0)
  const order = groups.labels
    .map((_, place) => place)
    .filter((place) => weightOf(place) > 0)
    .sort((a, b) => {
      const last = shares.get(scope.slots ? 'exposure' : 'consumption')!
      const first = shares.get('catalogue')!
      return last[b]! - last[a]! || first[b]! - first[a]! || a - b
    })
  const column = new Map(order.slice(0, intervalsFor).map((place, at) => [place, at]))
  const limits = new Map<StageName, Limits[]>()
  if (scope.slots) limits.set('exposure', slotLimits(data, scope.slots, groups, column, resampling))
  if (packed && scope.users!.length >= leastPersons) {
    const columnOf = Int32Array.from(groups.labels, (_, place) => column.get(place) ?? column.size)
    const { plays, money } = useLimits(data.use!, scope.users!, packed, columnOf, column.size + 1, resampling)
    limits.set('consumption', plays)
    limits.set('revenue', money)
  }
  const stagesOf = <Value>(value: (name: StageName) => Value | undefined): ByStage<Value> =>
    Object.fromEntries(there.flatMap((name) => (value(name) === undefined ? [] : [[name, value(name)]])))
  const groupStages = (place: number): GroupStages => {
    const share = (name: StageName) => (isShown(name, place) ? shares.get(name)![place]! : null)
    return {
      shares: stagesOf(share),
      bounds: stagesOf((name) => {
        const { sums: own, unknown, all } = sums.get(name)!
        if (!isShown(name, place) || all === 0) return undefined
        return { low: own[place]! / all, high: (own[place]! + unknown) / all }
      }),
      intervals: stagesOf((name) => {
        const at = column.get(place)
        return at === undefined || !isShown(name, place) ? undefined : limits.get(name)?.[at]
      }),
      ratios: stagesOf((name) => {
        const before = there[there.indexOf(name) - 1]
        return before === undefined ? undefined : over(share(name), share(before))
      }),
    }
  }
  return {
    groups: Object.fromEntries(order.map((place) => [groups.labels[place]!, groupStages(place)])),
    unknown: stagesOf((name) => {
      const { unknown, all } = sums.get(name)!
      return all > 0 ? unknown / all : 0
    }),
    diversity: stagesOf((name) => diversityOf(sums.get(name)!.sums)),
    turnover: stagesOf((name) => {
      const before = there[there.indexOf(name) - 1]
      if (before === undefined) return undefined
      const [p, q] = [sums.get(before)!.sums, sums.get(name)!.sums]
      const areThere = [p, q].every((own) => own.some((sum) => sum > 0))
      return {
        jensen_shannon_divergence: areThere ? orNull(jensenShannonDivergence(p, q)) : null,
        bray_curtis: areThere ? orNull(brayCurtis(sharesOf(p), sharesOf(q))) : null,
      }
    }),
    not_shown: shown.filter((is, place) => !is && weightOf(place) > 0).length,
  }
}

/** Bands of popularity: works that hold the first half of it, those up to 80 %, the rest; works it is not told of have none. */
const popularityGroups = ({ popularity, works }: StudyData): Groups | undefined => {
  if (!popularity) return undefined
  const told = Array.from(popularity.amounts, (_, work) => work).filter(
    (work) => !Number.isNaN(popularity.amounts[work]!) && works.isListed[work] === 1,
  )
  const bands = popularityBands(
    Float64Array.from(told, (work) => popularity.amounts[work]!),
    [0.5, 0.8],
  )
  const byWork = Array.from({ length: works.count }, () => [] as number[])
  told.forEach((work, at) => byWork[work]!.push(bands[at]!))
  return { labels: ['head', 'middle', 'tail'], byWork }
}

/** The funnel by origin and by everything that a stage behind the catalogue knows of its works. */
export const groupFunnels = (
  data: StudyData,
  scope: GroupScope,
  amounts: ReadonlyMap<StageName, Float64Array>,
  resampling: Resampling,
): Readonly<Record<string, GroupFunnel>> => {
  const popularity = popularityGroups(data)
  const ways: [string, Groups][] = [
    ['origin', groupsOf(data.sources[0]!.origins, data.catalogueOrigins)],
    ...facetNames.map((name): [string, Groups] => [name, groupsOf(data.works.facets.map((facets) => facets[name]))]),
    ...(popularity ? [['popularity', popularity] as [string, Groups]] : []),
  ]
  return Object.fromEntries(
    ways.flatMap(([name, groups]) => {
      const funnel = funnelOf(data, amounts, scope, groups, resampling)
      return funnel ? [[name, funnel]] : []
    }),
  )
}
