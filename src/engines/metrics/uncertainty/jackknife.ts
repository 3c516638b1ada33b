import { checkInside } from '../arguments.ts'
import { type ClusterCells, clusterCount, columnTotals } from './cluster-bootstrap.ts'
import { studentQuantile } from './student.ts'

/**
 * A statistic with each row of the cells left out in turn: each cluster, or each random group of clusters when the cells are sums per
 * group (`mergeClusters`, or added up as a stream passes: `randomGroup(user, groups, seed)` says where a user's plays belong).
 * `statistic` gets column totals and must not keep them. Throws RangeError when the cells are not whole rows.
 */
export const jackknife = (data: ClusterCells, statistic: (totals: Float64Array) => number): Float64Array => {
  const { cells, width } = data
  const all = columnTotals(data)
  const without = new Float64Array(width)
  return Float64Array.from({ length: clusterCount(data) }, (_, c) => {
    for (let k = 0; k < width; k++) without[k] = all[k]! - cells[c * width + k]!
    return statistic(without)
  })
}

/**
 * Standard error from leave-one-out or delete-a-group values: √((G−1)/G Σ (θ₍g₎ − θ̄)²), G the number of values.
 * Needs at least 2 values (NaN otherwise); use 20 groups or more. Source: P. S. Kott, Journal of Official Statistics 17 (2001) 521–526.
 */
export const jackknifeStandardError = (values: Float64Array): number => {
  const groups = values.length
  const mean = values.reduce((sum, value) => sum + value, 0) / groups
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return groups < 2 ? Number.NaN : Math.sqrt(((groups - 1) / groups) * squares)
}

/** Estimate ± t × standard error with G − 1 degrees of freedom, at `level` (0.95 if left out). */
export const jackknifeInterval = (estimate: number, values: Float64Array, level = 0.95): readonly [number, number] => {
  checkInside(level, 0, 1, 'The level')
  const half = studentQuantile(0.5 + level / 2, values.length - 1) * jackknifeStandardError(values)
  return [estimate - half, estimate + half]
}
