import { checkWhole } from '../arguments.ts'
import { type BootstrapPlan, type ClusterCells, clusterCount } from './cluster-bootstrap.ts'

/** Block length that grows as the cube root of the number of weeks, at least 1: the usual rule when nothing else is known. */
export const usualBlockLength = (weeks: number): number => Math.max(1, Math.round(weeks ** (1 / 3)))

/**
 * Bootstrap of blocks of consecutive weeks (rows of the cells in the order of time): a title stays in a chart for weeks, so weeks are not
 * independent. Blocks of `blockLength` start anywhere and wrap around the end, so that every week is equally likely; the last is cut
 * so that a replicate has as many weeks as the data. Column totals, `replicates × width`. Throws RangeError for misfits.
 * Source: D. N. Politis and J. P. Romano, in Exploring the Limits of Bootstrap (1992), 263–270: the circular block bootstrap.
 */
export const weekBlockBootstrap = (
  data: ClusterCells,
  blockLength: number,
  { replicates, streams, first = 0 }: BootstrapPlan,
): Float64Array => {
  const { cells, width } = data
  const weeks = clusterCount(data)
  checkWhole(blockLength, 1, 'The length of a block')
  if (blockLength > weeks)
    throw new RangeError(`A block of ${blockLength} weeks is longer than the ${weeks} weeks given.`)
  const totals = new Float64Array(replicates * width)
  for (let r = 0; r < replicates; r++) {
    const { below } = streams(first + r)
    let drawn = 0
    while (drawn < weeks) {
      const start = below(weeks)
      for (let i = 0; i < blockLength && drawn < weeks; i++, drawn++) {
        const from = ((start + i) % weeks) * width
        for (let k = 0; k < width; k++) totals[r * width + k] = totals[r * width + k]! + cells[from + k]!
      }
    }
  }
  return totals
}
