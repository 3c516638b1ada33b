import { type Numbers, sumOfIntegers } from './arguments.ts'
import { harmonicDifference } from './gamma.ts'
import { normalQuantile } from './normal.ts'

/** How many kinds were seen, once, twice, and how many individuals in all. */
export interface Frequencies {
  readonly kinds: number
  readonly singletons: number
  readonly doubletons: number
  readonly individuals: number
}

/** Counts the kinds, singletons, doubletons and individuals of whole counts. Throws RangeError for fractions and bad counts. */
export const frequencies = (counts: Numbers): Frequencies => {
  const individuals = sumOfIntegers(counts, 'counts')
  let kinds = 0
  let singletons = 0
  let doubletons = 0
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i]!
    if (count > 0) kinds++
    if (count === 1) singletons++
    if (count === 2) doubletons++
  }
  return { kinds, singletons, doubletons, individuals }
}

/** `bias-corrected`: S + f₁(f₁−1)/(2(f₂+1)). `classic`: S + f₁²/(2f₂), which falls back to the corrected form where f₁ or f₂ is 0. */
export type Chao1Form = 'bias-corrected' | 'classic'

const isClassic = ({ singletons, doubletons }: Frequencies, form: Chao1Form): boolean =>
  form === 'classic' && singletons > 0 && doubletons > 0

const chao1Of = (seen: Frequencies, form: Chao1Form): number => {
  const { kinds, singletons, doubletons } = seen
  if (isClassic(seen, form)) return kinds + singletons ** 2 / (2 * doubletons)
  return kinds + (singletons * (singletons - 1)) / (2 * (doubletons + 1))
}

/**
 * Chao1: a lower bound of the number of kinds, seen and unseen, from whole counts. Unit: kinds; range richness … ∞.
 * Throws RangeError for fractions and bad counts. Source: A. Chao, Scandinavian Journal of Statistics 11 (1984) 265–270.
 */
export const chao1 = (counts: Numbers, form: Chao1Form = 'bias-corrected'): number => chao1Of(frequencies(counts), form)

/**
 * Standard error of bias-corrected Chao1 by the delta method on the frequencies f₁, f₂, … (the convention of R vegan's `estimateR`):
 * Var = Σ fₖ Dₖ² − (Σ fₖ Dₖ)² / Ŝ with D₁ = 1 + (2f₁−1)/(2(f₂+1)), D₂ = 1 − f₁(f₁−1)/(2(f₂+1)²), Dₖ = 1 otherwise. NaN when nothing was counted.
 */
export const chao1StandardError = (counts: Numbers): number => {
  const { kinds, singletons, doubletons } = frequencies(counts)
  const estimate = kinds + (singletons * (singletons - 1)) / (2 * (doubletons + 1))
  const one = 1 + (2 * singletons - 1) / (2 * (doubletons + 1))
  const two = 1 - (singletons * (singletons - 1)) / (2 * (doubletons + 1) ** 2)
  const rest = kinds - singletons - doubletons
  const square = singletons * one * one + doubletons * two * two + rest
  const linear = singletons * one + doubletons * two + rest
  return Math.sqrt(Math.max(0, square - (linear * linear) / estimate))
}

/** The variances of the EstimateS manual, equations 5, 6 and 7. */
const estimateSVariance = (seen: Frequencies, form: Chao1Form): number => {
  const { singletons: s, doubletons: d } = seen
  if (d === 0) return (s * (s - 1)) / 2 + (s * (2 * s - 1) ** 2) / 4 - s ** 4 / (4 * chao1Of(seen, form))
  if (isClassic(seen, form)) {
    const ratio = s / d
    return d * (ratio ** 2 / 2 + ratio ** 3 + ratio ** 4 / 4)
  }
  return (
    (s * (s - 1)) / (2 * (d + 1)) +
    (s * (2 * s - 1) ** 2) / (4 * (d + 1) ** 2) +
    (s ** 2 * d * (s - 1) ** 2) / (4 * (d + 1) ** 4)
  )
}

/**
 * Confidence interval of Chao1 [low, high] at `level` (0.95), log-transformed so that it never falls below the kinds seen.
 * Source: R. K. Colwell, EstimateS manual, equations 5–7, 13 and 14. Throws RangeError for fractions, bad counts or level.
 */
export const chao1Interval = (
  counts: Numbers,
  form: Chao1Form = 'bias-corrected',
  level = 0.95,
): readonly [number, number] => {
  const seen = frequencies(counts)
  const z = normalQuantile(0.5 + level / 2)
  if (seen.kinds === 0) return [Number.NaN, Number.NaN]
  if (seen.singletons === 0) {
    const missed = Math.exp(-seen.individuals / seen.kinds)
    const centre = seen.kinds / (1 - missed)
    const half = z * Math.sqrt((seen.kinds * missed) / (1 - missed))
    return [Math.max(seen.kinds, centre - half), centre + half]
  }
  const unseen = chao1Of(seen, form) - seen.kinds
  if (unseen === 0) return [seen.kinds, seen.kinds]
  const factor = Math.exp(z * Math.sqrt(Math.log(1 + estimateSVariance(seen, form) / unseen ** 2)))
  return [seen.kinds + unseen / factor, seen.kinds + unseen * factor]
}

