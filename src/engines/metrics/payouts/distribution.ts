import { checkSameLength, sumOfCounts } from '../arguments.ts'
import type { Counts, PlaysByUser } from './plays-by-user.ts'

/** What a play is worth under a rule, before money: every part left out means "one play counts one". */
export interface Terms {
  /** Factor per payee; 0 earns nothing. */
  readonly factors?: Float64Array
  /** Plays of each entry that the user asked for (not autoplayed), with what such a play counts in addition. */
  readonly active?: { readonly plays: Counts; readonly bonus: number }
  /** No user counts for more than so many plays, measured before or after factors and bonus; more are scaled down evenly. */
  readonly cap?: { readonly plays: number; readonly measured: 'before-boosts' | 'after-boosts' }
}

/** Both ways of sharing, from one pass over the plays. */
export interface Distribution {
  /** Weighted plays per payee, all users together. */
  readonly weights: Float64Array
  /** Minor units per payee, unrounded, when each user's fee follows the user's own plays. */
  readonly quotas: Float64Array
  /** Fees of users with counted plays, and of those without. */
  readonly feesWithPlays: number
  readonly feesWithoutPlays: number
  readonly usersWithoutPlays: number
}

/**
 * A number that, added and taken away again, rounds anything up to `bound` in size to a multiple of about 2⁻⁵¹ of it. Sums of such
 * multiples are exact, so totals come out the same in whatever order the plays arrive.
 */
const roundingConstant = (bound: number): number => 1.5 * 2 ** (Math.ceil(Math.log2(bound)) + 1)

/** Rounding for a sum held in two parts: what the coarse part rounds off is kept, rounded far below the last digit, in the fine one. */
const roundingConstants = (bound: number, terms: number): readonly [number, number] => {
  const coarse = roundingConstant(Math.max(bound, 1))
  return [coarse, roundingConstant(coarse * 2 ** -52 * Math.max(terms, 1))]
}

const checkFees = (fees: ArrayLike<number>, userCount: number): number => {
  if (fees.length !== userCount) throw new RangeError(`There are ${fees.length} fees for ${userCount} users.`)
  const pool = sumOfCounts(fees, 'fees')
  for (let user = 0; user < fees.length; user++) {
    if (!Number.isInteger(fees[user])) {
      throw new RangeError(`fees[${user}] is ${fees[user]}: fees are whole minor units (cents).`)
    }
  }
  if (pool > Number.MAX_SAFE_INTEGER) throw new RangeError(`The fees add up to ${pool}: more than can be held exactly.`)
  return pool
}

const greatestFactor = ({ factors, active }: Terms): number => {
  let greatest = 1
  if (factors) for (let i = 0; i < factors.length; i++) greatest = Math.max(greatest, factors[i]!)
  return greatest * (1 + (active?.bonus ?? 0))
}

const checkTerms = (plays: PlaysByUser, { factors, active }: Terms): void => {
  if (factors) {
    if (factors.length !== plays.payeeCount) throw new RangeError('There must be one factor per payee.')
    sumOfCounts(factors, 'factors')
  }
  if (active) {
    checkSameLength(active.plays, plays.plays, 'Active plays and plays')
    for (let entry = 0; entry < active.plays.length; entry++) {
      if (active.plays[entry]! > plays.plays[entry]!)
        throw new RangeError(`Entry ${entry} has more active plays than plays.`)
    }
  }
}

/**
 * Weighs every play and shares it both ways. `fees`: whole minor units per user. Time O(entries), memory two numbers per payee.
 * The result does not depend on the order of users or entries, to the last digit (for factors that are sums of few powers of two).
 * Throws RangeError for misfits in fees, factors or active plays.
 */
