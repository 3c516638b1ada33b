import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { chmod, chown, mkdir, open, readdir, readFile, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseProblem, findErrorCode } from './database-problem.ts'
import type { Home } from './home.ts'
import { isRunning } from './postmaster.ts'
import { type Programs, settleFolder } from './programs.ts'

/** PostgreSQL's own administrator, for the supervisor alone; the app signs in as the owner of its database. */
export const superuser = 'postgres'

const childEnvironment = { LANG: 'C', LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' }

const spawnProblem = (error: unknown, home: Home): unknown =>
  home.account && ['EPERM', 'EINVAL'].includes(findErrorCode(error) ?? '')
    ? new DatabaseProblem('cannot-change-user', { uid: home.account.uid }, error)
    : error

/** Node throws some of the errors of a spawn and emits the others. */
const launch = (program: string, words: readonly string[], home: Home, options: SpawnOptions): ChildProcess => {
  try {
    return spawn(program, words, { cwd: '/', env: childEnvironment, ...home.account, ...options })
  } catch (error) {
    throw spawnProblem(error, home)
  }
}

/** Exit code and output of a program run as the server's account. Throws `cannot-change-user`. */
const run = (program: string, parameters: readonly string[], home: Home): Promise<{ code: number; output: string }> =>
  new Promise((resolve, reject) => {
    const child = launch(program, parameters, home, { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout?.on('data', (part: Buffer) => (output += part.toString()))
    child.stderr?.on('data', (part: Buffer) => (output += part.toString()))
    child.on('error', (error) => reject(spawnProblem(error, home)))
    child.on('close', (code) => resolve({ code: code ?? -1, output }))
  })

const saysDiskFull = (text: string): boolean => /No space left on device|Disk quota exceeded/.test(text)

const lastLines = (text: string): string => text.trim().split('\n').slice(-6).join(' | ')

const leastFreeBytes = 24 * 1024 * 1024

const isDiskFull = async (folder: string): Promise<boolean> => {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize < leastFreeBytes
}

/** What the server wrote to its day's log last; a full disk may have kept it from writing anything. */
const lastLogLines = async (folder: string): Promise<string> => {
  const names = (await readdir(folder)).filter((name) => name.startsWith('postgresql-'))
  const changed = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).mtimeMs))
  const newest = names[changed.indexOf(Math.max(...changed))]
  return newest === undefined ? '' : lastLines(await readFile(join(folder, newest), 'utf8'))
}

/** The problem behind the last words of a program that failed. */
const problemFrom = async (output: string, home: Home): Promise<DatabaseProblem> => {
  const isRedirected = output.includes('redirecting log output')
  const lines = isRedirected ? await lastLogLines(home.logFolder) : lastLines(output)
  return saysDiskFull(lines) || (await isDiskFull(home.folder))
    ? new DatabaseProblem('disk-full', { folder: home.folder })
    : new DatabaseProblem('did-not-start', { folder: home.folder, lines, log: home.logFolder })
}

const findClusterMajor = async (cluster: string): Promise<string | undefined> => {
  try {
    return (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim()
  } catch (error) {
    if (findErrorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

const removeUnfinished = async (home: Home): Promise<void> => {
  for (const name of await readdir(home.folder)) {
    const pid = /^cluster\.new-(\d+)$/.exec(name)?.[1]
    if (pid !== undefined && Number(pid) !== process.pid && !(await isRunning(Number(pid))))
      await rm(join(home.folder, name), { recursive: true, force: true })
  }
}

const initdbParameters = (folder: string, durable: boolean): readonly string[] => [
  '--auth=trust',
  '--encoding=UTF8',
  '--data-checksums',
  '--locale-provider=icu',
  '--icu-locale=und',
  '--locale=C',
  '--no-instructions',
  ...(durable ? [] : ['--no-sync']),
  `--username=${superuser}`,
  `--pgdata=${folder}`,
]

const initialise = async (home: Home, programs: Programs, durable: boolean): Promise<void> => {
  await removeUnfinished(home)
  const draft = join(home.folder, `cluster.new-${process.pid}`)
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { mode: 0o700 })
  await chmod(draft, 0o700)
  if (home.account) await chown(draft, home.account.uid, home.account.gid)
  const { code, output } = await run(programs.initdb, initdbParameters(draft, durable), home)
  if (code !== 0) {
    await rm(draft, { recursive: true, force: true })
    throw await problemFrom(output, home)
  }
  await settleFolder(draft, home.cluster)
}

/**
 * Makes the cluster when there is none (whole or not at all: it is made aside and moved into place), and refuses one of another
 * major version. Throws `newer-cluster`, `older-cluster`, `disk-full`, `cannot-change-user`, `did-not-start`.
 */
export const ensureCluster = async (home: Home, programs: Programs, durable: boolean): Promise<void> => {
  const found = await findClusterMajor(home.cluster)
  if (found === undefined) return initialise(home, programs, durable)
  if (Number(found) === programs.major) return
  const code = Number(found) > programs.major ? 'newer-cluster' : 'older-cluster'
  throw new DatabaseProblem(code, { folder: home.folder, found, expected: programs.major })
}

const parameters = (home: Home, durable: boolean): readonly string[] => {
  const settings: Readonly<Record<string, string>> = {
    listen_addresses: '',
    unix_socket_directories: home.socketFolder,
    unix_socket_permissions: '0700',
    port: '5432',
    max_connections: '60',
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
    max_parallel_workers_per_gather: '0',
    max_parallel_maintenance_workers: '0',
    random_page_cost: '1.1',
    log_directory: home.logFolder,
    logging_collector: durable ? 'on' : 'off',
    log_filename: 'postgresql-%a.log',
    log_truncate_on_rotation: 'on',
    log_rotation_age: '1d',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  return ['-D', home.cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

/** A server process just started: `ended` resolves with the problem if it stops, and stays pending while it runs. */
export interface StartedServer {
  readonly pid: number
  readonly ended: Promise<DatabaseProblem>
}

/** Starts the server in a session of its own: an interrupt meant for the app does not reach it, and it outlives the app. */
export const startServer = async (home: Home, programs: Programs, durable: boolean): Promise<StartedServer> => {
  const log = join(home.logFolder, 'start.log')
  const file = await open(log, 'w', 0o644)
  try {
    const child = launch(programs.postgres, parameters(home, durable), home, {
      detached: true,
      stdio: ['ignore', file.fd, file.fd],
    })
    const ended = new Promise<DatabaseProblem>((resolve) => {
      child.once('exit', () => void readFile(log, 'utf8').then(async (text) => resolve(await problemFrom(text, home))))
    })
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve)
      child.once('error', (error) => reject(spawnProblem(error, home)))
    })
    child.unref()
    return { pid: child.pid!, ended }
  } finally {
    await file.close()
  }
}
