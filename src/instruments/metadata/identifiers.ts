import { diagnoseIdentifier, findIsbn13BySibling, type IdentifierDiagnosis } from '../../engines/metrics/index.ts'
import { findColumn, type StudyInput } from '../../engines/studies/index.ts'
import type { CodedColumn } from '../../engines/tables/index.ts'
import { type IdentifierColumn, identifierColumns } from './columns.ts'
import { isFilled } from './fields.ts'

/** One identifier as it stands: what it is worth, what happened to it, and what it was, where that can be proven. */
export interface CellDiagnosis {
  readonly state: 'empty' | 'valid' | 'repaired' | 'invalid'
  /** The identifier without separators, where it is valid or repaired. */
  readonly compact?: string
  readonly fault?: string
  readonly damage?: string
}

/** A column of identifiers with a diagnosis per row; repairs that need another column of the row are in. */
export interface IdentifierReading {
  readonly kind: IdentifierColumn
  readonly column: CodedColumn
  readonly byRow: readonly CellDiagnosis[]
  /** Only for `isbn-13` beside `isbn-10`. */
  readonly siblings: SiblingCounts | undefined
}

/** What the ISBN-10 of the same row tells about the ISBN-13. */
export interface SiblingCounts {
  /** The damaged one, restored: what is left of its digits agrees. */
  restored: number
  /** The ISBN-13 is empty, and the ISBN-10 gives it. */
  derivable: number
  /** The digits left of the ISBN-13 are of another book than the ISBN-10. */
  conflicting: number
  readonly conflictRows: number[]
}

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/

const ofDiagnosis = (found: IdentifierDiagnosis): CellDiagnosis => {
  if (found.fault === 'empty') return { state: 'empty' }
  if (found.valid) return { state: 'valid', compact: found.compact }
  const damage = found.damage === undefined ? {} : { damage: found.damage }
  if (found.repaired !== undefined) return { state: 'repaired', compact: found.repaired, ...damage }
  return { state: 'invalid', fault: found.fault ?? 'format', ...damage }
}

const diagnoseOne = (kind: IdentifierColumn, text: string): CellDiagnosis => {
  if (!isFilled(text)) return { state: 'empty' }
  if (kind !== 'mbid') return ofDiagnosis(diagnoseIdentifier(kind, text))
  const plain = text.trim().toLowerCase()
  return uuid.test(plain) ? { state: 'valid', compact: plain } : { state: 'invalid', fault: 'format' }
}

const severity = ['empty', 'valid', 'repaired', 'invalid'] as const

/** Several identifiers in one cell, as reports of sales write them: the cell is worth what the worst of them is worth. */
const together = (parts: readonly CellDiagnosis[]): CellDiagnosis => {
  const worst = parts.reduce((a, b) => (severity.indexOf(b.state) > severity.indexOf(a.state) ? b : a))
  if (worst.state === 'empty' || worst.state === 'invalid') return worst
  return { ...worst, compact: parts.flatMap(({ compact }) => compact ?? []).join('|') }
}

/** The diagnosis of one cell by itself; several identifiers are parted by `|`. A word that stands for nothing is empty. */
export const diagnoseCell = (kind: IdentifierColumn, text: string): CellDiagnosis =>
  text.includes('|') ? together(text.split('|').map((part) => diagnoseOne(kind, part))) : diagnoseOne(kind, text)

const withSibling = (
  cell: CellDiagnosis,
  isbn10: string,
  isbn13: string,
  counts: SiblingCounts,
  row: number,
): CellDiagnosis => {
  const sibling = findIsbn13BySibling(isbn10, isbn13)
  if (!sibling) return cell
  if (cell.state === 'empty') {
    counts.derivable++
    return cell
  }
  if (cell.state === 'valid' && cell.compact === sibling.isbn13) return cell
  if (cell.state !== 'valid' && sibling.agrees) {
    counts.restored++
    return { state: 'repaired', compact: sibling.isbn13, ...(cell.damage === undefined ? {} : { damage: cell.damage }) }
  }
  counts.conflicting++
  counts.conflictRows.push(row)
  return cell
}

/** Every column of identifiers that the file has, diagnosed once per different text. */
export const readIdentifiers = (input: StudyInput): IdentifierReading[] => {
  const isbn10 = findColumn(input, 'isbn-10')
  return identifierColumns.flatMap((kind): IdentifierReading[] => {
    const column = findColumn(input, kind)
    if (!column) return []
    const byEntry = column.dictionary.map((text) => diagnoseCell(kind, text))
    const own = Array.from(column.codes, (code) => byEntry[code]!)
    if (kind !== 'isbn-13' || !isbn10) return [{ kind, column, byRow: own, siblings: undefined }]
    const siblings: SiblingCounts = { restored: 0, derivable: 0, conflicting: 0, conflictRows: [] }
    const byRow = own.map((cell, row) =>
      withSibling(cell, isbn10.dictionary[isbn10.codes[row]!]!, column.dictionary[column.codes[row]!]!, siblings, row),
    )
    return [{ kind, column, byRow, siblings }]
  })
}
