import {
  columnTotals,
  lorenz,
  payeeTotals,
  settle,
  shareBounds,
  topFractionShare,
} from '../../engines/metrics/index.ts'
import {
  type IntervalRecord,
  type LeftOutRows,
  type Resampling,
  type StudyRecord,
  shownLabels,
  type UnrecognisedSpelling,
} from '../../engines/studies/index.ts'
import { decimalText, minorDigits } from '../../kernel/money.ts'
import { modelCells, moneyOf } from './cells.ts'
import type { Computed } from './computed.ts'
import { type Grouping, groupingsOf, sumByLabel } from './groupings.ts'
import { drawReplicates, giniInterval, giniOf, intervalOf, overReplicates, type StatedInterval } from './intervals.ts'
import type { Ledger } from './ledger.ts'
import { type Model, modelOf, payOutModel } from './models.ts'
import type { RemunerationOptions } from './options.ts'
import { byLabel, listenersOf } from './shown-labels.ts'
import { type Statement, statementsOf } from './statements.ts'

/** Amounts are in major units of the currency, before rounding, unless a name says `settled`: then decimal texts to the cent. */
export interface ModelFindings {
  readonly by_origin: Readonly<Record<string, number>>
  /** Gini coefficient of money per creator, population form, creators without plays included. */
  readonly gini: number | null
  /** Share of the money (of known origin and known country of the user) that goes to works of the user's own country. */
  readonly local: number | null
  readonly parameters: Readonly<Record<string, string | number>>
  readonly kept_aside: number
  readonly local_interval: IntervalRecord
  readonly local_bounds: { readonly low: number; readonly high: number }
  readonly gini_interval: StatedInterval | null
  readonly by_origin_settled: Readonly<Record<string, string>>
  readonly by_origin_interval: Readonly<Record<string, IntervalRecord>>
  readonly by_size_band: Readonly<Record<string, number>>
  readonly by_genre?: Readonly<Record<string, number>>
  readonly by_gender?: Readonly<Record<string, number>>
  readonly top_1_percent_share: number
  /** Share of all money that the least paid 0, 5 … 100 % of creators get together. */
  readonly lorenz: readonly number[]
}

/** What changes when one model takes the place of another. */
export interface ChangeFindings {
  readonly against: string
  readonly by_origin: Readonly<Record<string, IntervalRecord & { readonly amount: number }>>
  readonly by_size_band: Readonly<Record<string, IntervalRecord & { readonly amount: number }>>
  readonly creators: { readonly gain: number; readonly lose: number; readonly same: number }
  /** Part of the pool that another creator would get. */
  readonly share_moved: number
}

export interface RemunerationDocument {
  readonly pool: number
  readonly models: Readonly<Record<string, ModelFindings>>
  readonly changes: Readonly<Record<string, ChangeFindings>>
  readonly currency: string
  readonly users: number
  readonly users_without_plays: number
  readonly plays: number
  readonly works: number
  readonly creators: number
  readonly statements: readonly Statement[]
  readonly left_out: {
    readonly rows: readonly LeftOutRows[]
    readonly works_not_listed: { readonly works: number; readonly plays: number }
    readonly works_that_disagree: number
    readonly repeated_pairs_added_up: number
    readonly unrecognised_countries: readonly UnrecognisedSpelling[]
    /** Origins that fewer than ten listeners played: their money stands together under `fewer_than_10_listeners`. */
    readonly origins_not_shown: number
  }
  readonly method: StudyRecord
}

const creatorSums = ({ creator, creators }: Ledger, amounts: Float64Array): Float64Array => {
  const sums = new Float64Array(creators.length)
  amounts.forEach((amount, work) => {
    sums[creator[work]!]! += amount
  })
  return sums
}

interface Scene {
  readonly ledger: Ledger
  readonly options: RemunerationOptions
  readonly resampling: Resampling
  readonly groupings: readonly Grouping[]
  readonly shown: readonly (readonly boolean[])[]
  readonly major: number
}

const computed = (scene: Scene, model: Model): Computed => {
  const payout = payOutModel(scene.ledger, model)
  const byCreator = creatorSums(scene.ledger, payout.quotas)
  const settled = settle(byCreator, payout.pool - payout.keptAside)
  const cells = modelCells(scene.ledger, model, scene.groupings, scene.resampling.seed)
  return { model, payout, byCreator, settled, cells, replicates: drawReplicates(cells, model, scene.resampling) }
}

const inMajor = (entries: readonly [string, number][], major: number): Record<string, number> =>
  Object.fromEntries(entries.map(([label, amount]) => [label, amount / major]))

const scaled = ({ low, high, standard_error }: IntervalRecord, major: number): IntervalRecord => ({
  low: low === null ? null : low / major,
  high: high === null ? null : high / major,
  standard_error: standard_error === null ? null : standard_error / major,
})

/** The settled cents of the entries: rounded by largest remainder among them, so that they add up to what is paid. */
const settledTexts = (
  entries: readonly [string, number][],
  total: number,
  currency: string,
): Record<string, string> => {
  if (entries.length === 0 || total === 0) return {}
  const amounts = settle(
    Float64Array.from(entries, ([, amount]) => amount),
    total,
  )
  return Object.fromEntries(entries.map(([label], at) => [label, decimalText({ minor: amounts[at]!, currency })]))
}

