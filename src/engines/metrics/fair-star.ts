import { checkInside, checkWhole, type Numbers } from './arguments.ts'

/** Share of protected items wanted among the first k, and the significance with which a list may fall short of it. */
export interface FairStarSetting {
  /** Length of the list, ≥ 1. */
  readonly k: number
  /** Wanted share of protected items, strictly between 0 and 1. */
  readonly p: number
  /** Significance, strictly between 0 and 1: the chance of rejecting a fair list. */
  readonly alpha: number
}

/**
 * Which positions a fail probability looks at. `published`: all but the last, as the authors' own software (fairsearchcore) computes it
 * and the tables in circulation have it. `exact`: all k positions. They differ only where the table rises at its last position.
 */
export type LastPosition = 'published' | 'exact'

const checkSetting = ({ k, p, alpha }: FairStarSetting): void => {
  checkWhole(k, 1, 'k')
  checkInside(p, 0, 1, 'p')
  checkInside(alpha, 0, 1, 'alpha')
}

/** The exact fraction a decimal number was written as: 0.3 → 3/10. */
const fractionOf = (value: number): readonly [bigint, bigint] => {
  const [mantissa = '0', exponent = '0'] = value.toString().split('e')
  const [whole = '0', decimals = ''] = mantissa.split('.')
  const shift = decimals.length - Number(exponent)
  const digits = BigInt(whole + decimals)
  return shift >= 0 ? [digits, 10n ** BigInt(shift)] : [digits * 10n ** BigInt(-shift), 1n]
}

/** Whether P(X ≤ m) ≥ alpha for X ~ Binomial(n, p), in whole numbers only: decides what doubles leave within rounding. */
const reachesExactly = (n: number, m: number, p: number, alpha: number): boolean => {
  const [top, bottom] = fractionOf(p)
  const rest = bottom - top
  let term = rest ** BigInt(n)
  let sum = term
  for (let j = 1; j <= m; j++) {
    term = (term * BigInt(n - j + 1) * top) / (BigInt(j) * rest)
    sum += term
  }
  const [alphaTop, alphaBottom] = fractionOf(alpha)
  return sum * alphaBottom >= alphaTop * bottom ** BigInt(n)
}

/** Rows of P(X ≤ m), X ~ Binomial(i, p), for i = 1 … k: row i − 1 has i + 1 entries. */
const cumulativeRows = (k: number, p: number): Float64Array[] => {
  const q = Number((1 - p).toPrecision(15))
  let row = Float64Array.of(1)
  return Array.from({ length: k }, () => {
    const next = new Float64Array(row.length + 1)
    for (let j = 0; j < row.length; j++) {
      next[j] = next[j]! + row[j]! * q
      next[j + 1] = next[j + 1]! + row[j]! * p
    }
    row = next
    let sum = 0
    return row.map((chance) => (sum += chance))
  })
}

const tableFrom = (rows: readonly Float64Array[], p: number, alpha: number): Uint32Array =>
  Uint32Array.from(rows, (row, i) => {
    let m = 0
    for (; m < row.length - 1; m++) {
      const margin = row[m]! - alpha
      if (Math.abs(margin) <= 1e-13 * alpha ? reachesExactly(i + 1, m, p, alpha) : margin > 0) break
    }
    return m
  })

/**
 * FA*IR table without adjustment: entry i − 1 is the least number of protected items among the first i, the smallest m with
 * P(X ≤ m) ≥ α for X ~ Binomial(i, p). Testing every position at α rejects far more than α of fair lists (a third at k = 100, p = 0.3,
 * α = 0.1): use `fairStarTable`. Throws RangeError for a bad setting.
 * Source: M. Zehlike et al., CIKM 2017, 1569–1578 (arXiv 1706.06368).
 */
export const unadjustedFairStarTable = (setting: FairStarSetting): Uint32Array => {
  checkSetting(setting)
  return tableFrom(cumulativeRows(setting.k, setting.p), setting.p, setting.alpha)
}

/**
 * Probability that a fair list (each position protected with chance p, independently) is rejected by a table. Range 0 … 1.
 * `lastPosition` — see the type; `published` if left out. O(k²). Throws RangeError for a bad p or a table that demands more than i
 * among the first i. Source: Zehlike et al. 2017, section 4.3, as a Markov chain over the number of protected items.
 */
