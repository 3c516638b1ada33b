import { existsSync } from 'node:fs'
import { chmod, mkdir, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { isRunning } from '../src/platform/database/postmaster.ts'
import { holdServer } from '../src/platform/database/supervisor.ts'
import { silentLog } from '../src/platform/log/log.ts'

const prefix = 'open-roadmap-test-'

const folderOf = (pid: number | string): string => join(tmpdir(), `${prefix}${pid}`)

const isInUse = (folder: string): boolean => existsSync(join(folder, 'database', 'cluster', 'postmaster.pid'))

const removeServer = async (folder: string): Promise<void> => {
  if (isInUse(folder)) {
    const server = await holdServer({ dataDirectory: folder, log: silentLog, durable: false })
    await server.release()
  }
  await rm(folder, { recursive: true, force: true })
}

/** Servers of runs that were killed before they could tidy up. */
const removeAbandoned = async (): Promise<void> => {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length)) : Number.NaN
    if (Number.isInteger(pid) && !(await isRunning(pid))) await removeServer(folderOf(pid))
  }
}

/** Names the folder of this run's database server; the first test that asks for a database starts it. */
export default async function provideDatabase(project: TestProject): Promise<() => Promise<void>> {
  await removeAbandoned()
  const folder = folderOf(process.pid)
  await mkdir(folder, { recursive: true })
  await chmod(folder, 0o711)
  project.provide('databaseDirectory', folder)
  return () => removeServer(folder)
}
