import { checkInside, checkWhole, type Numbers } from './arguments.ts'
import { logChoose } from './gamma.ts'
import { shannon } from './hill.ts'
import { chaoShannon, frequencies } from './unseen.ts'

/**
 * Good–Turing coverage 1 − f₁/N: the estimated share of all use that falls on kinds already seen. Whole counts. Range 0 … 1; nothing
 * counted gives NaN. Source: I. J. Good, Biometrika 40 (1953) 237–264.
 */
export const goodTuringCoverage = (counts: Numbers): number => {
  const { singletons, individuals } = frequencies(counts)
  return 1 - singletons / individuals
}

/**
 * Interval of the *unseen* share f₁/N at 95 %, [low, high], not cut at 0: f₁/N ± 1.959963985 √W, W = (f₁(N−f₁) + 2Nf₂)/N³.
 * Source: W. W. Esty, Annals of Statistics 11 (1983) 905–912.
 */
export const estyInterval = (counts: Numbers): readonly [number, number] => {
  const { singletons: f1, doubletons: f2, individuals: n } = frequencies(counts)
  const half = 1.959963985 * Math.sqrt((f1 * (n - f1) + 2 * n * f2) / n ** 3)
  return [f1 / n - half, f1 / n + half]
}

/** Chao's estimate of the number of kinds not seen, (n−1)/n times f₁²/(2f₂) or f₁(f₁−1)/2, as coverage-based rarefaction needs it. */
const unseenKinds = (f1: number, f2: number, n: number): number =>
  ((n - 1) / n) * (f2 > 0 ? (f1 * f1) / (2 * f2) : (f1 * (f1 - 1)) / 2)

/**
 * Estimated coverage of a sample of `size` individuals of the same assemblage: for size < N by rarefaction
 * 1 − Σ (nᵢ/N) C(N−nᵢ, m)/C(N−1, m), for size ≥ N by extrapolation 1 − (f₁/N) A^(size−N+1), A = (n−1)f₁/((n−1)f₁+2f₂)
 * ((n−1)(f₁−1)/((n−1)(f₁−1)+2) without doubletons). Whole counts; range 0 … 1.
 * Throws RangeError for fractions, bad counts, or a size that is not a whole number ≥ 1.
 * Source: A. Chao and L. Jost, Ecology 93 (2012) 2533–2547; the conventions of R iNEXT.
 */
export const sampleCoverage = (counts: Numbers, size?: number): number => {
  const { singletons: f1, doubletons: f2, individuals: n } = frequencies(counts)
  const m = size ?? n
  if (n === 0) return Number.NaN
  checkWhole(m, 1, 'The size of the sample')
  if (m < n) {
    const all = logChoose(n - 1, m)
    let missed = 0
    for (let i = 0; i < counts.length; i++) {
      if (counts[i]! > 0) missed += (counts[i]! / n) * Math.exp(logChoose(n - counts[i]!, m) - all)
    }
    return 1 - missed
  }
  if (f1 === 0) return 1
  const a = f2 > 0 ? ((n - 1) * f1) / ((n - 1) * f1 + 2 * f2) : ((n - 1) * (f1 - 1)) / ((n - 1) * (f1 - 1) + 2)
  return 1 - (f1 / n) * a ** (m - n + 1)
}

/**
 * Expected number of kinds in a random sample of `size` individuals drawn without replacement: Σ [1 − C(N−nᵢ, m)/C(N, m)].
 * Whole counts, 0 ≤ size ≤ N; throws RangeError otherwise. Source: S. H. Hurlbert, Ecology 52 (1971) 577–586.
 */
export const rarefiedRichness = (counts: Numbers, size: number): number => {
  const { individuals: n } = frequencies(counts)
  checkWhole(size, 0, 'The size of the sample')
  if (size > n) throw new RangeError(`The size of the sample is ${size}: only ${n} individuals were counted.`)
  const all = logChoose(n, size)
  let kinds = 0
  for (let i = 0; i < counts.length; i++) {
    if (counts[i]! > 0) kinds += -Math.expm1(logChoose(n - counts[i]!, size) - all)
  }
  return kinds
}

/** Orders for which rarefaction and extrapolation of Hill numbers have closed forms. */
export type RarefactionOrder = 0 | 1 | 2

