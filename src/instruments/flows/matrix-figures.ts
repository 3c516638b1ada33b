import type { Chart } from '../../engines/charts/index.ts'
import { writeCsv } from '../../engines/documents/csv.ts'
import { countryName, type Shown } from '../../studies/index.ts'
import type { FlowsDocument } from './document.ts'
import { focusOf } from './focus.ts'
import { amountText } from './unit-text.ts'
import { words } from './words/words.generated.ts'

export interface MatrixCell {
  /** Null where fewer than ten persons stand behind it, or it would give such a cell away. */
  readonly amount: number | null
  /** Of what reached the destination; null where either is not shown. */
  readonly share: number | null
  /** 0 … 5, by the share of its row. */
  readonly shade: number
}

export interface MatrixRow {
  readonly destination: string
  readonly total: number
  readonly cells: readonly MatrixCell[]
}

/** The part of a matrix that a page has room for: the greatest origins and destinations, the focus among them. */
export interface ShownMatrix {
  readonly origins: readonly string[]
  readonly rows: readonly MatrixRow[]
  readonly of: { readonly origins: number; readonly destinations: number }
}

const mostRows = 8
const mostColumns = 6

/** Shares from which a cell is shaded one step darker. */
const steps = [0.005, 0.05, 0.15, 0.3, 0.5] as const

/** The focus first, then the greatest; sums that differ by rounding alone are equal. */
const greatest = (codes: readonly string[], sizeOf: (code: string) => number, most: number, focus: string) => {
  const sizes = new Map(codes.map((code) => [code, Number(sizeOf(code).toPrecision(9))]))
  const inOrder = codes.toSorted((a, b) => sizes.get(b)! - sizes.get(a)! || (a < b ? -1 : 1))
  return [...inOrder.filter((code) => code === focus), ...inOrder.filter((code) => code !== focus)].slice(0, most)
}

const columnSum = ({ matrix }: FlowsDocument, column: number): number =>
  matrix.amounts.reduce((sum, row) => sum + (row[column] ?? 0), 0)

/** Rows are destinations, columns origins; the unknown origin is the last column where there is any. */
export const shownMatrix = (document: FlowsDocument, focus: string): ShownMatrix => {
  const { matrix, by_destination } = document
  const known = matrix.origins.filter((origin) => origin !== 'unknown')
  const sums = new Map(matrix.origins.map((origin, column) => [origin, columnSum(document, column)]))
  const totalOf = (code: string) => by_destination[code]?.total ?? 0
  const origins = greatest(known, (code) => sums.get(code) ?? 0, mostColumns, focus)
  const withUnknown = (sums.get('unknown') ?? 0) > 0 ? [...origins, 'unknown'] : origins
  const rows = greatest(matrix.destinations, totalOf, mostRows, focus).map((destination): MatrixRow => {
    const [amounts, total] = [matrix.amounts[matrix.destinations.indexOf(destination)]!, totalOf(destination)]
    const cells = withUnknown.map((origin): MatrixCell => {
      const amount = amounts[matrix.origins.indexOf(origin)] ?? null
      const share = amount === null || total === 0 ? null : amount / total
      return { amount, share, shade: share === null ? 0 : steps.filter((step) => share >= step).length }
    })
    return { destination, total, cells }
  })
  return { origins: withUnknown, rows, of: { origins: known.length, destinations: matrix.destinations.length } }
}

/** The whole matrix as figures; its drawing is the shaded table of the page. */
export const matrixChart = (shown: Shown<FlowsDocument>): Chart => {
  const { visit, document } = shown
  const t = visit.words(words)
  const { destinations, origins, amounts } = document.matrix
  const nameOf = (code: string) => (code === 'unknown' ? t('unknown') : countryName(visit, code))
  const headings = [t('column.destination'), ...origins.map(nameOf)]
  const focus = focusOf(shown)
  const rows = destinations.toSorted((a, b) => Number(b === focus) - Number(a === focus))
  const cellsOf = (code: string) => amounts[destinations.indexOf(code)]!
  return {
    svg: '',
    table: {
      columns: headings.map((text, at) => ({ text, numeric: at > 0 })),
      rows: rows.map((code) => [nameOf(code), ...cellsOf(code).map((amount) => amountText(visit, amount))]),
    },
    csv: writeCsv(
      headings,
      rows.map((code) => [nameOf(code), ...cellsOf(code)]),
    ),
  }
}
