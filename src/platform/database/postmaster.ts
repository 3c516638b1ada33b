import { readdir, readFile, readlink, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { findErrorCode } from './database-problem.ts'

/** The process id in `postmaster.pid`, or nothing when there is no such file or it is empty (a crash while it was written). */
export const findPostmasterPid = async (cluster: string): Promise<number | undefined> => {
  try {
    const [first] = (await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n')
    const pid = Math.abs(Number(first))
    return Number.isInteger(pid) && pid > 0 ? pid : undefined
  } catch (error) {
    if (findErrorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/** False also for a zombie: dead, but not yet collected by its parent, as happens in containers without an init process. */
export const isRunning = async (pid: number): Promise<boolean> => {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (findErrorCode(error) === 'ESRCH') return false
  }
  if (process.platform !== 'linux') return true
  try {
    const line = await readFile(`/proc/${pid}/stat`, 'utf8')
    return !'ZX'.includes(line.slice(line.lastIndexOf(')') + 2, line.lastIndexOf(')') + 3))
  } catch {
    return false
  }
}

/** A container may hide the working folder even from root; then the name and the account of the process have to do. */
const isServerOf = async (pid: string, cluster: string, uid: number | undefined): Promise<boolean> => {
  const about = `/proc/${pid}`
  try {
    return (await readlink(`${about}/cwd`)) === cluster
  } catch (error) {
    if (!['EACCES', 'EPERM'].includes(findErrorCode(error) ?? '')) return false
  }
  try {
    return (await readFile(`${about}/comm`, 'utf8')).trim() === 'postgres' && (await stat(about)).uid === uid
  } catch {
    return false
  }
}

/** Every process of a server stands in its data directory: the postmaster and each backend. Linux only; elsewhere empty. */
export const serverProcesses = async (cluster: string, uid = process.getuid?.()): Promise<readonly number[]> => {
  if (process.platform !== 'linux') return []
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const ours = await Promise.all(pids.map((pid) => isServerOf(pid, cluster, uid)))
  const found = pids.filter((_, index) => ours[index]).map(Number)
  const alive = await Promise.all(found.map(isRunning))
  return found.filter((_, index) => alive[index])
}

const findText = async (file: string): Promise<string | undefined> => {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (findErrorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/**
 * Removes lock files that PostgreSQL itself would trip over (`postmaster.pid` and the one beside its socket): their process is a zombie,
 * or the number now belongs to an unrelated program, as a restarted container counts from 1 again, or they are empty. Leaves them alone
 * while any process of the server lives; PostgreSQL's own check of its shared memory still stands behind this one. Linux only: elsewhere
 * PostgreSQL decides.
 */
export const clearStaleLocks = async (cluster: string, socketFolder: string, uid?: number): Promise<void> => {
  if (process.platform !== 'linux') return
  const files = [join(cluster, 'postmaster.pid'), join(socketFolder, '.s.PGSQL.5432.lock')]
  const before = await Promise.all(files.map(findText))
  if ((await serverProcesses(cluster, uid)).length > 0) return
  for (const [index, file] of files.entries())
    if (before[index] !== undefined && (await findText(file)) === before[index]) await rm(file, { force: true })
}