const findingsOf = (scene: Scene, { model, payout, byCreator, cells, replicates }: Computed): ModelFindings => {
  const { groupings, shown, major, options, resampling, ledger } = scene
  const money = moneyOf(columnTotals(cells), cells, model)
  const entries = groupings.map((grouping, g) =>
    byLabel(grouping.labels, shown[g]!, sumByLabel(grouping, payout.quotas)),
  )
  const origin = groupings[0]!
  const intervals = origin.labels.flatMap((label, at) =>
    shown[0]![at]
      ? [
          [
            label,
            scaled(
              intervalOf(
                overReplicates(replicates, (m) => m[at]!),
                resampling.level,
              ),
              major,
            ),
          ],
        ]
      : [],
  )
  const [local, foreign, unknown] = [0, 1, 2].map((at) => money[cells.home + at]!) as [number, number, number]
  const bounds = shareBounds(local, Math.max(0, foreign), Math.max(0, unknown))
  const share = (m: Float64Array) => m[cells.home]! / (m[cells.home]! + m[cells.home + 1]!)
  const giniValue = giniOf(byCreator)
  const optional = (name: Grouping['name']) => {
    const at = groupings.findIndex((grouping) => grouping.name === name)
    return at < 0 ? undefined : inMajor(entries[at]!, major)
  }
  const [genre, gender] = [optional('genre'), optional('gender')]
  return {
    by_origin: inMajor(entries[0]!, major),
    gini: giniValue,
    local: Number.isNaN(bounds.ofKnown) ? null : bounds.ofKnown,
    parameters: model.parameters,
    kept_aside: payout.keptAside / major,
    local_interval: intervalOf(overReplicates(replicates, share), resampling.level),
    local_bounds: { low: bounds.low, high: bounds.high },
    gini_interval: giniValue === null ? null : giniInterval(ledger, model, giniValue, resampling),
    by_origin_settled: settledTexts(entries[0]!, payout.pool - payout.keptAside, options.currency),
    by_origin_interval: Object.fromEntries(intervals) as Record<string, IntervalRecord>,
    by_size_band: inMajor(entries[1]!, major),
    ...(genre ? { by_genre: genre } : {}),
    ...(gender ? { by_gender: gender } : {}),
    top_1_percent_share: topFractionShare(byCreator, 0.01),
    lorenz: lorenzAtTwentieths(byCreator),
  }
}

/** Lorenz curve at 0, 5 … 100 % of creators, linear between creators. */
const lorenzAtTwentieths = (amounts: Float64Array): number[] => {
  const curve = [0, ...lorenz(amounts)]
  return Array.from({ length: 21 }, (_, step) => {
    const place = (step / 20) * (curve.length - 1)
    const below = Math.floor(place)
    const low = curve[below]!
    return low + (place - below) * (curve[Math.min(below + 1, curve.length - 1)]! - low)
  })
}

const changeOf = (scene: Scene, from: Computed, to: Computed): ChangeFindings => {
  const { groupings, shown, major, resampling } = scene
  const difference = (g: number) => {
    const { labels } = groupings[g]!
    const [before, after] = [from, to].map(({ payout }) => sumByLabel(groupings[g]!, payout.quotas))
    const column = from.cells.offsets[g]!
    const rows = labels.flatMap((label, at) => {
      if (!shown[g]![at]) return []
      const [one, other] = [from, to].map(({ replicates }) => overReplicates(replicates, (m) => m[column + at]!))
      const interval = intervalOf(
        other!.map((value, r) => value - one![r]!),
        resampling.level,
      )
      return [{ label, amount: (after![at]! - before![at]!) / major, interval: scaled(interval, major) }]
    })
    rows.sort((a, b) => b.amount - a.amount || (a.label < b.label ? -1 : 1))
    return Object.fromEntries(rows.map(({ label, amount, interval }) => [label, { amount, ...interval }]))
  }
  let [gain, lose, moved] = [0, 0, 0]
  to.settled.forEach((amount, creator) => {
    const change = amount - from.settled[creator]!
    if (change > 0) gain++
    if (change < 0) lose++
    moved += Math.abs(change) / 2
  })
  return {
    against: from.model.name,
    by_origin: difference(0),
    by_size_band: difference(1),
    creators: { gain, lose, same: to.settled.length - gain - lose },
    share_moved: moved / Math.max(1, to.payout.pool),
  }
}

/** All figures of the study, and the statements of every creator. */
export const remunerationFindings = (
  ledger: Ledger,
  options: RemunerationOptions,
  resampling: Resampling,
): Omit<RemunerationDocument, 'method' | 'statements'> & { readonly statements: readonly Statement[] } => {
  const { usage } = ledger
  const totals = payeeTotals(usage.plays)
  const groupings = groupingsOf(ledger, totals.plays, options.credit)
  const shown = groupings.map((grouping) => shownLabels(listenersOf(ledger, grouping)))
  const major = 10 ** minorDigits(options.currency)
  const scene: Scene = { ledger, options, resampling, groupings, shown, major }
  const models = options.models.map((name) => computed(scene, modelOf(name, ledger, options)))
  const first = models[0]!
  const { starts, userCount } = usage.plays
  let idle = 0
  for (let user = 0; user < userCount; user++) if (starts[user] === starts[user + 1]) idle++
  return {
    pool: first.payout.pool / major,
    models: Object.fromEntries(models.map((one) => [one.model.name, findingsOf(scene, one)])),
    changes: Object.fromEntries(models.slice(1).map((one) => [one.model.name, changeOf(scene, first, one)])),
    currency: options.currency,
    users: userCount,
    users_without_plays: idle,
    plays: usage.totalPlays,
    works: usage.workIds.length,
    creators: ledger.creators.length,
    statements: statementsOf(ledger, models, options.currency),
    left_out: {
      rows: usage.leftOut.list(),
      works_not_listed: usage.unmatched,
      works_that_disagree: usage.worksThatDisagree,
      repeated_pairs_added_up: usage.repeatedPairs,
      unrecognised_countries: usage.unrecognised,
      origins_not_shown: shown[0]!.filter((is) => !is).length,
    },
  }
}
