import type { PlaysByUser } from '../payouts/plays-by-user.ts'
import { randomGroup } from './cluster-bootstrap.ts'
import type { RandomStreams } from './random.ts'

/**
 * User-cluster bootstrap of a statistic of the plays per payee (Gini, top share, Hill number), which no few column totals can give.
 * Each replicate draws as many users with replacement as there are and adds up their plays per payee; payees without plays stay in
 * the list with 0. `statistic` gets that list and may change it (sort it in place). Time O(replicates × entries).
 */
export const bootstrapPayeeTotals = (
  { userCount, payeeCount, starts, payees, plays }: PlaysByUser,
  statistic: (totals: Float64Array) => number,
  { replicates, streams, first = 0 }: { replicates: number; streams: RandomStreams; first?: number },
): Float64Array => {
  const counts = new Uint16Array(userCount)
  const totals = new Float64Array(payeeCount)
  return Float64Array.from({ length: replicates }, (_, r) => {
    const { below } = streams(first + r)
    counts.fill(0)
    for (let draw = 0; draw < userCount; draw++) {
      const user = below(userCount)
      counts[user] = counts[user]! + 1
    }
    totals.fill(0)
    for (let user = 0; user < userCount; user++) {
      const count = counts[user]!
      if (count === 0) continue
      for (let entry = starts[user]!; entry < starts[user + 1]!; entry++) {
        totals[payees[entry]!] = totals[payees[entry]!]! + count * plays[entry]!
      }
    }
    return statistic(totals)
  })
}

/**
 * The same statistic with each of `groups` random groups of users left out in turn: what BCa needs for its acceleration, and
 * `jackknifeStandardError` for a standard error. `statistic` may change the list it gets. Time O(groups × payees + entries).
 */
export const jackknifePayeeTotals = (
  { userCount, payeeCount, starts, payees, plays }: PlaysByUser,
  statistic: (totals: Float64Array) => number,
  { groups, seed }: { groups: number; seed: number | string },
): Float64Array => {
  const byGroup = new Float64Array(groups * payeeCount)
  const all = new Float64Array(payeeCount)
  for (let user = 0; user < userCount; user++) {
    const row = randomGroup(user, groups, seed) * payeeCount
    for (let entry = starts[user]!; entry < starts[user + 1]!; entry++) {
      const payee = payees[entry]!
      byGroup[row + payee] = byGroup[row + payee]! + plays[entry]!
      all[payee] = all[payee]! + plays[entry]!
    }
  }
  return Float64Array.from({ length: groups }, (_, group) =>
    statistic(all.map((total, payee) => total - byGroup[group * payeeCount + payee]!)),
  )
}
