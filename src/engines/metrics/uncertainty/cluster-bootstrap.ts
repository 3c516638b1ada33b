import { checkWhole, type Numbers, sumOfCounts } from '../arguments.ts'
import { hash32, type RandomStreams } from './random.ts'

/**
 * Sums per cluster, the only thing a replicate is made of. Row c, `width` numbers from `c × width`, are the sums of cluster c
 * (a user's plays by group, a title's slots, a week's). A statistic is a function of the column totals.
 */
export interface ClusterCells {
  readonly cells: Float64Array
  readonly width: number
}

/** How to resample, and which replicates: `first` lets workers share the work without changing any number. */
export interface BootstrapPlan {
  readonly replicates: number
  readonly streams: RandomStreams
  readonly first?: number
  /** `multinomial`: n clusters drawn with replacement (default); `poisson`: each cluster counts Poisson(1) times. */
  readonly scheme?: 'multinomial' | 'poisson'
}

/** Number of clusters. Throws RangeError when the cells are not whole rows. */
export const clusterCount = ({ cells, width }: ClusterCells): number => {
  checkWhole(width, 1, 'The width')
  const clusters = cells.length / width
  checkWhole(clusters, 1, 'The number of clusters')
  return clusters
}

/** Column totals of all clusters: what the estimate itself is computed from. */
export const columnTotals = (data: ClusterCells): Float64Array => {
  const { cells, width } = data
  const clusters = clusterCount(data)
  const totals = new Float64Array(width)
  for (let c = 0; c < clusters; c++) for (let k = 0; k < width; k++) totals[k] = totals[k]! + cells[c * width + k]!
  return totals
}

/** How often each cluster counts in replicate `replicate`, written into `counts`. */
const drawCounts = (counts: Uint8Array | Uint16Array, plan: BootstrapPlan, replicate: number): void => {
  const { poisson, tally } = plan.streams(replicate)
  if (plan.scheme === 'poisson') {
    for (let c = 0; c < counts.length; c++) counts[c] = poisson()
    return
  }
  counts.fill(0)
  tally(counts)
}

/**
 * Bootstrap of whole clusters (users, titles): column totals of every replicate, `replicates × width`, row-major. Never of rows: plays
 * of one user are not independent. The statistic is then evaluated on each row (`evaluateReplicates`). Time O(replicates × cells),
 * sequential in memory; allocates the result and one count per cluster. Throws RangeError for misfits.
 * Source: A. C. Davison and D. V. Hinkley, Bootstrap Methods and their Application (1997) 3.8; Poisson scheme: A. Owen and D. Eckles,
 * Annals of Applied Statistics 6 (2012) 895–927.
 */
export const clusterBootstrap = (data: ClusterCells, plan: BootstrapPlan): Float64Array => {
  const { cells, width } = data
  checkWhole(plan.replicates, 1, 'The number of replicates')
  const counts = new Uint16Array(clusterCount(data))
  const totals = new Float64Array(plan.replicates * width)
  for (let r = 0; r < plan.replicates; r++) {
    drawCounts(counts, plan, (plan.first ?? 0) + r)
    const row = r * width
    for (let c = 0; c < counts.length; c++) {
      const count = counts[c]!
      if (count === 0) continue
      const from = c * width
      for (let k = 0; k < width; k++) totals[row + k] = totals[row + k]! + count * cells[from + k]!
    }
  }
  return totals
}

/** A statistic of each replicate. `totals` as the bootstraps give them; `statistic` gets one row and must not keep it. */
export const evaluateReplicates = (
  totals: Float64Array,
  width: number,
  statistic: (totals: Float64Array) => number,
): Float64Array => {
  checkWhole(totals.length / width, 0, 'The number of replicates')
  return Float64Array.from({ length: totals.length / width }, (_, r) =>
    statistic(totals.subarray(r * width, (r + 1) * width)),
  )
}

/**
 * Merges clusters into `groups` larger ones by a hash of their index, so that very many users can be resampled as some ten thousand
 * random groups of users: the same standard error in expectation, at a fraction of the time. Fewer clusters than groups: unchanged.
 */
export const mergeClusters = (data: ClusterCells, groups: number, seed: number | string): ClusterCells => {
  const { cells, width } = data
  const clusters = clusterCount(data)
  checkWhole(groups, 2, 'The number of groups')
  if (clusters <= groups) return data
  const merged = new Float64Array(groups * width)
  for (let c = 0; c < clusters; c++) {
    const into = randomGroup(c, groups, seed) * width
    for (let k = 0; k < width; k++) merged[into + k] = merged[into + k]! + cells[c * width + k]!
  }
  return { cells: merged, width }
}

/** The group 0 … groups − 1 of an id, the same in every run with the same seed, however the data arrive. */
export const randomGroup = (id: number | string, groups: number, seed: number | string): number =>
  Math.floor((hash32(seed, id) / 2 ** 32) * groups)

/**
 * Adds up rows into clusters. `clusters[r]`: cluster of row r; `columns[r]`: column it counts in; `amounts[r]`: how much (1 if left out).
 * Throws RangeError for a code out of range or a bad amount.
 */
export const cellsByCluster = (
  clusters: Numbers,
  columns: Numbers,
  clusterTotal: number,
  width: number,
  amounts?: Numbers,
): ClusterCells => {
  if (amounts) sumOfCounts(amounts, 'amounts')
  const cells = new Float64Array(clusterTotal * width)
  for (let r = 0; r < clusters.length; r++) {
    const cluster = clusters[r]!
    const column = columns[r]!
    if (!(cluster >= 0 && cluster < clusterTotal && column >= 0 && column < width)) {
      throw new RangeError(
        `Row ${r} is of cluster ${cluster}, column ${column}: there are ${clusterTotal} and ${width}.`,
      )
    }
    cells[cluster * width + column] = cells[cluster * width + column]! + (amounts ? amounts[r]! : 1)
  }
  return { cells, width }
}
