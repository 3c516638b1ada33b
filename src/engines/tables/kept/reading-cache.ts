import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileStorage, putDescription, type Storage, takeDescription } from './kept-file.ts'

/** Where what was read is kept, and how many bytes of it: what has not been used for longest goes first. */
export interface ReadingCache {
  readonly folder: string
  readonly mostBytes?: number
}

/** Room for the columns of some thousand million rows. */
export const usualCacheBytes = 8 * 1024 ** 3

/** Changes whenever the same file would be read into other columns, or they were kept in another way. */
const version = 1

/** The key of a reading: whatever decides what comes out of it. */
export const cacheKey = (decides: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify([version, decides]))
    .digest('hex')

interface Kept {
  readonly name: string
  readonly turn: number
  readonly key: string
}

/** Names are `<turn>-<key>.kept`; the greatest turn was used last. */
const listKept = (folder: string): Kept[] =>
  readdirSync(folder)
    .flatMap((name) => {
      const [, turn, key] = /^(\d+)-([\da-f]{64})\.kept$/.exec(name) ?? []
      return key === undefined ? [] : [{ name, turn: Number(turn), key }]
    })
    .sort((a, b) => a.turn - b.turn)

const nameOf = (turn: number, key: string): string => `${String(turn).padStart(12, '0')}-${key}.kept`

const remove = (folder: string, name: string): void => {
  try {
    rmSync(join(folder, name), { force: true })
  } catch {
    // Another process reads or removes it.
  }
}

/** Removes what has not been used for longest until the rest has room, and what somebody began to keep and never ended. */
const makeRoom = ({ folder, mostBytes = usualCacheBytes }: ReadingCache, forBytes: number): void => {
  const kept = listKept(folder).map((one) => ({ ...one, bytes: statSync(join(folder, one.name)).size }))
  let bytes = kept.reduce((sum, one) => sum + one.bytes, forBytes)
  for (const one of kept) {
    if (bytes <= mostBytes) return
    remove(folder, one.name)
    bytes -= one.bytes
  }
}

/**
 * What was kept under a key, as `take` makes it from the storage and the description; nothing where there is none. A file that is damaged
 * is removed, and nothing comes back, so that the source is read anew.
 */
export const findKept = <Value>(
  { folder }: ReadingCache,
  key: string,
  take: (storage: Storage, description: unknown) => Value,
): Value | undefined => {
  let found: Kept | undefined
  try {
    const all = listKept(folder)
    found = all.find((one) => one.key === key)
    if (!found) return undefined
    const path = join(folder, found.name)
    const storage = fileStorage(path, false)
    let value: Value
    try {
      value = take(storage, takeDescription(storage, statSync(path).size))
    } catch (error) {
      storage.close()
      throw error
    }
    const last = all.at(-1)!
    if (last !== found) renameSync(path, join(folder, nameOf(last.turn + 1, key)))
    return value
  } catch {
    if (found) remove(folder, found.name)
    return undefined
  }
}

/**
 * Keeps what `put` writes, whole or not at all: it has another name until it is complete. Gives whether it is kept; a full disk, a
 * folder that may not be written and a thing larger than the cache are no reason to fail, the reading itself is done.
 */
export const keep = (cache: ReadingCache, key: string, bytes: number, put: (storage: Storage) => unknown): boolean => {
  const { folder, mostBytes = usualCacheBytes } = cache
  if (bytes > mostBytes) return false
  const part = `${process.pid}-${key}.part`
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    sweepParts(folder)
    makeRoom(cache, bytes)
    remove(folder, part)
    const storage = fileStorage(join(folder, part), true)
    try {
      putDescription(storage, put(storage))
    } finally {
      storage.close()
    }
    const last = listKept(folder).at(-1)?.turn ?? 0
    renameSync(join(folder, part), join(folder, nameOf(last + 1, key)))
    return true
  } catch {
    remove(folder, part)
    return false
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Parts of processes that were killed before the end. */
const sweepParts = (folder: string): void => {
  for (const name of readdirSync(folder)) {
    const pid = Number(/^(\d+)-[\da-f]{64}\.part$/.exec(name)?.[1] ?? 0)
    if (pid > 0 && !isAlive(pid)) remove(folder, name)
  }
}
