import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import {
  type BackupHeader,
  formatName,
  formatVersion,
  headerName,
  type Manifest,
  manifestName,
  sealName,
  sealOf,
} from './backup-format.ts'
import { DatabaseProblem, findErrorCode } from './database-problem.ts'
import { listMigrations, type MigrationSet } from './migrate.ts'
import { type Entry, MalformedArchive, readTar } from './tar.ts'

/** Entries of an archive with a look at the next one. */
export interface Entries {
  readonly peek: () => Promise<Entry | undefined>
  readonly skip: () => void
}

/** The entries of a backup file, unzipped while they are read. */
export const openEntries = (file: string): Entries => {
  const gunzip = createGunzip()
  pipeline(createReadStream(file), gunzip, () => {})
  const entries = readTar(gunzip)
  let next: Promise<Entry | undefined> | undefined
  return {
    peek: () => {
      next ??= entries.next().then((result) => (result.done === true ? undefined : result.value))
      return next
    },
    skip: () => {
      next = undefined
    },
  }
}

/** One of the lists of the backup, with its bytes as they stand in the file. */
export interface Listed<Content> {
  readonly content: Content
  readonly bytes: Buffer
}

const readAll = async (entry: Entry): Promise<Buffer> => {
  const parts: Uint8Array[] = []
  for await (const part of entry.body) parts.push(part)
  return Buffer.concat(parts)
}

const readList = async <Content>(entry: Entry): Promise<Listed<Content>> => {
  const bytes = await readAll(entry)
  return { content: JSON.parse(bytes.toString('utf8')) as Content, bytes }
}

const longestHeaderBytes = 16 * 1024 * 1024

/** Throws `backup-foreign` when the file does not begin like a backup of ours, `backup-newer` when this program cannot know it all. */
export const readHeader = async (
  entries: Entries,
  file: string,
  sets: readonly MigrationSet[],
): Promise<Listed<BackupHeader>> => {
  const foreign = (cause?: unknown) => new DatabaseProblem('backup-foreign', { file }, cause)
  let listed: Listed<BackupHeader>
  try {
    const entry = await entries.peek()
    if (entry?.name !== headerName || entry.size > longestHeaderBytes) throw foreign()
    listed = await readList<BackupHeader>(entry)
    entries.skip()
  } catch (error) {
    if (['ENOENT', 'EACCES', 'EISDIR'].includes(findErrorCode(error) ?? '')) throw error
    throw error instanceof DatabaseProblem ? error : foreign(error)
  }
  const header = listed.content
  if (header.format !== formatName) throw foreign()
  const known = new Set(listMigrations(sets).map(({ name }) => name))
  const unknown = header.migrations.filter((name) => !known.has(name))
  if (header.version > formatVersion) unknown.push(`format ${header.version}`)
  if (unknown.length > 0) throw new DatabaseProblem('backup-newer', { file, names: unknown.join(', ') })
  return listed
}

/** The list at the end, checked against its seal. Throws MalformedArchive. */
export const readManifest = async (entries: Entries, header: Buffer): Promise<Manifest> => {
  const entry = await entries.peek()
  if (entry?.name !== manifestName) throw new MalformedArchive('the list of contents at the end is missing')
  const { content, bytes } = await readList<Manifest>(entry)
  entries.skip()
  const seal = await entries.peek()
  if (seal?.name !== sealName || (await readAll(seal)).toString('utf8') !== sealOf(header, bytes))
    throw new MalformedArchive('its lists of contents were changed')
  entries.skip()
  if (await entries.peek()) throw new MalformedArchive('there is more after the end')
  return content
}
