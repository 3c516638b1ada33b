import type { Kysely } from 'kysely'
import { Client, type ClientConfig } from 'pg'
import type { Clock } from '../clock/clock.ts'
import type { StoredFiles } from '../files/stored-files.ts'
import type { Log } from '../log/log.ts'
import type { Job } from './job.ts'
import { JobRefused, type JobTables, jobChannel } from './job-record.ts'

export interface OpenJobsOptions {
  readonly db: Kysely<unknown>
  /** For one connection of its own, which listens and holds the lock of every job that runs here. */
  readonly connection: Readonly<ClientConfig>
  readonly jobs: readonly Job[]
  readonly files: StoredFiles
  readonly log: Log
  readonly clock: Clock
  /** Jobs at a time in this process; 2 unless told. */
  readonly atOnce?: number
  /** How often to look without being woken, in milliseconds; 5000 unless told. */
  readonly pollMillis?: number
}

export interface OpenJobs {
  /** Resolves when nothing waits and nothing runs here: for tests and the command line. */
  readonly idle: () => Promise<void>
  /** Stops taking jobs, asks the running ones to stop (they are run again after the next start) and ends the connection. */
  readonly close: () => Promise<void>
}

const mostAttempts = 5
const progressMillis = 250
const lockSpace = 'hashtextextended($1::text, 2005)'

type JobRow = JobTables['jobs']

class Runner implements OpenJobs {
  readonly #given: OpenJobsOptions
  readonly #db: Kysely<JobTables>
  readonly #byName: ReadonlyMap<string, Job<unknown>>
  readonly #running = new Map<string, { readonly stop: AbortController; readonly ended: Promise<void> }>()
  readonly #timer: NodeJS.Timeout
  #client: Client | undefined
  #looking: Promise<void> = Promise.resolve()
  #closed = false

  constructor(given: OpenJobsOptions) {
    this.#given = given
    this.#db = given.db.withTables<JobTables>()
    this.#byName = new Map(given.jobs.map((job) => [job.name, job as Job<unknown>]))
    this.#timer = setInterval(() => void this.look(), given.pollMillis ?? 5000)
    this.#timer.unref()
  }

  /** Looks for jobs once the look before has ended; never rejects. */
  look(): Promise<void> {
    this.#looking = this.#looking.then(() => this.#takeJobs()).catch((error: unknown) => this.#loseConnection(error))
    return this.#looking
  }

