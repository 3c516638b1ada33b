import { type ClusterCells, type PlaysByUser, randomGroup, type Terms } from '../../engines/metrics/index.ts'
import type { Grouping } from './groupings.ts'
import type { Ledger } from './ledger.ts'
import type { Model } from './models.ts'

/**
 * Sums per user (or per random group of users, when there are very many) from which every figure of a model and every replicate follows.
 * Of the `2 × columns + 1` columns the first `columns` hold weighted plays, the next the user-centric money, the last all fees. Each
 * grouping has its labels and one column for what is credited to nobody, from `offsets[g]`; then local, foreign and unknown, from `home`.
 */
export interface ModelCells extends ClusterCells {
  readonly columns: number
  readonly offsets: readonly number[]
  readonly home: number
}

/** More users than this are resampled as so many random groups of users: the same standard error in expectation. */
export const mostClusters = 20_000

const weightOf = ({ factors, active }: Terms, { payees, plays }: PlaysByUser, entry: number): number =>
  (factors ? factors[payees[entry]!]! : 1) * (plays[entry]! + (active ? active.bonus * active.plays[entry]! : 0))

const countedPlays = ({ factors }: Terms, { payees, plays, starts }: PlaysByUser, user: number): number => {
  let counted = 0
  for (let entry = starts[user]!; entry < starts[user + 1]!; entry++)
    if (!factors || factors[payees[entry]!] !== 0) counted += plays[entry]!
  return counted
}

const layoutOf = (groupings: readonly Grouping[]) => {
  let columns = 0
  const offsets = groupings.map(({ labels }) => {
    const offset = columns
    columns += labels.length + 1
    return offset
  })
  return { offsets, home: columns, columns: columns + 3 }
}

/** Local to a user is what is credited to the user's own country. Unknown: the origin of the work, or the country of the user. */
const homeCredit = (origin: Grouping, work: number, home: number): readonly [local: number, known: number] => {
  const end = origin.starts[work + 1]!
  if (home < 0 || origin.starts[work] === end) return [0, 0]
  for (let at = origin.starts[work]!; at < end; at++) if (origin.groups[at] === home) return [origin.credits[at]!, 1]
  return [0, 1]
}

/** Adds up what each user's plays and fee are worth to each group under a model. One pass, O(entries × groupings). */
export const modelCells = (
  { usage, fees }: Ledger,
  { terms }: Pick<Model, 'terms'>,
  groupings: readonly Grouping[],
  seed: number,
): ModelCells => {
  const { plays, home, places } = usage
  const { offsets, home: homeColumn, columns } = layoutOf(groupings)
  const width = 2 * columns + 1
  const isMerged = plays.userCount > mostClusters
  const cells = new Float64Array((isMerged ? mostClusters : plays.userCount) * width)
  const origin = groupings[0]!
  const originPlace = new Map(origin.labels.map((label, place) => [label, place]))
  const homeGroup = (user: number) =>
    home[user]! < 0 ? -1 : (originPlace.get(places.codes[home[user]!]!) ?? origin.labels.length)
  for (let user = 0; user < plays.userCount; user++) {
    const row = (isMerged ? randomGroup(user, mostClusters, seed) : user) * width
    const end = plays.starts[user + 1]!
    let sum = 0
    for (let entry = plays.starts[user]!; entry < end; entry++) sum += weightOf(terms, plays, entry)
    cells[row + width - 1]! += fees[user]!
    if (sum === 0) continue
    const measured = terms.cap?.measured === 'after-boosts' ? sum : terms.cap ? countedPlays(terms, plays, user) : 0
    const scale = terms.cap && measured > terms.cap.plays ? terms.cap.plays / measured : 1
    const rate = fees[user]! / sum
    const ownGroup = homeGroup(user)
    for (let entry = plays.starts[user]!; entry < end; entry++) {
      const work = plays.payees[entry]!
      const weight = weightOf(terms, plays, entry)
      const add = (column: number, credit: number) => {
        cells[row + column]! += weight * scale * credit
        cells[row + columns + column]! += weight * rate * credit
      }
      for (let g = 0; g < groupings.length; g++) {
        const { starts, groups, credits, labels } = groupings[g]!
        const last = starts[work + 1]!
        if (starts[work] === last) add(offsets[g]! + labels.length, 1)
        for (let at = starts[work]!; at < last; at++) add(offsets[g]! + groups[at]!, credits[at]!)
      }
      const [local, known] = homeCredit(origin, work, ownGroup)
      add(homeColumn, local)
      add(homeColumn + 1, known - local)
      add(homeColumn + 2, 1 - known)
    }
  }
  return { cells, width, columns, offsets, home: homeColumn }
}

/** Money of every column in minor units, unrounded, from column totals of the cells (of the data or of a replicate). */
export const moneyOf = (
  totals: Float64Array,
  { columns, home }: ModelCells,
  { lambda, without }: Model,
): Float64Array => {
  const [all, shared] = [sumOfHome(totals, home), sumOfHome(totals, columns + home)]
  const fees = totals[2 * columns]!
  const pool = without === 'kept-aside' ? shared : fees
  const rest = pool - shared
  const byModel = without === 'by-model' && shared > 0 ? rest / shared : 0
  const byPlays = byModel > 0 ? 0 : rest
  return Float64Array.from({ length: columns }, (_, column) => {
    const share = totals[column]! / all
    const followed = totals[columns + column]! * (1 + byModel) + share * byPlays
    return lambda * share * pool + (1 - lambda) * followed
  })
}

/** Local, foreign and unknown add up to everything. */
const sumOfHome = (totals: Float64Array, from: number): number => totals[from]! + totals[from + 1]! + totals[from + 2]!
