import { checkWithin, type Numbers } from './arguments.ts'
import { type Gatherer, gatherOne, ofBlock, type Plays } from './payouts/plays-blocks.ts'
import type { PlaysByUser } from './payouts/plays-by-user.ts'
import type { ClusterCells } from './uncertainty/cluster-bootstrap.ts'

/**
 * To which groups (origins, languages) each work is credited, and with how much: work w has the entries `starts[w]` … `starts[w + 1] − 1`
 * of `groups` and `credits`; none when unknown. `onlyGroup[w]` is the group of a work credited wholly to one, −1 otherwise.
 */
export interface WorkCredits {
  readonly groupCount: number
  readonly starts: Uint32Array
  readonly groups: Uint32Array
  readonly credits: Float64Array
  readonly onlyGroup: Int16Array
}

/**
 * Packs credits per work (as `originCredits` gives them, with groups as codes 0 … groupCount − 1) for the kernels below.
 * Throws RangeError for a group out of range or a credit outside 0 … 1.
 */
export const packCredits = (byWork: readonly ReadonlyMap<number, number>[], groupCount: number): WorkCredits => {
  checkWithin(groupCount, 0, 32_767, 'The number of groups')
  const size = byWork.reduce((sum, credits) => sum + credits.size, 0)
  const packed = {
    groupCount,
    starts: new Uint32Array(byWork.length + 1),
    groups: new Uint32Array(size),
    credits: new Float64Array(size),
    onlyGroup: new Int16Array(byWork.length).fill(-1),
  }
  let at = 0
  byWork.forEach((credits, work) => {
    for (const [group, credit] of credits) {
      if (!(group >= 0 && group < groupCount && credit >= 0 && credit <= 1)) {
        throw new RangeError(`Work ${work} credits ${credit} to group ${group}: there are ${groupCount} groups.`)
      }
      packed.groups[at] = group
      packed.credits[at] = credit
      at++
      if (credits.size === 1 && credit === 1) packed.onlyGroup[work] = group
    }
    packed.starts[work + 1] = at
  })
  return packed
}

const checkCodes = (plays: Plays, userGroups: Numbers, works: number): void => {
  if (userGroups.length !== plays.userCount) {
    throw new RangeError(`There are ${userGroups.length} groups of users for ${plays.userCount} users.`)
  }
  if (works !== plays.payeeCount)
    throw new RangeError(`Credits are given for ${works} works: ${plays.payeeCount} are played.`)
}

/**
 * Plays from each group of users (rows) to each group of works (columns): `userGroupCount × groupCount`, row-major, the last column more
 * than the groups holding plays of works credited to nobody: `(groupCount + 1)` columns in all. `userGroups[u]` is the code of user u;
 * `plays.payees` are works here. One pass, O(entries); allocates the result only. Throws RangeError for misfits.
 */
export const flowMatrix = (
  plays: Plays,
  userGroups: Numbers,
  userGroupCount: number,
  works: WorkCredits,
): Float64Array => gatherOne(plays, gatherFlows(plays, userGroups, userGroupCount, works))

/** What `flowMatrix` gives, for a walk with other sums. */
export const gatherFlows = (
  plays: Plays,
  userGroups: Numbers,
  userGroupCount: number,
  works: WorkCredits,
): Gatherer<Float64Array> => {
  checkCodes(plays, userGroups, works.onlyGroup.length)
  const matrix = new Float64Array(userGroupCount * (works.groupCount + 1))
  return {
    take: (block) => addFlows(matrix, block.plays, ofBlock(userGroups, block), userGroupCount, works),
    finish: () => matrix,
  }
}

const addFlows = (
  matrix: Float64Array,
  { starts: playStarts, payees, plays: counts, userCount }: PlaysByUser,
  userGroups: Numbers,
  userGroupCount: number,
  works: WorkCredits,
): void => {
  const columns = works.groupCount + 1
  const { onlyGroup, starts, groups, credits } = works
  for (let user = 0; user < userCount; user++) {
    const group = userGroups[user]!
    if (!(group >= 0 && group < userGroupCount)) {
      throw new RangeError(`userGroups[${user}] is ${group}: there are ${userGroupCount} groups of users.`)
    }
    const row = group * columns
    const end = playStarts[user + 1]!
    for (let entry = playStarts[user]!; entry < end; entry++) {
      const work = payees[entry]!
      const count = counts[entry]!
      const only = onlyGroup[work]!
      if (only >= 0) {
        matrix[row + only] = matrix[row + only]! + count
        continue
      }
      const last = starts[work + 1]!
      if (starts[work] === last) matrix[row + columns - 1] = matrix[row + columns - 1]! + count
      for (let c = starts[work]!; c < last; c++) {
        matrix[row + groups[c]!] = matrix[row + groups[c]!]! + count * credits[c]!
      }
    }
  }
}

