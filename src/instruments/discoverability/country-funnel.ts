import {
  awrf,
  type CoProductionRule,
  chartBootstrap,
  clusterBootstrap,
  coProductionRules,
  evaluateReplicates,
  fairStarTable,
  localCredit,
  meetsFairStar,
  ndkl,
  type PositionModel,
  percentileInterval,
  positionWeights,
  randomStreams,
  shareBounds,
  usualBlockLength,
  usualPositionModels,
} from '../../engines/metrics/index.ts'
import type { Resampling } from '../../engines/studies/index.ts'
import type { FunnelData, LabelledWork } from './funnel-data.ts'

export interface Limits {
  readonly low: number | null
  readonly high: number | null
}

/** What counts as local: the territory itself, or a fixed set of countries for every territory. */
export type LocalTo = (territory: string) => ReadonlySet<string>

/** Slots of a chart with the credit of each to what is local to its territory, NaN where the origin is unknown. */
export interface CreditedSlots {
  readonly data: FunnelData
  readonly credit: Float64Array
}

const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null)

/** The credit of every slot under a rule and with labels from one source. */
export const creditSlots = (
  data: FunnelData,
  labels: ReadonlyMap<string, LabelledWork>,
  localTo: LocalTo,
  rule: CoProductionRule,
): CreditedSlots => {
  const local = new Map(data.territories.map((code) => [code, localTo(code)]))
  const origins = data.slots.keys.map((key) => labels.get(key)?.origins ?? [])
  const credit = Float64Array.from({ length: data.slots.length }, (_, slot) =>
    localCredit(origins[data.slots.title[slot]!]!, local.get(data.territoryAt(slot))!, rule),
  )
  return { data, credit }
}

/** Share of the slots of known origin under a position model. */
export const modelShare = ({ data, credit }: CreditedSlots, slots: Int32Array, model: PositionModel): number | null => {
  const depth = slots.reduce((most, slot) => Math.max(most, data.slots.position[slot]!), 0)
  const weights = positionWeights(model, depth)
  let [local, known] = [0, 0]
  for (const slot of slots) {
    if (Number.isNaN(credit[slot]!)) continue
    const weight = weights[data.slots.position[slot]! - 1]!
    local += weight * credit[slot]!
    known += weight
  }
  return ratio(local, known)
}

const flat: PositionModel = { kind: 'flat' }

export const nameOfModel = (model: PositionModel): string =>
  model.kind === 'geometric' ? `geometric_${model.patience}` : model.kind === 'top-k' ? `top_${model.k}` : model.kind

const limitsOf = (values: Float64Array, level: number): Limits => {
  const there = values.filter((value) => !Number.isNaN(value))
  if (there.length < 2) return { low: null, high: null }
  const [low, high] = percentileInterval(there, level)
  return { low, high }
}

/** Places 0, 1, 2 … for the values that occur, in rising order. */
const compact = (values: Int32Array): { codes: Int32Array; count: number } => {
  const places = new Map([...new Set(values)].sort((a, b) => a - b).map((value, place) => [value, place]))
  return { codes: values.map((value) => places.get(value)!), count: places.size }
}

/** Interval of the share over all weeks: titles weighted Poisson(1), weeks in blocks. */
export const shareInterval = (
  { data, credit }: CreditedSlots,
  slots: Int32Array,
  { replicates, seed, level }: Resampling,
): Limits => {
  const known = slots.filter((slot) => !Number.isNaN(credit[slot]!))
  if (known.length === 0) return { low: null, high: null }
  const titles = compact(known.map((slot) => data.slots.title[slot]!))
  const weeks = compact(known.map((slot) => data.slots.week[slot]!))
  const twice = (values: Int32Array) => Int32Array.from({ length: 2 * values.length }, (_, at) => values[at >> 1]!)
  const totals = chartBootstrap(
    {
      first: twice(titles.codes),
      second: twice(weeks.codes),
      firstCount: titles.count,
      secondCount: weeks.count,
      columns: Uint8Array.from({ length: 2 * known.length }, (_, at) => at & 1),
      width: 2,
      amounts: Float64Array.from({ length: 2 * known.length }, (_, at) => (at & 1 ? 1 : credit[known[at >> 1]!]!)),
    },
    usualBlockLength(weeks.count),
    { replicates, streams: randomStreams(seed) },
  )
  return limitsOf(
    evaluateReplicates(totals, 2, ([local, all]) => local! / all!),
    level,
  )
}

