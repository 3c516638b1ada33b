import type { LineNumber } from '../../ui/line-style/line-style.ts'

/** The figures of a chart, for programs that draw charts of their own. Shares are numbers from 0 to 1. */
export interface ChartData {
  readonly kind: 'line' | 'bars' | 'dots' | 'shares'
  readonly isShare: boolean
  readonly categories: readonly string[]
  readonly series: readonly {
    readonly name: string
    readonly line: LineNumber
    /** One per category; null where there is no figure. */
    readonly values: readonly (number | null)[]
    /** The ends of the intervals, where there are any. */
    readonly lows?: readonly (number | null)[] | undefined
    readonly highs?: readonly (number | null)[] | undefined
    /** A line of its own for each category, where bars differ. */
    readonly lines?: readonly LineNumber[] | undefined
  }[]
}
