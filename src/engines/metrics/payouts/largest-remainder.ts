import { checkWhole, type Numbers, sumOfCounts } from '../arguments.ts'

/** Whole part and remainder of total × weight ÷ sum: exact when weights are whole, to the last digits of a double otherwise. */
const dividers = (weights: Numbers, total: number, sum: number) => {
  let greatest = 0
  let areWhole = Number.isSafeInteger(sum)
  for (let i = 0; i < weights.length; i++) {
    greatest = Math.max(greatest, weights[i]!)
    areWhole &&= Number.isInteger(weights[i])
  }
  if (areWhole && greatest * total > Number.MAX_SAFE_INTEGER) {
    const [bigTotal, bigSum] = [BigInt(total), BigInt(sum)]
    return (weight: number): readonly [number, number] => {
      const product = bigTotal * BigInt(weight)
      return [Number(product / bigSum), Number(product % bigSum) / sum]
    }
  }
  return (weight: number): readonly [number, number] => {
    const product = total * weight
    const whole = Math.floor(product / sum)
    return areWhole ? [(product - (product % sum)) / sum, (product % sum) / sum] : [whole, product / sum - whole]
  }
}

/**
 * Splits a whole `total` (integer minor units) in proportion to `weights` ≥ 0 so that the parts are whole and add up to it exactly:
 * everyone gets the whole part of their quota, and the units left go to the largest remainders, ties to the lower index.
 * Nobody of weight 0 gets anything. Throws RangeError for a bad weight, a total that is not a whole number ≥ 0, or a total above 0
 * with no weight at all. Source: the method of Hamilton (1792) and Hare–Niemeyer.
 */
export const largestRemainder = (weights: Numbers, total: number): Float64Array => {
  checkWhole(total, 0, 'The total')
  const sum = sumOfCounts(weights, 'weights')
  const parts = new Float64Array(weights.length)
  if (total === 0) return parts
  if (sum === 0) throw new RangeError(`Nobody has a weight: ${total} cannot be shared out.`)
  const remainders = new Float64Array(weights.length)
  const divide = dividers(weights, total, sum)
  let left = total
  for (let i = 0; i < weights.length; i++) {
    const [whole, remainder] = divide(weights[i]!)
    parts[i] = whole
    remainders[i] = remainder
    left -= whole
  }
  settleRest(parts, remainders, weights, left)
  return parts
}

/** One unit to each of the `units` greatest remainders, ties to the lower index: found by their least, without sorting who has them. */
const handOut = (parts: Float64Array, remainders: Float64Array, candidates: Uint32Array, units: number): void => {
  if (units === 0) return
  const least = Float64Array.from(candidates, (i) => remainders[i]!).sort()[candidates.length - units]!
  let ties = units
  for (const i of candidates) if (remainders[i]! > least) ties--
  for (const i of candidates) {
    const isTie = remainders[i] === least
    if (remainders[i]! < least || (isTie && ties === 0)) continue
    if (isTie) ties--
    parts[i] = parts[i]! + 1
  }
}

/** Hands out the units left, or takes back the few that rounding of doubles gave too many. */
const settleRest = (parts: Float64Array, remainders: Float64Array, weights: Numbers, left: number): void => {
  if (left === 0) return
  const candidates = Uint32Array.from({ length: parts.length }, (_, i) => i).filter((i) => weights[i]! > 0)
  if (left > 0) {
    for (const i of candidates) parts[i] = parts[i]! + Math.floor(left / candidates.length)
    handOut(parts, remainders, candidates, left % candidates.length)
    return
  }
  candidates.sort((a, b) => remainders[b]! - remainders[a]! || a - b)
  for (let i = candidates.length - 1, owed = -left; owed > 0 && i >= 0; i--) {
    const payer = candidates[i]!
    if (parts[payer] === 0) continue
    parts[payer] = parts[payer]! - 1
    owed--
  }
}
