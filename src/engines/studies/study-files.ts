import type { Fault } from '../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import {
  type CanonicalColumn,
  type CodedColumn,
  type ColumnMapping,
  checkMapping,
  type DataFile,
  type Encoding,
  getCoded,
  isLayoutOf,
  openDataFile,
  proposeMapping,
  type ReadPlays,
  readPlaysByUser,
  readTable,
  type Table,
} from '../tables/index.ts'

/** A part a file plays in a study (`plays`, `works`, `users` …), and the columns the study can use of it. */
export interface FileRole {
  readonly name: string
  readonly required: boolean
  readonly columns: readonly CanonicalColumn[]
}

/** One file: where it lies, and what the person says about it. */
export interface StudyFile {
  readonly path: string
  readonly name?: string
  /** Canonical column → column of the file; wins over the layout. */
  readonly columns?: ColumnMapping
  readonly encoding?: Encoding
  readonly separator?: string
}

/** How one file of a known layout is read. A column mapped to `lineIdentifier` holds the 0-based number of its line. */
export interface LayoutFile {
  readonly columns: ColumnMapping
  /** Names of the columns of a file without a header line. */
  readonly names?: readonly string[]
  readonly separator?: string
  /** No quotation marks: the character stands for itself. */
  readonly unquoted?: boolean
}

export interface StudyLayout {
  readonly id: string
  readonly files: Readonly<Record<string, LayoutFile>>
}

export const lineIdentifier = '#line'

/** In place of a layout: the columns are those that were chosen and no others, even if the headers look familiar. */
export const noLayout = 'none'

/** Files opened, mapped and read: columns by role and canonical name. */
export interface StudyInput {
  readonly role: FileRole
  readonly file: DataFile
  readonly mapping: ColumnMapping
  readonly table: Table
  /** Rows of the file, those with a wrong number of cells included. */
  readonly rows: number
  /** Plays of a Parquet file, grouped as they were read; `table` is then empty. */
  readonly grouped?: ReadPlays
}

export interface StudyInputs {
  readonly layout: StudyLayout | undefined
  readonly byRole: ReadonlyMap<string, StudyInput>
}

const about = (role: string, faults: readonly Fault[]): Fault[] =>
  faults.map((fault) => ({ ...fault, field: fault.field === undefined ? role : `${role}.${fault.field}` }))

const hintsOf = (file: StudyFile, layout: LayoutFile | undefined) => ({
  ...(file.name === undefined ? {} : { name: file.name }),
  ...(file.encoding === undefined ? {} : { encoding: file.encoding }),
  ...(layout?.names === undefined ? {} : { names: layout.names }),
  ...((file.separator ?? layout?.separator) ? { separator: file.separator ?? layout!.separator! } : {}),
  ...(layout?.unquoted ? { unquoted: true } : {}),
})

type Files = Readonly<Record<string, StudyFile>>

const openAll = async (
  roles: readonly FileRole[],
  files: Files,
  layout: StudyLayout | undefined,
): Promise<Result<ReadonlyMap<string, DataFile>, Fault>> => {
  const opened = new Map<string, DataFile>()
  const faults: Fault[] = []
  for (const { name } of roles) {
    const given = files[name]
    if (!given) continue
    const file = await openDataFile(given.path, hintsOf(given, layout?.files[name]))
    if (file.ok) opened.set(name, file.value)
    else faults.push(...about(name, file.faults))
  }
  return faults.length > 0 ? notAccepted(...faults) : accepted(opened)
}

/** The first layout whose files are all among those opened and hold its columns. Files without a header are never guessed. */
const detectLayout = (layouts: readonly StudyLayout[], files: ReadonlyMap<string, DataFile>) =>
  layouts.find((layout) =>
    [...files].every(([role, file]) => {
      const known = layout.files[role]
      return known !== undefined && known.names === undefined && isLayoutOf(file.header, known.columns)
    }),
  )

const mappingOf = (
  role: FileRole,
  given: StudyFile,
  file: DataFile,
  layout: LayoutFile | undefined,
): Result<ColumnMapping, Fault> => {
  const chosen = given.columns ?? {}
  const proposed = layout?.columns ?? (Object.keys(chosen).length > 0 ? {} : proposeMapping(file.header, role.columns))
  return checkMapping({ ...proposed, ...chosen }, role.columns, file.name)
}

