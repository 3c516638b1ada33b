import { findColumn, type StudyInput } from '../../engines/studies/index.ts'
import { foldName } from '../../engines/tables/index.ts'
import { creatorIdentifiers } from './columns.ts'
import type { IdentifierReading } from './identifiers.ts'

/** Rows that share something that should name one work or one creator. */
export interface DuplicateFindings {
  /** Things that several rows carry, and the rows that carry them. */
  readonly groups: number
  readonly rows: number
  /** Groups whose rows have different titles or creators: one identifier for two works, or one work described twice. */
  readonly conflicting_groups: number
}

interface Group {
  readonly rows: number[]
}

/** The rows by what they share; rows without it are in no group. */
const groupRows = (rows: number, keyOf: (row: number) => string | undefined): Map<string, Group> => {
  const groups = new Map<string, Group>()
  for (let row = 0; row < rows; row++) {
    const key = keyOf(row)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group) group.rows.push(row)
    else groups.set(key, { rows: [row] })
  }
  return groups
}

export type Describe = (row: number) => string | undefined

/** How rows describe what they name: each column compared without case, accents and punctuation; nothing where all are empty. */
const describeBy = (input: StudyInput, names: readonly string[]): Describe => {
  const columns = names.flatMap((name) => findColumn(input, name) ?? [])
  const folded = columns.map((column) => column.dictionary.map(foldName))
  return (row) => {
    const parts = columns.map((column, at) => folded[at]![column.codes[row]!]!)
    return parts.every((part) => part === '') ? undefined : parts.join('\u0000')
  }
}

/** How a row describes its work (title and creator) and its creator. */
export const descriptions = (input: StudyInput): { readonly work: Describe; readonly creator: Describe } => ({
  work: describeBy(input, ['title', 'creator']),
  creator: describeBy(input, ['creator']),
})

const findingsOf = (
  groups: ReadonlyMap<string, Group>,
  describe: Describe,
): { findings: DuplicateFindings; conflictRows: number[] } => {
  const several = [...groups.values()].filter(({ rows }) => rows.length > 1)
  const isDifferent = ({ rows }: Group) => new Set(rows.map(describe).filter((told) => told !== undefined)).size > 1
  const conflicting = several.filter(isDifferent)
  return {
    findings: {
      groups: several.length,
      rows: several.reduce((sum, { rows }) => sum + rows.length, 0),
      conflicting_groups: conflicting.length,
    },
    conflictRows: conflicting.flatMap(({ rows }) => rows),
  }
}

/**
 * Rows under one identifier (as valid or repaired), and those that describe different things under it: works of another title or creator
 * for an identifier of works, another name for an identifier of creators, who of course have several works.
 */
export const duplicatesByIdentifier = (
  { kind, byRow }: IdentifierReading,
  describe: { readonly work: Describe; readonly creator: Describe },
) =>
  findingsOf(
    groupRows(byRow.length, (row) => byRow[row]!.compact),
    creatorIdentifiers.has(kind) ? describe.creator : describe.work,
  )

/** Rows of one title and creator under different identifiers of one kind: perhaps editions, perhaps one work twice. */
export const duplicatesByDescription = (
  rows: number,
  describe: Describe,
  identifiers: readonly IdentifierReading[],
) => {
  const ofWork = identifiers.filter(({ kind }) => !creatorIdentifiers.has(kind))
  const identity = (row: number) =>
    (ofWork.length > 0 ? ofWork : identifiers).map(({ byRow }) => byRow[row]!.compact ?? '').join('\u0000')
  return findingsOf(groupRows(rows, describe), identity)
}
