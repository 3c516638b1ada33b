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

/** The same cells in money: each user's plays times what a play of the user carries. */
export const inMoney = (cells: Float64Array, rates: Float64Array): Float64Array =>
  cells.map((amount, at) => amount * rates[Math.floor(at / width)]!)

/** The cells of some users; of all when they are all. */
export const cellsOf = (cells: Float64Array, users: readonly number[]): Float64Array => {
  if (users.length * width === cells.length) return cells
  const rows = new Float64Array(users.length * width)
  users.forEach((user, row) => rows.set(cells.subarray(user * width, (user + 1) * width), row * width))
  return rows
}

export const totalsOf = (cells: Float64Array): readonly [local: number, foreign: number, unknown: number] => {
  const sums: [number, number, number] = [0, 0, 0]
  for (let at = 0; at < cells.length; at++) sums[at % width]! += cells[at]!
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

/** The same with an interval: users are drawn with replacement, with all their plays. */
export const useStage = (cells: Float64Array, { replicates, seed, level }: Resampling): DrawnStage => {
  const share = useShare(cells)
  if (share.local_share === null) return { share: { ...share, interval: noLimits }, drawn: undefined }
  const merged = mergeClusters({ cells, width }, mostClusters, seed)
  const totals = clusterBootstrap(merged, { replicates, streams: randomStreams(seed) })
  const drawn = evaluateReplicates(totals, width, ([inside, outside]) => inside! / (inside! + outside!))
  return { share: { ...share, interval: limitsOf(drawn, level) }, drawn }
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
