import { checkWhole, type Numbers } from '../arguments.ts'
import { type BootstrapPlan, type ClusterCells, clusterCount } from '../uncertainty/cluster-bootstrap.ts'
import type { Random } from '../uncertainty/random.ts'

/**
 * Primary sampling units in the order of their strata: the units of stratum h run from `starts[h]` to `starts[h + 1]` (exclusive).
 * Units are what was drawn first: villages, blocks, households, or the persons themselves where nothing else was drawn.
 */
export interface StratifiedUnits {
  readonly starts: Numbers
}

const stratumCount = ({ starts }: StratifiedUnits): number => starts.length - 1

/** Units minus strata: the degrees of freedom of a variance under the design. */
export const designFreedom = (units: StratifiedUnits): number =>
  units.starts[stratumCount(units)]! - stratumCount(units)

/** Throws RangeError unless strata follow each other and each has at least two units: from one alone no variance can be told. */
export const checkStrata = (units: StratifiedUnits): void => {
  const { starts } = units
  checkWhole(stratumCount(units), 1, 'The number of strata')
  if (starts[0] !== 0) throw new RangeError(`The first stratum begins at ${starts[0]}: it must begin at 0.`)
  for (let h = 0; h < stratumCount(units); h++) {
    const inside = starts[h + 1]! - starts[h]!
    if (!(inside >= 2)) throw new RangeError(`Stratum ${h} has ${inside} units: it must have at least 2.`)
  }
}

/**
 * Factors of one replicate, written into `factors`: from the n units of each stratum n − 1 are drawn with replacement, and a unit drawn r
 * times counts r·n/(n − 1) times. Within a stratum the factors add up to n. A person's replicate weight is weight × factor of the unit.
 * Source: J. N. K. Rao and C. F. J. Wu, JASA 83 (1988) 231–241; as weights: Rao, Wu and Yue, Survey Methodology 18 (1992) 209–217.
 */
export const rescaledFactors = (units: StratifiedUnits, { below }: Random, factors: Float64Array): void => {
  const { starts } = units
  factors.fill(0)
  for (let h = 0; h < stratumCount(units); h++) {
    const from = starts[h]!
    const inside = starts[h + 1]! - from
    const step = inside / (inside - 1)
    for (let draw = 1; draw < inside; draw++) {
      const unit = from + below(inside)
      factors[unit] = factors[unit]! + step
    }
  }
}

/**
 * Rescaled bootstrap of a stratified sample of clusters: column totals of every replicate, `replicates × width`, row-major; row c of the
 * cells holds the weighted sums of unit c. For totals the variance over replicates is, in expectation, the textbook
 * Σₕ nₕ/(nₕ − 1) Σᵢ(yₕᵢ − ȳₕ)²; medians are covered too. First-stage fractions are taken as small (no finite population correction),
 * which errs on the wide side. Time O(replicates × cells). Throws RangeError when a stratum has one unit or the cells do not fit.
 */
export const rescaledBootstrap = (data: ClusterCells, units: StratifiedUnits, plan: BootstrapPlan): Float64Array => {
  const { cells, width } = data
  checkStrata(units)
  checkWhole(plan.replicates, 1, 'The number of replicates')
  const unitCount = clusterCount(data)
  const last = units.starts[stratumCount(units)]!
  if (last !== unitCount) throw new RangeError(`The strata hold ${last} units, the cells ${unitCount}.`)
  const factors = new Float64Array(unitCount)
  const totals = new Float64Array(plan.replicates * width)
  for (let r = 0; r < plan.replicates; r++) {
    rescaledFactors(units, plan.streams((plan.first ?? 0) + r), factors)
    const row = r * width
    for (let c = 0; c < unitCount; c++) {
      const factor = factors[c]!
      if (factor === 0) continue
      const from = c * width
      for (let k = 0; k < width; k++) totals[row + k] = totals[row + k]! + factor * cells[from + k]!
    }
  }
  return totals
}

/**
 * Puts the `count` units of a stratum, in random order, into `groups` groups of equal size (or one more): the group of each unit. A sample of
 * a million persons is then resampled as some thousand random groups, with the same variance in expectation, totals included (random
 * sizes would add to it). Source: K. M. Wolter, Introduction to Variance Estimation (2007) chapter 2.
 */
export const equalGroups = (count: number, groups: number, { below }: Random): Uint32Array => {
  checkWhole(count, 1, 'The number of units')
  checkWhole(groups, 1, 'The number of groups')
  const order = Uint32Array.from({ length: count }, (_, i) => i)
  for (let i = count - 1; i > 0; i--) {
    const j = below(i + 1)
    const other = order[j]!
    order[j] = order[i]!
    order[i] = other
  }
  const group = new Uint32Array(count)
  for (let i = 0; i < count; i++) group[order[i]!] = i % groups
  return group
}
