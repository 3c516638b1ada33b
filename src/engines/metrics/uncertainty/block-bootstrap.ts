import { checkSameLength, checkWhole } from '../arguments.ts'
import { type BootstrapPlan, type ClusterCells, clusterCount } from './cluster-bootstrap.ts'
import type { TwoWayData } from './two-way-bootstrap.ts'

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
  const counts = new Uint16Array(weeks)
  for (let r = 0; r < replicates; r++) {
    drawBlocks(counts, blockLength, streams(first + r).below)
    for (let week = 0; week < weeks; week++) {
      for (let k = 0; k < width; k++) {
        totals[r * width + k] = totals[r * width + k]! + counts[week]! * cells[week * width + k]!
      }
    }
  }
  return totals
}

/** Draws blocks around the circle of weeks until there are as many weeks as the data, and counts how often each came. */
const drawBlocks = (counts: Uint16Array, blockLength: number, below: (n: number) => number): void => {
  const weeks = counts.length
  counts.fill(0)
  for (let drawn = 0; drawn < weeks; ) {
    const start = below(weeks)
    for (let i = 0; i < blockLength && drawn < weeks; i++, drawn++) {
      const week = (start + i) % weeks
      counts[week] = counts[week]! + 1
    }
  }
}

/**
 * Bootstrap of a chart by title and week at once: every title gets a Poisson(1) weight (one success that stays for months is one draw,
 * not many), every week the number of times its block was drawn, and a slot counts the product. `data.first` are titles, `data.second`
 * weeks in the order of time; `blockLength` as in `weekBlockBootstrap`. Column totals, `replicates × width`. Time O(replicates × slots).
 * Throws RangeError for misfits. Source: the two-way product of Owen and Eckles (2012) with Politis and Romano's blocks on one side.
 */
export const chartBootstrap = (
  { first: titles, second: slotWeeks, firstCount, secondCount, columns, width, amounts }: TwoWayData,
  blockLength: number,
  { replicates, streams, first = 0 }: BootstrapPlan,
): Float64Array => {
  checkSameLength(titles, slotWeeks, 'Titles and weeks')
  checkSameLength(titles, columns, 'Slots and columns')
  checkWhole(blockLength, 1, 'The length of a block')
  if (blockLength > secondCount) {
    throw new RangeError(`A block of ${blockLength} weeks is longer than the ${secondCount} weeks given.`)
  }
  const titleCounts = new Uint8Array(firstCount)
  const weekCounts = new Uint16Array(secondCount)
  const totals = new Float64Array(replicates * width)
  for (let r = 0; r < replicates; r++) {
    const { below, poisson } = streams(first + r)
    for (let title = 0; title < firstCount; title++) titleCounts[title] = poisson()
    drawBlocks(weekCounts, blockLength, below)
    for (let slot = 0; slot < titles.length; slot++) {
      const weight = titleCounts[titles[slot]!]! * weekCounts[slotWeeks[slot]!]!
      const column = r * width + columns[slot]!
      totals[column] = totals[column]! + weight * (amounts ? amounts[slot]! : 1)
    }
  }
  return totals
}
