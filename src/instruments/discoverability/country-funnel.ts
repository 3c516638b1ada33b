import {
  awrf,
  type CoProductionRule,
  clusterBootstrap,
  evaluateReplicates,
  fairStarTable,
  localCredit,
  meetsFairStar,
  ndkl,
  type PositionModel,
  positionWeights,
  randomStreams,
  shareBounds,
  usualPositionModels,
} from '../../engines/metrics/index.ts'
import type { Resampling } from '../../engines/studies/index.ts'
import { compact, SlotCells } from './slot-cells.ts'
import { type DrawnStage, type Limits, limitsOf, noLimits, type StageShare } from './stages.ts'
import type { ListsData } from './study-data.ts'

/** What counts as local: the territory itself, or a fixed set of countries for every territory. */
export type LocalTo = (territory: string) => ReadonlySet<string>

/** Slots of lists with the credit of each to what is local to its territory, NaN where the origin is unknown. */
export interface CreditedSlots {
  readonly lists: ListsData
  readonly credit: Float64Array
}

export const partOf = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null)

/** The credit of every slot under a rule, with the origins of works as one source tells them. */
export const creditSlots = (
  lists: ListsData,
  origins: readonly (readonly string[])[],
  localTo: LocalTo,
  rule: CoProductionRule,
): CreditedSlots => {
  const local = new Map(lists.territoryCodes.map((code) => [code, localTo(code)]))
  const credit = Float64Array.from(lists.workOf, (work, slot) =>
    localCredit(origins[work]!, local.get(lists.territories[slot]!)!, rule),
  )
  return { lists, credit }
}

export const nameOfModel = (model: PositionModel): string =>
  model.kind === 'geometric' ? `geometric_${model.patience}` : model.kind === 'top-k' ? `top_${model.k}` : model.kind

interface Sums {
  readonly local: number
  readonly known: number
  readonly all: number
}

const sumsOf = ({ lists, credit }: CreditedSlots, slots: Int32Array, model: PositionModel): Sums => {
  const depth = slots.reduce((most, slot) => Math.max(most, lists.slots.position[slot]!), 0)
  const weights = positionWeights(model, depth)
  let [local, known, all] = [0, 0, 0]
  for (const slot of slots) {
    const weight = weights[lists.slots.position[slot]! - 1]!
    all += weight
    if (Number.isNaN(credit[slot]!)) continue
    local += weight * credit[slot]!
    known += weight
  }
  return { local, known, all }
}

const flat: PositionModel = { kind: 'flat' }

/** Share of the slots of known origin, each slot counting the same. */
export const flatShare = (credited: CreditedSlots, slots: Int32Array): number | null => {
  const { local, known } = sumsOf(credited, slots, flat)
  return partOf(local, known)
}

const shareOf = ({ local, known, all }: Sums): Omit<StageShare, 'interval'> => {
  if (all === 0) return { known: null, local_share: null, bounds: noLimits }
  const { low, high } = shareBounds(local, Math.max(0, known - local), Math.max(0, all - known))
  return { known: known / all, local_share: partOf(local, known), bounds: { low, high } }
}

/** Replicates of the share under some models: two columns each, the local part of every slot of known origin and the whole. */
const drawModels = (
  { lists, credit }: CreditedSlots,
  slots: Int32Array,
  models: readonly PositionModel[],
  resampling: Resampling,
): (Float64Array | undefined)[] => {
  const width = 2 * models.length
  const depth = slots.reduce((most, slot) => Math.max(most, lists.slots.position[slot]!), 0)
  const weights = models.map((model) => positionWeights(model, depth))
  const cells = new SlotCells(lists, width)
  for (const slot of slots) {
    const part = credit[slot]!
    if (Number.isNaN(part)) continue
    const position = lists.slots.position[slot]! - 1
    weights.forEach((ofModel, at) => {
      cells.add(slot, 2 * at, ofModel[position]! * part)
      cells.add(slot, 2 * at + 1, ofModel[position]!)
    })
  }
  const totals = cells.draw(resampling)
  return models.map((_, at) => totals && evaluateReplicates(totals, width, (sums) => sums[2 * at]! / sums[2 * at + 1]!))
}

