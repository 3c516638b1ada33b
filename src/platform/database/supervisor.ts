import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import type { Log } from '../log/log.ts'
import { ensureCluster, startServer, superuser } from './cluster.ts'
import { DatabaseProblem, findErrorCode } from './database-problem.ts'
import { type Home, openHome } from './home.ts'
import { clearStaleLocks, findPostmasterPid, isRunning, serverProcesses } from './postmaster.ts'
import { installPrograms, removeOtherPrograms } from './programs.ts'

export interface ServerOptions {
  readonly dataDirectory: string
  readonly log: Log
  /** False only for throw-away test servers: nothing is forced to the disk. */
  readonly durable?: boolean
}

/** A running embedded server, held up for as long as it is not released. */
export interface Server {
  /** Folder of the unix socket; goes where a host name goes. The port is 5432. */
  readonly socketFolder: string
  /** True when the server was already running and was taken over as it is. */
  readonly isAdopted: boolean
  /**
   * Lets go of the server. The last one out switches off the light: it is stopped when no other client is connected, whoever
   * started it; otherwise it runs on for the others.
   */
  readonly release: () => Promise<void>
}

const startPatienceMillis = 60_000
const stopPatienceMillis = 30_000
const revivalPauseMillis = 3_000
const presenceName = 'open-roadmap presence'

/** Held, shared, by every process that uses the server; whoever can hold it alone is the last one. */
const presenceLock = [2005, 1]
/** Held by the one process that is leaving, until it is gone. */
const leavingLock = [2005, 2]

