import { findColumn, type StudyInput } from '../../engines/studies/index.ts'
import { creatorIdentifiers } from './columns.ts'
import { isFilled } from './fields.ts'
import type { IdentifierReading } from './identifiers.ts'

/** How far the way from a work to the person behind it can be followed by identifiers alone. */
export interface Traceability {
  readonly rows: number
  readonly with_creator: number
  /** A valid or repaired identifier of the work, recording or product. */
  readonly with_work_identifier: number
  readonly with_creator_identifier: number
  readonly whole_way: number
}

/**
 * The first step of that way, the headline of the study. `works`: rows with an identifier of the work that name a creator. `creators`,
 * for lists that name no works: rows with an identifier of the creator they name. As the file stands, and with every proven repair made.
 */
export interface Reach {
  readonly subject: 'works' | 'creators'
  readonly rows: number
  readonly as_it_stands: number
  readonly after_repair: number
}

interface RowReading {
  readonly named: boolean
  readonly work: 'none' | 'valid' | 'repaired'
  readonly creator: 'none' | 'valid' | 'repaired'
}

const bestOf = (readings: readonly IdentifierReading[], row: number): RowReading['work'] => {
  const states = readings.map(({ byRow }) => byRow[row]!.state)
  if (states.includes('valid')) return 'valid'
  return states.includes('repaired') ? 'repaired' : 'none'
}

const readRows = (input: StudyInput, identifiers: readonly IdentifierReading[]): RowReading[] => {
  const creator = findColumn(input, 'creator')
  const isNamed = creator?.dictionary.map(isFilled)
  const ofCreator = identifiers.filter(({ kind }) => creatorIdentifiers.has(kind))
  const ofWork = identifiers.filter(({ kind }) => !creatorIdentifiers.has(kind))
  return Array.from({ length: input.table.rows }, (_, row) => ({
    named: isNamed ? isNamed[creator!.codes[row]!]! : false,
    work: bestOf(ofWork, row),
    creator: bestOf(ofCreator, row),
  }))
}

/** A list of people and groups rather than of works: no titles, and no identifier of a work. */
const isOfCreators = (input: StudyInput, identifiers: readonly IdentifierReading[]): boolean =>
  !findColumn(input, 'title') && identifiers.every(({ kind }) => creatorIdentifiers.has(kind))

const countRows = (rows: readonly RowReading[], has: (row: RowReading) => boolean): number =>
  rows.reduce((sum, row) => sum + (has(row) ? 1 : 0), 0)

/** Both ways of following a work to its creator, row by row. */
export const traceabilityOf = (
  input: StudyInput,
  identifiers: readonly IdentifierReading[],
): { readonly traceability: Traceability; readonly reach: Reach } => {
  const rows = readRows(input, identifiers)
  const subject = isOfCreators(input, identifiers) ? 'creators' : 'works'
  const of = (row: RowReading) => (subject === 'works' ? row.work : row.creator)
  return {
    traceability: {
      rows: rows.length,
      with_creator: countRows(rows, ({ named }) => named),
      with_work_identifier: countRows(rows, ({ work }) => work !== 'none'),
      with_creator_identifier: countRows(rows, ({ creator }) => creator !== 'none'),
      whole_way: countRows(rows, ({ named, work, creator }) => named && work !== 'none' && creator !== 'none'),
    },
    reach: {
      subject,
      rows: rows.length,
      as_it_stands: countRows(rows, (row) => row.named && of(row) === 'valid'),
      after_repair: countRows(rows, (row) => row.named && of(row) !== 'none'),
    },
  }
}
