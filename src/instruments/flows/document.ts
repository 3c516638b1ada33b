import { flowBalances } from '../../engines/metrics/index.ts'
import {
  type CountryList,
  hiddenCells,
  type IntervalRecord,
  type LeftOutRows,
  leastPersons,
  type MatchingRecord,
  type Resampling,
  type StudyRecord,
  shownLabels,
  type UnrecognisedSpelling,
} from '../../engines/studies/index.ts'
import { allIntervals, intervalsOf, noIntervals, type StatedFlows } from './intervals.ts'
import { type CountryOverTime, overTime } from './over-time.ts'
import { type TradeFindings, tradeFindings } from './trade-findings.ts'
import {
  type Concentration,
  concentrationOf,
  type FlowTable,
  flowTable,
  originTotals,
  scopeFlows,
  sharesByCode,
} from './matrix.ts'
import type { Observations } from './observations.ts'

export interface DestinationFlows extends StatedFlows {
  readonly origins: Readonly<Record<string, number>>
}

export interface OriginFlows {
  readonly sent: number
  readonly received: number
  readonly own: number
  /** (sent − received) ÷ (sent + received): −1 receives only, 1 sends only; null without any exchange. */
  readonly balance: number | null
  /** Of everything of known origin. */
  readonly share: number
}

export interface FlowsDocument {
  /** What the flows were read from. */
  readonly read_from: 'flows' | 'trade' | 'plays' | 'exposures'
  readonly unit: string
  /** The country the study is about, where one was named. */
  readonly country: string | null
  readonly overall: StatedFlows & {
    readonly mean_of_users_local_share: number | null
    readonly two_way_local_interval: IntervalRecord | null
    readonly origins: Readonly<Record<string, number>>
    readonly catalogue: Concentration | null
  }
  readonly by_destination: Readonly<Record<string, DestinationFlows>>
  readonly by_origin: Readonly<Record<string, OriginFlows>>
  readonly developing: {
    readonly list: Omit<CountryList, 'has'>
    /** Shares of what is known on both sides, by from → to; they add up to 1. */
    readonly flows: Readonly<
      Record<
        'developing_to_developing' | 'developing_to_other' | 'other_to_developing' | 'other_to_other',
        number | null
      >
    >
    readonly developing_share_received_by_developing: number | null
    readonly developing_share_received_by_other: number | null
  }
  /** The period of the whole, where the table tells one alone. */
  readonly only_period: string | null
  /** Where the table tells more than one. */
  readonly periods: readonly ({ readonly period: string } & StatedFlows)[]
  /** What each country sends and receives, and whence, in each of `periods`; empty where there are none. */
  readonly over_time: Readonly<Record<string, CountryOverTime>>
  /** Of trade files: products, and how far the two sides of a flow differ. */
  readonly trade: TradeFindings | null
  /** Rows are destinations, columns origins and, last, the unknown; null where fewer than ten persons stand behind. */
  readonly matrix: {
    readonly destinations: readonly string[]
    readonly origins: readonly string[]
    readonly amounts: readonly (readonly (number | null)[])[]
  }
  readonly left_out: {
    readonly rows: readonly LeftOutRows[]
    readonly unrecognised_countries: readonly UnrecognisedSpelling[]
    readonly unrecognised_codes: readonly UnrecognisedSpelling[]
    readonly destinations_not_shown: number
    readonly notes: Readonly<Record<string, number>>
  }
  /** Of charts: titles that the list of works does not write as the chart does, and what became of them. */
  readonly matching?: MatchingRecord
  readonly method: StudyRecord
}

/** Distinct persons behind every cell of the table, and behind every destination and origin; nothing when no persons are in the data. */
const personsOf = (data: Observations) => {
  if (data.clusters.kind !== 'users') return undefined
  const n = data.countries.length
  const [cells, destinations, origins] = [(n + 1) ** 2, n, n].map((size) => new Uint32Array(size)) as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ]
  const last = [(n + 1) ** 2, n, n].map((size) => new Int32Array(size).fill(-1)) as [Int32Array, Int32Array, Int32Array]
  const meet = (which: 0 | 1 | 2, counts: Uint32Array, place: number, user: number) => {
    if (last[which][place] !== user) counts[place]!++
    last[which][place] = user
  }
  const { starts, groups } = data.credits
  for (let at = 0; at < data.amount.length; at++) {
    if (data.amount[at] === 0) continue
    const [user, row, work] = [data.clusters.first[at]!, data.destination[at]!, data.work[at]!]
    if (row >= 0) meet(1, destinations, row, user)
    const side = (row < 0 ? n : row) * (n + 1)
    const end = starts[work + 1]!
    if (starts[work] === end) meet(0, cells, side + n, user)
    for (let c = starts[work]!; c < end; c++) {
      meet(0, cells, side + groups[c]!, user)
      meet(2, origins, groups[c]!, user)
    }
  }
  return { cells, destinations, origins }
}

const developingFlows = (
  { n, amounts }: FlowTable,
  countries: readonly string[],
  list: CountryList,
): Pick<
  FlowsDocument['developing'],
  'flows' | 'developing_share_received_by_developing' | 'developing_share_received_by_other'
> => {
  const isListed = countries.map((code) => list.has(code))
  const sums = { dd: 0, do: 0, od: 0, oo: 0 }
  for (let to = 0; to < n; to++)
    for (let from = 0; from < n; from++) {
      const key = `${isListed[from] ? 'd' : 'o'}${isListed[to] ? 'd' : 'o'}` as keyof typeof sums
      sums[key] += amounts[to * (n + 1) + from]!
    }
  const all = sums.dd + sums.do + sums.od + sums.oo
  const share = (part: number, whole: number) => (whole > 0 ? part / whole : null)
  return {
    flows: {
      developing_to_developing: share(sums.dd, all),
      developing_to_other: share(sums.do, all),
      other_to_developing: share(sums.od, all),
      other_to_other: share(sums.oo, all),
    },
    developing_share_received_by_developing: share(sums.dd, sums.dd + sums.od),
    developing_share_received_by_other: share(sums.do, sums.do + sums.oo),
  }
}

