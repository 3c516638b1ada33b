import { amplificationRatio, percentileInterval } from '../../engines/metrics/index.ts'

/** From what there is to what is paid for. */
export const stageNames = ['catalogue', 'exposure', 'consumption', 'revenue'] as const
export type StageName = (typeof stageNames)[number]

export interface Limits {
  readonly low: number | null
  readonly high: number | null
}

export const noLimits: Limits = { low: null, high: null }

/** Local works at one stage. */
export interface StageShare {
  /** Part of the stage whose origin is known, 0 … 1. */
  readonly known: number | null
  /** Share of local works in what is of known origin. */
  readonly local_share: number | null
  /** If all of unknown origin were foreign; if all of it were local. */
  readonly bounds: Limits
  /** Of the resampling; none for the catalogue, which is taken as it is. */
  readonly interval: Limits
}

/** A stage with the shares of its replicates, from which intervals of ratios follow. */
export interface DrawnStage {
  readonly share: StageShare
  readonly drawn: Float64Array | undefined
}

/** What a stage adds to the share of the stage before it (above 1) or takes from it (below 1). */
export interface StageRatio extends Limits {
  readonly from: StageName
  readonly to: StageName
  readonly ratio: number | null
}

export const limitsOf = (values: Float64Array | undefined, level: number): Limits => {
  const there = values?.filter((value) => !Number.isNaN(value))
  if (!there || there.length < 2) return noLimits
  const [low, high] = percentileInterval(there, level)
  return { low, high }
}

export const over = (share: number | null | undefined, before: number | null | undefined): number | null =>
  share === null || share === undefined || before === null || before === undefined || before === 0
    ? null
    : amplificationRatio(share, before)

/**
 * Replicates of the ratio of two stages. Consumption and revenue draw the same users, so their replicates belong together; lists and
 * plays are drawn apart, and half the replicates lie between those that meet.
 */
const ratioDrawn = (later: DrawnStage, earlier: DrawnStage, isSameDraw: boolean): Float64Array | undefined => {
  if (!later.drawn) return undefined
  const before = earlier.drawn
  if (!before) return later.drawn.map((share) => share / (earlier.share.local_share ?? Number.NaN))
  const shift = isSameDraw ? 0 : before.length >> 1
  return later.drawn.map((share, at) => share / before[(at + shift) % before.length]!)
}

/** The ratio of each stage to the one before it. */
export const ratiosOf = (stages: ReadonlyMap<StageName, DrawnStage>, level: number): StageRatio[] => {
  const there = stageNames.filter((name) => stages.has(name))
  return there.slice(1).map((to, at) => {
    const from = there[at]!
    const [later, earlier] = [stages.get(to)!, stages.get(from)!]
    const ratio = over(later.share.local_share, earlier.share.local_share)
    const drawn = ratio === null ? undefined : ratioDrawn(later, earlier, from === 'consumption')
    const finite = drawn?.filter((value) => Number.isFinite(value))
    return { from, to, ratio, ...limitsOf(finite, level) }
  })
}