/** Columns of `homeCells`. */
export const homeColumns = { local: 0, foreign: 1, unknown: 2 } as const

/**
 * Plays of each user split into local (credited to the user's own group), foreign and of unknown origin: three sums per user, the cells
 * from which the share, its bounds and every bootstrap replicate follow. `homeGroups[u]`: the group of works that is local to user u,
 * −1 if unknown (all the user's plays are then unknown). One pass, O(entries). Throws RangeError for misfits.
 */
export const homeCells = (plays: Plays, homeGroups: Numbers, works: WorkCredits): ClusterCells =>
  gatherOne(plays, gatherHomeCells(plays, homeGroups, works))

/** What `homeCells` gives, for a walk with other sums. */
export const gatherHomeCells = (plays: Plays, homeGroups: Numbers, works: WorkCredits): Gatherer<ClusterCells> => {
  checkCodes(plays, homeGroups, works.onlyGroup.length)
  const cells = new Float64Array(3 * plays.userCount)
  return {
    take: (block) => {
      const own = cells.subarray(3 * block.firstUser, 3 * (block.firstUser + block.plays.userCount))
      fillHomeCells(own, block.plays, ofBlock(homeGroups, block), works)
    },
    finish: () => ({ cells, width: 3 }),
  }
}

const fillHomeCells = (
  cells: Float64Array,
  { starts: playStarts, payees, plays: counts, userCount }: PlaysByUser,
  homeGroups: Numbers,
  { onlyGroup, starts, groups, credits }: WorkCredits,
): void => {
  for (let user = 0; user < userCount; user++) {
    const home = homeGroups[user]!
    let local = 0
    let known = 0
    let all = 0
    const end = playStarts[user + 1]!
    for (let entry = playStarts[user]!; entry < end; entry++) {
      const work = payees[entry]!
      const count = counts[entry]!
      const only = onlyGroup[work]!
      all += count
      if (only >= 0) {
        known += count
        if (only === home) local += count
        continue
      }
      const last = starts[work + 1]!
      if (starts[work]! < last) known += count
      for (let c = starts[work]!; c < last; c++) if (groups[c] === home) local += count * credits[c]!
    }
    const isKnown = home >= 0
    cells[3 * user] = isKnown ? local : 0
    cells[3 * user + 1] = isKnown ? known - local : 0
    cells[3 * user + 2] = isKnown ? all - known : all
  }
}

/** What one country or group sends, receives and keeps, and how balanced that is. */
export interface FlowBalance {
  /** Its works used by others. */
  readonly sent: number
  /** Others' works used by it. */
  readonly received: number
  /** Its own works used by it. */
  readonly own: number
  /** (sent − received) ÷ (sent + received): −1 receives only, 0 in balance, 1 sends only; NaN without any exchange. */
  readonly balance: number
}

/**
 * Balance of each group from a square flow matrix: row = group of users, column = group of works, the same codes on both sides.
 * `columns` (n if left out) allows further columns, such as the one of unknown origin, which are not counted.
 * Throws RangeError when the matrix is not n rows of `columns`.
 */
export const flowBalances = (matrix: Numbers, n: number, columns = n): FlowBalance[] => {
  if (matrix.length !== n * columns || columns < n) {
    throw new RangeError(`The matrix has ${matrix.length} entries: ${n} rows of ${columns} were expected.`)
  }
  return Array.from({ length: n }, (_, group) => {
    let sent = 0
    let received = 0
    for (let other = 0; other < n; other++) {
      if (other === group) continue
      sent += matrix[other * columns + group]!
      received += matrix[group * columns + other]!
    }
    return { sent, received, own: matrix[group * columns + group]!, balance: (sent - received) / (sent + received) }
  })
}