/**
 * Abundance-based coverage estimator of the number of kinds; kinds with at most `rareAtMost` (10) individuals are rare.
 * S_abund + S_rare/C + f₁/C · max(γ², 0), C = 1 − f₁/N_rare. All rare kinds singletons: NaN (the estimator does not exist; use Chao1).
 * Source: A. Chao and S.-M. Lee, Journal of the American Statistical Association 87 (1992) 210–217.
 */
export const ace = (counts: Numbers, rareAtMost = 10): number => {
  const { kinds, singletons } = frequencies(counts)
  let rareKinds = 0
  let rareIndividuals = 0
  let pairs = 0
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i]!
    if (count === 0 || count > rareAtMost) continue
    rareKinds++
    rareIndividuals += count
    pairs += count * (count - 1)
  }
  if (rareKinds === 0) return kinds
  if (singletons === rareIndividuals) return Number.NaN
  const coverage = 1 - singletons / rareIndividuals
  const variation = ((rareKinds / coverage) * pairs) / (rareIndividuals * (rareIndividuals - 1)) - 1
  return kinds - rareKinds + rareKinds / coverage + (singletons / coverage) * Math.max(variation, 0)
}

/**
 * Fisher's α, the solution of S = α ln(1 + N/α), from whole counts; Infinity when every kind was seen once, NaN when nothing was.
 * Bisection on ln α, to the last digits of a double. Source: Fisher, Corbet and Williams, Journal of Animal Ecology 12 (1943) 42–58.
 */
export const fisherAlpha = (counts: Numbers): number => {
  const { kinds, individuals } = frequencies(counts)
  if (kinds === 0) return Number.NaN
  if (kinds === individuals) return Infinity
  let low = -700
  let high = 700
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2
    const alpha = Math.exp(middle)
    if (alpha * Math.log1p(individuals / alpha) < kinds) low = middle
    else high = middle
  }
  return Math.exp((low + high) / 2)
}

/** Margalef's richness (S − 1) / ln N; N < 2 gives NaN. Whole counts. Source: R. Margalef (1958). */
export const margalef = (counts: Numbers): number => {
  const { kinds, individuals } = frequencies(counts)
  return individuals < 2 ? Number.NaN : (kinds - 1) / Math.log(individuals)
}

/** Menhinick's richness S / √N; nothing counted gives NaN. Whole counts. Source: E. F. Menhinick, Ecology 45 (1964) 859–861. */
export const menhinick = (counts: Numbers): number => {
  const { kinds, individuals } = frequencies(counts)
  return kinds / Math.sqrt(individuals)
}

/**
 * Robbins' estimate f₁/N of the chance that the next individual is of a kind not seen before, for the sample without its last
 * individual. Range 0 … 1; nothing counted gives NaN. Source: H. E. Robbins, Annals of Mathematical Statistics 39 (1968) 256–257.
 */
export const robbins = (counts: Numbers): number => {
  const { singletons, individuals } = frequencies(counts)
  return singletons / individuals
}

/**
 * Shannon entropy in nats with the unseen kinds estimated, Ĥ = Σ (nᵢ/N)(ψ(N) − ψ(nᵢ)) + f₁/N (1−A)^(1−N) {−ln A − Σ_{r<N} (1−A)^r / r}.
 * Whole counts; nothing counted gives NaN. Source: A. Chao, Y. T. Wang and L. Jost, Methods in Ecology and Evolution 4 (2013) 1091–1100.
 */
export const chaoShannon = (counts: Numbers): number => {
  const { singletons: f1, doubletons: f2, individuals: n } = frequencies(counts)
  if (n === 0) return Number.NaN
  let entropy = 0
  for (let i = 0; i < counts.length; i++) {
    if (counts[i]! > 0) entropy += (counts[i]! / n) * harmonicDifference(n, counts[i]!)
  }
  const a = f2 > 0 ? (2 * f2) / ((n - 1) * f1 + 2 * f2) : 2 / ((n - 1) * (f1 - 1) + 2)
  if (f1 === 0 || n < 2 || a >= 1) return entropy
  return entropy + (f1 / n) * logSeriesTail(1 - a, n)
}

/**
 * x^(1−n) Σ_{r≥n} x^r / r for 0 < x < 1, the remainder in Chao's estimator: summed as it stands, so that nothing cancels; for large n
 * by Euler–Maclaurin, whose first left-out term is below 1e-14 of the sum.
 */
const logSeriesTail = (x: number, n: number): number => {
  if (n > 1000) {
    const rate = -Math.log(x)
    const slope = rate + 1 / n
    return x * (scaledExponentialIntegral(n * rate) + 1 / (2 * n) + slope / (12 * n))
  }
  let power = x
  let sum = 0
  for (let r = n; power / r > sum * 1e-17; r++) {
    sum += power / r
    power *= x
  }
  return sum
}

/** e^z E₁(z) for z > 0: series below 1, continued fraction above (NIST DLMF 6.6.2, 6.9.1). */
const scaledExponentialIntegral = (z: number): number => {
  if (z < 1) {
    let term = 1
    let sum = -0.5772156649015329 - Math.log(z)
    for (let k = 1; k < 40; k++) {
      term *= -z / k
      sum -= term / k
    }
    return sum * Math.exp(z)
  }
  let fraction = 0
  for (let k = 400; k >= 1; k--) fraction = k / (1 + k / (z + fraction))
  return 1 / (z + fraction)
}
