import { findIsbn13BySibling } from '../../engines/metrics/index.ts'
import { type Cell, csvText, findColumn, type StudyInput } from '../../engines/studies/index.ts'
import { isFilled } from './fields.ts'
import type { IdentifierReading } from './identifiers.ts'

/** What can be wrong with a cell or a row, the kinds by which the worklist is filtered. */
export const problems = [
  'lost-zeros',
  'scientific-notation',
  'decimal-point',
  'lost-zeros-and-decimal-point',
  'length',
  'format',
  'component',
  'check-digit',
  'missing',
  'disagrees-with-isbn-10',
  'same-identifier-for-different-works',
  'same-work-under-several-identifiers',
  'repeated-work-id',
  'country-not-recognised',
  'language-not-recognised',
] as const

export type Problem = (typeof problems)[number]

/** One cell that somebody should look at. `proposal` is there only where it is proven. */
export interface WorkItem {
  readonly line: number
  readonly work_id: string | null
  /** The title, or the creator in a list without titles. */
  readonly title: string | null
  readonly field: string
  readonly found: string
  readonly problem: Problem
  readonly proposal: string | null
}

type Finding = Pick<WorkItem, 'field' | 'problem' | 'proposal'>

/** What the rest of the study knows of rows: those that clash, repeat or say what cannot be read. */
export interface RowsToMend {
  /** Per column of identifiers, rows that share one with a row of another title or creator. */
  readonly sharing: readonly (readonly number[])[]
  /** Rows of one title and creator under different identifiers. */
  readonly sameWork: readonly number[]
  readonly repeatedIds: readonly number[]
  /** Fields the sector needs and the file has a column for. */
  readonly expected: readonly string[]
  /** Cells, as written, whose country or language is not known. */
  readonly strangeCountries: ReadonlySet<string>
  readonly strangeLanguages: ReadonlySet<string>
}

type PerRow = (row: number) => readonly Finding[]

const ofIdentifier = (input: StudyInput, reading: IdentifierReading, sharing: readonly number[]): PerRow => {
  const { kind, byRow, siblings } = reading
  const isbn10 = findColumn(input, 'isbn-10')
  const [clashing, disagreeing] = [new Set(sharing), new Set(siblings?.conflictRows ?? [])]
  return (row) => {
    const { state, damage, fault, compact } = byRow[row]!
    const found: Finding[] = []
    const say = (problem: string, proposal: string | null = null) =>
      found.push({ field: kind, problem: problem as Problem, proposal })
    if (state === 'repaired') say(damage ?? 'check-digit', compact ?? null)
    if (state === 'invalid' && !disagreeing.has(row)) say(damage ?? fault ?? 'format')
    if (state === 'empty' && siblings && isbn10) {
      const sibling = findIsbn13BySibling(isbn10.dictionary[isbn10.codes[row]!]!, '')
      if (sibling) say('missing', sibling.isbn13)
    }
    if (clashing.has(row)) say('same-identifier-for-different-works')
    if (disagreeing.has(row)) say('disagrees-with-isbn-10')
    return found
  }
}

const ofMissing = (input: StudyInput, field: string, isSaid: (row: number) => boolean): PerRow => {
  const column = findColumn(input, field)!
  const isEmpty = column.dictionary.map((text) => !isFilled(text))
  return (row) => (isEmpty[column.codes[row]!] && !isSaid(row) ? [{ field, problem: 'missing', proposal: null }] : [])
}

const ofSpelling = (input: StudyInput, field: string, problem: Problem, strange: ReadonlySet<string>): PerRow => {
  const column = findColumn(input, field)
  if (!column || strange.size === 0) return () => []
  return (row) => (strange.has(column.dictionary[column.codes[row]!]!) ? [{ field, problem, proposal: null }] : [])
}

const ofRows = (field: string, problem: Problem, rows: readonly number[]): PerRow => {
  const marked = new Set(rows)
  return (row) => (marked.has(row) ? [{ field, problem, proposal: null }] : [])
}

/** Rows whose missing ISBN-13 is already proposed from the ISBN-10. */
const derivableRows = (input: StudyInput, identifiers: readonly IdentifierReading[]): ((row: number) => boolean) => {
  const reading = identifiers.find(({ kind }) => kind === 'isbn-13')
  if (!reading?.siblings) return () => false
  const own = ofIdentifier(input, reading, [])
  return (row) => own(row).some(({ problem }) => problem === 'missing')
}

/** Everything to be mended or looked at, in the order of the file. */
export const worklistOf = (
  input: StudyInput,
  identifiers: readonly IdentifierReading[],
  mend: RowsToMend,
): WorkItem[] => {
  const isDerivable = derivableRows(input, identifiers)
  const perRow: PerRow[] = [
    ofRows('work_id', 'repeated-work-id', mend.repeatedIds),
    ...identifiers.map((reading, at) => ofIdentifier(input, reading, mend.sharing[at]!)),
    ...mend.expected.map((field) => ofMissing(input, field, (row) => field === 'isbn-13' && isDerivable(row))),
    ofSpelling(input, 'origin', 'country-not-recognised', mend.strangeCountries),
    ofSpelling(input, 'language', 'language-not-recognised', mend.strangeLanguages),
    ofRows('title', 'same-work-under-several-identifiers', mend.sameWork),
  ]
  const cell = (name: string) => {
    const column = findColumn(input, name)
    return (row: number) => (column ? column.dictionary[column.codes[row]!]! : undefined)
  }
  const [workId, title, creator] = [cell('work_id'), cell('title'), cell('creator')]
  const fields = new Map<string, (row: number) => string | undefined>()
  const textOf = (field: string, row: number) => {
    const known = fields.get(field) ?? cell(field)
    fields.set(field, known)
    return known(row) ?? ''
  }
  return Array.from({ length: input.table.rows }, (_, row) =>
    perRow
      .flatMap((of) => of(row))
      .map(({ field, problem, proposal }) => ({
        line: input.table.lines[row]!,
        work_id: workId(row) ?? null,
        title: title(row) ?? creator(row) ?? null,
        field,
        found: textOf(field, row),
        problem,
        proposal,
      })),
  ).flat()
}

/** Items by kind of problem, in the order of `problems`; kinds that do not occur are left out. */
export const countProblems = (items: readonly WorkItem[]): Readonly<Record<string, number>> => {
  const counts = new Map<Problem, number>()
  for (const { problem } of items) counts.set(problem, (counts.get(problem) ?? 0) + 1)
  return Object.fromEntries(problems.flatMap((kind) => (counts.has(kind) ? [[kind, counts.get(kind)!]] : [])))
}

export const worklistHeader = ['line', 'work_id', 'title', 'field', 'found', 'problem', 'proposal'] as const

/** The worklist as CSV for a spreadsheet. Identifiers of digits are led by an apostrophe, so that opening it does not damage them again. */
export const worklistCsv = (items: readonly WorkItem[]): string => {
  const asText = (text: string | null): Cell => (text !== null && /^\d{5,}X?$/.test(text) ? `'${text}` : text)
  const rows = items.map(({ line, work_id, title, field, found, problem, proposal }): Cell[] => [
    line,
    asText(work_id),
    title,
    field,
    asText(found),
    problem,
    asText(proposal),
  ])
  return csvText([...worklistHeader], rows)
}
