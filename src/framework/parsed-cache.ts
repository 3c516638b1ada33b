import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../kernel/package-root.ts'
import type { ConventionFiles } from './convention-files.ts'

/** Where what was parsed and found sound is kept between starts. */
export const cacheDirectory: string = join(packageRoot, 'node_modules', '.cache', 'open-roadmap')

/** SHA-256 over every file's path and text and over the code of this room: any change asks for a fresh reading. */
export const fingerprint = (files: ConventionFiles): string => {
  const hash = createHash('sha256')
  for (const name of readdirSync(import.meta.dirname).sort()) {
    if (/(?<!\.test)\.[jt]s$/.test(name)) hash.update(readFileSync(join(import.meta.dirname, name)))
  }
  for (const [path, text] of files) hash.update(`\0${path}\0`).update(text)
  return hash.digest('hex')
}

/** What was kept under this fingerprint; nothing when it is absent or cannot be read. */
export const findParsed = (directory: string, key: string): unknown => {
  try {
    return JSON.parse(readFileSync(pathOf(directory, key), 'utf8'))
  } catch {
    return undefined
  }
}

/** Keeps a value, whole or not at all; a folder that cannot be written to only costs time at the next start. */
export const keepParsed = (directory: string, key: string, value: unknown): void => {
  try {
    mkdirSync(directory, { recursive: true })
    const unfinished = `${pathOf(directory, key)}.${process.pid}`
    writeFileSync(unfinished, JSON.stringify(value))
    renameSync(unfinished, pathOf(directory, key))
    for (const name of readdirSync(directory)) if (isOutdated(name, key)) rmSync(join(directory, name), { force: true })
  } catch {
    // A read-only installation parses at every start.
  }
}

const nameOf = (key: string) => `convention-${key.slice(0, 32)}.json`

const pathOf = (directory: string, key: string) => join(directory, nameOf(key))

const isOutdated = (name: string, key: string) => /^convention-\w+\.json$/.test(name) && name !== nameOf(key)
