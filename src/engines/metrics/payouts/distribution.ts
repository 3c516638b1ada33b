import { checkSameLength, sumOfCounts } from '../arguments.ts'
import { type Gatherer, gatherOne, isInBlocks, ofBlock, type Plays } from './plays-blocks.ts'
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
 * Numbers that, added and taken away again, round to a fixed grid: sums of grid points are exact, so totals come out the same in whatever
 * order, and in however many parts, the plays are added. Money is held in two parts: what `coarse` rounds off is kept on a grid far
 * below the last digit, `fine`.
 */
export interface Rounding {
  readonly coarse: number
  readonly fine: number
  readonly weight: number
}

/** Rounds anything up to `bound` in size to a multiple of about 2⁻⁵¹ of it. */
const roundingConstant = (bound: number): number => 1.5 * 2 ** (Math.ceil(Math.log2(Math.max(bound, 1e-250))) + 1)

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

const checkTerms = (plays: Plays, { factors, active }: Terms): void => {
  if (factors) {
    if (factors.length !== plays.payeeCount) throw new RangeError('There must be one factor per payee.')
    sumOfCounts(factors, 'factors')
  }
  if (active) {
    if (isInBlocks(plays)) throw new RangeError('Active plays are for plays in memory.')
    checkSameLength(active.plays, plays.plays, 'Active plays and plays')
    for (let entry = 0; entry < active.plays.length; entry++) {
      if (active.plays[entry]! > plays.plays[entry]!)
        throw new RangeError(`Entry ${entry} has more active plays than plays.`)
    }
  }
}

/** Sum of the plays; widths that hold whole numbers only need no check. */
const sumOfPlays = (all: Plays): number => {
  if (isInBlocks(all)) return all.playCount
  const { plays } = all
  if (plays instanceof Float64Array) return sumOfCounts(plays, 'plays')
  let sum = 0
  for (let entry = 0; entry < plays.length; entry++) sum += plays[entry]!
  return sum
}

/** All fees, and the grids that every part of one distribution must share. */
export interface Preparation {
  readonly pool: number
  readonly rounding: Rounding
}

/** Checks fees and terms and fixes the grids. Throws RangeError for misfits in fees, factors or active plays. */
export const prepareDistribution = (plays: Plays, fees: ArrayLike<number>, terms: Terms = {}): Preparation => {
  const pool = checkFees(fees, plays.userCount)
  checkTerms(plays, terms)
  const coarse = roundingConstant(Math.max(pool, 1))
  const fine = roundingConstant(
    coarse * 2 ** -52 * Math.max(isInBlocks(plays) ? plays.entryCount : plays.plays.length, 1),
  )
  const weight = roundingConstant(Math.max(sumOfPlays(plays) * greatestFactor(terms), 1))
  return { pool, rounding: { coarse, fine, weight } }
}

/** What some of the users add: four numbers per payee (weight, money on the coarse grid, money on the fine grid, unused). */
export interface DistributionPart {
  readonly sums: Float64Array
  readonly feesWithoutPlays: number
  readonly usersWithoutPlays: number
}

/**
 * The part of the users `from` … `to − 1`, for workers that share the users among them; the same `preparation` for all.
 * Time O(entries of these users), memory 32 bytes per payee.
 */
export const distributePart = (
  plays: PlaysByUser,
  fees: ArrayLike<number>,
  terms: Terms,
  preparation: Preparation,
  users: readonly [from: number, to: number],
): DistributionPart => {
  const sums = new Float64Array(4 * plays.payeeCount)
  return { sums, ...share(plays, fees, terms, preparation, sums, users) }
}

const share = (
  plays: PlaysByUser,
  fees: ArrayLike<number>,
  terms: Terms,
  { rounding }: Preparation,
  sums: Float64Array,
  [from, to]: readonly [number, number],
): Without => {
  const isPlain = !terms.factors && !terms.active && !terms.cap
  return isPlain
    ? sharePlain(plays, fees, sums, rounding, from, to)
    : shareWeighted(plays, fees, sums, rounding, terms, from, to)
}

