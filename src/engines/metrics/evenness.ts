import { type Numbers, sumOfIntegers } from './arguments.ts'
import { logGamma } from './gamma.ts'
import { hill, richness, shannon } from './hill.ts'
import { inverseSimpson } from './simpson.ts'

/**
 * Pielou's evenness H / ln S over the kinds that occur. `counts` ≥ 0. Range 0 … 1; a single kind gives 1, nothing counted NaN.
 * Independent of the base of the logarithm. Source: E. C. Pielou, Journal of Theoretical Biology 13 (1966) 131–144.
 */
export const pielou = (counts: Numbers): number => {
  const kinds = richness(counts)
  if (kinds === 0) return Number.NaN
  return kinds === 1 ? 1 : shannon(counts) / Math.log(kinds)
}

/**
 * Heip's evenness (e^H − 1) / (S − 1). Range 0 … 1; a single kind gives 1, nothing counted NaN.
 * Source: C. Heip, Journal of the Marine Biological Association 54 (1974) 555–557.
 */
export const heip = (counts: Numbers): number => {
  const kinds = richness(counts)
  if (kinds === 0) return Number.NaN
  return kinds === 1 ? 1 : (hill(counts, 1) - 1) / (kinds - 1)
}

/** Simpson's evenness (1 / Σ pᵢ²) / S. Range 1/S … 1; nothing counted gives NaN. Source: A. E. Magurran, Measuring Biological Diversity (2004). */
export const simpsonEvenness = (counts: Numbers): number => inverseSimpson(counts) / richness(counts)

/**
 * McIntosh's evenness √Σ nᵢ² / √((N − S + 1)² + S − 1), of whole counts; nothing counted gives NaN.
 * Source: C. Heip and P. Engels, Journal of the Marine Biological Association 54 (1974) 559–563.
 */
export const mcintoshEvenness = (counts: Numbers): number => {
  const total = sumOfIntegers(counts, 'counts')
  if (total === 0) return Number.NaN
  const kinds = richness(counts)
  let squares = 0
  for (let i = 0; i < counts.length; i++) squares += counts[i]! * counts[i]!
  return Math.sqrt(squares / ((total - kinds + 1) ** 2 + kinds - 1))
}

/**
 * Brillouin's index (ln N! − Σ ln nᵢ!) / N, the entropy of a collection that is counted whole rather than sampled; in nats.
 * `counts` whole. Nothing counted gives NaN. Source: L. Brillouin, Science and Information Theory (1956).
 */
export const brillouin = (counts: Numbers): number => {
  const total = sumOfIntegers(counts, 'counts')
  if (total === 0) return Number.NaN
  let sum = logGamma(total + 1)
  for (let i = 0; i < counts.length; i++) sum -= logGamma(counts[i]! + 1)
  return sum / total
}
