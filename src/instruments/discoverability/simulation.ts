import {
  applyProminenceFloor,
  applyQuota,
  calibrate,
  fairStarRerank,
  fairStarTable,
  mmr,
  positionWeights,
  rbo,
  relevanceKept,
  xquad,
} from '../../engines/metrics/index.ts'
import type { CreditedSlots } from './country-funnel.ts'
import { slotsByList } from './country-funnel.ts'

/** Rules by which a list can be put in another order. */
export const ruleNames = ['floor', 'quota', 'fair-star', 'calibrate', 'xquad', 'mmr'] as const
export type RuleName = (typeof ruleNames)[number]

export interface SimulationOptions {
  readonly rules: readonly RuleName[]
  /** Wanted share of local works. */
  readonly share: number
  /** How many positions of the new list are looked at; candidates are all positions of the old one. */
  readonly depth: number
  /** How much relevance gives way in calibrate, xquad and mmr, 0 … 1. */
  readonly lambda: number
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

export interface Move {
  readonly title: string
  readonly positions: number
}

const log2 = { kind: 'log2' } as const

interface List {
  readonly relevance: Float64Array
  readonly local: Float64Array
  readonly isLocal: Uint8Array
}

const rerank = (
  rule: RuleName,
  { relevance, local, isLocal }: List,
  { share, depth, lambda }: SimulationOptions,
): Uint32Array => {
  const k = Math.min(depth, relevance.length)
  const memberships = Float64Array.from({ length: 2 * relevance.length }, (_, at) =>
    at & 1 ? 1 - local[at >> 1]! : local[at >> 1]!,
  )
  switch (rule) {
    case 'floor':
      return applyProminenceFloor(isLocal, { k, share, model: log2 })
    case 'quota':
      return applyQuota(isLocal, { k, share, holdsFor: 'every-prefix' })
    case 'fair-star':
      return fairStarRerank(isLocal, fairStarTable({ k, p: Math.min(0.98, Math.max(0.02, share)), alpha: 0.1 }).table)
    case 'calibrate':
      return calibrate(relevance, memberships, { k, lambda, target: [share, 1 - share] })
    case 'xquad':
      return xquad(relevance, memberships, [share, 1 - share], { k, lambda })
    default:
      return mmr(relevance, (i, j) => 1 - Math.abs(local[i]! - local[j]!), { k, lambda: 1 - lambda })
  }
}

const mostMoves = 10

const movesOf = (moves: ReadonlyMap<number, number>, names: readonly string[], sign: 1 | -1): Move[] =>
  [...moves]
    .filter(([, positions]) => positions * sign > 0)
    .sort(([a, x], [b, y]) => (y - x) * sign || a - b)
    .slice(0, mostMoves)
    .map(([title, positions]) => ({ title: names[title]!, positions }))

/** Puts every list of some slots in the order of a rule. Static: nothing is assumed about what people would then choose. */
export const simulate = (
  rule: RuleName,
  credited: CreditedSlots,
  slots: Int32Array,
  options: SimulationOptions,
): Simulation => {
  const { data, credit } = credited
  const lists = slotsByList(data.slots, slots)
  const moves = new Map<number, number>()
  let [before, after, attention, kept, overlap, changed] = [0, 0, 0, 0, 0, 0]
  for (const own of lists) {
    const relevance = positionWeights(log2, own.length)
    const local = Float64Array.from(own, (slot) => (Number.isNaN(credit[slot]!) ? 0 : credit[slot]!))
    const order = rerank(
      rule,
      { relevance, local, isLocal: Uint8Array.from(local, (part) => (part > 0 ? 1 : 0)) },
      options,
    )
    order.forEach((from, to) => {
      const weight = relevance[to]!
      before += weight * local[to]!
      after += weight * local[from]!
      attention += weight
      if (from === to) return
      const title = data.slots.title[own[from]!]!
      moves.set(title, (moves.get(title) ?? 0) + from - to)
    })
    kept += relevanceKept(relevance, order, relevance)
    const old = Array.from(order, (_, at) => at)
    overlap += rbo(old, Array.from(order), 0.9).extrapolated
    if (order.some((from, to) => from !== to)) changed++
  }
  const part = (sum: number, whole: number) => (whole > 0 ? sum / whole : null)
  return {
    lists: lists.length,
    lists_changed: changed,
    share_before: part(before, attention),
    share_after: part(after, attention),
    share_gained: part(after - before, attention),
    relevance_lost: lists.length > 0 ? 1 - kept / lists.length : null,
    rbo: part(overlap, lists.length),
    moved_up: movesOf(moves, data.slots.names, 1),
    moved_down: movesOf(moves, data.slots.names, -1),
  }
}
