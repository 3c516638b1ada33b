import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { newId } from '../random/new-id.ts'

/** Files kept under the SHA-256 of their content: a generated name, never a name a person gave. */
export interface StoredFiles {
  readonly directory: string
  /** Folder for uploads on their way in. */
  readonly incoming: string
  /** Takes a whole file into the store; the same content is stored once. */
  readonly keep: (path: string, sha256: string) => Promise<void>
  readonly keepBytes: (bytes: Uint8Array) => Promise<string>
  readonly pathOf: (sha256: string) => string
  readonly read: (sha256: string) => ReadableStream<Uint8Array>
}

const exists = async (path: string): Promise<boolean> => {
  try {
    await stat(path)
    return true
  } catch {
    return false
  }
}

/** A row that names a file must never outlive a power cut that the file did not. */
const forceToDisk = async (path: string): Promise<void> => {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** No request lasts this long: what is older was left by a process that was killed while it took a file in. */
const abandonedAfterMillis = 3 * 3_600_000

const removeAbandoned = async (incoming: string): Promise<void> => {
  const before = Date.now() - abandonedAfterMillis
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name)
    const found = await stat(path).catch(() => undefined)
    if (found && found.mtimeMs < before) await rm(path, { recursive: true, force: true })
  }
}

/** Opens the files of a data folder, and removes uploads that a killed process left half-done. */
export const openStoredFiles = async (dataDirectory: string): Promise<StoredFiles> => {
  const directory = join(dataDirectory, 'files')
  const incoming = join(dataDirectory, 'incoming')
  await mkdir(directory, { recursive: true, mode: 0o700 })
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  await removeAbandoned(incoming)
  const pathOf = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError(`Not a SHA-256: ${sha256}`)
    return join(directory, sha256.slice(0, 2), sha256)
  }
  const keep = async (path: string, sha256: string): Promise<void> => {
    const target = pathOf(sha256)
    if (await exists(target)) return
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    const staged = join(incoming, newId())
    await copyFile(path, staged)
    await forceToDisk(staged)
    await rename(staged, target)
  }
  return {
    directory,
    incoming,
    keep,
    pathOf,
    keepBytes: async (bytes) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const staged = join(incoming, newId())
      await writeFile(staged, bytes, { mode: 0o600, flush: true })
      const target = pathOf(sha256)
      await mkdir(dirname(target), { recursive: true, mode: 0o700 })
      await rename(staged, target)
      return sha256
    },
    read: (sha256) => {
      const stream = createReadStream(pathOf(sha256))
      return ReadableStream.from(stream as AsyncIterable<Uint8Array>) as ReadableStream<Uint8Array>
    },
  }
}