/** Local works in some slots, under every model of attention. The first is `flat`: the stage of exposure itself. */
export const exposureOf = (
  credited: CreditedSlots,
  slots: Int32Array,
  resampling: Resampling,
): { readonly stage: DrawnStage; readonly models: Readonly<Record<string, StageShare>> } => {
  const drawn = drawModels(credited, slots, usualPositionModels, resampling)
  const models = usualPositionModels.map((model, at): [string, StageShare] => [
    nameOfModel(model),
    { ...shareOf(sumsOf(credited, slots, model)), interval: limitsOf(drawn[at], resampling.level) },
  ])
  return { stage: { share: models[0]![1], drawn: drawn[0] }, models: Object.fromEntries(models) }
}

/** Some of the slots, by themselves. */
export interface PartShare extends StageShare {
  readonly slots: number
}

export const partShare = (credited: CreditedSlots, slots: Int32Array, resampling: Resampling): PartShare => {
  const [drawn] = drawModels(credited, slots, [flat], resampling)
  return {
    slots: slots.length,
    ...shareOf(sumsOf(credited, slots, flat)),
    interval: limitsOf(drawn, resampling.level),
  }
}

/** Interval of the share of one week: titles weighted Poisson(1) with all their slots in it. */
const weekInterval = (
  { lists, credit }: CreditedSlots,
  slots: Int32Array,
  { replicates, seed, level }: Resampling,
): Limits => {
  const known = slots.filter((slot) => !Number.isNaN(credit[slot]!))
  if (known.length === 0) return noLimits
  const titles = compact(known.map((slot) => lists.slots.title[slot]!))
  const cells = new Float64Array(2 * titles.count)
  known.forEach((slot, at) => {
    cells[2 * titles.codes[at]!]! += credit[slot]!
    cells[2 * titles.codes[at]! + 1]! += 1
  })
  const plan = { replicates, streams: randomStreams(seed), scheme: 'poisson' } as const
  const drawn = clusterBootstrap({ cells, width: 2 }, plan)
  return limitsOf(
    evaluateReplicates(drawn, 2, ([local, all]) => local! / all!),
    level,
  )
}

export interface WeekShare extends StageShare {
  readonly week: string
  readonly slots: number
}

/** Weeks in the order of time. */
export const weeksOf = (credited: CreditedSlots, slots: Int32Array, resampling: Resampling): WeekShare[] => {
  const { week, weeks } = credited.lists.slots
  const byWeek = weeks.map(() => [] as number[])
  for (const slot of slots) byWeek[week[slot]!]!.push(slot)
  return byWeek.flatMap((list, at) => {
    if (list.length === 0) return []
    const own = Int32Array.from(list)
    const share = shareOf(sumsOf(credited, own, flat))
    return [{ week: weeks[at]!, slots: own.length, ...share, interval: weekInterval(credited, own, resampling) }]
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

/** Slots list by list, in the order of their positions. */
export const slotsByList = ({ slots: { list } }: ListsData, slots: Int32Array): Int32Array[] => {
  const lists = new Map<number, number[]>()
  for (const slot of slots) {
    const own = lists.get(list[slot]!)
    if (own) own.push(slot)
    else lists.set(list[slot]!, [slot])
  }
  return [...lists.values()].map((own) => Int32Array.from(own))
}

const fairTables = new Map<string, Uint32Array>()

/** The table of FA*IR with adjusted α 0.1, worked out once for a length and a share. */
export const fairTable = (k: number, p: number): Uint32Array => {
  const key = `${k} ${p}`
  const table = fairTables.get(key) ?? Uint32Array.from(fairStarTable({ k, p, alpha: 0.1 }).table)
  if (fairTables.size < 1000) fairTables.set(key, table)
  return table
}

/** Lists with an unknown origin among them are judged on what is known: an unknown counts as not local. */
export const listFairness = (
  { lists, credit }: CreditedSlots,
  slots: Int32Array,
  target: number | null,
): ListFairness | null => {
  if (target === null || !(target > 0 && target < 1)) return null
  const every = slotsByList(lists, slots)
  let [meet, distance, divergence] = [0, 0, 0]
  for (const own of every) {
    const groups = Array.from(own, (slot) => (credit[slot]! > 0 ? 1 : 0))
    if (meetsFairStar(groups, fairTable(groups.length, target))) meet++
    distance += awrf(groups, [1 - target, target], { kind: 'log2' })
    divergence += ndkl(groups, [1 - target, target])
  }
  const mean = (sum: number) => partOf(sum, every.length)
  return { lists: every.length, target, meet_fair_star: meet, mean_awrf: mean(distance), mean_ndkl: mean(divergence) }
}
