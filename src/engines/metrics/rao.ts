import { checkWithin, type Numbers, sumOfCounts } from './arguments.ts'

/** Throws RangeError unless `distances` is n × n, row-major, with a zero diagonal and no negative or missing entry. */
const checkDistances = (distances: Numbers, n: number): void => {
  if (distances.length !== n * n) {
    throw new RangeError(
      `The distance matrix has ${distances.length} entries: ${n} kinds need ${n * n}, row after row.`,
    )
  }
  sumOfCounts(distances, 'distances')
  for (let i = 0; i < n; i++) {
    if (distances[i * n + i] !== 0)
      throw new RangeError(`The distance of kind ${i} to itself is ${distances[i * n + i]}, not 0.`)
  }
}

/**
 * Rao's quadratic entropy Q = Σᵢ Σⱼ pᵢ pⱼ dᵢⱼ: the full sum over ordered pairs (some packages publish half of it). `counts` ≥ 0 per kind;
 * `distances` n × n row-major. Range 0 … max d, in the unit of the distances: with distances scaled to 0..1 it is at most Gini–Simpson.
 * R ade4's `divc` takes d²/2 of the matrix it is given: see `halfSquares`. Nothing counted gives NaN; misshapen input throws RangeError.
 * Source: C. R. Rao, Theoretical Population Biology 21 (1982) 24–43.
 */
export const rao = (counts: Numbers, distances: Numbers): number => {
  const n = counts.length
  const total = sumOfCounts(counts, 'counts')
  checkDistances(distances, n)
  let sum = 0
  for (let i = 0; i < n; i++) {
    if (counts[i] === 0) continue
    let row = 0
    for (let j = 0; j < n; j++) row += counts[j]! * distances[i * n + j]!
    sum += counts[i]! * row
  }
  return total === 0 ? Number.NaN : sum / total / total
}

/** Exponents of Rao–Stirling: `alpha` on the distance, `beta` on the product of shares, both ≥ 0. */
export interface StirlingExponents {
  readonly alpha: number
  readonly beta: number
}

/**
 * Rao–Stirling diversity Δ = Σ over ordered pairs i ≠ j of dᵢⱼ^α (pᵢ pⱼ)^β, among kinds that occur. α = β = 1 is `rao`; α = 0, β = 1 is
 * Gini–Simpson; α = β = 0 counts the ordered pairs. Give the exponents and the name of the distance with every figure.
 * Arguments and errors as `rao`. Source: A. Stirling, Journal of the Royal Society Interface 4 (2007) 707–719, where α is on the distance.
 */
export const raoStirling = (counts: Numbers, distances: Numbers, { alpha, beta }: StirlingExponents): number => {
  const n = counts.length
  const total = sumOfCounts(counts, 'counts')
  checkDistances(distances, n)
  checkWithin(alpha, 0, Number.MAX_VALUE, 'alpha')
  checkWithin(beta, 0, Number.MAX_VALUE, 'beta')
  let sum = 0
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      if (i === j || counts[i] === 0 || counts[j] === 0) continue
      sum += distances[i * n + j]! ** alpha * ((counts[i]! / total) * (counts[j]! / total)) ** beta
    }
  }
  return total === 0 ? Number.NaN : sum
}

/**
 * Effective number of equally common, maximally distant kinds: 1 / (1 − Q), for distances scaled to 0..1. Range 1 … n.
 * Throws RangeError when a distance exceeds 1. Source: C. Ricotta and L. Szeidl, Theoretical Population Biology 76 (2009) 297–302.
 */
export const raoEffectiveNumber = (counts: Numbers, distances: Numbers): number => {
  for (let i = 0; i < distances.length; i++) checkWithin(distances[i]!, 0, 1, `distances[${i}]`)
  return 1 / (1 - rao(counts, distances))
}

/** A copy of the matrix divided by its greatest entry, so that distances lie in 0..1; a matrix of zeros stays as it is. */
export const scaleToUnit = (distances: Numbers): Float64Array => {
  const scaled = Float64Array.from(distances)
  let greatest = 0
  for (let i = 0; i < scaled.length; i++) greatest = Math.max(greatest, scaled[i]!)
  if (greatest > 0) for (let i = 0; i < scaled.length; i++) scaled[i] = scaled[i]! / greatest
  return scaled
}

/** A copy with d²/2 in place of d: the dissimilarity that R ade4's `divc` makes of Euclidean distances. */
export const halfSquares = (distances: Numbers): Float64Array => {
  const halves = new Float64Array(distances.length)
  for (let i = 0; i < halves.length; i++) halves[i] = distances[i]! ** 2 / 2
  return halves
}

/** Rows of a matrix, one after another, as the functions of this file take it. Throws RangeError when the rows are not n long. */
export const flatten = (rows: readonly Numbers[]): Float64Array => {
  const n = rows.length
  const flat = new Float64Array(n * n)
  rows.forEach((row, i) => {
    if (row.length !== n) throw new RangeError(`Row ${i} of the matrix has ${row.length} entries: ${n} were expected.`)
    flat.set(Array.from(row), i * n)
  })
  return flat
}

const countShared = (a: ReadonlySet<unknown>, b: ReadonlySet<unknown>): number => {
  let shared = 0
  for (const trait of a) if (b.has(trait)) shared++
  return shared
}

/**
 * Distances between kinds described by sets of traits (genres, languages, codes): 1 − |A ∩ B| / |A ∪ B|, 0 for two empty sets.
 * Returns n × n row-major, in 0..1. Name it "Jaccard distance of …" beside the figure.
 */
export const traitDistances = (traits: readonly ReadonlySet<unknown>[]): Float64Array => {
  const n = traits.length
  const distances = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const shared = countShared(traits[i]!, traits[j]!)
      const either = traits[i]!.size + traits[j]!.size - shared
      distances[i * n + j] = distances[j * n + i] = either === 0 ? 0 : 1 - shared / either
    }
  }
  return distances
}
