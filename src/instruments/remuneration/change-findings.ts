import { columnTotals } from '../../engines/metrics/index.ts'
import { moneyOf } from './cells.ts'
import type { Computed, Scene } from './computed.ts'
import type { Change, ChangeFindings } from './document.ts'
import { type Grouping, sumByLabel } from './groupings.ts'
import { intervalOf, overReplicates } from './intervals.ts'
import { localShare, scaled } from './model-findings.ts'

/** Interval of the difference of a statistic between two models, replicate by replicate. */
const pairedInterval = (
  from: Computed,
  to: Computed,
  statistic: (money: Float64Array, found: Computed) => number,
  level: number,
) => {
  const before = overReplicates(from.replicates, (money) => statistic(money, from))
  const after = overReplicates(to.replicates, (money) => statistic(money, to))
  return intervalOf(
    after.map((value, r) => value - before[r]!),
    level,
  )
}

const byLabel = (scene: Scene, from: Computed, to: Computed, g: number): Record<string, Change> => {
  const { groupings, major, resampling } = scene
  const grouping = groupings[g]!
  const [before, after] = [from, to].map(({ payout }) => sumByLabel(grouping, payout.quotas))
  const rows = grouping.labels.flatMap((label, at) => {
    if (from.cells.places[g]![at]! < 0) return []
    const amountOf = (money: Float64Array, { cells }: Computed) => money[cells.places[g]![at]!]!
    const interval = pairedInterval(from, to, amountOf, resampling.level)
    return [{ label, amount: (after![at]! - before![at]!) / major, ...scaled(interval, major) }]
  })
  rows.sort((a, b) => b.amount - a.amount || (a.label < b.label ? -1 : 1))
  return Object.fromEntries(rows.map(({ label, ...change }) => [label, change]))
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

const localChange = ({ resampling }: Scene, from: Computed, to: Computed): ChangeFindings['local'] => {
  const [before, after] = [from, to].map(({ cells, model }) =>
    localShare(cells, moneyOf(columnTotals(cells), cells, model)),
  ) as [number, number]
  const interval = pairedInterval(from, to, (money, { cells }) => localShare(cells, money), resampling.level)
  return { difference: finite(after - before), ...interval }
}

const creatorsOf = (from: Computed, to: Computed) => {
  let [gain, lose, moved] = [0, 0, 0]
  to.settled.forEach((amount, creator) => {
    const change = amount - from.settled[creator]!
    if (change > 0) gain++
    if (change < 0) lose++
    moved += Math.max(0, change)
  })
  return { creators: { gain, lose, same: to.settled.length - gain - lose }, moved }
}

/** Who gains and who loses when `to` takes the place of `from`. */
export const changeFindings = (scene: Scene, from: Computed, to: Computed): ChangeFindings => {
  const { creators, moved } = creatorsOf(from, to)
  const optional = (name: Grouping['name']) => {
    const g = scene.groupings.findIndex((grouping) => grouping.name === name)
    return g < 0 ? {} : { [`by_${name}`]: byLabel(scene, from, to, g) }
  }
  return {
    against: from.model.name,
    by_origin: byLabel(scene, from, to, 0),
    by_size_band: byLabel(scene, from, to, 1),
    ...optional('genre'),
    ...optional('gender'),
    local: localChange(scene, from, to),
    creators,
    share_moved: moved / Math.max(1, to.payout.pool),
  }
}
