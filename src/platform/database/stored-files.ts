import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FileDigest } from './backup-format.ts'
import type { Entries } from './backup-reader.ts'
import { findErrorCode } from './database-problem.ts'
import { MalformedArchive, type NewEntry } from './tar.ts'

const listFiles = async (folder: string): Promise<readonly string[]> => {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    return files.map((file) => relative(folder, file).split(sep).join('/')).sort()
  } catch (error) {
    if (findErrorCode(error) === 'ENOENT') return []
    throw error
  }
}

const findOpened = async (file: string): Promise<FileHandle | undefined> => {
  try {
    return await open(file, 'r')
  } catch (error) {
    if (findErrorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/**
 * The files below a folder as entries of a backup; adds the digest of each once it is written. A file that goes away meanwhile is left
 * out; one that is being moved or still grows is taken as it was when it was opened.
 */
export async function* fileEntries(folder: string, digests: FileDigest[]): AsyncGenerator<NewEntry> {
  for (const path of await listFiles(folder)) {
    const handle = await findOpened(join(folder, path))
    if (!handle) continue
    try {
      const { size } = await handle.stat()
      const hash = createHash('sha256')
      async function* hashed() {
        if (size === 0) return
        for await (const part of handle!.createReadStream({ end: size - 1, autoClose: false })) {
          hash.update(part as Buffer)
          yield part as Buffer
        }
      }
      yield { name: `files/${path}`, size, body: hashed() }
      digests.push({ path, bytes: size, sha256: hash.digest('hex') })
    } finally {
      await handle.close()
    }
  }
}

const isSafePath = (path: string): boolean =>
  path !== '' && path.split('/').every((part) => /^[\w.@ -]+$/u.test(part) && part !== '.' && part !== '..')

/** Reads the stored files, into `staging` when there is one. */
export const stageFiles = async (entries: Entries, staging: string | undefined): Promise<readonly FileDigest[]> => {
  const digests: FileDigest[] = []
  for (let entry = await entries.peek(); entry?.name.startsWith('files/'); entry = await entries.peek()) {
    const path = entry.name.slice('files/'.length)
    if (!isSafePath(path)) throw new MalformedArchive(`the file name ${path} is not allowed`)
    const hash = createHash('sha256')
    const { body } = entry
    async function* hashed() {
      for await (const part of body) {
        hash.update(part)
        yield part
      }
    }
    if (staging === undefined) for await (const _ of hashed());
    else {
      const target = join(staging, path)
      await mkdir(dirname(target), { recursive: true, mode: 0o700 })
      await pipeline(Readable.from(hashed()), createWriteStream(target, { mode: 0o600, flush: true }))
    }
    digests.push({ path, bytes: entry.size, sha256: hash.digest('hex') })
    entries.skip()
  }
  return digests
}

/** Puts staged files into their places, over files of the same name. */
export const moveInto = async (staging: string, folder: string, files: readonly FileDigest[]): Promise<void> => {
  for (const { path } of files) {
    const target = join(folder, path)
    await mkdir(dirname(target), { recursive: true })
    await rename(join(staging, path), target)
  }
}

/** Removes every file below a folder but the given ones. */
export const removeOthers = async (folder: string, files: readonly FileDigest[]): Promise<void> => {
  const kept = new Set(files.map(({ path }) => path))
  for (const path of await listFiles(folder)) if (!kept.has(path)) await rm(join(folder, path), { force: true })
}
