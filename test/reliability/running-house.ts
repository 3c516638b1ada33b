import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { packageRoot } from '../../src/kernel/package-root.ts'

export interface Account {
  readonly email: string
  readonly password: string
}

/** One run of `open-roadmap start`, as its own process. */
export interface RunningHouse {
  readonly origin: string
  readonly pid: number
  /** The sample accounts by role; empty unless this run made them. */
  readonly accounts: ReadonlyMap<string, Account>
  /** Milliseconds from the command to the first page answered. */
  readonly startMillis: number
  readonly log: () => string
  /** SIGKILL: nothing is tidied up. Resolves when the process is gone. */
  readonly kill: () => Promise<void>
  /** SIGTERM, as a service manager stops it. */
  readonly stop: () => Promise<void>
}

const startPatienceMillis = 60_000
const program = join(packageRoot, 'bin', 'open-roadmap.mjs')
const own = join(packageRoot, 'node_modules', '.bin', 'node')
const nodeProgram = process.platform !== 'win32' && existsSync(own) ? own : process.execPath

/** A folder that an unprivileged account can pass through, which the database needs when the tests run as root. */
export const makeFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'open-roadmap-reliability-'))
  await chmod(folder, 0o711)
  return folder
}

/** Removes a data folder once nothing runs in it any more. */
export const removeFolder = async (folder: string): Promise<void> => {
  await awaitNoDatabase(folder)
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}

/** A port nobody listens on at the moment. */
export const findFreePort = async (): Promise<number> => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

const environment = (folder: string, port: number): NodeJS.ProcessEnv => {
  const { DATABASE_URL: _given, ORIGIN: _origin, HOST: _host, SECRET: _secret, ...rest } = process.env
  return { ...rest, DATA_DIR: folder, PORT: String(port), LANG: 'en_GB.UTF-8' }
}

/** How the command line is called on a data folder; the name of the command comes behind. */
export const commandLine = (folder: string, port: number) => ({
  program: nodeProgram,
  parameters: [program],
  environment: environment(folder, port),
})

const accountsIn = (said: string): ReadonlyMap<string, Account> =>
  new Map(
    [...said.matchAll(/^ {2}([a-z-]+) +(\S+@\S+) +(\S+)$/gm)].map(
      ([, role = '', email = '', password = '']) => [role, { email, password }] as const,
    ),
  )

const ending = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', () => resolve()))

const answersAt = async (origin: string): Promise<boolean> => {
  try {
    const response = await fetch(`${origin}/en`, { signal: AbortSignal.timeout(5000) })
    await response.arrayBuffer()
    return response.status === 200
  } catch {
    return false
  }
}

/** Starts the house on a folder and waits for its first page; throws with the log when it gives up. */
export const startHouse = async (folder: string, port: number): Promise<RunningHouse> => {
  const begun = performance.now()
  const child = spawn(nodeProgram, [program, 'start'], {
    cwd: packageRoot,
    env: environment(folder, port),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (said += String(bytes)))
  const origin = `http://127.0.0.1:${port}`
  const ended = ending(child)
  while (!(await answersAt(origin))) {
    const late = performance.now() - begun > startPatienceMillis
    if (child.exitCode === null && child.signalCode === null && !late) {
      await Promise.race([pause(10), ended])
      continue
    }
    child.kill('SIGKILL')
    throw new Error(
      `The house ${late ? 'did not answer' : `ended with ${child.exitCode ?? child.signalCode}`}:\n${said}`,
    )
  }
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    child.kill(signal)
    await ended
  }
  return {
    origin,
    pid: child.pid ?? 0,
    startMillis: performance.now() - begun,
    get accounts() {
      return accountsIn(said)
    },
    log: () => said,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}

const clusterOf = async (folder: string): Promise<string> => {
  const pointer = join(folder, 'database.location')
  const home = existsSync(pointer) ? (await readFile(pointer, 'utf8')).trim() : join(folder, 'database')
  return join(home, 'cluster')
}

/** Process number of the database server of a folder, if one is noted there. */
export const findDatabasePid = async (folder: string): Promise<number | undefined> => {
  const note = await readFile(join(await clusterOf(folder), 'postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number(note.split('\n')[0])
  return Number.isInteger(pid) && pid > 0 ? pid : undefined
}

/** SIGKILL to the server that watches over all others, the hardest end a database can have short of a power cut. */
export const killDatabase = async (folder: string): Promise<void> => {
  const pid = await findDatabasePid(folder)
  if (pid === undefined) return
  try {
    process.kill(pid, 'SIGKILL')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ESRCH') throw cause
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

const awaitNoDatabase = async (folder: string): Promise<void> => {
  const pid = await findDatabasePid(folder)
  if (pid === undefined) return
  if (isAlive(pid)) process.kill(pid, 'SIGINT')
  for (let look = 0; look < 500 && isAlive(pid); look += 1) await pause(10)
}

/** Highest memory of a process since `forgetPeak`, in megabytes; nothing where the system does not tell (not Linux). */
export const findPeakMegabytes = async (pid: number): Promise<number | undefined> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const kilobytes = /VmHWM:\s+(\d+) kB/.exec(status)?.[1]
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024
}

/** Lets the peak begin again from what is used now. */
export const forgetPeak = (pid: number): Promise<void> => writeFile(`/proc/${pid}/clear_refs`, '5').catch(() => {})

/** Every file below a folder of the house, by its path. */
export const filesBelow = async (...parts: string[]): Promise<readonly string[]> => {
  const folder = join(...parts)
  if (!existsSync(folder)) return []
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}
