import type { CodedColumn } from '../../engines/tables/index.ts'

export type Amount = { readonly value: number } | { readonly fault: string }

/** Amounts of money or votes: not negative; above 10¹⁵ nothing is exact any more and the cell is taken for a slip. */
export const amountOf = (text: string): Amount => {
  const trimmed = text.trim()
  const value = trimmed === '' ? Number.NaN : Number(trimmed)
  if (!Number.isFinite(value)) return { fault: 'amount_not_a_number' }
  if (value < 0) return { fault: 'amount_negative' }
  return value > 1e15 ? { fault: 'amount_too_large' } : { value }
}

/** The cell of a row without outer spaces; empty where the table has no such column. */
export const textAt = (column: CodedColumn | undefined, row: number): string =>
  column ? column.dictionary[column.codes[row]!]!.trim() : ''

export interface KeyedRow<Key extends string | number = string> {
  readonly row: number
  readonly key: Key
  readonly value: number
}

/** One row per key: the same amount again counts once, different amounts not at all. */
export const oneRowPerKey = <Row extends KeyedRow<string | number>>(
  rows: readonly Row[],
  leave: (reason: 'repeated_row' | 'conflicting_rows', row: Row) => void,
): Row[] => {
  const byKey = new Map<string | number, Row | Row[]>()
  for (const row of rows) {
    const same = byKey.get(row.key)
    if (same === undefined) byKey.set(row.key, row)
    else if (Array.isArray(same)) same.push(row)
    else byKey.set(row.key, [same, row])
  }
  const kept: Row[] = []
  for (const same of byKey.values()) {
    if (!Array.isArray(same)) {
      kept.push(same)
      continue
    }
    const first = same[0]!
    const agree = same.every(({ value }) => value === first.value)
    if (agree) kept.push(first)
    for (const row of agree ? same.slice(1) : same) leave(agree ? 'repeated_row' : 'conflicting_rows', row)
  }
  return kept
}

/** Currencies of the rows that are meant, as codes; a study adds up one alone. */
export interface Currencies {
  readonly codes: readonly string[]
  /** Whether a row is in the currency that was asked for; true where none was or the table tells none. */
  readonly isMeant: (row: number) => boolean
}

/** What the column of currencies holds, and which rows are in the one `wanted`. */
export const currenciesOf = (column: CodedColumn | undefined, wanted: string | undefined): Currencies => {
  if (!column) return { codes: [], isMeant: () => true }
  const codeOf = column.dictionary.map((cell) => cell.trim().toUpperCase())
  const isUsed = new Uint8Array(codeOf.length)
  for (const entry of column.codes) isUsed[entry] = 1
  const codes = [...new Set(codeOf.filter((code, entry) => isUsed[entry] === 1 && code !== ''))].sort()
  return {
    codes: wanted === undefined ? codes : codes.filter((code) => code === wanted),
    isMeant: (row) => wanted === undefined || codeOf[column.codes[row]!] === wanted,
  }
}
