import { columnTotals, lorenz, shareBounds, topFractionShare } from '../../engines/metrics/index.ts'
import { type IntervalRecord, leastPersons } from '../../engines/studies/index.ts'
import { settle } from '../../engines/metrics/index.ts'
import { decimalText } from '../../kernel/money.ts'
import { moneyOf } from './cells.ts'
import type { Computed, Scene } from './computed.ts'
import type { ModelFindings } from './document.ts'
import { sumByLabel } from './groupings.ts'
import { giniInterval, giniOf, intervalOf, overReplicates } from './intervals.ts'
import { byLabel } from './shown-labels.ts'

const inMajor = (entries: readonly [string, number][], major: number): Record<string, number> =>
  Object.fromEntries(entries.map(([label, amount]) => [label, amount / major]))

/** An interval of minor units in major ones. */
export const scaled = ({ low, high, standard_error }: IntervalRecord, major: number): IntervalRecord => ({
  low: low === null ? null : low / major,
  high: high === null ? null : high / major,
  standard_error: standard_error === null ? null : standard_error / major,
})

/** The settled cents of the entries: rounded by largest remainder among them, so that they add up to what is paid. */
const settledTexts = (
  entries: readonly [string, number][],
  total: number,
  currency: string,
): Record<string, string> => {
  if (entries.length === 0 || total === 0) return {}
  const amounts = settle(
    Float64Array.from(entries, ([, amount]) => amount),
    total,
  )
  return Object.fromEntries(entries.map(([label], at) => [label, decimalText({ minor: amounts[at]!, currency })]))
}

/** Lorenz curve at 0, 5 … 100 % of creators, linear between creators. */
const lorenzAtTwentieths = (amounts: Float64Array): number[] => {
  const curve = lorenz(amounts)
  const at = (place: number) => (place === 0 ? 0 : curve[place - 1]!)
  return Array.from({ length: 21 }, (_, step) => {
    const place = (step / 20) * curve.length
    const below = Math.floor(place)
    const low = at(below)
    return low + (place - below) * (at(Math.min(below + 1, curve.length)) - low)
  })
}

/** Amounts by label, and the intervals of those labels that are shown. */
const division = (
  { groupings, shown, major, resampling }: Scene,
  { payout, cells, replicates }: Computed,
  g: number,
) => {
  const grouping = groupings[g]!
  const entries = byLabel(grouping.labels, shown[g]!, sumByLabel(grouping, payout.quotas))
  const intervals = grouping.labels.flatMap((label, at): [string, IntervalRecord][] => {
    const column = cells.places[g]![at]!
    if (column < 0) return []
    const amounts = overReplicates(replicates, (money) => money[column]!)
    return [[label, scaled(intervalOf(amounts, resampling.level), major)]]
  })
  return { name: grouping.name, entries, intervals: Object.fromEntries(intervals) }
}

/** Local share of the money of known origin, from the money of the columns of a table. */
export const localShare = ({ home }: Computed['cells'], money: Float64Array): number =>
  money[home]! / (money[home]! + money[home + 1]!)

/** Whether one in a hundred creators are as many as may stand together: of fewer, it would be told what each is paid. */
const isCrowd = (creators: number): boolean => Math.ceil(creators / 100) >= leastPersons

/** What one model pays, to whom, and how evenly. */
export const modelFindings = (scene: Scene, found: Computed): ModelFindings => {
  const { model, payout, byCreator, cells, replicates } = found
  const { groupings, major, options, resampling, ledger } = scene
  const money = moneyOf(columnTotals(cells), cells, model)
  const parts = groupings.map((_, g) => division(scene, found, g))
  const [local, foreign, unknown] = [0, 1, 2].map((at) => money[cells.home + at]!) as [number, number, number]
  const isPaying = payout.pool > payout.keptAside
  const bounds = isPaying ? shareBounds(local, Math.max(0, foreign), Math.max(0, unknown)) : undefined
  const share = (m: Float64Array) => localShare(cells, m)
  const gini = giniOf(byCreator)
  const figuresOf = (name: 'size_band' | 'genre' | 'gender') =>
    parts
      .filter((part) => part.name === name)
      .map(({ entries, intervals }) => ({
        [`by_${name}`]: inMajor(entries, major),
        [`by_${name}_interval`]: intervals,
      }))[0]
  return {
    by_origin: inMajor(parts[0]!.entries, major),
    gini,
    local: bounds === undefined || Number.isNaN(bounds.ofKnown) ? null : bounds.ofKnown,
    parameters: model.parameters,
    kept_aside: payout.keptAside / major,
    local_interval: intervalOf(overReplicates(replicates, share), resampling.level),
    local_bounds: { low: bounds?.low ?? null, high: bounds?.high ?? null },
    gini_interval: gini === null ? null : giniInterval(ledger, model, gini, resampling),
    by_origin_settled: settledTexts(parts[0]!.entries, payout.pool - payout.keptAside, options.currency),
    by_origin_interval: parts[0]!.intervals,
    ...(figuresOf('size_band') as Pick<ModelFindings, 'by_size_band' | 'by_size_band_interval'>),
    ...figuresOf('genre'),
    ...figuresOf('gender'),
    top_1_percent_share: isPaying && isCrowd(byCreator.length) ? topFractionShare(byCreator, 0.01) : null,
    lorenz: isPaying ? lorenzAtTwentieths(byCreator) : [],
  }
}
