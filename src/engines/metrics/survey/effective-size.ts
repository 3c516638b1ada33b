import { type Numbers, sumOfCounts } from '../arguments.ts'

/**
 * Kish's effective sample size (Σw)²/Σw²: how many equally weighted persons carry as much information as these weights, if weights and
 * figure have nothing to do with each other. Between 1 and the number of weights above 0; NaN when all are 0.
 * Throws RangeError for a negative or infinite weight. Source: L. Kish, Survey Sampling (1965) 11.7.
 */
export const kishEffectiveSize = (weights: Numbers): number => {
  const sum = sumOfCounts(weights, 'weights')
  let squares = 0
  for (let i = 0; i < weights.length; i++) squares += weights[i]! ** 2
  return squares === 0 ? Number.NaN : (sum * sum) / squares
}

/**
 * Kish's design effect of unequal weights, n Σw²/(Σw)², n being the number of weights above 0: 1 for equal weights, never less.
 * NaN when all are 0. Source: L. Kish, Journal of Official Statistics 8 (1992) 183–200.
 */
export const weightsDesignEffect = (weights: Numbers): number => {
  let above = 0
  for (let i = 0; i < weights.length; i++) if (weights[i]! > 0) above++
  return above / kishEffectiveSize(weights)
}

/**
 * Design effect of a share: its variance under the design over p(1 − p)/n, the variance of a simple random sample of as many persons.
 * NaN when p is 0 or 1, or n is 0. Source: L. Kish, Survey Sampling (1965) 8.2.
 */
export const shareDesignEffect = (share: number, standardError: number, persons: number): number => {
  const simple = (share * (1 - share)) / persons
  return simple > 0 && simple < Infinity ? standardError ** 2 / simple : Number.NaN
}
