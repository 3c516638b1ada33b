import {
  type CoProductionRule,
  clusterBootstrap,
  evaluateReplicates,
  homeCells,
  localCredit,
  mergeClusters,
  originCredits,
  packCredits,
  randomStreams,
  shareBounds,
  type WorkCredits,
} from '../../engines/metrics/index.ts'
import type { Resampling } from '../../engines/studies/index.ts'
import { type DrawnStage, limitsOf, noLimits, type StageShare } from './stages.ts'
import type { LabelSource, StudyData } from './study-data.ts'
import type { UseData } from './use-data.ts'

/** Three sums per user: local, foreign, of unknown origin. */
export const width = 3
const mostClusters = 20_000

/** Plays of each user by what is local to that user's own country. */
export const ownCells = (use: UseData, { origins }: LabelSource, rule: CoProductionRule): Float64Array => {
  const codes = [...new Set([...use.homes, ...origins.flat()])].filter((code) => code !== '').sort()
  const places = new Map(codes.map((code, place) => [code, place]))
  const nobody = codes.length
  const byWork = Array.from(use.workOf, (work) => {
    const credits = originCredits(
      origins[work]!.map((code) => places.get(code)!),
      rule,
    )
    return credits.size === 0 && origins[work]!.length > 0 ? new Map([[nobody, 1]]) : credits
  })
  const home = Int32Array.from(use.homes, (code) => places.get(code) ?? -1)
  return homeCells(use.usage.plays, home, packCredits(byWork, codes.length + 1)).cells
}

/** Plays of each user by whether a work is of one of some countries, the same for every user. */
export const listedCells = (
  use: UseData,
  { origins }: LabelSource,
  local: ReadonlySet<string>,
  rule: CoProductionRule,
): Float64Array => {
  const byWork = Array.from(use.workOf, (work) => {
    const credit = localCredit(origins[work]!, local, rule)
    if (Number.isNaN(credit)) return new Map<number, number>()
    return new Map([
      [0, credit],
      [1, 1 - credit],
    ])
  })
  const credits: WorkCredits = packCredits(byWork, 2)
  return homeCells(use.usage.plays, new Int32Array(use.homes.length), credits).cells
}

/** Cells of some users in money: each user's plays times what a play of the user carries. */
export const inMoney = (cells: Float64Array, users: readonly number[], rates: Float64Array): Float64Array => {
  const money = new Float64Array(cells.length)
  users.forEach((user, row) => {
    for (let at = row * width; at < (row + 1) * width; at++) money[at] = cells[at]! * rates[user]!
  })
  return money
}

/** The cells of some users; of all when they are all. */
export const cellsOf = (cells: Float64Array, users: readonly number[]): Float64Array => {
  if (users.length * width === cells.length) return cells
  const rows = new Float64Array(users.length * width)
  users.forEach((user, row) => rows.set(cells.subarray(user * width, (user + 1) * width), row * width))
  return rows
}

export const totalsOf = (cells: Float64Array): readonly [local: number, foreign: number, unknown: number] => {
  const sums: [number, number, number] = [0, 0, 0]
  for (let at = 0; at < cells.length; at += width) for (let k = 0; k < width; k++) sums[k]! += cells[at + k]!
  return sums
}

/** Share and bounds of what some users play or pay for. */
export const useShare = (cells: Float64Array): Omit<StageShare, 'interval'> => {
  const [local, foreign, unknown] = totalsOf(cells)
  const all = local + foreign + unknown
  if (all === 0) return { known: null, local_share: null, bounds: noLimits }
  const { ofKnown, low, high } = shareBounds(local, Math.max(0, foreign), Math.max(0, unknown))
  return { known: 1 - unknown / all, local_share: Number.isNaN(ofKnown) ? null : ofKnown, bounds: { low, high } }
}

/** Plays and money of the same users side by side: twice the columns, so that one draw serves both. */
const sideBySide = (plays: Float64Array, money: Float64Array): Float64Array => {
  const cells = new Float64Array(2 * plays.length)
  for (let row = 0; row * width < plays.length; row++)
    for (let k = 0; k < width; k++) {
      cells[2 * width * row + k] = plays[width * row + k]!
      cells[2 * width * row + width + k] = money[width * row + k]!
    }
  return cells
}

/** The same with intervals, of plays and of money: users are drawn with replacement, with all their plays and what they pay. */
export const useStages = (
  plays: Float64Array,
  money: Float64Array,
  { replicates, seed, level }: Resampling,
): readonly [consumption: DrawnStage, revenue: DrawnStage] => {
  const shares = [useShare(plays), useShare(money)] as const
  const isDrawn = shares.some(({ local_share }) => local_share !== null)
  const merged = isDrawn && mergeClusters({ cells: sideBySide(plays, money), width: 2 * width }, mostClusters, seed)
  const totals = merged && clusterBootstrap(merged, { replicates, streams: randomStreams(seed) })
  const stage = (at: 0 | 1): DrawnStage => {
    const share = shares[at]
    if (share.local_share === null || !totals) return { share: { ...share, interval: noLimits }, drawn: undefined }
    const from = at * width
    const drawn = evaluateReplicates(totals, 2 * width, (sums) => sums[from]! / (sums[from]! + sums[from + 1]!))
    return { share: { ...share, interval: limitsOf(drawn, level) }, drawn }
  }
  return [stage(0), stage(1)]
}

/** Mean over users of their own shares of local works in what is of known origin: every user counts the same. */
export const meanOfUsers = (cells: Float64Array): number | null => {
  let [sum, users] = [0, 0]
  for (let at = 0; at < cells.length; at += width) {
    const known = cells[at]! + cells[at + 1]!
    if (known === 0) continue
    sum += cells[at]! / known
    users++
  }
  return users > 0 ? sum / users : null
}

/** Users by the code of their country. */
export const usersByHome = ({ homes }: UseData): ReadonlyMap<string, readonly number[]> => {
  const users = new Map<string, number[]>()
  homes.forEach((code, user) => {
    if (code === '') return
    const own = users.get(code)
    if (own) own.push(user)
    else users.set(code, [user])
  })
  return users
}

/** Whether rules for co-productions can differ at all with the labels of a source. */
export const hasCoProductions = ({ sources }: StudyData): boolean =>
  sources.some(({ origins }) => origins.some((codes) => codes.length > 1))
