const factorialLogs = new Float64Array(257)
for (let i = 2; i < factorialLogs.length; i++) factorialLogs[i] = factorialLogs[i - 1]! + Math.log(i)

const halfLogTwoPi = 0.5 * Math.log(2 * Math.PI)

/** Stirling's series for x ≥ 16: error below 1e-17. */
const stirling = (x: number): number => {
  const square = 1 / (x * x)
  const series = 1 / 12 + square * (-1 / 360 + square * (1 / 1260 + square * (-1 / 1680 + square * (1 / 1188))))
  return (x - 0.5) * Math.log(x) - x + halfLogTwoPi + series / x
}

/**
 * ln Γ(x) for x > 0, to about 1e-15 relative; whole numbers up to 257 from a table. Throws RangeError for x ≤ 0.
 * Source: Stirling's series, NIST DLMF 5.11.1, after shifting small arguments upward by Γ(x+1) = xΓ(x).
 */
export const logGamma = (x: number): number => {
  if (!(x > 0)) throw new RangeError(`logGamma(${x}): the argument must be greater than zero.`)
  if (Number.isInteger(x) && x <= factorialLogs.length) return factorialLogs[x - 1]!
  let shift = 0
  let argument = x
  while (argument < 16) {
    shift += Math.log(argument)
    argument += 1
  }
  return stirling(argument) - shift
}

/** ln of the binomial coefficient n over k; −Infinity where k is outside 0 … n. */
export const logChoose = (n: number, k: number): number =>
  k < 0 || k > n ? -Infinity : logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)

/** ψ(n) − ψ(k) = Σ 1/j for j = k … n − 1, of whole numbers 1 ≤ k ≤ n: exact by summing, from the smallest term upward. */
export const harmonicDifference = (n: number, k: number): number => {
  if (n - k > 4096) return digamma(n) - digamma(k)
  let sum = 0
  for (let j = n - 1; j >= k; j--) sum += 1 / j
  return sum
}

/** ψ(x) for x > 0. Source: NIST DLMF 5.11.2 after shifting upward. */
export const digamma = (x: number): number => {
  if (!(x > 0)) throw new RangeError(`digamma(${x}): the argument must be greater than zero.`)
  let shift = 0
  let argument = x
  while (argument < 16) {
    shift += 1 / argument
    argument += 1
  }
  const square = 1 / (argument * argument)
  const series = square * (1 / 12 - square * (1 / 120 - square * (1 / 252 - square * (1 / 240 - square / 132))))
  return Math.log(argument) - 0.5 / argument - series - shift
}
