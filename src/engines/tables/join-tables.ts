import type { CodedColumn, Column, NumberColumn, Table } from './table.ts'

const joinedCodes = (columns: readonly CodedColumn[], rows: number): CodedColumn => {
  const places = new Map<string, number>()
  const codes = new Int32Array(rows)
  let at = 0
  for (const column of columns) {
    const own = Int32Array.from(column.dictionary, (text) => {
      const known = places.get(text)
      if (known === undefined) places.set(text, places.size)
      return known ?? places.size - 1
    })
    for (const code of column.codes) codes[at++] = own[code]!
  }
  return { kind: 'coded', codes, dictionary: [...places.keys()] }
}

const joinedNumbers = (columns: readonly NumberColumn[], rows: number): NumberColumn => {
  const values = new Float64Array(rows)
  let at = 0
  for (const column of columns) {
    values.set(column.values, at)
    at += column.values.length
  }
  return { kind: 'number', values, unreadable: columns.reduce((sum, { unreadable }) => sum + unreadable, 0) }
}

const joinedColumn = (columns: readonly Column[], rows: number): Column => {
  const coded = columns.filter((column) => column.kind === 'coded')
  if (coded.length === columns.length) return joinedCodes(coded, rows)
  return joinedNumbers(
    columns.filter((column) => column.kind === 'number'),
    rows,
  )
}

const lastLine = ({ lines, ragged }: Table): number => {
  let last = 0
  for (const line of lines) if (line > last) last = line
  return Math.max(last, ...ragged.lines)
}

/** Lines before the first one of each table, when the tables' files are laid one behind the other. */
export const linesBefore = (tables: readonly Table[]): number[] => {
  const before = [0]
  for (const table of tables) before.push(before.at(-1)! + lastLine(table))
  return before.slice(0, -1)
}

/**
 * Tables with the same columns as one, row behind row: dictionaries become one, and lines count on from file to file (`linesBefore` says
 * where each begins). One table comes back as it is.
 */
export const joinTables = (tables: readonly Table[]): Table => {
  const [first] = tables
  if (!first || tables.length === 1)
    return first ?? { rows: 0, lines: new Int32Array(0), columns: new Map(), ragged: { count: 0, lines: [] } }
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  const before = linesBefore(tables)
  const lines = new Int32Array(rows)
  let at = 0
  tables.forEach((table, file) => {
    for (const line of table.lines) lines[at++] = line + before[file]!
  })
  const columns = new Map(
    [...first.columns.keys()].map((name) => [
      name,
      joinedColumn(
        tables.map((table) => table.columns.get(name)!),
        rows,
      ),
    ]),
  )
  const ragged = {
    count: tables.reduce((sum, table) => sum + table.ragged.count, 0),
    lines: tables.flatMap((table, file) => table.ragged.lines.map((line) => line + before[file]!)),
  }
  return { rows, lines, columns, ragged }
}
