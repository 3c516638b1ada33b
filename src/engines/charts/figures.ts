import { type Cell, isDayCell } from '../documents/cell.ts'
import { writeCsv } from '../documents/csv.ts'
import type { ChartFrame, Estimate, TableOfChart } from './chart.ts'
import { hasInterval, numberWriter, plainNumber } from './numbers.ts'

/** A column of a chart's table: texts and days name the rows, estimates become one column, or three with their intervals. */
export type FigureColumn =
  | { readonly heading: string; readonly names: readonly Cell[]; readonly shown?: readonly string[] }
  | { readonly heading: string; readonly estimates: readonly Estimate[] }

interface Plain {
  readonly heading: string
  readonly numeric: boolean
  readonly cells: readonly Cell[]
  readonly shown: readonly string[]
}

const nameText = (cell: Cell): string =>
  cell === null || cell === undefined ? '' : isDayCell(cell) ? cell.day : String(cell)

const plainColumns = (frame: ChartFrame, column: FigureColumn): readonly Plain[] => {
  if ('names' in column)
    return [
      {
        heading: column.heading,
        numeric: false,
        cells: column.names,
        shown: column.shown ?? column.names.map(nameText),
      },
    ]
  const write = numberWriter(frame)
  const of = (heading: string, pick: (estimate: Estimate) => number | null | undefined): Plain => {
    const figures = column.estimates.map(pick)
    return { heading, numeric: true, cells: figures.map(plainNumber), shown: figures.map(write) }
  }
  const value = of(column.heading, (estimate) => estimate.value)
  const headings = frame.intervalHeadings
  if (!headings || !hasInterval(column.estimates)) return [value]
  return [
    value,
    of(`${column.heading}, ${headings.low}`, ({ low }) => low),
    of(`${column.heading}, ${headings.high}`, ({ high }) => high),
  ]
}

/** The figures behind a drawing, as table and CSV. */
export const figuresOf = (
  frame: ChartFrame,
  columns: readonly FigureColumn[],
): { readonly table: TableOfChart; readonly csv: string } => {
  const plain = columns.flatMap((column) => plainColumns(frame, column))
  const length = Math.max(0, ...plain.map(({ cells }) => cells.length))
  const rows = Array.from({ length }, (_, row) => row)
  return {
    table: {
      columns: plain.map(({ heading, numeric }) => ({ text: heading, numeric })),
      rows: rows.map((row) => plain.map(({ shown }) => shown[row] ?? '')),
    },
    csv: writeCsv(
      plain.map(({ heading }) => heading),
      rows.map((row) => plain.map(({ cells }) => cells[row])),
    ),
  }
}
