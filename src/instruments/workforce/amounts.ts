import type { CodedColumn } from '../../engines/tables/index.ts'
import { minorDigits } from '../../kernel/money.ts'

export type NumberFault = 'missing' | 'not_a_number' | 'negative' | 'zero' | 'too_large' | 'ambiguous_comma'
export type NumberCell = { readonly value: number } | { readonly fault: NumberFault }

/** More than this in one cell is taken for a slip. */
const largest = 1e9

const spaces = /[\s\u00a0\u202f']/g
const decimal = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i

/** What a comma means in a column: told by cells where it can mean one thing only. */
type Comma = 'decimal' | 'thousands' | 'ambiguous'

const commaOf = (cells: readonly string[]): Comma => {
  const texts = cells.map((cell) => cell.replace(spaces, ''))
  if (texts.some((text) => /^-?\d+,(?:\d{1,2}|\d{4,})$/.test(text) || /^-?0,\d+$/.test(text))) return 'decimal'
  return texts.some((text) => /^-?\d{1,3}(?:,\d{3})+\.\d+$|^-?\d{1,3}(?:,\d{3}){2,}$|^-?\d+\.\d+$/.test(text))
    ? 'thousands'
    : 'ambiguous'
}

const plainNumber = (text: string, comma: Comma): string | undefined => {
  if (!text.includes(',')) return text
  if (comma === 'decimal') return text.replace(',', '.')
  return comma === 'thousands' ? text.replaceAll(',', '') : undefined
}

const numberOf = (cell: string, comma: Comma): NumberCell => {
  const text = cell.replace(spaces, '')
  if (text === '' || text === '.') return { fault: 'missing' }
  const plain = plainNumber(text, comma)
  if (plain === undefined) return { fault: /^-?\d+,\d+$/.test(text) ? 'ambiguous_comma' : 'not_a_number' }
  if (!decimal.test(plain)) return { fault: 'not_a_number' }
  const value = Number(plain)
  if (value < 0) return { fault: 'negative' }
  if (value === 0) return { fault: 'zero' }
  return value >= largest ? { fault: 'too_large' } : { value }
}

/**
 * Reads a column of numbers above 0, once per entry of its dictionary; spaces between thousands are taken off. A comma stands before decimals
 * or between thousands as other cells of the column show; where none shows it, `1,234` stays unread.
 */
export const positiveNumbers = (column: CodedColumn): readonly NumberCell[] => {
  const comma = commaOf(column.dictionary)
  return column.dictionary.map((cell) => numberOf(cell, comma))
}

/** An amount in major units as whole minor ones, rounded. */
export const inMinor = (amount: number, currency: string): number => Math.round(amount * 10 ** minorDigits(currency))

/** Currencies of a column with their rows, most first; an empty cell is ``. */
export const currenciesOf = (column: CodedColumn): readonly (readonly [string, number])[] => {
  const rows = new Map<string, number>()
  for (const code of column.codes) {
    const text = column.dictionary[code]!.trim().toUpperCase()
    rows.set(text, (rows.get(text) ?? 0) + 1)
  }
  return [...rows].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}