export const fairStarFailProbability = (
  table: Numbers,
  p: number,
  lastPosition: LastPosition = 'published',
): number => {
  checkInside(p, 0, 1, 'p')
  const q = Number((1 - p).toPrecision(15))
  const tested = lastPosition === 'published' ? table.length - 1 : table.length
  let chances = new Float64Array(table.length + 1)
  chances[0] = 1
  let failed = 0
  for (let i = 0; i < tested; i++) {
    if (table[i]! > i + 1) throw new RangeError(`The table asks for ${table[i]} among the first ${i + 1}.`)
    const next = new Float64Array(table.length + 1)
    for (let j = 0; j <= i; j++) {
      next[j] = next[j]! + chances[j]! * q
      next[j + 1] = next[j + 1]! + chances[j]! * p
    }
    for (let j = 0; j < table[i]!; j++) {
      failed += next[j]!
      next[j] = 0
    }
    chances = next
  }
  return failed
}

/** A table that holds the whole list, not each position, to the significance. */
export interface AdjustedFairStar {
  readonly alpha: number
  readonly table: Uint32Array
  readonly failProbability: number
}

interface Boundary extends AdjustedFairStar {
  readonly mass: number
}

const nearest = (target: number, ...boundaries: readonly Boundary[]): Boundary =>
  boundaries.reduce((best, next) =>
    Math.abs(next.failProbability - target) < Math.abs(best.failProbability - target) ? next : best,
  )

/**
 * FA*IR with adjusted significance: bisection on α until the fail probability of the whole list is as near to the wanted α as a table of
 * whole numbers allows (it may end slightly above; with the mass of the tables as the measure of nearness, as the authors' software
 * does). Returns the adjusted α, its table and its fail probability. Throws RangeError for a bad setting. O(k²) per step, ~60 steps.
 * Source: Zehlike et al. 2017, section 4.3; fairsearchcore.
 */
export const fairStarTable = (setting: FairStarSetting, lastPosition: LastPosition = 'published'): AdjustedFairStar => {
  checkSetting(setting)
  const { k, p, alpha } = setting
  const rows = cumulativeRows(k, p)
  const at = (candidate: number): Boundary => {
    const table = candidate === 0 ? new Uint32Array(k) : tableFrom(rows, p, candidate)
    const failProbability = fairStarFailProbability(table, p, lastPosition)
    return { alpha: candidate, table, failProbability, mass: table.reduce((sum, m) => sum + m, 0) }
  }
  const { mass: _, ...adjusted } = adjust(at, alpha)
  return adjusted
}

const adjust = (at: (alpha: number) => Boundary, alpha: number): Boundary => {
  let low = at(0)
  let high = at(alpha)
  let middle = at(alpha / 2)
  while (low.mass < high.mass && middle.failProbability !== alpha) {
    if (middle.failProbability < alpha) low = middle
    else high = middle
    middle = at((low.alpha + high.alpha) / 2)
    if (high.mass - low.mass === 1 || high.alpha - low.alpha <= 1e-16) return nearest(alpha, low, high)
    if (high.mass - middle.mass === 1 && middle.mass - low.mass === 1) return nearest(alpha, middle, low, high)
  }
  return middle
}

/** Whether each prefix of a list has at least as many protected items as the table asks. `isProtected[i]`: 1 or true at position i + 1. */
export const meetsFairStar = (isProtected: ArrayLike<number | boolean>, table: Numbers): boolean => {
  if (isProtected.length > table.length) {
    throw new RangeError(`The list has ${isProtected.length} items: the table reaches to ${table.length}.`)
  }
  let found = 0
  for (let i = 0; i < isProtected.length; i++) {
    if (isProtected[i]) found++
    if (found < table[i]!) return false
  }
  return true
}

/**
 * FA*IR re-ranking: the list in its own order, except that where a prefix would fall short of the table the next protected item is
 * taken first. `isProtected[i]`: whether the item at position i + 1 of the original list is protected; `table` from `fairStarTable`.
 * Returns the original indices in their new order, as many as the table is long (fewer when the list is). When protected items run
 * out the rest follows in order: check `meetsFairStar`. Source: Zehlike et al. 2017, algorithm 2.
 */
export const fairStarRerank = (isProtected: ArrayLike<number | boolean>, table: Numbers): Uint32Array => {
  const protectedOnes: number[] = []
  const others: number[] = []
  for (let i = 0; i < isProtected.length; i++) (isProtected[i] ? protectedOnes : others).push(i)
  const length = Math.min(table.length, isProtected.length)
  const order = new Uint32Array(length)
  let taken = 0
  for (let i = 0; i < length; i++) {
    const nextProtected = protectedOnes[taken] ?? Infinity
    const nextOther = others[i - taken] ?? Infinity
    const isDue = nextProtected !== Infinity && (taken < table[i]! || nextProtected < nextOther)
    order[i] = isDue ? nextProtected : nextOther
    if (isDue) taken++
  }
  return order
}
