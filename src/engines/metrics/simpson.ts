import { type Numbers, sumOfCounts, sumOfIntegers } from './arguments.ts'

const sumOfSquares = (values: Numbers): number => {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i]! * values[i]!
  return sum
}

/**
 * Herfindahl–Hirschman index Σ pᵢ², also published as Simpson's dominance or D. `counts` ≥ 0 per kind. Range 1/richness … 1 (not the
 * 0 … 10 000 of competition offices: multiply by 10 000 for that). Nothing counted gives NaN. Throws RangeError for a bad count.
 * Sources: A. O. Hirschman (1945); O. C. Herfindahl (1950); E. H. Simpson, Nature 163 (1949) 688.
 */
export const hhi = (counts: Numbers): number => {
  const total = sumOfCounts(counts, 'counts')
  return total === 0 ? Number.NaN : sumOfSquares(counts) / total / total
}

/**
 * Gini–Simpson index 1 − Σ pᵢ², the chance that two plays drawn with replacement are of different kinds; also published as Simpson's
 * diversity and as Blau's index. Range 0 … 1 − 1/richness. Nothing counted gives NaN. Throws RangeError for a bad count.
 */
export const giniSimpson = (counts: Numbers): number => 1 - hhi(counts)

/** Inverse Simpson 1 / Σ pᵢ², equal to the Hill number of order 2. Range 1 … richness. Nothing counted gives NaN. */
export const inverseSimpson = (counts: Numbers): number => 1 / hhi(counts)

/**
 * Simpson's index without replacement Σ nᵢ(nᵢ−1) / (N(N−1)): the unbiased estimate of Σ pᵢ² from whole counts. Range 0 … 1; N < 2 gives
 * NaN. Throws RangeError for fractions and bad counts. Source: E. H. Simpson, Nature 163 (1949) 688.
 */
export const hhiWithoutReplacement = (counts: Numbers): number => {
  const total = sumOfIntegers(counts, 'counts')
  return total < 2 ? Number.NaN : (sumOfSquares(counts) - total) / (total * (total - 1))
}

/** 1 − Σ nᵢ(nᵢ−1) / (N(N−1)), Hurlbert's probability of interspecific encounter. Range 0 … 1. Errors as `hhiWithoutReplacement`. */
export const giniSimpsonWithoutReplacement = (counts: Numbers): number => 1 - hhiWithoutReplacement(counts)

/** N(N−1) / Σ nᵢ(nᵢ−1); Infinity when every kind was seen once. Errors as `hhiWithoutReplacement`. */
export const inverseSimpsonWithoutReplacement = (counts: Numbers): number => 1 / hhiWithoutReplacement(counts)

/**
 * Berger–Parker dominance: the share of the most frequent kind, max pᵢ. Range 1/richness … 1. Nothing counted gives NaN.
 * Source: W. H. Berger and F. L. Parker, Science 168 (1970) 1345–1347.
 */
export const bergerParker = (counts: Numbers): number => {
  const total = sumOfCounts(counts, 'counts')
  if (total === 0) return Number.NaN
  let greatest = 0
  for (let i = 0; i < counts.length; i++) if (counts[i]! > greatest) greatest = counts[i]!
  return greatest / total
}

/**
 * McIntosh's dominance-free diversity (N − U) / (N − √N), U = √Σ nᵢ². `counts` whole. Range 0 … 1; N < 2 gives NaN.
 * Source: R. P. McIntosh, Ecology 48 (1967) 392–404.
 */
export const mcintoshDiversity = (counts: Numbers): number => {
  const total = sumOfIntegers(counts, 'counts')
  return total < 2 ? Number.NaN : (total - Math.sqrt(sumOfSquares(counts))) / (total - Math.sqrt(total))
}

/**
 * Strong's dominance: max over i of (cumulative share of the i most frequent kinds − i/richness). Range 0 … 1, 0 when all are equal.
 * Nothing counted gives NaN. Source: W. L. Strong, Community Ecology 3 (2002) 237–246.
 */
export const strongDominance = (counts: Numbers): number => {
  const total = sumOfCounts(counts, 'counts')
  if (total === 0) return Number.NaN
  const falling = Float64Array.from(counts)
    .filter((count) => count > 0)
    .sort()
    .reverse()
  let cumulative = 0
  let greatest = 0
  for (let i = 0; i < falling.length; i++) {
    cumulative += falling[i]!
    greatest = Math.max(greatest, cumulative / total - (i + 1) / falling.length)
  }
  return greatest
}
