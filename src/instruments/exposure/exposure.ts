import { type PositionModel, positionWeights, usualPositionModels } from '../../engines/metrics/positions.ts'
import { hhi } from '../../engines/metrics/simpson.ts'
import type { Chart } from './chart.ts'
import { type UnknownReason, unknownReasons, type WorkFacts } from './works.ts'

/**
 * What each slot of a chart says about its territory. `fraction` is the part of the work made there (1/n of n countries),
 * `any` whether any of it was; both are 0 where the origin is unknown.
 */
export interface SlotFacts {
  readonly known: Uint8Array
  readonly fraction: Float64Array
  readonly any: Uint8Array
}

/** What is known of each title of a chart, in the order of `chart.titles`. */
export type TitleFacts = readonly WorkFacts[]

const missingWork: WorkFacts = { origins: [], language: undefined, unknown: 'not_in_works', unrecognised: [] }

export const titleFactsOf = (chart: Chart, byKey: ReadonlyMap<string, WorkFacts>): TitleFacts =>
  chart.titles.map((key) => byKey.get(key) ?? missingWork)

/** The facts of every slot. Co-productions count 1/n for each of their n countries. */
export const slotFactsOf = (chart: Chart, titles: TitleFacts): SlotFacts => {
  const known = new Uint8Array(chart.slots)
  const fraction = new Float64Array(chart.slots)
  const any = new Uint8Array(chart.slots)
  for (let slot = 0; slot < chart.slots; slot++) {
    const { origins } = titles[chart.title[slot]!]!
    if (origins.length === 0) continue
    known[slot] = 1
    if (!origins.includes(chart.territories[chart.territory[slot]!]!)) continue
    fraction[slot] = 1 / origins.length
    any[slot] = 1
  }
  return { known, fraction, any }
}

/** A share of nothing is not 0: it is not there. */
export const shareOf = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null)

export interface LocalShare {
  /** Share of the slots of known origin, co-productions 1/n. */
  readonly fractional: number | null
  /** The same, a slot being local when any of its countries is the territory. */
  readonly any: number | null
  /** Fractional, each slot weighted 1/log₂(position + 1). */
  readonly log2_weighted: number | null
}

/** Fractional local share of all slots if those of unknown origin were all foreign (low) or all local (high). */
export interface Bounds {
  readonly low: number | null
  readonly high: number | null
}

export interface LocalFindings {
  readonly slots: number
  readonly known: number
  readonly local_share: LocalShare
  readonly bounds: Bounds
}

const log2: PositionModel = { kind: 'log2' }

const depthOf = (chart: Chart): number => chart.position.reduce((most, position) => Math.max(most, position), 0)

/** Weights by position under a model; entry `position − 1`. */
export type WeightsByPosition = Float64Array

export const log2WeightsOf = (chart: Chart): WeightsByPosition => positionWeights(log2, depthOf(chart))

/** Fractional local share of the slots of known origin, each weighted by its position. */
export const weightedLocalShare = (
  chart: Chart,
  facts: SlotFacts,
  slots: Int32Array,
  weights: WeightsByPosition,
): number | null => {
  let [local, whole] = [0, 0]
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at]!
    if (facts.known[slot] === 0) continue
    const weight = weights[chart.position[slot]! - 1]!
    local += weight * facts.fraction[slot]!
    whole += weight
  }
  return shareOf(local, whole)
}

/** Local shares and bounds over some slots of a chart. `weights` as `log2WeightsOf` gives them. */
export const localFindings = (
  chart: Chart,
  facts: SlotFacts,
  slots: Int32Array,
  weights: WeightsByPosition,
): LocalFindings => {
  let [known, fractional, any] = [0, 0, 0]
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at]!
    known += facts.known[slot]!
    fractional += facts.fraction[slot]!
    any += facts.any[slot]!
  }
  const all = slots.length
  return {
    slots: all,
    known,
    local_share: {
      fractional: shareOf(fractional, known),
      any: shareOf(any, known),
      log2_weighted: weightedLocalShare(chart, facts, slots, weights),
    },
    bounds: { low: shareOf(fractional, all), high: shareOf(fractional + all - known, all) },
  }
}

const nameOfModel = (model: PositionModel): string => {
  if (model.kind === 'geometric') return `geometric_${model.patience}`
  return model.kind === 'top-k' ? `top_${model.k}` : model.kind
}

/** The fractional local share under each of the usual models of attention by position: how far the choice of model matters. */
export const localShareByModel = (
  chart: Chart,
  facts: SlotFacts,
  slots: Int32Array,
): Readonly<Record<string, number | null>> => {
  const depth = depthOf(chart)
  const share = (model: PositionModel) => weightedLocalShare(chart, facts, slots, positionWeights(model, depth))
  return Object.fromEntries(usualPositionModels.map((model) => [nameOfModel(model), share(model)]))
}

export interface Composition {
  /** Shares of the slots of known origin by country, co-productions 1/n; greatest first. */
  readonly origins: Readonly<Record<string, number>>
  /** Shares of the slots of known language by BCP 47 tag; greatest first. */
  readonly languages: Readonly<Record<string, number>>
  readonly known_language: number
  /** Herfindahl–Hirschman index of the origins, 0 to 1. */
  readonly hhi_origin: number | null
  /** Slots of unknown origin by reason. */
  readonly unknown_origin: Readonly<Record<UnknownReason, number>>
}

const addTo = (amounts: Map<string, number>, key: string, amount: number): void => {
  amounts.set(key, (amounts.get(key) ?? 0) + amount)
}

const sharesByKey = (amounts: ReadonlyMap<string, number>, whole: number): Record<string, number> =>
  Object.fromEntries(
    [...amounts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([key, amount]) => [key, amount / whole]),
  )

/** Where the works in some slots come from, their languages, and why the rest is unknown. */
export const compositionOf = (chart: Chart, titles: TitleFacts, slots: Int32Array): Composition => {
  const origins = new Map<string, number>()
  const languages = new Map<string, number>()
  const unknown = Object.fromEntries(unknownReasons.map((reason) => [reason, 0])) as Record<UnknownReason, number>
  let [known, knownLanguage] = [0, 0]
  for (let at = 0; at < slots.length; at++) {
    const facts = titles[chart.title[slots[at]!]!]!
    for (const origin of facts.origins) addTo(origins, origin, 1 / facts.origins.length)
    if (facts.unknown) unknown[facts.unknown]++
    else known++
    if (facts.language === undefined) continue
    addTo(languages, facts.language, 1)
    knownLanguage++
  }
  return {
    origins: sharesByKey(origins, known),
    languages: sharesByKey(languages, knownLanguage),
    known_language: knownLanguage,
    hhi_origin: known > 0 ? hhi([...origins].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, amount]) => amount)) : null,
    unknown_origin: unknown,
  }
}

/** The slots of each value of one column, in rising order: entry `v` lists those whose place is `v`. All slots without `among`. */
export const slotsBy = (places: Int32Array, count: number, among?: Int32Array): Int32Array[] => {
  const slots = among ?? Int32Array.from({ length: places.length }, (_, slot) => slot)
  const ends = new Int32Array(count + 1)
  for (const slot of slots) ends[places[slot]! + 1]!++
  for (let value = 0; value < count; value++) ends[value + 1]! += ends[value]!
  const starts = ends.slice()
  const sorted = new Int32Array(slots.length)
  for (const slot of slots) sorted[starts[places[slot]!]!++] = slot
  return Array.from({ length: count }, (_, value) => sorted.subarray(ends[value], ends[value + 1]))
}
