import type { CodedColumn } from '../tables/index.ts'

/** What is wrong with a cell that should hold a count. */
export type CountFault = 'not_a_number' | 'negative' | 'not_whole' | 'too_large'

export type CountCell = { readonly count: number } | { readonly fault: CountFault }

/** A count no single cell of plays, points or copies can honestly hold: more is taken for a slip and left out. */
export const largestCount = 1_000_000_000

const countOf = (text: string): CountCell => {
  const trimmed = text.trim()
  const value = trimmed === '' ? Number.NaN : Number(trimmed)
  if (!Number.isFinite(value)) return { fault: 'not_a_number' }
  if (value < 0) return { fault: 'negative' }
  if (!Number.isInteger(value)) return { fault: 'not_whole' }
  return value >= largestCount ? { fault: 'too_large' } : { count: value }
}

/** Reads a column of counts once per entry of its dictionary. 10⁹ and more is a fault, as are NaN, fractions and negative numbers. */
export const countCells = (column: CodedColumn): readonly CountCell[] => column.dictionary.map(countOf)
