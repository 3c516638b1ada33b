import type { CodedColumn, Table } from './table.ts'

/** What a file's name tells of all its rows, as columns that the file itself does not have. */
export type ToldByName = Readonly<Record<string, string>>

const chartName = /regional-(global|[a-z]{2})-(?:daily|weekly)-(\d{4}-\d{2}-\d{2})(?:--(\d{4}-\d{2}-\d{2}))?/i

/**
 * Territory and last day of a chart whose name tells them and whose rows do not, as Spotify's are called:
 * `regional-fr-weekly-2023-01-05.csv`. Nothing for other names.
 */
export const toldByName = (name: string): ToldByName => {
  const [, territory, first, last] = chartName.exec(name) ?? []
  if (territory === undefined || first === undefined) return {}
  return { '#territory': territory.length === 2 ? territory.toUpperCase() : territory, '#week': last ?? first }
}

/** Columns and first rows of a file with what its name tells behind them. */
export const withToldNames = (name: string, header: readonly string[], sample: readonly (readonly string[])[]) => {
  const told = toldByName(name)
  const [names, cells] = [Object.keys(told), Object.values(told)]
  if (names.length === 0) return { header, sample }
  return { header: [...header, ...names], sample: sample.map((row) => [...row, ...cells]), told }
}

const constantColumn = (text: string, rows: number): CodedColumn => ({
  kind: 'coded',
  codes: new Int32Array(rows),
  dictionary: [text],
})

/** A table with columns of what its file's name tells. */
export const withTold = (table: Table, told: ToldByName): Table => ({
  ...table,
  columns: new Map([
    ...table.columns,
    ...Object.entries(told).map(([name, text]) => [name, constantColumn(text, table.rows)] as const),
  ]),
})
