import {
  type CodedColumn,
  type ColumnMapping,
  type DayReading,
  findPosition,
  getCoded,
  type NormaliseCountry,
  readDays,
  type Table,
} from '../../engines/tables/index.ts'
import type { Day } from '../../kernel/day.ts'
import { type LeftOutCounts, LeftOutLog, type LeftOutRows } from './left-out.ts'
import { type JoinRule, joinKey } from './works.ts'

/**
 * The slots of a chart in one fixed order (territory, week, category, position, title), whatever the order of the rows.
 * `titles[title[slot]]` is the join key; territories, weeks, categories and titles are sorted.
 */
export interface Chart {
  readonly slots: number
  readonly territories: readonly string[]
  readonly weeks: readonly Day[]
  readonly categories: readonly string[]
  readonly titles: readonly string[]
  readonly titleNames: readonly string[]
  readonly territory: Int32Array
  readonly week: Int32Array
  readonly category: Int32Array
  readonly position: Int32Array
  readonly title: Int32Array
  /** How many titles are told apart as the chart writes them, before the join puts case and spaces aside. */
  readonly distinctTitles: number
}

export interface ChartReading {
  readonly chart: Chart
  readonly rows: number
  readonly leftOut: readonly LeftOutRows[]
  /** Rows left out per territory code, for those whose territory could be read. */
  readonly leftOutByTerritory: ReadonlyMap<string, LeftOutCounts>
  readonly days: DayReading
}

const sortedDistinct = <Value extends string>(values: readonly (Value | undefined)[]): Value[] =>
  [...new Set(values.filter((value) => value !== undefined))].sort()

/** For each value its place among the sorted distinct ones, -1 where there is none. */
const placesOf = (values: readonly (string | undefined)[], sorted: readonly string[]): Int32Array => {
  const places = new Map(sorted.map((value, at) => [value, at]))
  return Int32Array.from(values, (value) => (value === undefined ? -1 : (places.get(value) ?? -1)))
}

interface Parts {
  readonly territory: CodedColumn
  readonly week: CodedColumn
  readonly position: CodedColumn
  readonly title: CodedColumn
  readonly key: CodedColumn
  readonly category: CodedColumn | undefined
}

const partsOf = (table: Table, mapping: ColumnMapping, rule: JoinRule): Parts => {
  const column = (name: string) => getCoded(table, mapping[name] ?? '')
  return {
    territory: column('territory'),
    week: column('week'),
    position: column('position'),
    title: column('title'),
    key: column(rule.by),
    category: mapping['category'] === undefined ? undefined : column('category'),
  }
}

/** The distinct pairs of key cell and category cell: the join key and the name as written of each, and the pair of each row. */
const titlePairs = (parts: Parts, rows: number, rule: JoinRule) => {
  const categories = parts.category?.dictionary ?? ['']
  const codes = new Map<number, number>()
  const keys: string[] = []
  const names: string[] = []
  const pair = new Int32Array(rows)
  for (let row = 0; row < rows; row++) {
    const category = parts.category?.codes[row] ?? 0
    const at = parts.key.codes[row]! * categories.length + category
    let code = codes.get(at)
    if (code === undefined) {
      code = keys.length
      codes.set(at, code)
      keys.push(joinKey(parts.key.dictionary[parts.key.codes[row]!]!, rule.category ? categories[category] : undefined))
      names.push(parts.title.dictionary[parts.title.codes[row]!]!.trim())
    }
    pair[row] = code
  }
  return { pair, keys, names }
}

/** One name per key, the first in the order of the alphabet. */
const namesByKey = (keys: readonly string[], names: readonly string[], sorted: readonly string[]): string[] => {
  const best = new Map<string, string>()
  for (const [at, key] of keys.entries()) {
    const before = best.get(key)
    const name = names[at]!
    if (before === undefined || name < before) best.set(key, name)
  }
  return sorted.map((key) => best.get(key) ?? '')
}

/** The rows of a chart with every cell put in its place among the sorted distinct values; -1 where it could not be read. */
interface PlacedRows {
  readonly codes: readonly (string | undefined)[]
  readonly days: DayReading
  readonly values: Pick<Chart, 'territories' | 'weeks' | 'categories' | 'titles' | 'titleNames' | 'distinctTitles'>
  readonly positions: Int32Array
  readonly territory: (row: number) => number
  readonly week: (row: number) => number
  readonly category: (row: number) => number
  readonly position: (row: number) => number
  readonly title: (row: number) => number
}