  async #connected(): Promise<Client> {
    if (this.#client) return this.#client
    const client = new Client({ ...this.#given.connection, application_name: 'open-roadmap jobs' })
    client.on('notification', () => void this.look())
    client.on('error', (error) => this.#loseConnection(error, client))
    await client.connect()
    await client.query(`listen ${jobChannel}`)
    this.#client = client
    return client
  }

  /** With the connection its locks are gone: another process may take the jobs, so they stop here. */
  #loseConnection(error: unknown, client = this.#client): void {
    if (this.#closed || (client !== this.#client && this.#client !== undefined)) return
    this.#given.log.error('jobs.connection-lost', error)
    this.#client = undefined
    for (const { stop } of this.#running.values()) stop.abort()
    client?.end().catch(() => {})
  }

  async #takeJobs(): Promise<void> {
    const room = (this.#given.atOnce ?? 2) - this.#running.size
    if (this.#closed || room <= 0) return
    const client = await this.#connected()
    const open = await this.#db
      .selectFrom('jobs')
      .selectAll()
      .where('state', 'in', ['waiting', 'running'])
      .where('name', 'in', ['', ...this.#byName.keys()])
      .orderBy('created_at')
      .limit(50)
      .execute()
    let taken = 0
    for (const { id } of open) {
      if (taken === room || this.#closed) return
      if (!this.#running.has(id) && (await this.#claim(client, id))) taken += 1
    }
  }

  async #claim(client: Client, id: string): Promise<boolean> {
    const lock = await client.query<{ held: boolean }>(`select pg_try_advisory_lock(${lockSpace}) as held`, [id])
    if (!lock.rows[0]?.held) return false
    const row = await this.#db
      .updateTable('jobs')
      .set((change) => ({
        state: 'running',
        attempts: change('attempts', '+', 1),
        started_at: this.#given.clock(),
        done: 0,
        total: 0,
      }))
      .where('id', '=', id)
      .where('state', 'in', ['waiting', 'running'])
      .returningAll()
      .executeTakeFirst()
    if (!row) {
      await client.query(`select pg_advisory_unlock(${lockSpace})`, [id])
      return false
    }
    const stop = new AbortController()
    const ended = this.#runAndRelease(client, row, stop)
    this.#running.set(id, { stop, ended })
    return true
  }

  async #runAndRelease(client: Client, row: JobRow, stop: AbortController): Promise<void> {
    try {
      await this.#run(row, stop)
    } finally {
      await this.#release(client, row.id)
    }
  }

  async #release(client: Client, id: string): Promise<void> {
    this.#running.delete(id)
    if (this.#closed) return
    await client.query(`select pg_advisory_unlock(${lockSpace})`, [id]).catch(() => {})
    void this.look()
  }

  async #run(row: JobRow, stop: AbortController): Promise<void> {
    const { log } = this.#given
    try {
      if (row.cancel_asked) return await this.#finish(row.id, { state: 'cancelled' })
      if (row.attempts > mostAttempts) return await this.#finish(row.id, { state: 'failed', fault: 'broken' })
      log.info('job.begins', { id: row.id, job: row.name, attempt: row.attempts })
      const outcome = await this.#work(row, stop)
      await this.#finish(row.id, { state: 'done', href: outcome.href })
      log.info('job.ends', { id: row.id, job: row.name })
    } catch (error) {
      await this.#fail(row, stop, error)
    }
  }

  #work(row: JobRow, stop: AbortController): Promise<{ readonly href: string }> {
    const { files, log, clock, db } = this.#given
    const job = this.#byName.get(row.name)!
    const given = { id: row.id, party: row.party, input: row.input, db, files, log, now: clock, signal: stop.signal }
    return job.work({ ...given, progress: this.#progressOf(row.id, stop) })
  }

  /** Writes progress at most every quarter of a second; the same statement brings back whether somebody cancelled. */
  #progressOf(id: string, stop: AbortController): (done: number, total: number) => Promise<void> {
    let written = -progressMillis
    return async (done, total) => {
      stop.signal.throwIfAborted()
      const now = performance.now()
      if (now - written < progressMillis && done < total) return
      written = now
      const row = await this.#db
        .updateTable('jobs')
        .set({ done: Math.round(done), total: Math.round(total) })
        .where('id', '=', id)
        .returning('cancel_asked')
        .executeTakeFirst()
      if (row?.cancel_asked) stop.abort(new JobRefused('cancelled'))
      stop.signal.throwIfAborted()
    }
  }

  async #finish(id: string, outcome: { state: JobRow['state']; href?: string; fault?: string }): Promise<void> {
    await this.#db
      .updateTable('jobs')
      .set({ ...outcome, finished_at: this.#given.clock() })
      .where('id', '=', id)
      .where('state', '=', 'running')
      .execute()
  }

  async #fail(row: JobRow, stop: AbortController, error: unknown): Promise<void> {
    const reason: unknown = stop.signal.reason
    if (reason instanceof JobRefused && reason.code === 'cancelled') return this.#finish(row.id, { state: 'cancelled' })
    if (stop.signal.aborted) return
    if (error instanceof JobRefused) return this.#finish(row.id, { state: 'failed', fault: error.code })
    this.#given.log.error('job.broken', error, { id: row.id, job: row.name })
    await this.#finish(row.id, { state: 'failed', fault: 'broken' }).catch((cause: unknown) =>
      this.#given.log.error('job.not-recorded', cause, { id: row.id }),
    )
  }

  async idle(): Promise<void> {
    for (;;) {
      await this.look()
      const running = [...this.#running.values()].map(({ ended }) => ended)
      if (running.length === 0) return
      await Promise.allSettled(running)
    }
  }

  async close(): Promise<void> {
    this.#closed = true
    clearInterval(this.#timer)
    await this.#looking
    for (const { stop } of this.#running.values()) stop.abort()
    await Promise.allSettled([...this.#running.values()].map(({ ended }) => ended))
    await this.#client?.end().catch(() => {})
  }
}

/**
 * Runs the jobs of this installation in this process: those waiting, and those a process left behind when it ended. A job runs
 * while an advisory lock of its own is held; PostgreSQL frees the lock when the process dies, so nothing has to time out.
 */
export const openJobs = async (options: OpenJobsOptions): Promise<OpenJobs> => {
  const runner = new Runner(options)
  await runner.look()
  return { idle: () => runner.idle(), close: () => runner.close() }
}
