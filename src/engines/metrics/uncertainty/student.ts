import { checkInside, checkWhole } from '../arguments.ts'
import { logGamma } from '../gamma.ts'

/** Continued fraction of the incomplete beta function (NIST DLMF 8.17.22), by Lentz's method. */
const betaFraction = (x: number, a: number, b: number): number => {
  let c = 1
  let d = 1 / (1 - ((a + b) * x) / (a + 1))
  let fraction = d
  for (let m = 1; m < 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / (1 + even * d)
    c = 1 + even / c
    fraction *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / (1 + odd * d)
    c = 1 + odd / c
    fraction *= d * c
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  return fraction
}

/** Regularised incomplete beta function I_x(a, b). */
const incompleteBeta = (x: number, a: number, b: number): number => {
  if (x <= 0) return 0
  if (x >= 1) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a)
  const front = a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b)
  return (Math.exp(front) * betaFraction(x, a, b)) / a
}

/** P(T ≤ t) of Student's t with `freedom` degrees of freedom. */
export const studentProbability = (t: number, freedom: number): number => {
  const tail = incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5) / 2
  return t > 0 ? 1 - tail : tail
}

/** The t with P(T ≤ t) = probability, by bisection. Throws RangeError unless 0 < probability < 1 and `freedom` ≥ 1 is whole. */
export const studentQuantile = (probability: number, freedom: number): number => {
  checkInside(probability, 0, 1, 'The probability')
  checkWhole(freedom, 1, 'The degrees of freedom')
  if (probability < 0.5) return -studentQuantile(1 - probability, freedom)
  let low = 0
  let high = 1
  while (studentProbability(high, freedom) < probability && high < 1e300) high *= 2
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2
    if (studentProbability(middle, freedom) < probability) low = middle
    else high = middle
  }
  return (low + high) / 2
}