/** What stands for the local share of a destination whose own cell is not shown. */
const noLocalShare = {
  local_share: null,
  local_bounds: { low: null, high: null },
  local_interval: noIntervals.local_share,
} as const

const originFlows = (
  table: FlowTable,
  countries: readonly string[],
  shown: readonly boolean[],
): Record<string, OriginFlows> => {
  const { n, amounts } = table
  const known = originTotals(table).subarray(0, n)
  const sum = known.reduce((so, amount) => so + amount, 0)
  const balances = flowBalances(amounts.subarray(0, n * (n + 1)), n, n + 1)
  const rows = countries.flatMap((code, place): [string, OriginFlows][] => {
    const { sent, received, own, balance } = balances[place]!
    if (!shown[place] || sent + received + own === 0) return []
    return [
      [code, { sent, received, own, balance: Number.isNaN(balance) ? null : balance, share: known[place]! / sum }],
    ]
  })
  return Object.fromEntries(rows.sort((a, b) => b[1].share - a[1].share || (a[0] < b[0] ? -1 : 1)))
}

const matrixOf = (
  table: FlowTable,
  data: Observations,
  shownRows: readonly boolean[],
  hidden: Uint8Array | undefined,
): FlowsDocument['matrix'] => {
  const { n, amounts } = table
  const totals = originTotals(table)
  const rows = data.countries.flatMap((_, place) => (shownRows[place] ? [place] : []))
  const columns = data.countries.flatMap((_, place) => (totals[place]! > 0 ? [place] : []))
  const cell = (row: number, column: number) =>
    hidden?.[row * (n + 1) + column] === 1 ? null : amounts[row * (n + 1) + column]!
  return {
    destinations: rows.map((place) => data.countries[place]!),
    origins: [...columns.map((place) => data.countries[place]!), 'unknown'],
    amounts: rows.map((row) => [...columns, n].map((column) => cell(row, column))),
  }
}

/** All figures of the study. */
export const flowsFindings = (
  data: Observations,
  list: CountryList,
  resampling: Resampling,
  country: string | null = null,
): Omit<FlowsDocument, 'method' | 'read_from'> => {
  const table = flowTable(data)
  const persons = personsOf(data)
  const reached = new Uint32Array(data.countries.length)
  for (const place of data.destination) if (place >= 0) reached[place]!++
  const everywhere = data.countries.map(() => true)
  const shownRows = persons ? shownLabels(persons.destinations) : everywhere
  const shownColumns = persons ? shownLabels(persons.origins) : everywhere
  const hidden = persons && hiddenCells(persons.cells, table.n + 1, table.n + 1)
  const intervals = allIntervals(data, list, resampling)
  const destinations = data.countries.flatMap((code, place): [string, DestinationFlows][] => {
    if (reached[place] === 0 || !shownRows[place]) return []
    const totals = originTotals(table, [place])
    if (hidden)
      for (let column = 0; column < table.n; column++) if (hidden[place * (table.n + 1) + column]) totals[column] = 0
    const isHomeHidden = hidden?.[place * (table.n + 1) + place] === 1
    const shares = sharesByCode(originTotals(table, [place]), data.countries)
    const open = Object.fromEntries(
      Object.entries(shares).filter(([origin]) => totals[data.countries.indexOf(origin)]! > 0),
    )
    const found = {
      ...scopeFlows(table, data.countries, list, [place]),
      ...intervalsOf(intervals.destinations[place]!),
      origins: open,
    }
    return [[code, isHomeHidden ? { ...found, ...noLocalShare } : found]]
  })
  const shares = sharesByCode(originTotals(table), data.countries)
  const { has: _, ...stated } = list
  return {
    unit: data.unit,
    country,
    overall: {
      ...scopeFlows(
        table,
        data.countries,
        list,
        Array.from({ length: table.n + 1 }, (_, row) => row),
      ),
      ...intervalsOf(intervals.whole),
      mean_of_users_local_share: intervals.mean_of_users,
      two_way_local_interval: intervals.two_way,
      origins: Object.fromEntries(
        Object.entries(shares).filter(([code]) => shownColumns[data.countries.indexOf(code)]),
      ),
      catalogue: data.catalogue ? concentrationOf(data.catalogue) : null,
    },
    by_destination: Object.fromEntries(destinations),
    by_origin: originFlows(
      table,
      data.countries,
      shownColumns.map((is, place) => is && (shownRows[place]! || reached[place] === 0)),
    ),
    developing: { list: stated, ...developingFlows(table, data.countries, list) },
    only_period: data.periods.length === 1 ? data.periods[0] || null : null,
    ...overTime(data, list, intervals.periods),
    trade: tradeFindings(data, list, country),
    matrix: matrixOf(
      table,
      data,
      shownRows.map((is, place) => is && reached[place]! > 0),
      hidden,
    ),
    left_out: {
      rows: data.leftOut.list(),
      unrecognised_countries: data.unrecognised,
      unrecognised_codes: data.strangeCodes ?? [],
      destinations_not_shown: reached.filter((count, place) => count > 0 && !shownRows[place]).length,
      notes: data.notes,
    },
  }
}

export const smallCellsRule = `destinations, origins and cells with fewer than ${leastPersons} persons behind them are not shown, nor a local share whose own cell is not, nor the last cell that would give another away by subtraction`