export const distribute = (plays: PlaysByUser, fees: ArrayLike<number>, terms: Terms = {}): Distribution => {
  const pool = checkFees(fees, plays.userCount)
  checkTerms(plays, terms)
  const allPlays = sumOfCounts(plays.plays, 'plays') * greatestFactor(terms)
  const sums = { weights: new Float64Array(plays.payeeCount), money: new Float64Array(2 * plays.payeeCount) }
  const toMoney = roundingConstants(pool, plays.plays.length)
  const isPlain = !terms.factors && !terms.active && !terms.cap
  const counts = isPlain
    ? sharePlain(plays, fees, sums, toMoney)
    : shareWeighted(plays, fees, sums, toMoney, roundingConstant(Math.max(allPlays, 1)), terms)
  const quotas = sums.weights.map((_, payee) => sums.money[2 * payee]! + sums.money[2 * payee + 1]!)
  return { weights: sums.weights, quotas, ...counts, feesWithPlays: pool - counts.feesWithoutPlays }
}

interface Sums {
  readonly weights: Float64Array
  /** Coarse and fine part of each payee's money, side by side. */
  readonly money: Float64Array
}

interface Without {
  readonly feesWithoutPlays: number
  readonly usersWithoutPlays: number
}

const sharePlain = (
  by: PlaysByUser,
  fees: ArrayLike<number>,
  sums: Sums,
  [coarse, fine]: readonly [number, number],
): Without => {
  const { starts, payees, plays, userCount } = by
  const { weights, money } = sums
  let feesWithoutPlays = 0
  let usersWithoutPlays = 0
  for (let user = 0; user < userCount; user++) {
    const start = starts[user]!
    const end = starts[user + 1]!
    let total = 0
    for (let entry = start; entry < end; entry++) total += plays[entry]!
    if (total === 0) {
      feesWithoutPlays += fees[user]!
      usersWithoutPlays++
      continue
    }
    const rate = fees[user]! / total
    for (let entry = start; entry < end; entry++) {
      const payee = payees[entry]!
      const count = plays[entry]!
      weights[payee] = weights[payee]! + count
      const share = count * rate
      const rounded = share + coarse - coarse
      money[2 * payee] = money[2 * payee]! + rounded
      money[2 * payee + 1] = money[2 * payee + 1]! + (share - rounded + fine - fine)
    }
  }
  return { feesWithoutPlays, usersWithoutPlays }
}

const shareWeighted = (
  by: PlaysByUser,
  fees: ArrayLike<number>,
  sums: Sums,
  [coarse, fine]: readonly [number, number],
  toWeight: number,
  { factors, active, cap }: Terms,
): Without => {
  const { starts, payees, plays, userCount } = by
  const { weights, money } = sums
  const activePlays = active?.plays
  const bonus = active?.bonus ?? 0
  let feesWithoutPlays = 0
  let usersWithoutPlays = 0
  for (let user = 0; user < userCount; user++) {
    const start = starts[user]!
    const end = starts[user + 1]!
    let counted = 0
    let weighted = 0
    for (let entry = start; entry < end; entry++) {
      const factor = factors ? factors[payees[entry]!]! : 1
      if (factor === 0) continue
      counted += plays[entry]!
      weighted += factor * (plays[entry]! + (activePlays ? bonus * activePlays[entry]! : 0))
    }
    if (weighted === 0) {
      feesWithoutPlays += fees[user]!
      usersWithoutPlays++
      continue
    }
    const measured = cap?.measured === 'after-boosts' ? weighted : counted
    const scale = cap && measured > cap.plays ? cap.plays / measured : 1
    const rate = fees[user]! / weighted
    for (let entry = start; entry < end; entry++) {
      const payee = payees[entry]!
      const weight = (factors ? factors[payee]! : 1) * (plays[entry]! + (activePlays ? bonus * activePlays[entry]! : 0))
      weights[payee] = weights[payee]! + (weight * scale + toWeight - toWeight)
      const share = weight * rate
      const rounded = share + coarse - coarse
      money[2 * payee] = money[2 * payee]! + rounded
      money[2 * payee + 1] = money[2 * payee + 1]! + (share - rounded + fine - fine)
    }
  }
  return { feesWithoutPlays, usersWithoutPlays }
}
