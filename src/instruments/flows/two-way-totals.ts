import type { RandomStreams } from '../../engines/metrics/index.ts'
import { width } from './flow-parts.ts'

/** Levels of both sides of each observation, as in `twoWayBootstrap`. */
export interface TwoSides {
  readonly first: Int32Array
  readonly firstCount: number
  readonly second: Int32Array
  readonly secondCount: number
}

/** Observations put into groups (destinations, weeks): `of[e]` is 0 … count − 1, or −1 for none. */
export interface Grouping {
  readonly of: Int32Array
  readonly count: number
}

/** Column totals of each replicate for all observations, and for each group of each grouping; `replicates × width`, row-major. */
export interface GroupedTotals {
  readonly whole: Float64Array
  readonly groups: readonly (readonly Float64Array[])[]
}

/** Neighbouring observations of one level of one side and the same groups: passed over at once when the level weighs nothing. */
interface Runs {
  readonly starts: Int32Array
  readonly length: number
  readonly levels: Int32Array
  /** The levels of the other side, by observation. */
  readonly others: Int32Array
  readonly byFirst: boolean
}

const runsOf = (levels: Int32Array, others: Int32Array, byFirst: boolean, groupings: readonly Grouping[]): Runs => {
  const starts = new Int32Array(levels.length + 1)
  let length = 0
  for (let e = 0; e < levels.length; e++) {
    const isNew = e === 0 || levels[e] !== levels[e - 1] || groupings.some(({ of }) => of[e] !== of[e - 1])
    if (isNew) starts[length++] = e
  }
  starts[length] = levels.length
  return { starts, length, levels, others, byFirst }
}

/**
 * The two-way bootstrap of `twoWayBootstrap` for all observations and for every group of them in at most two groupings: the weights
 * are drawn once a replicate and not once a group, observations are passed once, and the sums are added in the same order, so that
 * every number is the same to the last digit. `parts` has `width` amounts an observation. Time O(replicates × observations).
 */
export const groupedTwoWayTotals = (
  parts: Float64Array,
  { first, firstCount, second, secondCount }: TwoSides,
  groupings: readonly Grouping[],
  { replicates, streams }: { readonly replicates: number; readonly streams: RandomStreams },
): GroupedTotals => {
  const [byFirst, bySecond] = [runsOf(first, second, true, groupings), runsOf(second, first, false, groupings)]
  const runs = byFirst.length <= bySecond.length ? byFirst : bySecond
  const [firstWeights, secondWeights] = [new Float64Array(firstCount), new Float64Array(secondCount)]
  const [runWeights, otherWeights] = runs.byFirst ? [firstWeights, secondWeights] : [secondWeights, firstWeights]
  const whole = new Float64Array(replicates * width)
  const groups = groupings.map(({ count }) => Array.from({ length: count }, () => new Float64Array(replicates * width)))
  const sums = groupings.map(({ count }) => new Float64Array((count + 1) * width))
  for (let r = 0; r < replicates; r++) {
    const { poisson } = streams(r)
    for (let i = 0; i < firstCount; i++) firstWeights[i] = poisson()
    for (let i = 0; i < secondCount; i++) secondWeights[i] = poisson()
    for (const sum of sums) sum.fill(0)
    const row = whole.subarray(r * width, (r + 1) * width)
    addRuns(parts, runs, runWeights, otherWeights, groupings, sums, row)
    groups.forEach((ofGrouping, which) =>
      ofGrouping.forEach((totals, group) => {
        const from = group * width
        for (let k = 0; k < width; k++) totals[r * width + k] = sums[which]![from + k]!
      }),
    )
  }
  return { whole, groups }
}

/** One replicate: run after run, into the totals of all and of the groups the run belongs to. */
const addRuns = (
  parts: Float64Array,
  { starts, length, levels, others }: Runs,
  runWeights: Float64Array,
  otherWeights: Float64Array,
  groupings: readonly Grouping[],
  sums: readonly Float64Array[],
  whole: Float64Array,
): void => {
  for (let run = 0; run < length; run++) {
    const from = starts[run]!
    const weight = runWeights[levels[from]!]!
    if (weight === 0) continue
    const to = starts[run + 1]!
    addRun(parts, others, otherWeights, weight, from, to, whole, 0)
    for (let which = 0; which < sums.length; which++) {
      const { of, count } = groupings[which]!
      const group = of[from]!
      addRun(parts, others, otherWeights, weight, from, to, sums[which]!, (group < 0 ? count : group) * width)
    }
  }
}

const addRun = (
  parts: Float64Array,
  others: Int32Array,
  weights: Float64Array,
  weight: number,
  from: number,
  to: number,
  sums: Float64Array,
  into: number,
): void => {
  let a = sums[into]!
  let b = sums[into + 1]!
  let c = sums[into + 2]!
  let d = sums[into + 3]!
  for (let e = from; e < to; e++) {
    const factor = weight * weights[others[e]!]!
    const at = e * width
    a += factor * parts[at]!
    b += factor * parts[at + 1]!
    c += factor * parts[at + 2]!
    d += factor * parts[at + 3]!
  }
  sums[into] = a
  sums[into + 1] = b
  sums[into + 2] = c
  sums[into + 3] = d
}