/** Plays of Parquet files go straight into columns grouped by user: there may be very many. */
const isGroupable = (role: FileRole, file: DataFile, mapping: ColumnMapping): boolean =>
  role.name === 'plays' && file.format === 'parquet' && mapping['active_plays'] === undefined

const noRows: Table = { rows: 0, lines: new Int32Array(0), columns: new Map(), ragged: { count: 0, lines: [] } }

const readGrouped = async (
  role: FileRole,
  given: StudyFile,
  file: DataFile,
  mapping: ColumnMapping,
): Promise<Result<StudyInput, Fault>> => {
  const plays = mapping['plays']
  const columns = { user: mapping['user_id']!, work: mapping['work_id']!, ...(plays === undefined ? {} : { plays }) }
  const strange = Object.values(columns).filter((column) => !file.header.includes(column))
  if (strange.length > 0) {
    const values = {
      name: file.name,
      missing: strange.join(', '),
      found: file.header.join(', '),
      count: strange.length,
    }
    return notAccepted({ code: 'columns-missing', values })
  }
  const read = await readPlaysByUser([given.path], columns)
  if (!read.ok)
    return notAccepted(...read.faults.map((fault) => ({ ...fault, values: { ...fault.values, name: file.name } })))
  return accepted({ role, file, mapping, table: noRows, rows: read.value.rows, grouped: read.value })
}

const readOne = async (
  role: FileRole,
  given: StudyFile,
  file: DataFile,
  layout: StudyLayout | undefined,
): Promise<Result<StudyInput, Fault>> => {
  const mapping = mappingOf(role, given, file, layout?.files[role.name])
  if (!mapping.ok) return mapping
  const wanted = [...new Set(Object.values(mapping.value))].filter((column) => column !== lineIdentifier)
  if (isGroupable(role, file, mapping.value)) return readGrouped(role, given, file, mapping.value)
  const table = await readTable(file, { coded: wanted })
  if (!table.ok) return table
  const rows = table.value.rows + table.value.ragged.count
  return accepted({ role, file, mapping: mapping.value, table: table.value, rows })
}

/**
 * Opens the files of a study, finds their layout or takes the one that is named, maps their columns (by hand, by layout, by usual
 * names, in this order) and reads them. Faults carry `role` or `role.column` as field; all files are looked at before any is refused.
 */
export const openStudy = async (
  roles: readonly FileRole[],
  layouts: readonly StudyLayout[],
  files: Files,
  wantedLayout: string | undefined,
): Promise<Result<StudyInputs, Fault>> => {
  const named = layouts.find(({ id }) => id === wantedLayout)
  if (wantedLayout !== undefined && wantedLayout !== noLayout && !named) {
    const known = [...layouts.map(({ id }) => id), noLayout].join(', ')
    return notAccepted({ code: 'unknown-layout', field: 'layout', values: { layout: wantedLayout, known } })
  }
  const opened = await openAll(roles, files, named)
  if (!opened.ok) return opened
  const layout = named ?? (wantedLayout === noLayout ? undefined : detectLayout(layouts, opened.value))
  const byRole = new Map<string, StudyInput>()
  const faults: Fault[] = []
  for (const role of roles) {
    const file = opened.value.get(role.name)
    if (!file) continue
    const read = await readOne(role, files[role.name]!, file, layout)
    if (read.ok) byRole.set(role.name, read.value)
    else faults.push(...about(role.name, read.faults))
  }
  return faults.length > 0 ? notAccepted(...faults) : accepted({ layout, byRole })
}

/** The column of an input under its canonical name; nothing when it was not mapped. */
export const findColumn = ({ table, mapping }: StudyInput, name: string): CodedColumn | undefined => {
  const column = mapping[name]
  if (column === undefined) return undefined
  if (column !== lineIdentifier) return getCoded(table, column)
  const codes = Int32Array.from({ length: table.rows }, (_, row) => row)
  return { kind: 'coded', codes, dictionary: Array.from(table.lines, (line) => String(line - 1)) }
}

/** The column under its canonical name; throws when it was not mapped. */
export const getColumn = (input: StudyInput, name: string): CodedColumn => {
  const column = findColumn(input, name)
  if (!column) throw new Error(`column ${name} of ${input.role.name} was not mapped`)
  return column
}
