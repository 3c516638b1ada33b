import type { Direction, Locale } from '../../kernel/locale.ts'
import type { LineNumber } from '../../ui/line-style/line-style.ts'
import type { ChartData } from '../documents/chart-data.ts'

/** How a chart's numbers are written: as they are, or shares (0–1) in per cent. */
export interface NumberStyle {
  readonly kind: 'number' | 'share'
  /** Digits after the decimal sign; 0 for numbers and 1 for shares when not given. */
  readonly digits?: number | undefined
}

/** What every chart is told. All words come translated. */
export interface ChartFrame {
  /** Starts every id inside the drawing: unique on its page. */
  readonly id: string
  readonly locale: Locale
  readonly dir?: Direction | undefined
  /** Read out as the drawing's name; the page shows its own caption. */
  readonly title: string
  /** One or two sentences that say what the drawing shows. */
  readonly description: string
  readonly numbers: NumberStyle
  /** Headings of the table and the CSV for the two ends of an interval. */
  readonly intervalHeadings?: { readonly low: string; readonly high: string } | undefined
}

/** A figure with the uncertainty around it, in the unit of the chart. */
export interface Estimate {
  readonly value: number | null
  readonly low?: number | undefined
  readonly high?: number | undefined
}

export interface TableOfChart {
  readonly columns: readonly { readonly text: string; readonly numeric: boolean }[]
  readonly rows: readonly (readonly string[])[]
}

/** A chart in its three forms: the drawing, the same figures as a table in the reader's digits, and as CSV with plain numbers. */
export interface Chart {
  readonly svg: string
  readonly table: TableOfChart
  readonly csv: string
  /** The figures as Word takes them to draw the chart itself; a map has none. */
  readonly data?: ChartData | undefined
}

/** The line whose colour and pattern the nth series (from 0) takes when it names none. */
export const lineOf = (index: number, named?: LineNumber): LineNumber => named ?? (((index % 5) + 1) as LineNumber)