/** Expected entropy of a sample of m < n: −Σₖ (k/m) ln(k/m) E[fₖ(m)], E[fₖ] hypergeometric. */
const rarefiedEntropy = (counts: Numbers, n: number, m: number): number => {
  const all = logChoose(n, m)
  let entropy = 0
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i]!
    const most = Math.min(count, m)
    for (let k = Math.max(1, m - (n - count)); k <= most; k++) {
      const chance = Math.exp(logChoose(count, k) + logChoose(n - count, m - k) - all)
      entropy -= (k / m) * Math.log(k / m) * chance
    }
  }
  return entropy
}

const extrapolatedRichness = (counts: Numbers, size: number): number => {
  const { kinds, singletons: f1, doubletons: f2, individuals: n } = frequencies(counts)
  const unseen = unseenKinds(f1, f2, n)
  if (unseen === 0 || f1 === 0) return kinds
  return kinds + unseen * -Math.expm1((size - n) * Math.log1p(-f1 / (n * unseen + f1)))
}

/**
 * Hill number of order 0, 1 or 2 expected in a sample of `size` individuals: rarefied for size < N, observed at N, extrapolated beyond
 * (trust it to about 2N for order 0). Whole counts; throws RangeError for fractions, bad counts, another order, or a size below 1.
 * Source: A. Chao et al., Ecological Monographs 84 (2014) 45–67.
 */
export const hillAtSize = (counts: Numbers, order: RarefactionOrder, size: number): number => {
  const { individuals: n } = frequencies(counts)
  checkWhole(size, 1, 'The size of the sample')
  if (n === 0) return Number.NaN
  if (order === 0) return size < n ? rarefiedRichness(counts, size) : extrapolatedRichness(counts, size)
  if (order === 1) {
    if (size < n) return Math.exp(rarefiedEntropy(counts, n, size))
    return Math.exp((n / size) * shannon(counts) + ((size - n) / size) * chaoShannon(counts))
  }
  if (order !== 2) throw new RangeError(`The order is ${String(order)}: rarefaction is defined here for 0, 1 and 2.`)
  let pairs = 0
  for (let i = 0; i < counts.length; i++) pairs += counts[i]! * (counts[i]! - 1)
  return n < 2 ? 1 : 1 / (1 / size + ((size - 1) / size) * (pairs / (n * (n - 1))))
}

/** What coverage-based rarefaction found: the sample size that has the wanted coverage, the coverage it has, and the Hill number there. */
export interface AtCoverage {
  readonly size: number
  readonly coverage: number
  readonly diversity: number
  readonly method: 'rarefied' | 'observed' | 'extrapolated'
}

/** The smallest whole size whose coverage reaches the wanted one. */
const sizeAtCoverage = (counts: Numbers, coverage: number, n: number): number => {
  let high = n
  while (sampleCoverage(counts, high) < coverage) {
    if (high >= n * 1024) throw new RangeError(`A coverage of ${coverage} cannot be reached from ${n} individuals.`)
    high *= 2
  }
  let low = 0
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (sampleCoverage(counts, middle) < coverage) low = middle
    else high = middle
  }
  return high
}

/**
 * Coverage-based rarefaction: the Hill number of order 0, 1 or 2 at a wanted sample coverage, so that assemblages of unequal size are
 * compared at equal completeness. The size is the smallest whole one that reaches the coverage (no interpolation between sizes).
 * `coverage` strictly between 0 and 1. Throws RangeError for fractions, bad counts, or a coverage that cannot be reached.
 * Source: A. Chao and L. Jost, Ecology 93 (2012) 2533–2547.
 */
export const hillAtCoverage = (counts: Numbers, order: RarefactionOrder, coverage: number): AtCoverage => {
  checkInside(coverage, 0, 1, 'The coverage')
  const { individuals: n } = frequencies(counts)
  if (n === 0) throw new RangeError('Nothing was counted: there is no coverage to reach.')
  const size = sizeAtCoverage(counts, coverage, n)
  const method = size < n ? 'rarefied' : size === n ? 'observed' : 'extrapolated'
  return { size, coverage: sampleCoverage(counts, size), diversity: hillAtSize(counts, order, size), method }
}
