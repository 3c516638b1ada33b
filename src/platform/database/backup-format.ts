import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { migrationTable } from './migrate.ts'

/*
 * A backup is a gzipped tar, readable without this program:
 *   backup.json                    header: format, migrations that ran, tables with their columns
 *   tables/<table>/<number>.copy   rows in PostgreSQL's COPY text format (UTF-8), in pieces to be joined
 *   files/<path>                   stored files
 *   manifest.json                  rows and SHA-256 of each table and file, sequences
 *   seal.sha256                    last: SHA-256 of backup.json and manifest.json, as `sha256sum -c` reads it
 */
export const headerName = 'backup.json'
export const manifestName = 'manifest.json'
export const sealName = 'seal.sha256'
export const formatName = 'open-roadmap-backup'
export const formatVersion = 1

/** The text of the seal over the two lists. */
export const sealOf = (header: Uint8Array, manifest: Uint8Array): string => {
  const line = (bytes: Uint8Array, name: string) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`
  return line(header, headerName) + line(manifest, manifestName)
}

export interface TableShape {
  readonly name: string
  readonly columns: readonly string[]
}

export interface BackupHeader {
  readonly format: typeof formatName
  readonly version: number
  readonly madeAt: string
  /** Names of the migrations in the order they ran. */
  readonly migrations: readonly string[]
  readonly tables: readonly TableShape[]
}

export interface TableDigest {
  readonly name: string
  readonly rows: number
  readonly bytes: number
  /** Of the joined pieces, in hexadecimal. */
  readonly sha256: string
}

export interface SequenceState {
  readonly name: string
  /** As text: it may be beyond 2^53. */
  readonly value: string
  readonly isCalled: boolean
}

export interface FileDigest {
  /** Relative to the files directory, with `/`. */
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

export interface Manifest {
  readonly tables: readonly TableDigest[]
  readonly sequences: readonly SequenceState[]
  /** Missing when the backup was made without a files directory. */
  readonly files?: readonly FileDigest[]
}

/** Our tables: those of the schema `public`, without what belongs to extensions, and without the list of migrations. */
export const listTables = async (db: Kysely<unknown>): Promise<readonly TableShape[]> => {
  const { rows } = await sql<{ name: string; columns: string[] }>`
    select relname as name, array_agg(attname::text order by attnum) as columns
    from pg_class join pg_attribute on attrelid = pg_class.oid
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
      and relname <> ${migrationTable} and attnum > 0 and not attisdropped and attgenerated = ''
      and not exists (select from pg_depend where objid = pg_class.oid and deptype = 'e')
    group by relname order by relname`.execute(db)
  return rows
}

/** The same text for the same value on every server: dates, intervals, fractions. Holds for the transaction; lifts its time limits. */
export const settleTextForm = async (db: Kysely<unknown>): Promise<void> => {
  await sql`select set_config('datestyle', 'ISO', true), set_config('intervalstyle', 'iso_8601', true),
    set_config('timezone', 'UTC', true), set_config('extra_float_digits', '1', true), set_config('bytea_output', 'hex', true),
    set_config('statement_timeout', '0', true), set_config('idle_in_transaction_session_timeout', '0', true)`.execute(
    db,
  )
}
