import { type Numbers, sumOfCounts } from '../arguments.ts'
import { type ClusterCells, randomGroup } from '../uncertainty/cluster-bootstrap.ts'
import { blocksOf, ofBlock, type Plays, type PlaysBlock } from './plays-blocks.ts'

/**
 * Sums per cluster of users from which both payouts by group of payees follow, and every replicate of them. Of `2 × groups + 1` columns
 * the first `groups` hold plays, the next `groups` user-centric money, the last all fees (minor units, unrounded).
 */
export interface PayoutCells extends ClusterCells {
  readonly groups: number
}

/** How users become clusters: each its own, or some thousand random groups of users, chosen by a hash of the user's code. */
export interface UserClusters {
  readonly count: number
  readonly seed: number | string
}

/**
 * Adds up plays and user-centric shares by group of payees (origin, size band, genre; one code per payee, 0 … groupCount − 1), per user
 * or per random group of users. Fees of users without plays are only in the last column. One pass, O(entries).
 * Throws RangeError for codes out of range or lists of the wrong length.
 */
export const payoutCells = (
  all: Plays,
  fees: Numbers,
  payeeGroups: Numbers,
  groupCount: number,
  clusters?: UserClusters,
): PayoutCells => {
  const { userCount, payeeCount } = all
  sumOfCounts(fees, 'fees')
  if (fees.length !== userCount) throw new RangeError(`There are ${fees.length} fees for ${userCount} users.`)
  if (payeeGroups.length !== payeeCount)
    throw new RangeError(`There are ${payeeGroups.length} groups for ${payeeCount} payees.`)
  for (let payee = 0; payee < payeeCount; payee++) {
    if (!(payeeGroups[payee]! >= 0 && payeeGroups[payee]! < groupCount)) {
      throw new RangeError(`payeeGroups[${payee}] is ${payeeGroups[payee]}: there are ${groupCount} groups.`)
    }
  }
  const width = 2 * groupCount + 1
  const isMerged = clusters !== undefined && clusters.count < userCount
  const cells = new Float64Array((isMerged ? clusters.count : userCount) * width)
  const rowOf = (user: number) => (isMerged ? randomGroup(user, clusters.count, clusters.seed) : user) * width
  for (const block of blocksOf(all)) addCells(cells, rowOf, block, ofBlock(fees, block), payeeGroups, groupCount)
  return { cells, width, groups: groupCount }
}

const addCells = (
  cells: Float64Array,
  rowOf: (user: number) => number,
  { firstUser, plays: { userCount, starts, payees, plays } }: PlaysBlock,
  fees: Numbers,
  payeeGroups: Numbers,
  groupCount: number,
): void => {
  for (let user = 0; user < userCount; user++) {
    const row = rowOf(firstUser + user)
    const end = starts[user + 1]!
    let total = 0
    for (let entry = starts[user]!; entry < end; entry++) total += plays[entry]!
    const rate = total === 0 ? 0 : fees[user]! / total
    for (let entry = starts[user]!; entry < end; entry++) {
      const column = row + payeeGroups[payees[entry]!]!
      cells[column] = cells[column]! + plays[entry]!
      cells[column + groupCount] = cells[column + groupCount]! + plays[entry]! * rate
    }
    const ofFees = row + 2 * groupCount
    cells[ofFees] = cells[ofFees]! + fees[user]!
  }
}

/** Pro-rata and user-centric money of one group from column totals: statistics for the bootstraps. */
export interface GroupPayout {
  readonly proRata: number
  readonly userCentric: number
}

/**
 * What one group of payees gets under both models, from column totals of `payoutCells` (of the data or of a replicate), fees of users
 * without plays shared by plays. Minor units, unrounded; no plays at all gives NaN.
 */
export const groupPayout = (totals: Numbers, groups: number, group: number): GroupPayout => {
  let plays = 0
  let shared = 0
  for (let g = 0; g < groups; g++) {
    plays += totals[g]!
    shared += totals[groups + g]!
  }
  const pool = totals[2 * groups]!
  const playShare = totals[group]! / plays
  return { proRata: pool * playShare, userCentric: totals[groups + group]! + (pool - shared) * playShare }
}
