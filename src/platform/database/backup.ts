import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { type Kysely, sql } from 'kysely'
import { escapeIdentifier, type PoolClient } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import {
  type BackupHeader,
  type FileDigest,
  formatName,
  formatVersion,
  headerName,
  listTables,
  type Manifest,
  manifestName,
  type SequenceState,
  sealName,
  sealOf,
  settleTextForm,
  type TableDigest,
  type TableShape,
} from './backup-format.ts'
import { getClient } from './client-dialect.ts'
import { quoted } from './copy-in.ts'
import { ranMigrations } from './migrate.ts'
import { fileEntries } from './stored-files.ts'
import { type NewEntry, writeTar } from './tar.ts'
import { withinTransaction } from './transaction.ts'

export interface BackupOptions {
  /** Folder of the stored files, to be taken along. Files must be whole before a committed row names them, and never change. */
  readonly filesDirectory?: string
}

export interface BackupSummary {
  readonly tables: number
  readonly rows: number
  readonly files: number
  /** Size of the backup file. */
  readonly bytes: number
}

const pieceBytes = 4 * 1024 * 1024

const jsonBytes = (content: unknown): Buffer => Buffer.from(`${JSON.stringify(content, undefined, 2)}\n`)

const bytesEntry = (name: string, bytes: Buffer): NewEntry => ({ name, size: bytes.length, body: [bytes] })

async function* inPieces(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let parts: Buffer[] = []
  let size = 0
  for await (const part of source) {
    parts.push(part)
    size += part.length
    if (size < pieceBytes) continue
    yield Buffer.concat(parts)
    parts = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(parts)
}

async function* tableEntries(client: PoolClient, table: TableShape, digests: TableDigest[]): AsyncGenerator<NewEntry> {
  const columns = table.columns.map(escapeIdentifier).join(', ')
  const rows = client.query(copyTo(`copy (select ${columns} from ${quoted(table.name)}) to stdout`))
  const hash = createHash('sha256')
  let bytes = 0
  let piece = 0
  for await (const body of inPieces(rows)) {
    hash.update(body)
    bytes += body.length
    piece += 1
    yield { name: `tables/${table.name}/${String(piece).padStart(6, '0')}.copy`, size: body.length, body: [body] }
  }
  digests.push({ name: table.name, rows: rows.rowCount, bytes, sha256: hash.digest('hex') })
}

const sequenceStates = async (db: Kysely<unknown>): Promise<readonly SequenceState[]> => {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S'
      and not exists (select from pg_depend where objid = pg_class.oid and deptype = 'e')
    order by relname`.execute(db)
  const states: SequenceState[] = []
  for (const { name } of rows) {
    const state = await sql<{ value: string; isCalled: boolean }>`
      select last_value::text as value, is_called as "isCalled" from ${sql.table(name)}`.execute(db)
    states.push({ name, ...state.rows[0]! })
  }
  return states
}

async function* entriesOf(
  db: Kysely<unknown>,
  options: BackupOptions,
  tell: (manifest: Manifest) => void,
): AsyncGenerator<NewEntry> {
  await settleTextForm(db)
  const tables = await listTables(db)
  const header: BackupHeader = {
    format: formatName,
    version: formatVersion,
    madeAt: new Date().toISOString(),
    migrations: await ranMigrations(db),
    tables,
  }
  const headerBytes = jsonBytes(header)
  yield bytesEntry(headerName, headerBytes)
  const sequences = await sequenceStates(db)
  const client = await getClient(db)
  const tableDigests: TableDigest[] = []
  for (const table of tables) yield* tableEntries(client, table, tableDigests)
  const fileDigests: FileDigest[] = []
  if (options.filesDirectory !== undefined) yield* fileEntries(options.filesDirectory, fileDigests)
  const files = options.filesDirectory === undefined ? {} : { files: fileDigests }
  const manifest: Manifest = { tables: tableDigests, sequences, ...files }
  tell(manifest)
  const manifestBytes = jsonBytes(manifest)
  yield bytesEntry(manifestName, manifestBytes)
  yield bytesEntry(sealName, Buffer.from(sealOf(headerBytes, manifestBytes)))
}

/** What a backup holds, told after making or restoring it. */
export const summaryOf = async ({ tables, files = [] }: Manifest, file: string): Promise<BackupSummary> => ({
  tables: tables.length,
  rows: tables.reduce((sum, { rows }) => sum + rows, 0),
  files: files.length,
  bytes: (await stat(file)).size,
})

const forceFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Writes everything the installation holds, as of one moment, into one file that only its owner may read: every row, every sequence,
 * the list of migrations and the stored files. The app may go on meanwhile. The file appears under its name when it is whole and on the
 * disk; an older one of that name is replaced only then.
 */
export const backup = async (
  db: Kysely<unknown>,
  file: string,
  options: BackupOptions = {},
): Promise<BackupSummary> => {
  const draft = `${file}.${process.pid}.new`
  let manifest: Manifest = { tables: [], sequences: [] }
  await mkdir(dirname(file), { recursive: true })
  try {
    await withinTransaction(
      db,
      async (transaction) => {
        const entries = entriesOf(transaction, options, (told) => (manifest = told))
        const target = createWriteStream(draft, { mode: 0o600, flush: true })
        await pipeline(Readable.from(writeTar(entries)), createGzip(), target)
      },
      { isolation: 'repeatable read' },
    )
    await rename(draft, file)
    await forceFolder(dirname(file))
  } finally {
    await rm(draft, { force: true })
  }
  return summaryOf(manifest, file)
}
