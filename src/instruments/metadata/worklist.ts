import { findIsbn13BySibling } from '../../engines/metrics/index.ts'
import { type Cell, csvText, findColumn, type StudyInput } from '../../engines/studies/index.ts'
import type { IdentifierReading } from './identifiers.ts'

/** One cell that somebody should look at. `proposal` is there only where it is proven. */
export interface WorkItem {
  readonly line: number
  readonly work_id: string | null
  readonly field: string
  readonly found: string
  readonly problem: string
  readonly proposal: string | null
}

type Problem = Pick<WorkItem, 'problem' | 'proposal'>

const problemsOf = (
  reading: IdentifierReading,
  row: number,
  isbn10: string,
  conflicts: ReadonlySet<number>,
): Problem[] => {
  const { state, damage, fault, compact } = reading.byRow[row]!
  const problems: Problem[] = []
  if (state === 'repaired') problems.push({ problem: damage ?? 'damaged', proposal: compact ?? null })
  if (state === 'invalid' && !reading.siblings?.conflictRows.includes(row))
    problems.push({ problem: damage ?? fault ?? 'invalid', proposal: null })
  if (state === 'empty' && reading.siblings) {
    const sibling = findIsbn13BySibling(isbn10, '')
    if (sibling) problems.push({ problem: 'empty', proposal: sibling.isbn13 })
  }
  if (conflicts.has(row)) problems.push({ problem: 'same-identifier-for-different-works', proposal: null })
  return problems
}

/** Every identifier to be mended or looked at, in the order of the file. `sharing` lists, per reading, rows that clash with another. */
export const worklistOf = (
  input: StudyInput,
  identifiers: readonly IdentifierReading[],
  sharing: readonly (readonly number[])[],
): WorkItem[] => {
  const workId = findColumn(input, 'work_id')
  const isbn10 = findColumn(input, 'isbn-10')
  const conflicts = sharing.map((rows) => new Set(rows))
  const disagreeing = identifiers.map(({ siblings }) => new Set(siblings?.conflictRows ?? []))
  const items: WorkItem[] = []
  for (let row = 0; row < input.table.rows; row++) {
    identifiers.forEach((reading, at) => {
      const sibling = isbn10 ? isbn10.dictionary[isbn10.codes[row]!]! : ''
      const problems = problemsOf(reading, row, sibling, conflicts[at]!)
      if (disagreeing[at]!.has(row)) problems.push({ problem: 'disagrees-with-isbn-10', proposal: null })
      for (const problem of problems)
        items.push({
          line: input.table.lines[row]!,
          work_id: workId ? workId.dictionary[workId.codes[row]!]! : null,
          field: reading.kind,
          found: reading.column.dictionary[reading.column.codes[row]!]!,
          ...problem,
        })
    })
  }
  return items
}

/** The worklist as CSV for a spreadsheet. Identifiers of digits are led by an apostrophe, so that opening it does not damage them again. */
export const worklistCsv = (items: readonly WorkItem[]): string => {
  const asText = (text: string | null): Cell => (text !== null && /^\d{5,}X?$/.test(text) ? `'${text}` : text)
  const rows = items.map(({ line, work_id, field, found, problem, proposal }): Cell[] => [
    line,
    work_id,
    field,
    asText(found),
    problem,
    asText(proposal),
  ])
  return csvText(['line', 'work_id', 'field', 'found', 'problem', 'proposal'], rows)
}
