import { evaluateReplicates } from '../../engines/metrics/index.ts'
import type { Resampling } from '../../engines/studies/index.ts'
import type { CreditedSlots } from './country-funnel.ts'
import { SlotCells } from './slot-cells.ts'
import { type Limits, limitsOf } from './stages.ts'

/** How the share of local works moves: share per week, with an interval of titles and blocks of weeks. */
export interface Trend extends Limits {
  readonly per_week: number
  readonly weeks: number
}

const weekMillis = 7 * 86_400_000

/** Slope of shares over time by least squares, each week weighing as many slots of known origin as it has; NaN for a single week. */
const slopeOf = (sums: ArrayLike<number>, at: readonly number[]): number => {
  let [all, timeSum, shareSum] = [0, 0, 0]
  at.forEach((time, week) => {
    const weight = sums[2 * week + 1]!
    all += weight
    timeSum += weight * time
    shareSum += sums[2 * week]!
  })
  const [meanTime, meanShare] = [timeSum / all, shareSum / all]
  let [across, along] = [0, 0]
  at.forEach((time, week) => {
    const weight = sums[2 * week + 1]!
    if (weight === 0) return
    across += weight * (time - meanTime) * (sums[2 * week]! / weight - meanShare)
    along += weight * (time - meanTime) ** 2
  })
  return along > 0 ? across / along : Number.NaN
}

/** The trend over the weeks of some slots; nothing for fewer than three weeks of known origin. */
export const trendOf = ({ lists, credit }: CreditedSlots, slots: Int32Array, resampling: Resampling): Trend | null => {
  const known = slots.filter((slot) => !Number.isNaN(credit[slot]!))
  const there = [...new Set(Array.from(known, (slot) => lists.slots.week[slot]!))].sort((a, b) => a - b)
  if (there.length < 3) return null
  const place = new Map(there.map((week, at) => [week, at]))
  const at = there.map((week) => Date.parse(`${lists.slots.weeks[week]!}T00:00:00Z`) / weekMillis)
  const sums = new Float64Array(2 * there.length)
  const cells = new SlotCells(lists, sums.length)
  for (const slot of known) {
    const column = 2 * place.get(lists.slots.week[slot]!)!
    for (const [offset, amount] of [credit[slot]!, 1].entries()) {
      cells.add(slot, column + offset, amount)
      sums[column + offset]! += amount
    }
  }
  const totals = cells.draw(resampling)
  const drawn = totals && evaluateReplicates(totals, sums.length, (replicate) => slopeOf(replicate, at))
  const slope = slopeOf(sums, at)
  return Number.isNaN(slope) ? null : { per_week: slope, weeks: there.length, ...limitsOf(drawn, resampling.level) }
}
