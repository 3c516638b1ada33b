import type { Payout } from '../../engines/metrics/index.ts'
import type { ModelCells } from './cells.ts'
import type { Replicates } from './intervals.ts'
import type { Model } from './models.ts'

/** A model with its payout: per work, per creator before rounding, per creator in whole minor units. */
export interface Computed {
  readonly model: Model
  readonly payout: Payout
  readonly byCreator: Float64Array
  readonly settled: Float64Array
  readonly cells: ModelCells
  readonly replicates: Replicates
}
