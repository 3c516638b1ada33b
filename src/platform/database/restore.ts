import { createHash } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Kysely, sql, type Transaction } from 'kysely'
import { escapeIdentifier } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { type BackupSummary, summaryOf } from './backup.ts'
import {
  type BackupHeader,
  type FileDigest,
  listTables,
  type Manifest,
  settleTextForm,
  type TableDigest,
  type TableShape,
} from './backup-format.ts'
import { type Entries, type Listed, openEntries, readHeader, readManifest } from './backup-reader.ts'
import { getClient } from './client-dialect.ts'
import { quoted } from './copy-in.ts'
import { DatabaseProblem, findErrorCode } from './database-problem.ts'
import { type MigrationSet, runMigrations } from './migrate.ts'
import { dropEverything, setAsideRules } from './schema-reset.ts'
import { moveInto, removeOthers, stageFiles } from './stored-files.ts'
import { type Entry, MalformedArchive } from './tar.ts'
import { withinTransaction } from './transaction.ts'

export interface RestoreOptions {
  /** All migrations of this program, as for `migrate`: an older backup is brought up to date. */
  readonly sets: readonly MigrationSet[]
  /** Where the stored files go; without it, files in the backup are checked and left out. */
  readonly filesDirectory?: string
  /** True to replace what the database holds; otherwise a database with rows is refused. */
  readonly replace?: boolean
}

const refuseRows = async (db: Kysely<unknown>): Promise<void> => {
  for (const { name } of await listTables(db)) {
    const { rows } = await sql<{ has: boolean }>`select exists (select from ${sql.table(name)}) as has`.execute(db)
    if (rows[0]?.has) throw new DatabaseProblem('database-not-empty', { table: name })
  }
}

const tableOf = (entry: Entry | undefined): string | undefined =>
  /^tables\/([^/]+)\/\d+\.copy$/.exec(entry?.name ?? '')?.[1]

const loadTable = async (
  transaction: Transaction<unknown>,
  entries: Entries,
  { name, columns }: TableShape,
): Promise<TableDigest> => {
  const hash = createHash('sha256')
  let bytes = 0
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let entry = await entries.peek(); entry && tableOf(entry) === name; entry = await entries.peek()) {
      for await (const part of entry.body) {
        hash.update(part)
        bytes += part.length
        yield part
      }
      entries.skip()
    }
  }
  const client = await getClient(transaction)
  const target = client.query(copyFrom(`copy ${quoted(name)} (${columns.map(escapeIdentifier).join(', ')}) from stdin`))
  await pipeline(Readable.from(pieces()), target)
  return { name, rows: target.rowCount, bytes, sha256: hash.digest('hex') }
}

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right)

const compare = (manifest: Manifest, tables: readonly TableDigest[], files: readonly FileDigest[]): void => {
  for (const [index, table] of manifest.tables.entries())
    if (!same(table, tables[index]))
      throw new MalformedArchive(`the rows of ${table.name} are not those that were saved`)
  if (!same(manifest.files ?? [], files)) throw new MalformedArchive('the stored files are not those that were saved')
}

const setSequences = async (db: Kysely<unknown>, { sequences }: Manifest): Promise<void> => {
  for (const { name, value, isCalled } of sequences)
    await sql`select setval(${quoted(name)}::regclass, ${value}::bigint, ${isCalled})`.execute(db)
}

interface Loaded {
  readonly manifest: Manifest
  readonly files: readonly FileDigest[]
}

const load = async (
  transaction: Transaction<unknown>,
  entries: Entries,
  header: Listed<BackupHeader>,
  staging: string | undefined,
): Promise<Loaded> => {
  const tables = await listTables(transaction)
  if (!same(tables, header.content.tables)) throw new MalformedArchive('its tables do not fit its list of migrations')
  const putBack = await setAsideRules(transaction)
  if (tables.length > 0)
    await sql.raw(`truncate ${tables.map(({ name }) => quoted(name)).join(', ')}`).execute(transaction)
  const digests: TableDigest[] = []
  for (const table of tables) digests.push(await loadTable(transaction, entries, table))
  const files = await stageFiles(entries, staging)
  const manifest = await readManifest(entries, header.bytes)
  compare(manifest, digests, files)
  await setSequences(transaction, manifest)
  await putBack()
  return { manifest, files }
}

const damageCodes = /^(Z_|22|23|XX)/

/** The plain reason behind an error that means the file itself is at fault; nothing for any other error. */
const findDamage = (error: unknown): string | undefined => {
  if (error instanceof MalformedArchive) return error.message
  if (error instanceof SyntaxError) return 'a list of contents cannot be read'
  const code = findErrorCode(error)
  if (code === undefined || !damageCodes.test(code)) return undefined
  return error instanceof Error ? error.message : code
}

const restoreWithin = async (
  transaction: Transaction<unknown>,
  file: string,
  staging: string | undefined,
  options: RestoreOptions,
): Promise<Loaded> => {
  const entries = openEntries(file)
  const header = await readHeader(entries, file, options.sets)
  await settleTextForm(transaction)
  if (options.replace !== true) await refuseRows(transaction)
  await dropEverything(transaction)
  await runMigrations(transaction, options.sets, header.content.migrations)
  const loaded = await load(transaction, entries, header, staging)
  await runMigrations(transaction, options.sets)
  if (staging !== undefined && options.filesDirectory !== undefined)
    await moveInto(staging, options.filesDirectory, loaded.files)
  return loaded
}

/**
 * Puts a backup in place of the database's contents: all of it or nothing, in one transaction. The schema is built anew as the backup
 * knew it, filled, compared row count by row count and hash by hash, and then brought up to this program. Stored files are moved in just
 * before the commit; a fault after that leaves at most files that no row names. With `replace`, files the backup lacks are removed
 * afterwards. Stop the app first, or its open pages will wait.
 * Throws `backup-damaged`, `backup-foreign`, `backup-newer`, `database-not-empty` (DatabaseProblem).
 */
export const restore = async (db: Kysely<unknown>, file: string, options: RestoreOptions): Promise<BackupSummary> => {
  const { filesDirectory } = options
  const staging = filesDirectory === undefined ? undefined : `${filesDirectory}.restoring-${process.pid}`
  try {
    await (await open(file, 'r')).close()
    const work = (transaction: Transaction<unknown>) => restoreWithin(transaction, file, staging, options)
    const { manifest, files } = await withinTransaction(db, work, { isolation: 'read committed' })
    if (filesDirectory !== undefined && options.replace === true && manifest.files)
      await removeOthers(filesDirectory, files)
    return await summaryOf(manifest, file)
  } catch (error) {
    const reason = findDamage(error)
    throw reason === undefined ? error : new DatabaseProblem('backup-damaged', { file, reason }, error)
  } finally {
    if (staging !== undefined) await rm(staging, { recursive: true, force: true })
  }
}