const placeRows = (
  parts: Parts,
  rows: number,
  rule: JoinRule,
  country: NormaliseCountry,
  order: 'dmy' | 'mdy' | undefined,
): PlacedRows => {
  const codes = parts.territory.dictionary.map(country)
  const days = readDays(parts.week.dictionary, order)
  const categoryCells = parts.category?.dictionary.map((text) => text.trim()) ?? ['']
  const read = parts.position.dictionary.map((cell) => findPosition(cell))
  const positions = Int32Array.from(new Set(read.filter((position) => position !== undefined))).sort()
  const { pair, keys, names } = titlePairs(parts, rows, rule)
  const titles = sortedDistinct(keys)
  const values = {
    territories: sortedDistinct(codes),
    weeks: sortedDistinct(days.days),
    categories: sortedDistinct(categoryCells),
    titles,
    titleNames: namesByKey(keys, names, titles),
    distinctTitles: keys.length,
  }
  const territory = placesOf(codes, values.territories)
  const week = placesOf(days.days, values.weeks)
  const category = placesOf(categoryCells, values.categories)
  const title = placesOf(keys, titles)
  const position = Int32Array.from(read, (position) => (position === undefined ? -1 : positions.indexOf(position)))
  return {
    codes,
    days,
    values,
    positions,
    territory: (row) => territory[parts.territory.codes[row]!]!,
    week: (row) => week[parts.week.codes[row]!]!,
    category: (row) => category[parts.category?.codes[row] ?? 0]!,
    position: (row) => position[parts.position.codes[row]!]!,
    title: (row) => title[pair[row]!]!,
  }
}

const cellOf = (column: CodedColumn, row: number): string => column.dictionary[column.codes[row]!]!

/** Rows whose cells can all be read, sorted by their slot; the others are logged. */
const usableRows = (table: Table, parts: Parts, placed: PlacedRows, log: LeftOutLog) => {
  const { weeks, categories } = placed.values
  const slots = new Float64Array(table.rows)
  const rows = new Int32Array(table.rows)
  let usable = 0
  for (let row = 0; row < table.rows; row++) {
    const code = placed.codes[parts.territory.codes[row]!]
    const line = table.lines[row]!
    if (placed.territory(row) < 0) log.add('territory_not_recognised', line, cellOf(parts.territory, row))
    else if (placed.week(row) < 0) log.add('week_not_readable', line, cellOf(parts.week, row), code)
    else if (placed.position(row) < 0) log.add('position_not_readable', line, cellOf(parts.position, row), code)
    else if (cellOf(parts.key, row).trim() === '') log.add('no_title', line, '', code)
    else {
      const list = (placed.territory(row) * weeks.length + placed.week(row)) * categories.length + placed.category(row)
      slots[row] = list * placed.positions.length + placed.position(row)
      rows[usable++] = row
    }
  }
  return { slots, rows: sortedBySlot(rows.subarray(0, usable), slots, table.rows) }
}

/** Sorts rows by slot, then by row. Slot and row share one double while both fit in it, which sorts ten times faster. */
const sortedBySlot = (rows: Int32Array, slots: Float64Array, count: number): Int32Array => {
  const greatest = rows.reduce((most, row) => Math.max(most, slots[row]!), 0)
  if ((greatest + 1) * count > Number.MAX_SAFE_INTEGER) return rows.sort((a, b) => slots[a]! - slots[b]! || a - b)
  const both = Float64Array.from(rows, (row) => slots[row]! * count + row).sort()
  return Int32Array.from(both, (value) => value % count)
}

/** One row per slot: repetitions of the same title once, slots claimed by several titles not at all. */
const oneRowPerSlot = (
  sorted: Int32Array,
  slots: Float64Array,
  title: (row: number) => number,
  leave: (reason: 'repeated_slot' | 'conflicting_slot', row: number) => void,
): Int32Array => {
  const kept = new Int32Array(sorted.length)
  let count = 0
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    const slot = slots[sorted[start]!]!
    while (end < sorted.length && slots[sorted[end]!] === slot) end++
    const rows = sorted.subarray(start, end)
    const agree = rows.length === 1 || rows.every((row) => title(row) === title(rows[0]!))
    if (agree) kept[count++] = rows[0]!
    if (agree && rows.length === 1) continue
    for (const row of agree ? rows.subarray(1) : rows) leave(agree ? 'repeated_slot' : 'conflicting_slot', row)
  }
  return kept.slice(0, count)
}

/**
 * Turns the table of a chart into slots. Rows that cannot be used are left out, counted by reason: no title, a territory, week
 * or position that cannot be read, a slot said twice. Of a slot claimed by two different titles neither is counted.
 */
export const readChart = (
  table: Table,
  mapping: ColumnMapping,
  rule: JoinRule,
  country: NormaliseCountry,
  order?: 'dmy' | 'mdy',
): ChartReading => {
  const parts = partsOf(table, mapping, rule)
  const log = new LeftOutLog()
  log.addRagged(table.ragged.count, table.ragged.lines)
  const placed = placeRows(parts, table.rows, rule, country, order)
  const { slots, rows } = usableRows(table, parts, placed, log)
  const kept = oneRowPerSlot(rows, slots, placed.title, (reason, row) => {
    const code = placed.codes[parts.territory.codes[row]!]
    log.add(reason, table.lines[row]!, cellOf(parts.title, row).trim(), code)
  })
  const chart: Chart = {
    slots: kept.length,
    ...placed.values,
    territory: kept.map(placed.territory),
    week: kept.map(placed.week),
    category: kept.map(placed.category),
    position: kept.map((row) => placed.positions[placed.position(row)]!),
    title: kept.map(placed.title),
  }
  const leftOut = { leftOut: log.list(), leftOutByTerritory: log.byTerritory() }
  return { chart, rows: table.rows + table.ragged.count, ...leftOut, days: placed.days }
}
