import type { Fault } from '../../kernel/fault.ts'
import { type ReportedRow, SalesReportReader, salesReportCells, salesReportColumns } from './sales-report.ts'

interface ReportCells {
  readonly line: number
  readonly cells: readonly string[]
  /** Of the text, up to here. */
  readonly bytes: number
}

const typesText = (passedOver: ReadonlyMap<string, number>): string => [...passedOver.keys()].sort().join(', ')

/** Why a report cannot stand for itself once it was read to its end; nothing when it can. */
const faultOf = (reader: SalesReportReader, rows: number): Fault | undefined => {
  if (!reader.isWhole) return { code: 'report-cut-short' }
  if (rows > 0) return undefined
  return { code: 'report-without-uses', values: { types: typesText(reader.passedOver) || '–' } }
}

/** The rows of a report as cells, from its numbered lines; in the end what is wrong with it as a whole. */
export async function* rowsOfReport(
  lines: AsyncIterable<readonly [number, string]>,
): AsyncGenerator<ReportCells, Fault | undefined> {
  const reader = new SalesReportReader()
  let [bytes, count] = [0, 0]
  const cellsOf = ({ line, row }: ReportedRow): ReportCells => ({ line, cells: salesReportCells(row), bytes })
  for await (const [number, text] of lines) {
    bytes += text.length + 1
    const rows = reader.push(number, text)
    count += rows.length
    yield* rows.map(cellsOf)
  }
  const rest = reader.end()
  yield* rest.map(cellsOf)
  return faultOf(reader, count + rest.length)
}

/** A report as a data file: its columns, its first rows from its head, and what the person should know of it. */
export const surveySalesReport = <Base extends { readonly name: string; readonly notes: readonly Fault[] }>(
  base: Base,
  head: Buffer,
) => {
  const reader = new SalesReportReader()
  const lines = head.toString('utf8').split('\n')
  const rows = [...lines.flatMap((text, at) => (text.trim() === '' ? [] : reader.push(at + 1, text))), ...reader.end()]
  const count = [...reader.passedOver.values()].reduce((sum, records) => sum + records, 0)
  const values = { name: base.name, types: typesText(reader.passedOver), count }
  return {
    ...base,
    format: 'sales-report' as const,
    dialect: { separator: '\t', quote: undefined },
    header: salesReportColumns,
    headless: true,
    sample: rows.slice(0, 20).map(({ row }) => salesReportCells(row)),
    notes: count === 0 ? base.notes : [...base.notes, { code: 'report-records-passed-over', values }],
  }
}