const connect = async (home: Home): Promise<Client> => {
  const client = new Client({
    host: home.socketFolder,
    port: 5432,
    user: superuser,
    database: 'postgres',
    application_name: presenceName,
    connectionTimeoutMillis: 10_000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select pg_advisory_lock_shared($1, $2)', presenceLock)
    return client
  } catch (error) {
    await client.end().catch(() => {})
    throw error
  }
}

const nobodyListens = new Set(['ENOENT', 'ECONNREFUSED'])
const comesOrGoes = new Set(['57P01', '57P03', 'ECONNRESET', 'EPIPE'])

type Answer = { readonly client: Client } | { readonly state: 'absent' | 'busy'; readonly cause: unknown }

/** `absent`: no server; `busy`: one that is recovering, starting or going down. Other errors are thrown. */
const knock = async (home: Home): Promise<Answer> => {
  try {
    return { client: await connect(home) }
  } catch (cause) {
    const code = findErrorCode(cause) ?? ''
    if (nobodyListens.has(code)) return { state: 'absent', cause }
    const closed = cause instanceof Error && /Connection terminated/.test(cause.message)
    if (comesOrGoes.has(code) || closed) return { state: 'busy', cause }
    throw cause
  }
}

interface Reached {
  readonly client: Client
  readonly isAdopted: boolean
}

/** Waits for a server that is on its way up. A recovery after a crash may take long, so only its own end is a failure. */
const awaitStarted = async (home: Home, ended: Promise<DatabaseProblem>): Promise<Client | DatabaseProblem> => {
  let problem: DatabaseProblem | undefined
  void ended.then((value) => (problem = value))
  for (;;) {
    const answer = await knock(home)
    if ('client' in answer) return answer.client
    if (problem) return problem
    await pause(10)
  }
}

/** One try: adopt what runs, or start it. A problem is returned, not thrown, where another try may help. */
const reachOnce = async (home: Home, options: ServerOptions): Promise<Reached | DatabaseProblem | 'busy'> => {
  const answer = await knock(home)
  if ('client' in answer) return { client: answer.client, isAdopted: true }
  if (answer.state === 'busy') return 'busy'
  const durable = options.durable ?? true
  const programs = await installPrograms(home.folder, durable)
  await ensureCluster(home, programs, durable)
  await clearStaleLocks(home.cluster, home.socketFolder, home.account?.uid)
  const started = await startServer(home, programs, durable)
  const client = await awaitStarted(home, started.ended)
  if (client instanceof DatabaseProblem) return client
  const isOurs = (await findPostmasterPid(home.cluster)) === started.pid
  if (isOurs) await removeOtherPrograms(home.folder, programs)
  return { client, isAdopted: !isOurs }
}

/**
 * Adopts or starts, and tries again while old backends are still leaving or two processes start at once. A full disk and a wrong
 * version are final.
 */
const reach = async (home: Home, options: ServerOptions, signal?: AbortSignal): Promise<Reached> => {
  const end = performance.now() + startPatienceMillis
  for (let wait = 20; ; wait = Math.min(wait * 1.5, 500)) {
    const result = await reachOnce(home, options)
    if (result !== 'busy' && !(result instanceof DatabaseProblem)) return result
    if (result !== 'busy' && (result.code !== 'did-not-start' || performance.now() > end)) throw result
    await pause(wait, undefined, { signal })
  }
}

const isLastProcess = async (client: Client): Promise<boolean> => {
  await client.query('select pg_advisory_lock($1, $2)', leavingLock)
  await client.query('select pg_advisory_unlock_shared($1, $2)', presenceLock)
  const { rows } = await client.query<{ alone: boolean }>('select pg_try_advisory_lock($1, $2) as alone', presenceLock)
  return rows[0]?.alone ?? false
}

/** Somebody else's program (a dump, a statistics tool). Connections just closed may be listed for a moment: those may go first. */
const hasVisitors = async (client: Client): Promise<boolean> => {
  for (let look = 1; ; look += 1) {
    const { rowCount } = await client.query(
      `select from pg_stat_activity
        where backend_type = 'client backend' and pid <> pg_backend_pid() and application_name not like 'open-roadmap%'`,
    )
    if (rowCount === 0 || look === 8) return rowCount !== 0
    await pause(25)
  }
}

const awaitEnd = async (home: Home, pid: number): Promise<void> => {
  const end = performance.now() + stopPatienceMillis
  while ((await isRunning(pid)) && performance.now() < end) await pause(5)
  while ((await serverProcesses(home.cluster, home.account?.uid)).length > 0 && performance.now() < end) await pause(5)
}

/** False when the number stands for another program here, as it does when the server runs in another container. */
const isServerProcess = async (home: Home, pid: number): Promise<boolean> =>
  process.platform !== 'linux' || (await serverProcesses(home.cluster, home.account?.uid)).includes(pid)

const stop = async (home: Home): Promise<void> => {
  const pid = await findPostmasterPid(home.cluster)
  if (pid === undefined || !(await isServerProcess(home, pid))) return
  try {
    process.kill(pid, 'SIGINT')
  } catch (error) {
    if (findErrorCode(error) === 'ESRCH') return
    throw error
  }
  await awaitEnd(home, pid)
}

const leave = async (home: Home, client: Client): Promise<void> => {
  try {
    if ((await isLastProcess(client)) && !(await hasVisitors(client))) await stop(home)
  } catch (error) {
    if (!isConnectionLoss(error)) throw error
  } finally {
    await client.end()
  }
}

const isConnectionLoss = (error: unknown): boolean =>
  comesOrGoes.has(findErrorCode(error) ?? '') ||
  (error instanceof Error && /Connection terminated|not queryable/.test(error.message))

/**
 * Brings up the embedded PostgreSQL of a data folder, or adopts the one that already runs there, and keeps it up: when it dies
 * (killed, out of memory, disk full), it is started again, as often as that takes. Several processes may hold the same server.
 * Throws DatabaseProblem.
 */
export const holdServer = async (options: ServerOptions): Promise<Server> => {
  const home = await openHome(options.dataDirectory)
  const first = await reach(home, options)
  let presence = first.client
  const released = new AbortController()
  let revival: Promise<void> | undefined

  const revive = async (): Promise<void> => {
    options.log.info('database.lost', { folder: home.folder })
    while (!released.signal.aborted) {
      try {
        const { client } = await reach(home, options, released.signal)
        watch(client)
        options.log.info('database.revived', { folder: home.folder })
        return
      } catch (error) {
        if (released.signal.aborted) return
        options.log.error('database.revival-failed', error, { folder: home.folder })
        await pause(revivalPauseMillis, undefined, { signal: released.signal }).catch(() => {})
      }
    }
  }
  const watch = (client: Client): void => {
    presence = client
    client.once('end', () => {
      if (!released.signal.aborted) revival = revive()
    })
  }
  watch(first.client)

  return {
    socketFolder: home.socketFolder,
    isAdopted: first.isAdopted,
    release: async () => {
      if (released.signal.aborted) return
      released.abort()
      await revival
      await leave(home, presence)
    },
  }
}
