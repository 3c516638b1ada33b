import { type ClusterCells, type PlaysByUser, randomGroup, type Terms } from '../../engines/metrics/index.ts'
import type { Grouping } from './groupings.ts'
import type { Ledger } from './ledger.ts'
import type { Model } from './models.ts'

/**
 * Sums per user (or per random group of users, when there are very many) from which every figure of a model and every replicate follows.
 * The first `columns` hold weighted plays: of each label that is shown (`places[g][label]`, −1 for the others), then from `home` of
 * local, foreign and unknown works. The user-centric money of the same columns follows from `money`, or of the last three alone where
 * all models of the table share by plays; the last column holds all fees.
 */
export interface ModelCells extends ClusterCells {
  readonly columns: number
  readonly places: readonly Int32Array[]
  readonly home: number
  /** Where the user-centric money of local, foreign and unknown works begins, and that of the first column if it is there. */
  readonly homeMoney: number
  readonly money: number | undefined
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

type Shown = readonly (readonly boolean[])[]

const layoutOf = (groupings: readonly Grouping[], shown: Shown, hasMoney: boolean) => {
  let home = 0
  const places = groupings.map(({ labels }, g) => Int32Array.from(labels, (_, at) => (shown[g]![at] ? home++ : -1)))
  const columns = home + 3
  const money = hasMoney ? columns : undefined
  const homeMoney = hasMoney ? columns + home : columns
  return { places, home, columns, money, homeMoney, width: homeMoney + 4 }
}

/** The columns each work counts in, all groupings together: entries of work w from `starts[w]`. */
const columnsOfWorks = (groupings: readonly Grouping[], places: readonly Int32Array[], works: number) => {
  const starts = new Uint32Array(works + 1)
  const [columns, credits]: [number[], number[]] = [[], []]
  for (let work = 0; work < works; work++) {
    groupings.forEach((grouping, g) => {
      for (let at = grouping.starts[work]!; at < grouping.starts[work + 1]!; at++) {
        const column = places[g]![grouping.groups[at]!]!
        if (column < 0) continue
        columns.push(column)
        credits.push(grouping.credits[at]!)
      }
    })
    starts[work + 1] = columns.length
  }
  return { starts, columns: Int32Array.from(columns), credits: Float64Array.from(credits) }
}

/** Local to a user is what is credited to the user's own country; −1 where the origin of the work or the user's country is unknown. */
const homeCredit = ({ starts, groups, credits }: Grouping, work: number, home: number): number => {
  const end = starts[work + 1]!
  if (home < 0 || starts[work] === end) return -1
  for (let at = starts[work]!; at < end; at++) if (groups[at] === home) return credits[at]!
  return 0
}

/** Places of the users' countries among the labels of origin: −1 unknown, past the last where no work comes from there. */
const homesOf = ({ usage: { home, places } }: Ledger, { labels }: Grouping): Int32Array => {
  const byLabel = new Map(labels.map((label, place) => [label, place]))
  return home.map((place) => (place < 0 ? -1 : (byLabel.get(places.codes[place]!) ?? labels.length)))
}

/**
 * Adds up what each user's plays and fee are worth to each group under the terms of one or more models. `hasMoney` is needed where one of
 * them does not share by plays alone. One pass, O(entries × groupings).
 */
export const modelCells = (
  ledger: Ledger,
  terms: Terms,
  groupings: readonly Grouping[],
  shown: Shown,
  { hasMoney, seed }: { readonly hasMoney: boolean; readonly seed: number },
): ModelCells => {
  const { plays } = ledger.usage
  const layout = layoutOf(groupings, shown, hasMoney)
  const { home, homeMoney, money = -1, width } = layout
  const isMerged = plays.userCount > mostClusters
  const cells = new Float64Array((isMerged ? mostClusters : plays.userCount) * width)
  const origin = groupings[0]!
  const homes = homesOf(ledger, origin)
  const { starts, columns, credits } = columnsOfWorks(groupings, layout.places, plays.payeeCount)
  for (let user = 0; user < plays.userCount; user++) {
    const row = (isMerged ? randomGroup(user, mostClusters, seed) : user) * width
    const [from, end, fee] = [plays.starts[user]!, plays.starts[user + 1]!, ledger.fees[user]!]
    let sum = 0
    for (let entry = from; entry < end; entry++) sum += weightOf(terms, plays, entry)
    cells[row + width - 1]! += fee
    if (sum === 0) continue
    const measured = terms.cap?.measured === 'after-boosts' ? sum : terms.cap ? countedPlays(terms, plays, user) : 0
    const scale = terms.cap && measured > terms.cap.plays ? terms.cap.plays / measured : 1
    const rate = fee / sum
    for (let entry = from; entry < end; entry++) {
      const work = plays.payees[entry]!
      const weight = weightOf(terms, plays, entry)
      const [counted, paid] = [weight * scale, weight * rate]
      for (let at = starts[work]!; at < starts[work + 1]!; at++) {
        cells[row + columns[at]!]! += counted * credits[at]!
        if (money >= 0) cells[row + money + columns[at]!]! += paid * credits[at]!
      }
      const local = homeCredit(origin, work, homes[user]!)
      if (local < 0) {
        cells[row + home + 2]! += counted
        cells[row + homeMoney + 2]! += paid
        continue
      }
      cells[row + home]! += counted * local
      cells[row + home + 1]! += counted * (1 - local)
      cells[row + homeMoney]! += paid * local
      cells[row + homeMoney + 1]! += paid * (1 - local)
    }
  }
  return { ...layout, cells }
}

/** Money of every column in minor units, unrounded, from column totals of the cells (of the data or of a replicate); 0 when no play counts. */
export const moneyOf = (
  totals: Float64Array,
  { columns, home, homeMoney, money, width }: ModelCells,
  { lambda, without }: Pick<Model, 'lambda' | 'without'>,
): Float64Array => {
  const [all, shared] = [sumOfThree(totals, home), sumOfThree(totals, homeMoney)]
  const pool = without === 'kept-aside' ? shared : totals[width - 1]!
  const rest = pool - shared
  const byModel = without === 'by-model' && shared > 0 ? rest / shared : 0
  const byPlays = byModel > 0 ? 0 : rest
  const amounts = new Float64Array(columns)
  if (all === 0) return amounts
  for (let column = 0; column < columns; column++) {
    const share = totals[column]! / all
    const followed = money === undefined ? 0 : totals[money + column]! * (1 + byModel) + share * byPlays
    amounts[column] = lambda * share * pool + (1 - lambda) * followed
  }
  return amounts
}

/** Local, foreign and unknown add up to everything. */
const sumOfThree = (totals: Float64Array, from: number): number => totals[from]! + totals[from + 1]! + totals[from + 2]!
