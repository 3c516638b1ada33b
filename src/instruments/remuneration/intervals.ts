import {
  bcaInterval,
  bootstrapStandardError,
  gini,
  jackknifeInterval,
  jackknifePayeeTotals,
  jackknifeStandardError,
  type PlaysByUser,
  percentileInterval,
  randomStreams,
} from '../../engines/metrics/index.ts'
import type { IntervalRecord, Resampling } from '../../engines/studies/index.ts'
import { type ModelCells, moneyOf } from './cells.ts'
import { drawPayeeTotals } from './draw-payee-totals.ts'
import { quickGini } from './gini-quickly.ts'
import type { Ledger } from './ledger.ts'
import type { Model } from './models.ts'

/** Money of every column of the cells in every replicate, `replicates × columns`, row-major. */
export interface Replicates {
  readonly money: Float64Array
  readonly columns: number
}

/** The money of a model in every replicate, from column totals of its cells. */
export const moneyOfReplicates = (totals: Float64Array, cells: ModelCells, model: Model): Replicates => {
  const { columns, width } = cells
  const replicates = totals.length / width
  const money = new Float64Array(replicates * columns)
  for (let r = 0; r < replicates; r++)
    money.set(moneyOf(totals.subarray(r * width, (r + 1) * width), cells, model), r * columns)
  return { money, columns }
}

/** A statistic of every replicate; it gets the money of the columns and must not keep it. */
export const overReplicates = (
  { money, columns }: Replicates,
  statistic: (money: Float64Array) => number,
): Float64Array =>
  Float64Array.from({ length: money.length / columns }, (_, r) =>
    statistic(money.subarray(r * columns, (r + 1) * columns)),
  )

/** The percentile interval of replicates; nulls where fewer than two replicates have the statistic. */
export const intervalOf = (replicates: Float64Array, level: number): IntervalRecord => {
  const values = replicates.filter((value) => !Number.isNaN(value))
  if (values.length < 2) return { low: null, high: null, standard_error: null }
  const [low, high] = percentileInterval(values, level)
  return { low, high, standard_error: bootstrapStandardError(values) }
}

export interface StatedInterval extends IntervalRecord {
  readonly method: string
}

const groupsLeftOut = 100

/** More entries × replicates than this, and the Gini coefficient has a jackknife interval alone. */
const mostBootstrapSteps = 2e9

/** What each play is worth in money under a model, by creator: the payout of a replicate is then a sum over its users. */
const moneyByCreator = (ledger: Ledger, { terms, lambda }: Model): PlaysByUser => {
  const { plays } = ledger.usage
  const money = new Float64Array(plays.payees.length)
  for (let user = 0; user < plays.userCount; user++) {
    let sum = 0
    const weight = (entry: number) =>
      (terms.factors ? terms.factors[plays.payees[entry]!]! : 1) *
      (plays.plays[entry]! + (terms.active ? terms.active.bonus * terms.active.plays[entry]! : 0))
    for (let entry = plays.starts[user]!; entry < plays.starts[user + 1]!; entry++) sum += weight(entry)
    const rate = lambda === 1 ? 1 : sum === 0 ? 0 : ledger.fees[user]! / sum
    for (let entry = plays.starts[user]!; entry < plays.starts[user + 1]!; entry++) money[entry] = weight(entry) * rate
  }
  const payees = plays.payees.map((work) => ledger.creator[work]!)
  return { ...plays, payees, plays: money, payeeCount: ledger.creators.length }
}

/**
 * Interval of the Gini coefficient of creators' money. BCa where it exists, else delete-a-group jackknife, since a resample of users makes
 * money of thinly played creators more unequal than it is. For pro-rata and user-centric sharing without cap; null for the others.
 */
export const giniInterval = (
  ledger: Ledger,
  model: Model,
  estimate: number,
  { replicates, seed, level }: Resampling,
): StatedInterval | null => {
  if (model.terms.cap || (model.lambda !== 0 && model.lambda !== 1)) return null
  const money = moneyByCreator(ledger, model)
  const giniOfTotals = quickGini(money.payeeCount)
  const without = jackknifePayeeTotals(money, giniOfTotals, { groups: groupsLeftOut, seed })
  const standard_error = jackknifeStandardError(without)
  if (money.payees.length * replicates <= mostBootstrapSteps) {
    try {
      const drawn = drawPayeeTotals(money, giniOfTotals, { replicates, streams: randomStreams(seed) })
      const [low, high] = bcaInterval(estimate, drawn, without, level)
      if (low <= estimate && estimate <= high) return { low, high, standard_error, method: 'BCa, users resampled' }
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
    }
  }
  const [low, high] = jackknifeInterval(estimate, without, level)
  return { low, high, standard_error, method: `jackknife, each of ${groupsLeftOut} random groups of users left out` }
}

/** Gini coefficient of money per creator, those who are paid nothing included; null when nobody is paid. */
export const giniOf = (amounts: Float64Array): number | null => {
  const value = gini(amounts)
  return Number.isNaN(value) ? null : value
}
