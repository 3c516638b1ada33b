import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'

const word = 'open-roadmap-reading'

const prefixOf = (pid: number): string => `${word}-${hostname().replaceAll(/[^\w]/g, '')}-${pid}-`

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const remove = (root: string, name: string): void => {
  try {
    rmSync(join(root, name), { recursive: true, force: true })
  } catch {
    // Another reading removes it too, or may not.
  }
}

/** Takes away what readings on this machine left that were killed before they could. */
export const sweepReadingFolders = (root: string = tmpdir()): void => {
  const own = new RegExp(`^${prefixOf(0).replace('-0-', '-(\\d+)-')}`)
  for (const name of readdirSync(root)) {
    const pid = Number(own.exec(name)?.[1] ?? 0)
    if (pid > 0 && !isAlive(pid)) remove(root, name)
  }
}

/** A new empty folder that says which process it belongs to. */
export const makeReadingFolder = (root: string = tmpdir()): string => mkdtempSync(join(root, prefixOf(process.pid)))

/** The folder with what is in it; files that are open live on until they are closed, where the system can do that. */
export const removeReadingFolder = (folder: string): void => {
  try {
    rmSync(folder, { recursive: true, force: true })
  } catch {
    // Windows keeps the folder of an open file; the next reading after this process removes it.
  }
}
