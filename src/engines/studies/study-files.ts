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
  joinTables,
  linesBefore,
  proposeMapping,
  type ReadingCache,
  type ReadPlays,
  readPlaysByUser,
  readTable,
  type Table,
} from '../tables/index.ts'
import { about, type Opened, openAll } from './open-files.ts'
import { shareRead } from './reading-meter.ts'
import type { StudyWatch } from './study-command.ts'

/** A part a file plays in a study (`plays`, `works`, `users` …), and the columns the study can use of it. */
export interface FileRole {
  readonly name: string
  readonly required: boolean
  readonly columns: readonly CanonicalColumn[]
}

/** The file of a role, or several that are read as one table: where they lie, and what the person says about all of them. */
export interface StudyFile {
  readonly path: string
  readonly name?: string
  /** Further files with the same columns. */
  readonly further?: readonly { readonly path: string; readonly name?: string }[]
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

/** One of the files behind a table: its rows, and how many lines stand before it when lines are counted through all of them. */
export interface StudyPart {
  readonly file: DataFile
  readonly rows: number
  readonly linesBefore: number
}

/** Files opened, mapped and read: columns by role and canonical name. */
export interface StudyInput {
  readonly role: FileRole
  /** The first file; `parts` are all of them. */
  readonly file: DataFile
  readonly parts: readonly StudyPart[]
  readonly mapping: ColumnMapping
  readonly table: Table
  /** Rows of all files, those with a wrong number of cells included. */
  readonly rows: number
  /** Plays of a Parquet file, grouped as they were read; `table` is then empty. */
  readonly grouped?: ReadPlays
}

export interface StudyInputs {
  readonly layout: StudyLayout | undefined
  readonly byRole: ReadonlyMap<string, StudyInput>
}

/** Told how far the reading has come, and where reading is kept so that the same files need not be read again. */
export interface StudyReading {
  readonly watch?: StudyWatch | undefined
  /** A folder where what was read is kept by the hash of its files. */
  readonly cache?: string | undefined
}

const cacheOf = ({ cache }: StudyReading): ReadingCache | undefined =>
  cache === undefined ? undefined : { folder: cache }

type Files = Readonly<Record<string, StudyFile>>

/** The first layout whose files are all among those opened and hold its columns. Files without a header are never guessed. */
const detectLayout = (layouts: readonly StudyLayout[], files: ReadonlyMap<string, readonly Opened[]>) =>
  layouts.find((layout) =>
    [...files].every(([role, opened]) => {
      const known = layout.files[role]
      return (
        known !== undefined &&
        known.names === undefined &&
        opened.every(({ file }) => isLayoutOf(file.header, known.columns))
      )
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
const isGroupable = (role: FileRole, opened: readonly Opened[], mapping: ColumnMapping): boolean =>
  role.name === 'plays' &&
  opened.every(({ file }) => file.format === 'parquet') &&
  mapping['active_plays'] === undefined

const noRows: Table = { rows: 0, lines: new Int32Array(0), columns: new Map(), ragged: { count: 0, lines: [] } }

const missingColumns = (file: DataFile, columns: readonly string[]): Fault[] => {
  const missing = columns.filter((column) => !file.header.includes(column))
  if (missing.length === 0) return []
  const values = { name: file.name, missing: missing.join(', '), found: file.header.join(', '), count: missing.length }
  return [{ code: 'columns-missing', values }]
}

const readGrouped = async (
  role: FileRole,
  opened: readonly Opened[],
  mapping: ColumnMapping,
  cache: ReadingCache | undefined,
): Promise<Result<StudyInput, Fault>> => {
  const plays = mapping['plays']
  const columns = { user: mapping['user_id']!, work: mapping['work_id']!, ...(plays === undefined ? {} : { plays }) }
  const faults = opened.flatMap(({ file }) => missingColumns(file, Object.values(columns)))
  if (faults.length > 0) return notAccepted(...faults)
  const parts = opened.map(({ file }) => ({ file, rows: file.rowsToldByFile ?? 0, linesBefore: 0 }))
  const progress = (rows: number, of: number) => {
    for (const [at, { meter }] of opened.entries()) meter.read((parts[at]!.rows * rows) / of, rows / of)
  }
  const read = await readPlaysByUser(
    opened.map(({ file }) => file.path),
    columns,
    { progress, kept: cache && { cache, hashes: opened.map(({ file }) => file.sha256) } },
  )
  const { file } = parts[0]!
  if (!read.ok)
    return notAccepted(...read.faults.map((fault) => ({ ...fault, values: { ...fault.values, name: file.name } })))
  return accepted({ role, file, parts, mapping, table: noRows, rows: read.value.rows, grouped: read.value })
}

const readOne = async (
  role: FileRole,
  given: StudyFile,
  opened: readonly Opened[],
  layout: StudyLayout | undefined,
  cache: ReadingCache | undefined,
): Promise<Result<StudyInput, Fault>> => {
  const { file } = opened[0]!
  const mapping = mappingOf(role, given, file, layout?.files[role.name])
  if (!mapping.ok) return mapping
  const wanted = [...new Set(Object.values(mapping.value))].filter((column) => column !== lineIdentifier)
  if (isGroupable(role, opened, mapping.value)) return readGrouped(role, opened, mapping.value, cache)
  const tables: Table[] = []
  const faults: Fault[] = []
  for (const { file, meter } of opened) {
    const table = await readTable(
      file,
      { coded: wanted },
      (rows, bytes) => meter.read(rows, shareRead(file, bytes)),
      cache,
    )
    if (table.ok) tables.push(table.value)
    else faults.push(...table.faults)
    meter.read(table.ok ? table.value.rows : 0, 1)
  }
  if (faults.length > 0) return notAccepted(...faults)
  const before = linesBefore(tables)
  const parts = opened.map(({ file }, at): StudyPart => {
    const { rows, ragged } = tables[at]!
    return { file, rows: rows + ragged.count, linesBefore: before[at]! }
  })
  const rows = parts.reduce((sum, part) => sum + part.rows, 0)
  return accepted({ role, file, parts, mapping: mapping.value, table: joinTables(tables), rows })
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
  reading: StudyReading = {},
): Promise<Result<StudyInputs, Fault>> => {
  const named = layouts.find(({ id }) => id === wantedLayout)
  if (wantedLayout !== undefined && wantedLayout !== noLayout && !named) {
    const known = [...layouts.map(({ id }) => id), noLayout].join(', ')
    return notAccepted({ code: 'unknown-layout', field: 'layout', values: { layout: wantedLayout, known } })
  }
  const opened = await openAll(roles, files, named, reading.watch)
  if (!opened.ok) return opened
  const layout = named ?? (wantedLayout === noLayout ? undefined : detectLayout(layouts, opened.value))
  const byRole = new Map<string, StudyInput>()
  const faults: Fault[] = []
  for (const role of roles) {
    const own = opened.value.get(role.name)
    if (!own) continue
    const read = await readOne(role, files[role.name]!, own, layout, cacheOf(reading))
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
