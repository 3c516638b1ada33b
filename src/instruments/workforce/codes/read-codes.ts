import type { CodedColumn } from '../../../engines/tables/index.ts'
import type { CodeList } from './code-list.ts'
import { degreeOf } from './code-list.ts'

/** Why a cell that is not empty holds no code that can be used. */
export type CodeFault = 'not_a_code' | 'too_coarse' | 'no_such_code' | 'lost_zero'

export interface CodeSpelling {
  readonly found: string
  readonly fault: CodeFault
  readonly rows: number
}

/** A column of codes, read once per entry of its dictionary. */
export interface CodeReading {
  /** The code of each entry, of 2 to 4 digits; nothing where the cell is empty or unreadable. */
  readonly byEntry: readonly (string | undefined)[]
  readonly rows: {
    readonly readable: number
    readonly empty: number
    readonly unreadable: number
    /** Codes written longer than four digits, read by their first four. */
    readonly shortened: number
    /** Zeros put back where no other reading is cultural. */
    readonly zeros_restored: number
  }
  /** Rows by the number of digits. */
  readonly digits: Readonly<Record<string, number>>
  /** The unreadable ones, most rows first. */
  readonly spellings: readonly CodeSpelling[]
}

/** What is left of a cell once letters of sections, points and traces of spreadsheets are taken off: digits alone, or nothing. */
const digitsOf = (cell: string): { readonly digits: string; readonly isPadded: boolean } | undefined => {
  const text = cell.trim().replace(/^'/, '').toUpperCase()
  const pointed = /^[A-U]?(\d{1,2})[._](\d{1,2})[A-Z]?$/.exec(text)
  if (pointed) return { digits: pointed[1]!.padStart(2, '0') + pointed[2]!, isPadded: pointed[1]!.length === 1 }
  const plain = /^(?:OC|[A-U])?(\d{1,6})(?:[.,]0+)?[A-Z]?$/.exec(text)
  return plain ? { digits: plain[1]!, isPadded: false } : undefined
}

const usualLength = (lengths: ReadonlyMap<number, number>): number =>
  [...lengths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0

interface Read {
  readonly code?: string
  readonly fault?: CodeFault
  readonly isShortened?: boolean
  readonly isRestored?: boolean
}

const hasCode = ({ beginnings }: CodeList, code: string): boolean => {
  const hasThree = [...beginnings].some((beginning) => beginning.length === 3)
  return beginnings.has(code.slice(0, 2)) && (!hasThree || code.length < 3 || beginnings.has(code.slice(0, 3)))
}

/**
 * One cell. A code that is one digit short of what is usual in the column, and of which a zero before it makes a code, may have lost that zero:
 * where it is not cultural without the zero either, nothing hangs on it and the zero goes back; where it is (910 is libraries, 0910 is
 * mining), it stays unread.
 */
const readCell = (list: CodeList, cell: string, usual: number): Read => {
  const found = digitsOf(cell)
  if (!found) return { fault: 'not_a_code' }
  const isShortened = found.digits.length > 4
  const digits = found.digits.slice(0, 4)
  const withZero = `0${digits}`
  if (!found.isPadded && digits.length === usual - 1 && list.leadingZero.has(withZero)) {
    const stays = digits.length > 1 && degreeOf(list, digits) !== undefined
    return stays ? { fault: 'lost_zero' } : { code: withZero, isRestored: true }
  }
  if (digits.length < 2) return { fault: 'too_coarse' }
  return hasCode(list, digits) ? { code: digits, isShortened } : { fault: 'no_such_code' }
}

/** Reads a column of codes by a list: of occupations or of industries. Nothing is guessed; what cannot be read is listed with its rows. */
export const readCodes = (column: CodedColumn, list: CodeList): CodeReading => {
  const rowsOf = new Uint32Array(column.dictionary.length)
  for (const code of column.codes) rowsOf[code]!++
  const lengths = new Map<number, number>()
  column.dictionary.forEach((cell, entry) => {
    const length = Math.min(4, digitsOf(cell)?.digits.length ?? 0)
    if (length > 0) lengths.set(length, (lengths.get(length) ?? 0) + rowsOf[entry]!)
  })
  const usual = usualLength(lengths)
  const rows = { readable: 0, empty: 0, unreadable: 0, shortened: 0, zeros_restored: 0 }
  const digits: Record<string, number> = {}
  const spellings: CodeSpelling[] = []
  const byEntry = column.dictionary.map((cell, entry) => {
    const count = rowsOf[entry]!
    if (count === 0) return undefined
    if (cell.trim() === '') {
      rows.empty += count
      return undefined
    }
    const { code, fault, isShortened, isRestored } = readCell(list, cell, usual)
    if (fault !== undefined) {
      rows.unreadable += count
      spellings.push({ found: cell.trim(), fault, rows: count })
      return undefined
    }
    rows.readable += count
    if (isShortened) rows.shortened += count
    if (isRestored) rows.zeros_restored += count
    digits[code!.length] = (digits[code!.length] ?? 0) + count
    return code
  })
  spellings.sort((a, b) => b.rows - a.rows || (a.found < b.found ? -1 : 1))
  return { byEntry, rows, digits, spellings }
}
