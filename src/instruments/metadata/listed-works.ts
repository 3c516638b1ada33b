import type { StudyInput } from '../../engines/studies/index.ts'
import type { CodedColumn, Column } from '../../engines/tables/index.ts'

const kept = (column: Column, rows: Int32Array): Column =>
  column.kind === 'coded'
    ? { ...column, codes: rows.map((row) => column.codes[row]!) }
    : { ...column, values: Float64Array.from(rows, (row) => column.values[row]!) }

/**
 * The recordings of a report of sales, each once: the report has a row for every use of one. Rows that say the same in every chosen
 * column count as one, at its first line; uses of a release alone name no recording and are no works. Other files stay as they are.
 */
export const listedWorks = (input: StudyInput): StudyInput => {
  if (input.file.format !== 'sales-report') return input
  const { table, mapping } = input
  const columns = Object.values(mapping).map((name) => table.columns.get(name) as CodedColumn)
  const id = mapping['work_id'] === undefined ? undefined : (table.columns.get(mapping['work_id']) as CodedColumn)
  const seen = new Set<string>()
  const rows = Int32Array.from({ length: table.rows }, (_, row) => row).filter((row) => {
    if (id && id.dictionary[id.codes[row]!] === '') return false
    const said = columns.map(({ codes }) => codes[row]).join()
    const isNew = !seen.has(said)
    seen.add(said)
    return isNew
  })
  return {
    ...input,
    table: {
      ...table,
      rows: rows.length,
      lines: rows.map((row) => table.lines[row]!),
      columns: new Map([...table.columns].map(([name, column]) => [name, kept(column, rows)])),
    },
  }
}
