import { hhi, hill, type ShareBounds, shannon, shareBounds } from '../../engines/metrics/index.ts'
import type { CountryList } from '../../engines/studies/index.ts'
import type { Observations } from './observations.ts'

/** Amounts from each origin (column) to each destination (row), the last row and column being unknown: row-major, side `n + 1`. */
export interface FlowTable {
  readonly n: number
  readonly amounts: Float64Array
}

/** Adds up the observations, or those of one period. */
export const flowTable = (data: Observations, period?: number): FlowTable => {
  const n = data.countries.length
  const side = n + 1
  const amounts = new Float64Array(side * side)
  const { starts, groups, credits } = data.credits
  for (let at = 0; at < data.amount.length; at++) {
    if (period !== undefined && data.period[at] !== period) continue
    const row = (data.destination[at]! < 0 ? n : data.destination[at]!) * side
    const work = data.work[at]!
    const amount = data.amount[at]!
    const end = starts[work + 1]!
    if (starts[work] === end) amounts[row + n]! += amount
    for (let c = starts[work]!; c < end; c++) amounts[row + groups[c]!]! += amount * credits[c]!
  }
  return { n, amounts }
}

/** Columns added up over the rows wanted (known destinations and the unknown one where none are named). */
export const originTotals = ({ n, amounts }: FlowTable, destinations?: readonly number[]): Float64Array => {
  const totals = new Float64Array(n + 1)
  const rows = destinations ?? Array.from({ length: n + 1 }, (_, row) => row)
  for (const row of rows)
    for (let column = 0; column <= n; column++) totals[column]! += amounts[row * (n + 1) + column]!
  return totals
}

const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null)

export interface Concentration {
  /** Σp² of the origins, and the effective number of origins of order 1. */
  readonly hhi: number | null
  readonly hill_1: number | null
  readonly shannon: number | null
}

export const concentrationOf = (known: Float64Array): Concentration => {
  const some = known.filter((amount) => amount > 0)
  if (some.length === 0) return { hhi: null, hill_1: null, shannon: null }
  return { hhi: orNull(hhi(some)), hill_1: orNull(hill(some, 1)), shannon: orNull(shannon(some)) }
}

export interface ScopeFlows {
  readonly total: number
  readonly known: number
  /** Own works used at home, of what is known. */
  readonly local_share: number | null
  readonly local_bounds: { readonly low: number | null; readonly high: number | null }
  /** Works of the chosen list of countries, of what is of known origin. */
  readonly developing_share: number | null
  readonly concentration: Concentration
}

/** Figures of a table, or of some of its destinations. Unknown origins and destinations are in the total and in the bounds. */
export const scopeFlows = (
  table: FlowTable,
  countries: readonly string[],
  list: CountryList,
  only?: readonly number[],
): ScopeFlows => {
  const { n, amounts } = table
  const rows = only ?? Array.from({ length: n }, (_, row) => row)
  let [local, known] = [0, 0]
  for (const row of rows) {
    if (row === n) continue
    local += amounts[row * (n + 1) + row]!
    for (let column = 0; column < n; column++) known += amounts[row * (n + 1) + column]!
  }
  const origins = originTotals(table, only)
  const total = origins.reduce((sum, amount) => sum + amount, 0)
  const ofKnownOrigin = origins.subarray(0, n)
  const sum = ofKnownOrigin.reduce((so, amount) => so + amount, 0)
  const developing = ofKnownOrigin.reduce((so, amount, place) => so + (list.has(countries[place]!) ? amount : 0), 0)
  const bounds: ShareBounds = shareBounds(local, Math.max(0, known - local), Math.max(0, total - known))
  return {
    total,
    known,
    local_share: orNull(bounds.ofKnown),
    local_bounds: { low: orNull(bounds.low), high: orNull(bounds.high) },
    developing_share: orNull(developing / sum),
    concentration: concentrationOf(ofKnownOrigin),
  }
}

/** Shares of amounts by code, greatest first, of what is of known origin. */
export const sharesByCode = (
  amounts: Float64Array,
  countries: readonly string[],
  most = countries.length,
): Record<string, number> => {
  const known = amounts.subarray(0, countries.length)
  const sum = known.reduce((so, amount) => so + amount, 0)
  const rows = countries.flatMap((code, place): [string, number][] =>
    known[place]! > 0 ? [[code, known[place]! / sum]] : [],
  )
  return Object.fromEntries(rows.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, most))
}
