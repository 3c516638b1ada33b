import {
  applyProminenceFloor,
  applyQuota,
  calibrate,
  fairStarRerank,
  mmr,
  positionWeights,
  rbo,
  relevanceKept,
  xquad,
} from '../../engines/metrics/index.ts'
import type { CompactList, TerritoryLists } from './compact-lists.ts'
import { fairTable } from './country-funnel.ts'

/** Rules by which a list can be put in another order. */
export const ruleNames = ['floor', 'quota', 'fair-star', 'calibrate', 'xquad', 'mmr'] as const
export type RuleName = (typeof ruleNames)[number]

/** Rules that aim at a share of local works, and rules in which relevance gives way by a degree. */
export const rulesWithShare: readonly RuleName[] = ['floor', 'quota', 'fair-star', 'calibrate', 'xquad']
export const rulesWithLambda: readonly RuleName[] = ['calibrate', 'xquad', 'mmr']

export interface Reordering {
  /** Wanted share of local works. */
  readonly share: number
  /** How many positions of the new list are looked at; candidates are all positions of the old one. */
  readonly depth: number
  /** How much relevance gives way in calibrate, xquad and mmr, 0 … 1. */
  readonly lambda: number
}

export interface SimulationOptions extends Reordering {
  readonly rules: readonly RuleName[]
}

export interface Move {
  readonly title: string
  readonly positions: number
}

export interface Simulation {
  readonly lists: number
  readonly lists_changed: number
  /** Share of attention (1/log₂(position + 1)) that local works have in the first `depth` positions. */
  readonly share_before: number | null
  readonly share_after: number | null
  readonly share_gained: number | null
  /** Relevance of the first positions that is lost; relevance falls with the old position as attention does. */
  readonly relevance_lost: number | null
  /** Mean rank-biased overlap with the old list, patience 0.9, extrapolated: 1 is the same order. */
  readonly rbo: number | null
  /** Titles by the positions they gain (or lose) over all lists. */
  readonly moved_up: readonly Move[]
  readonly moved_down: readonly Move[]
}

/** A list before and after: titles of the first positions. */
export interface ChangedList {
  readonly week: string
  readonly name: string
  readonly rbo: number
  readonly before: readonly ListedTitle[]
  /** `from` is the position the title had. */
  readonly after: readonly (ListedTitle & { readonly from: number })[]
}

export interface ListedTitle {
  readonly title: string
  readonly local: number | null
}

const log2 = { kind: 'log2' } as const
const patience = 0.9

interface Candidates {
  readonly relevance: Float64Array
  readonly local: Float64Array
  readonly isLocal: Uint8Array
}

/** Places in the old list, in the new order. */
const rerank = (
  rule: RuleName,
  { relevance, local, isLocal }: Candidates,
  { share, depth, lambda }: Reordering,
): Uint32Array => {
  const k = Math.min(depth, relevance.length)
  const memberships = () =>
    Float64Array.from({ length: 2 * relevance.length }, (_, at) => (at & 1 ? 1 - local[at >> 1]! : local[at >> 1]!))
  switch (rule) {
    case 'floor':
      return applyProminenceFloor(isLocal, { k, share, model: log2 })
    case 'quota':
      return applyQuota(isLocal, { k, share, holdsFor: 'every-prefix' })
    case 'fair-star':
      return fairStarRerank(isLocal, fairTable(k, Math.min(0.98, Math.max(0.02, share))))
    case 'calibrate':
      return calibrate(relevance, memberships(), { k, lambda, target: [share, 1 - share] })
    case 'xquad':
      return xquad(relevance, memberships(), [share, 1 - share], { k, lambda })
    default:
      return mmr(relevance, (i, j) => 1 - Math.abs(local[i]! - local[j]!), { k, lambda: 1 - lambda })
  }
}

const candidatesOf = ({ local }: TerritoryLists, { titles }: CompactList): Candidates => {
  const credit = Float64Array.from(titles, (title) => local[title] ?? 0)
  return {
    relevance: positionWeights(log2, titles.length),
    local: credit,
    isLocal: Uint8Array.from(credit, (part) => (part > 0 ? 1 : 0)),
  }
}

const overlapOf = (order: Uint32Array): number => {
  const old = Array.from(order, (_, at) => at)
  return rbo(old, Array.from(order), patience).extrapolated
}

const mostMoves = 10

const movesOf = (moves: ReadonlyMap<string, number>, sign: 1 | -1): Move[] =>
  [...moves]
    .filter(([, positions]) => positions * sign > 0)
    .sort(([a, x], [b, y]) => (y - x) * sign || (a < b ? -1 : 1))
    .slice(0, mostMoves)
    .map(([title, positions]) => ({ title, positions }))

/** Puts every list of some territories in the order of a rule. Static: nothing is assumed about what people would then choose. */
export const simulate = (rule: RuleName, territories: readonly TerritoryLists[], options: Reordering): Simulation => {
  const moves = new Map<string, number>()
  let [lists, before, after, attention, kept, overlap, changed] = [0, 0, 0, 0, 0, 0, 0]
  for (const territory of territories)
    for (const list of territory.lists) {
      const candidates = candidatesOf(territory, list)
      const { relevance, local } = candidates
      const order = rerank(rule, candidates, options)
      order.forEach((from, to) => {
        const weight = relevance[to]!
        before += weight * local[to]!
        after += weight * local[from]!
        attention += weight
        if (from === to) return
        const title = territory.titles[list.titles[from]!]!
        moves.set(title, (moves.get(title) ?? 0) + from - to)
      })
      lists++
      kept += relevanceKept(relevance, order, relevance)
      overlap += overlapOf(order)
      if (order.some((from, to) => from !== to)) changed++
    }
  const part = (sum: number, whole: number) => (whole > 0 ? sum / whole : null)
  return {
    lists,
    lists_changed: changed,
    share_before: part(before, attention),
    share_after: part(after, attention),
    share_gained: part(after - before, attention),
    relevance_lost: lists > 0 ? 1 - kept / lists : null,
    rbo: part(overlap, lists),
    moved_up: movesOf(moves, 1),
    moved_down: movesOf(moves, -1),
  }
}

/** The list that a rule changes most, before and after; nothing when it changes none. */
export const findMostChanged = (
  rule: RuleName,
  territory: TerritoryLists,
  options: Reordering,
): ChangedList | undefined => {
  let most: { readonly list: CompactList; readonly order: Uint32Array; readonly rbo: number } | undefined
  for (const list of territory.lists) {
    const order = rerank(rule, candidatesOf(territory, list), options)
    const own = overlapOf(order)
    if (own < (most?.rbo ?? 1 - 1e-12)) most = { list, order, rbo: own }
  }
  if (!most) return undefined
  const { list, order } = most
  const told = (title: number): ListedTitle => ({ title: territory.titles[title]!, local: territory.local[title]! })
  return {
    week: list.week,
    name: list.name,
    rbo: most.rbo,
    before: Array.from(order, (_, at) => told(list.titles[at]!)),
    after: Array.from(order, (from) => ({ ...told(list.titles[from]!), from: from + 1 })),
  }
}
