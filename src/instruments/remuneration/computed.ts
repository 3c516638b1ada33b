import { type Payout, payeeTotals, randomStreams, settle, type Terms } from '../../engines/metrics/index.ts'
import { type Resampling, shownLabels } from '../../engines/studies/index.ts'
import { minorDigits } from '../../kernel/money.ts'
import { type ModelCells, modelCells } from './cells.ts'
import { drawTotals } from './draw-totals.ts'
import { type Grouping, groupingsOf } from './groupings.ts'
import { moneyOfReplicates, type Replicates } from './intervals.ts'
import type { Ledger } from './ledger.ts'
import { type Model, modelOf, payOutModel } from './models.ts'
import type { RemunerationOptions } from './options.ts'
import { listenersOf } from './shown-labels.ts'

/** A model with its payout: per work, per creator before rounding, per creator in whole minor units. */
export interface Computed {
  readonly model: Model
  readonly payout: Payout
  readonly byCreator: Float64Array
  readonly settled: Float64Array
  readonly cells: ModelCells
  readonly replicates: Replicates
}

/** What all models are computed on. */
export interface Scene {
  readonly ledger: Ledger
  readonly options: RemunerationOptions
  readonly resampling: Resampling
  readonly groupings: readonly Grouping[]
  /** By grouping and label: whether enough listeners stand behind it. */
  readonly shown: readonly (readonly boolean[])[]
  /** Minor units in a major one. */
  readonly major: number
}

export const sceneOf = (ledger: Ledger, options: RemunerationOptions, resampling: Resampling): Scene => {
  const groupings = groupingsOf(ledger, payeeTotals(ledger.usage.plays).plays, options.credit)
  const shown = groupings.map((grouping) => shownLabels(listenersOf(ledger, grouping)))
  return { ledger, options, resampling, groupings, shown, major: 10 ** minorDigits(options.currency) }
}

const creatorSums = ({ creator, creators }: Ledger, amounts: Float64Array): Float64Array => {
  const sums = new Float64Array(creators.length)
  amounts.forEach((amount, work) => {
    sums[creator[work]!]! += amount
  })
  return sums
}

/** One table of cells for all models under the same terms. */
const cellsByTerms = (
  { ledger, groupings, shown, resampling }: Scene,
  models: readonly Model[],
): ReadonlyMap<Terms, ModelCells> => {
  const tables = new Map<Terms, ModelCells>()
  for (const { terms } of models) {
    if (tables.has(terms)) continue
    const hasMoney = models.some((other) => other.terms === terms && other.lambda !== 1)
    tables.set(terms, modelCells(ledger, terms, groupings, shown, { hasMoney, seed: resampling.seed }))
  }
  return tables
}

/** Every model that was chosen, computed; replicates of all of them draw the same users. */
export const computedModels = (scene: Scene): Computed[] => {
  const { ledger, options, resampling } = scene
  const models = options.models.map((name) => modelOf(name, ledger, options))
  const tables = cellsByTerms(scene, models)
  const { replicates, seed } = resampling
  const drawn = drawTotals([...tables.values()], { replicates, streams: randomStreams(seed) })
  const totals = new Map([...tables.keys()].map((terms, at) => [terms, drawn[at]!]))
  return models.map((model) => {
    const payout = payOutModel(ledger, model)
    const byCreator = creatorSums(ledger, payout.quotas)
    const settled = settle(byCreator, payout.pool - payout.keptAside)
    const cells = tables.get(model.terms)!
    const money = moneyOfReplicates(totals.get(model.terms)!, cells, model)
    return { model, payout, byCreator, settled, cells, replicates: money }
  })
}
