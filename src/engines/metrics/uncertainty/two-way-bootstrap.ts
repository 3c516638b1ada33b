import { checkSameLength, checkWhole, type Numbers } from '../arguments.ts'
import type { RandomStreams } from './random.ts'

/**
 * Observations that share a level on two sides: a play its user and its work, a chart slot its title and its week.
 * Observation e adds `amounts[e]` (1 if left out) to column `columns[e]`; `first[e]` and `second[e]` are its levels on both sides.
 */
export interface TwoWayData {
  readonly first: Numbers
  readonly second: Numbers
  readonly firstCount: number
  readonly secondCount: number
  readonly columns: Numbers
  readonly width: number
  readonly amounts?: Numbers
}

const checkLevels = (levels: Numbers, count: number, name: string): void => {
  for (let e = 0; e < levels.length; e++) {
    checkWhole(levels[e]!, 0, `${name}[${e}]`)
    if (levels[e]! >= count) throw new RangeError(`${name}[${e}] is ${levels[e]}: there are ${count}.`)
  }
}

/**
 * Two-way bootstrap: every level of both sides gets an independent Poisson(1) weight, and an observation counts the product of its two.
 * Column totals of each replicate, `replicates × width`, row-major. Widest where a few works or a few users carry the figure; errs on
 * the wide side where both sides vary. Time O(replicates × observations). Throws RangeError for misfits.
 * Source: A. Owen and D. Eckles, Annals of Applied Statistics 6 (2012) 895–927; E. Bakshy and D. Eckles, KDD 2013.
 */
export const twoWayBootstrap = (
  data: TwoWayData,
  { replicates, streams, first: from = 0 }: { replicates: number; streams: RandomStreams; first?: number },
): Float64Array => {
  const { first, second, columns, width, amounts } = data
  checkSameLength(first, second, 'The two sides')
  checkSameLength(first, columns, 'Observations and columns')
  checkLevels(first, data.firstCount, 'first')
  checkLevels(second, data.secondCount, 'second')
  checkLevels(columns, width, 'columns')
  const firstWeights = new Uint8Array(data.firstCount)
  const secondWeights = new Uint8Array(data.secondCount)
  const totals = new Float64Array(replicates * width)
  for (let r = 0; r < replicates; r++) {
    const { poisson } = streams(from + r)
    for (let i = 0; i < firstWeights.length; i++) firstWeights[i] = poisson()
    for (let i = 0; i < secondWeights.length; i++) secondWeights[i] = poisson()
    const row = r * width
    for (let e = 0; e < first.length; e++) {
      const weight = firstWeights[first[e]!]! * secondWeights[second[e]!]!
      if (weight === 0) continue
      const column = row + columns[e]!
      totals[column] = totals[column]! + (amounts ? weight * amounts[e]! : weight)
    }
  }
  return totals
}