/** Interval of the share of one week: titles weighted Poisson(1) with all their slots in it. */
const weekInterval = (
  { data, credit }: CreditedSlots,
  slots: Int32Array,
  { replicates, seed, level }: Resampling,
): Limits => {
  const known = slots.filter((slot) => !Number.isNaN(credit[slot]!))
  if (known.length === 0) return { low: null, high: null }
  const titles = compact(known.map((slot) => data.slots.title[slot]!))
  const cells = new Float64Array(2 * titles.count)
  known.forEach((slot, at) => {
    cells[2 * titles.codes[at]!]! += credit[slot]!
    cells[2 * titles.codes[at]! + 1]! += 1
  })
  const plan = { replicates, streams: randomStreams(seed), scheme: 'poisson' } as const
  return limitsOf(
    evaluateReplicates(clusterBootstrap({ cells, width: 2 }, plan), 2, ([local, all]) => local! / all!),
    level,
  )
}

export interface ExposureFindings {
  readonly slots: number
  readonly known: number
  readonly local_share: number | null
  readonly bounds: Limits
  readonly interval: Limits
  readonly position_models: Readonly<Record<string, number | null>>
}

export const exposureOf = (credited: CreditedSlots, slots: Int32Array, resampling: Resampling): ExposureFindings => {
  let [local, known] = [0, 0]
  for (const slot of slots)
    if (!Number.isNaN(credited.credit[slot]!)) {
      local += credited.credit[slot]!
      known++
    }
  const bounds = shareBounds(local, known - local, slots.length - known)
  const all = slots.length > 0
  return {
    slots: slots.length,
    known,
    local_share: ratio(local, known),
    bounds: { low: all ? bounds.low : null, high: all ? bounds.high : null },
    interval: shareInterval(credited, slots, resampling),
    position_models: Object.fromEntries(
      usualPositionModels.map((model) => [nameOfModel(model), modelShare(credited, slots, model)]),
    ),
  }
}

export interface WeekShare {
  readonly week: string
  readonly slots: number
  readonly local_share: number | null
  readonly interval: Limits
}

export const weeksOf = (credited: CreditedSlots, slots: Int32Array, resampling: Resampling): WeekShare[] => {
  const { week, weeks } = credited.data.slots
  const byWeek = weeks.map(() => [] as number[])
  for (const slot of slots) byWeek[week[slot]!]!.push(slot)
  return byWeek.flatMap((list, at) => {
    const own = Int32Array.from(list)
    if (own.length === 0) return []
    const local_share = modelShare(credited, own, flat)
    return [{ week: weeks[at]!, slots: own.length, local_share, interval: weekInterval(credited, own, resampling) }]
  })
}

/** How far single lists are from a stated target, the local share of the catalogue: group 1 local, 0 not. */
export interface ListFairness {
  readonly lists: number
  readonly target: number
  /** Lists that a fair lottery with the target would make at least so often (FA*IR, adjusted α 0.1). */
  readonly meet_fair_star: number
  readonly mean_awrf: number | null
  readonly mean_ndkl: number | null
}

const slotsByList = ({ list }: FunnelData['slots'], slots: Int32Array): Int32Array[] => {
  const lists = new Map<number, number[]>()
  for (const slot of slots) lists.set(list[slot]!, [...(lists.get(list[slot]!) ?? []), slot])
  return [...lists.values()].map((own) => Int32Array.from(own))
}

const fairTables = new Map<string, Uint32Array>()

const fairTable = (k: number, p: number): Uint32Array => {
  const key = `${k} ${p}`
  const table = fairTables.get(key) ?? Uint32Array.from(fairStarTable({ k, p, alpha: 0.1 }).table)
  fairTables.set(key, table)
  return table
}

/** Lists with an unknown origin among them are judged on what is known: an unknown counts as not local. */
export const listFairness = (
  { data, credit }: CreditedSlots,
  slots: Int32Array,
  target: number,
): ListFairness | null => {
  if (!(target > 0 && target < 1)) return null
  const lists = slotsByList(data.slots, slots)
  let [meet, distance, divergence] = [0, 0, 0]
  for (const own of lists) {
    const groups = Array.from(own, (slot) => (credit[slot]! > 0 ? 1 : 0))
    if (meetsFairStar(groups, fairTable(groups.length, target))) meet++
    distance += awrf(groups, [1 - target, target], { kind: 'log2' })
    divergence += ndkl(groups, [1 - target, target])
  }
  const mean = (sum: number) => (lists.length > 0 ? sum / lists.length : null)
  return { lists: lists.length, target, meet_fair_star: meet, mean_awrf: mean(distance), mean_ndkl: mean(divergence) }
}

/** Share of the catalogue that is local to a territory, of the works of known origin, under every rule. */
export const catalogueShares = (catalogue: ReadonlyMap<string, LabelledWork>, local: ReadonlySet<string>) => {
  const shares = coProductionRules.map((rule) => {
    let [sum, known] = [0, 0]
    for (const { origins } of catalogue.values()) {
      const credit = localCredit(origins, local, rule)
      if (Number.isNaN(credit)) continue
      sum += credit
      known++
    }
    return [rule, ratio(sum, known)] as const
  })
  return Object.fromEntries(shares) as Record<CoProductionRule, number | null>
}

export { slotsByList }
