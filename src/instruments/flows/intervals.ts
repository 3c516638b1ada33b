import {
  bootstrapStandardError,
  type ClusterCells,
  clusterBootstrap,
  evaluateReplicates,
  mergeClusters,
  microMacroShare,
  percentileInterval,
  randomStreams,
} from '../../engines/metrics/index.ts'
import type { CountryList, IntervalRecord, Resampling } from '../../engines/studies/index.ts'
import { columns, flowCells, flowParts, width } from './flow-parts.ts'
import type { ScopeFlows } from './matrix.ts'
import type { Observations } from './observations.ts'
import { type Grouping, groupedTwoWayTotals } from './two-way-totals.ts'

const none: IntervalRecord = { low: null, high: null, standard_error: null }

/** Above so many users the clusters are random groups of users. */
const mostClusters = 20_000

/** More plays × replicates than this, and the two-way interval would take too long to wait for. */
const mostTwoWaySteps = 1e9

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

/** Figures with the intervals of their two shares; those are null where the data are no sample. */
export interface StatedFlows extends ScopeFlows {
  readonly local_interval: IntervalRecord
  readonly developing_interval: IntervalRecord
}

export const intervalsOf = ({ local_share, developing_share }: FlowIntervals) => ({
  local_interval: local_share,
  developing_interval: developing_share,
})

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

/** The sums of the clusters of each group. A cluster lies whole in one group: a user has one country, a vote one giver and period. */
const cellsByGroup = ({ cells }: ClusterCells, first: Int32Array, { of, count }: Grouping): ClusterCells[] => {
  const groupOf = new Int32Array(cells.length / width).fill(-1)
  for (let at = 0; at < first.length; at++) groupOf[first[at]!] = of[at]!
  const sizes = new Uint32Array(count)
  for (const group of groupOf) if (group >= 0) sizes[group]!++
  const groups = Array.from(sizes, (size) => new Float64Array(size * width))
  sizes.fill(0)
  groupOf.forEach((group, cluster) => {
    if (group >= 0) groups[group]!.set(cells.subarray(cluster * width, (cluster + 1) * width), sizes[group]!++ * width)
  })
  return groups.map((own) => ({ cells: own, width }))
}

/** Intervals of all observations, of those of each destination and of each period. */
export interface AllIntervals {
  readonly whole: FlowIntervals
  readonly destinations: readonly FlowIntervals[]
  readonly periods: readonly FlowIntervals[]
  /** Mean over users of the local share of each, beside the share of all plays: heavy users carry the latter. */
  readonly mean_of_users: number | null
  /** For plays: the interval when works are as much a draw as users are. Null for other data and very many plays. */
  readonly two_way: IntervalRecord | null
}

const meanOfUsers = ({ cells }: ClusterCells, count: number): number | null => {
  const [parts, wholes] = [columns.local, columns.known].map((k) =>
    Float64Array.from({ length: count }, (_, user) => cells[user * width + k]!),
  )
  const { macro } = microMacroShare(parts!, wholes!)
  return Number.isNaN(macro) ? null : macro
}

type Clustered = Extract<Observations['clusters'], { kind: 'users' | 'votes' }>

const clusteredIntervals = (
  data: Observations,
  clusters: Clustered,
  list: CountryList,
  groupings: readonly Grouping[],
  { replicates, seed, level }: Resampling,
): AllIntervals => {
  const draw = (own: ClusterCells): FlowIntervals => {
    if (own.cells.length === 0) return noIntervals
    const cells = mergeClusters(own, mostClusters, seed)
    return fromTotals(clusterBootstrap(cells, { replicates, streams: randomStreams(seed) }), level)
  }
  const { first, count } = clusters
  const whole = flowCells(data, list, first, count)
  const [destinations, periods] = groupings.map((grouping) => cellsByGroup(whole, first, grouping).map(draw))
  const isUsers = clusters.kind === 'users'
  const withWorks = isUsers && data.amount.length * replicates <= mostTwoWaySteps
  const sides = { first, firstCount: count, second: data.work, secondCount: data.credits.starts.length - 1 }
  const twoWay = () =>
    groupedTwoWayTotals(flowParts(data, list), sides, [], { replicates, streams: randomStreams(seed) }).whole
  return {
    whole: draw(whole),
    destinations: destinations!,
    periods: periods ?? [],
    mean_of_users: isUsers ? meanOfUsers(whole, count) : null,
    two_way: withWorks ? fromTotals(twoWay(), level).local_share : null,
  }
}

/** Every interval of the data, by the clusters they have; none where they are no sample. */
export const allIntervals = (data: Observations, list: CountryList, resampling: Resampling): AllIntervals => {
  const { clusters } = data
  const byDestination = { of: data.destination, count: data.countries.length }
  const groupings =
    data.periods.length < 2 ? [byDestination] : [byDestination, { of: data.period, count: data.periods.length }]
  if (clusters.kind === 'none')
    return {
      whole: noIntervals,
      destinations: data.countries.map(() => noIntervals),
      periods: data.periods.map(() => noIntervals),
      mean_of_users: null,
      two_way: null,
    }
  if (clusters.kind !== 'title-and-week') return clusteredIntervals(data, clusters, list, groupings, resampling)
  const { replicates, seed, level } = resampling
  const sides = { ...clusters, firstCount: clusters.count }
  const totals = groupedTwoWayTotals(flowParts(data, list), sides, groupings, {
    replicates,
    streams: randomStreams(seed),
  })
  const [destinations, periods] = totals.groups.map((groups) => groups.map((group) => fromTotals(group, level)))
  return {
    whole: fromTotals(totals.whole, level),
    destinations: destinations!,
    periods: periods ?? [],
    mean_of_users: null,
    two_way: null,
  }
}
