import { checkInside } from './arguments.ts'

/** Central part of erfc by the series of erf, tail by its continued fraction (NIST DLMF 7.6.1, 7.9.3). */
const erfc = (x: number): number => {
  if (x < 0) return 2 - erfc(-x)
  if (x < 2.5) {
    let term = x
    let sum = x
    for (let n = 1; Math.abs(term) > 1e-18 * sum; n++) {
      term *= (-x * x) / n
      sum += term / (2 * n + 1)
      if (x === 0) break
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * sum
  }
  let fraction = 0
  for (let n = 80; n >= 1; n--) fraction = n / 2 / (x + fraction)
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + fraction)
}

/** Φ(z), the standard normal distribution function. Range 0 … 1; absolute error below 1e-14. */
export const normalProbability = (z: number): number => erfc(-z / Math.SQRT2) / 2

/**
 * The z with Φ(z) = probability, by bisection to the last bits of a double. Throws RangeError unless 0 < probability < 1.
 */
export const normalQuantile = (probability: number): number => {
  checkInside(probability, 0, 1, 'The probability')
  if (probability === 0.5) return 0
  if (probability > 0.5) return -normalQuantile(1 - probability)
  let low = -39
  let high = 0
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2
    if (normalProbability(middle) < probability) low = middle
    else high = middle
  }
  return (low + high) / 2
}