/** Joins parts: the same numbers, to the last digit, however the users were split. */
export const joinDistribution = (parts: readonly DistributionPart[], pool: number): Distribution => {
  const payees = (parts[0]?.sums.length ?? 0) / 4
  const weights = new Float64Array(payees)
  const quotas = new Float64Array(payees)
  for (let payee = 0; payee < payees; payee++) {
    let coarse = 0
    let fine = 0
    for (const { sums } of parts) {
      weights[payee] = weights[payee]! + sums[4 * payee]!
      coarse += sums[4 * payee + 1]!
      fine += sums[4 * payee + 2]!
    }
    quotas[payee] = coarse + fine
  }
  const feesWithoutPlays = parts.reduce((sum, part) => sum + part.feesWithoutPlays, 0)
  const usersWithoutPlays = parts.reduce((sum, part) => sum + part.usersWithoutPlays, 0)
  return { weights, quotas, feesWithPlays: pool - feesWithoutPlays, feesWithoutPlays, usersWithoutPlays }
}

/**
 * Weighs every play and shares it both ways. `fees`: whole minor units per user. Time O(entries), memory 32 bytes per payee.
 * The result does not depend on the order of users or entries, to the last digit (for factors that are sums of few powers of two).
 * Throws RangeError for misfits in fees, factors or active plays.
 */
export const distribute = (plays: Plays, fees: ArrayLike<number>, terms: Terms = {}): Distribution =>
  gatherOne(plays, gatherDistribution(plays, fees, terms))

/** What `distribute` gives, for a walk with other sums. */
export const gatherDistribution = (
  plays: Plays,
  fees: ArrayLike<number>,
  terms: Terms = {},
): Gatherer<Distribution> => {
  const preparation = prepareDistribution(plays, fees, terms)
  const sums = new Float64Array(4 * plays.payeeCount)
  let [feesWithoutPlays, usersWithoutPlays] = [0, 0]
  return {
    take: (block) => {
      const without = share(block.plays, ofBlock(fees, block), terms, preparation, sums, [0, block.plays.userCount])
      feesWithoutPlays += without.feesWithoutPlays
      usersWithoutPlays += without.usersWithoutPlays
    },
    finish: () => joinDistribution([{ sums, feesWithoutPlays, usersWithoutPlays }], preparation.pool),
  }
}

type Without = Omit<DistributionPart, 'sums'>

const sharePlain = (
  by: PlaysByUser,
  fees: ArrayLike<number>,
  sums: Float64Array,
  { coarse, fine }: Rounding,
  from: number,
  to: number,
): Without => {
  const { starts, payees, plays } = by
  let feesWithoutPlays = 0
  let usersWithoutPlays = 0
  for (let user = from; user < to; user++) {
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
      const at = payees[entry]! << 2
      const count = plays[entry]!
      const share = count * rate
      const rounded = share + coarse - coarse
      sums[at] = sums[at]! + count
      sums[at + 1] = sums[at + 1]! + rounded
      sums[at + 2] = sums[at + 2]! + (share - rounded + fine - fine)
    }
  }
  return { feesWithoutPlays, usersWithoutPlays }
}

const shareWeighted = (
  by: PlaysByUser,
  fees: ArrayLike<number>,
  sums: Float64Array,
  { coarse, fine, weight: toWeight }: Rounding,
  { factors, active, cap }: Terms,
  from: number,
  to: number,
): Without => {
  const { starts, payees, plays } = by
  const activePlays = active?.plays
  const bonus = active?.bonus ?? 0
  let feesWithoutPlays = 0
  let usersWithoutPlays = 0
  for (let user = from; user < to; user++) {
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
      const share = weight * rate
      const rounded = share + coarse - coarse
      const at = payee << 2
      sums[at] = sums[at]! + (weight * scale + toWeight - toWeight)
      sums[at + 1] = sums[at + 1]! + rounded
      sums[at + 2] = sums[at + 2]! + (share - rounded + fine - fine)
    }
  }
  return { feesWithoutPlays, usersWithoutPlays }
}
