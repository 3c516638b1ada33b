import { clusterBootstrap, evaluateReplicates, randomGroup, randomStreams } from '../../engines/metrics/index.ts'
import type { Resampling } from '../../engines/studies/index.ts'
import { type Limits, limitsOf } from './stages.ts'
import type { UseData } from './use-data.ts'

/** Groups of each work of the plays, packed: work w has the entries `starts[w]` … `starts[w + 1] − 1` of `groups`. */
export interface PackedGroups {
  readonly starts: Int32Array
  readonly groups: Int32Array
}

const mostClusters = 20_000

/** Packs the groups of the works as the plays count them. */
export const packGroups = ({ workOf }: UseData, byWork: readonly (readonly number[])[]): PackedGroups => {
  const starts = new Int32Array(workOf.length + 1)
  for (let at = 0; at < workOf.length; at++) starts[at + 1] = starts[at]! + byWork[workOf[at]!]!.length
  const groups = new Int32Array(starts.at(-1)!)
  for (let at = 0; at < workOf.length; at++) groups.set(byWork[workOf[at]!]!, starts[at])
  return { starts, groups }
}

/** Plays of each work by some users, and the money they carry. */
export const playedByWork = (
  { usage, workOf, rates }: UseData,
  users: readonly number[],
  works: number,
): { readonly plays: Float64Array; readonly money: Float64Array } => {
  const { starts, payees, plays } = usage.plays
  const sums = { plays: new Float64Array(works), money: new Float64Array(works) }
  for (const user of users) {
    const rate = rates[user]!
    const end = starts[user + 1]!
    for (let entry = starts[user]!; entry < end; entry++) {
      const work = workOf[payees[entry]!]!
      const count = plays[entry]!
      sums.plays[work] = sums.plays[work]! + count
      sums.money[work] = sums.money[work]! + rate * count
    }
  }
  return sums
}

/** Users who play works of each group. */
export const usersByGroup = (
  { usage }: UseData,
  users: readonly number[],
  { starts: from, groups }: PackedGroups,
  count: number,
): Uint32Array => {
  const { starts, payees, plays } = usage.plays
  const persons = new Uint32Array(count)
  const last = new Int32Array(count).fill(-1)
  for (const user of users) {
    const end = starts[user + 1]!
    for (let entry = starts[user]!; entry < end; entry++) {
      if (plays[entry] === 0) continue
      const work = payees[entry]!
      for (let at = from[work]!; at < from[work + 1]!; at++) {
        const group = groups[at]!
        if (last[group] === user) continue
        last[group] = user
        persons[group] = persons[group]! + 1
      }
    }
  }
  return persons
}

/** Limits of each share from totals of replicates: `width` columns from `from` on, the last of them all other groups. */
export const limitsByColumn = (
  totals: Float64Array | undefined,
  width: number,
  level: number,
  from = 0,
  rowWidth = width,
): Limits[] =>
  Array.from({ length: width - 1 }, (_, column) =>
    limitsOf(
      totals &&
        evaluateReplicates(totals, rowWidth, (sums) => {
          let all = 0
          for (let at = from; at < from + width; at++) all += sums[at]!
          return sums[from + column]! / all
        }),
      level,
    ),
  )

/**
 * Intervals of what users play of some groups, and of the money. Users are drawn, as random groups of users where they are very many;
 * plays and money stand side by side in the columns, so that one draw serves both.
 */
export const useLimits = (
  { usage, rates }: UseData,
  users: readonly number[],
  { starts: from, groups }: PackedGroups,
  columnOf: Int32Array,
  width: number,
  { replicates, seed, level }: Resampling,
): { readonly plays: Limits[]; readonly money: Limits[] } => {
  const { starts, payees, plays } = usage.plays
  const isMerged = users.length > mostClusters
  const cells = new Float64Array((isMerged ? mostClusters : users.length) * 2 * width)
  const own = new Float64Array(width)
  users.forEach((user, place) => {
    own.fill(0)
    const end = starts[user + 1]!
    for (let entry = starts[user]!; entry < end; entry++) {
      const work = payees[entry]!
      const [first, last] = [from[work]!, from[work + 1]!]
      for (let at = first; at < last; at++) {
        const column = columnOf[groups[at]!]!
        own[column] = own[column]! + plays[entry]! / (last - first)
      }
    }
    const row = (isMerged ? randomGroup(place, mostClusters, seed) : place) * 2 * width
    for (let column = 0; column < width; column++) {
      cells[row + column] = cells[row + column]! + own[column]!
      cells[row + width + column] = cells[row + width + column]! + rates[user]! * own[column]!
    }
  })
  const drawn = clusterBootstrap({ cells, width: 2 * width }, { replicates, streams: randomStreams(seed) })
  return {
    plays: limitsByColumn(drawn, width, level, 0, 2 * width),
    money: limitsByColumn(drawn, width, level, width, 2 * width),
  }
}
