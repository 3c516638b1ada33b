import {
  bootstrapStandardError,
  type ClusterCells,
  clusterBootstrap,
  evaluateReplicates,
  mergeClusters,
  microMacroShare,
  percentileInterval,
  randomStreams,
  twoWayBootstrap,
} from '../../engines/metrics/index.ts'
import type { CountryList, IntervalRecord, Resampling } from '../../engines/studies/index.ts'
import type { Observations } from './observations.ts'

/** Columns of the cells: own works used at home, of known origin and destination; works of the list, of known origin. */
const columns = { local: 0, known: 1, developing: 2, knownOrigin: 3 } as const
const width = 4

const none: IntervalRecord = { low: null, high: null, standard_error: null }

/** Above so many users the clusters are random groups of users. */
const mostClusters = 20_000

/** What observation `at` adds to each column. */
const partsOf = (
  data: Observations,
  developing: readonly boolean[],
  at: number,
): readonly [number, number, number, number] => {
  const { starts, groups, credits } = data.credits
  const [work, home, amount] = [data.work[at]!, data.destination[at]!, data.amount[at]!]
  const end = starts[work + 1]!
  if (starts[work] === end) return [0, 0, 0, 0]
  let [local, ofList, all] = [0, 0, 0]
  for (let c = starts[work]!; c < end; c++) {
    if (groups[c] === home) local += credits[c]!
    if (developing[groups[c]!]) ofList += credits[c]!
    all += credits[c]!
  }
  return [home < 0 ? 0 : amount * local, home < 0 ? 0 : amount * all, amount * ofList, amount * all]
}

const intervalOf = (values: Float64Array, level: number): IntervalRecord => {
  const there = values.filter((value) => !Number.isNaN(value))
  if (there.length < 2) return none
  const [low, high] = percentileInterval(there, level)
  return { low, high, standard_error: bootstrapStandardError(there) }
}

export interface FlowIntervals {
  readonly local_share: IntervalRecord
  readonly developing_share: IntervalRecord
}

export const noIntervals: FlowIntervals = { local_share: none, developing_share: none }

const fromTotals = (totals: Float64Array, level: number): FlowIntervals => ({
  local_share: intervalOf(
    evaluateReplicates(totals, width, (t) => t[columns.local]! / t[columns.known]!),
    level,
  ),
  developing_share: intervalOf(
    evaluateReplicates(totals, width, (t) => t[columns.developing]! / t[columns.knownOrigin]!),
    level,
  ),
})

/** Sums per cluster of some observations (all without `only`), clusters without any left out where only some are meant. */
const cellsOf = (
  data: Observations,
  developing: readonly boolean[],
  first: Int32Array,
  count: number,
  only?: Int32Array,
): ClusterCells => {
  const place = only ? new Int32Array(count).fill(-1) : undefined
  let used = 0
  const cells: number[] | Float64Array = only ? [] : new Float64Array(count * width)
  const entries = only ?? Int32Array.from({ length: data.amount.length }, (_, at) => at)
  for (const at of entries) {
    let cluster = first[at]!
    if (place) {
      if (place[cluster]! < 0) {
        place[cluster] = used++
        ;(cells as number[]).push(0, 0, 0, 0)
      }
      cluster = place[cluster]!
    }
    const parts = partsOf(data, developing, at)
    for (let k = 0; k < width; k++) cells[cluster * width + k]! += parts[k]!
  }
  return { cells: Float64Array.from(cells), width }
}

const twoWayTotals = (
  data: Observations,
  developing: readonly boolean[],
  sides: { first: Int32Array; count: number; second: Int32Array; secondCount: number },
  { replicates, seed }: Resampling,
  only?: Int32Array,
): Float64Array => {
  const entries = only ?? Int32Array.from({ length: data.amount.length }, (_, at) => at)
  const [first, second, column, amounts]: [number[], number[], number[], number[]] = [[], [], [], []]
  for (const at of entries)
    partsOf(data, developing, at).forEach((amount, k) => {
      if (amount === 0) return
      first.push(sides.first[at]!)
      second.push(sides.second[at]!)
      column.push(k)
      amounts.push(amount)
    })
  const twoWay = {
    first: Int32Array.from(first),
    second: Int32Array.from(second),
    firstCount: sides.count,
    secondCount: sides.secondCount,
    columns: Uint8Array.from(column),
    width,
    amounts: Float64Array.from(amounts),
  }
  return twoWayBootstrap(twoWay, { replicates, streams: randomStreams(seed) })
}

/** Intervals of the shares of all observations or of some, by the clusters the data have. */
export const flowIntervals = (
  data: Observations,
  list: CountryList,
  resampling: Resampling,
  only?: Int32Array,
): FlowIntervals => {
  const { clusters } = data
  if (clusters.kind === 'none' || only?.length === 0) return noIntervals
  const developing = data.countries.map((code) => list.has(code))
  if (clusters.kind === 'title-and-week')
    return fromTotals(twoWayTotals(data, developing, clusters, resampling, only), resampling.level)
  const own = cellsOf(data, developing, clusters.first, clusters.count, only)
  const cells = mergeClusters(own, mostClusters, resampling.seed)
  const { replicates, seed, level } = resampling
  return fromTotals(clusterBootstrap(cells, { replicates, streams: randomStreams(seed) }), level)
}

/** More plays × replicates than this, and the two-way interval would take too long to wait for. */
const mostTwoWaySteps = 1e9

/** For plays: the interval when works are as much a draw as users are. Null for other data and very many plays. */
export const twoWayLocalInterval = (data: Observations, resampling: Resampling): IntervalRecord | null => {
  const { clusters } = data
  if (clusters.kind !== 'users' || data.amount.length * resampling.replicates > mostTwoWaySteps) return null
  const sides = { ...clusters, second: data.work, secondCount: data.credits.starts.length - 1 }
  const totals = twoWayTotals(
    data,
    data.countries.map(() => false),
    sides,
    resampling,
  )
  return fromTotals(totals, resampling.level).local_share
}

/** Mean over users of the local share of each, beside the share of all plays: heavy users carry the latter. */
export const meanOfUsers = (data: Observations): number | null => {
  const { clusters } = data
  if (clusters.kind !== 'users') return null
  const { cells } = cellsOf(
    data,
    data.countries.map(() => false),
    clusters.first,
    clusters.count,
  )
  const [parts, wholes] = [0, 1].map((k) =>
    Float64Array.from({ length: clusters.count }, (_, user) => cells[user * width + k]!),
  )
  const { macro } = microMacroShare(parts!, wholes!)
  return Number.isNaN(macro) ? null : macro
}
