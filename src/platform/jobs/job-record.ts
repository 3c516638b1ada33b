import { type Kysely, sql } from 'kysely'
import { newId } from '../random/new-id.ts'

export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'

/** A type and no interface, as Kysely asks of tables. */
export type JobTables = {
  jobs: {
    id: string
    name: string
    party: string
    actor_id: string | null
    input: unknown
    state: JobState
    done: number
    total: number
    attempts: number
    cancel_asked: boolean
    created_at: Date
    started_at: Date | null
    finished_at: Date | null
    href: string | null
    fault: string | null
  }
}

/** A piece of long work as a page shows it. */
export interface JobRecord {
  readonly id: string
  readonly name: string
  readonly party: string
  readonly actorId?: string
  readonly state: JobState
  readonly done: number
  readonly total: number
  /** 0..1; nothing while the total is not known. */
  readonly share?: number
  readonly createdAt: Date
  readonly startedAt?: Date
  readonly finishedAt?: Date
  /** Where a finished job leads, below the Party. */
  readonly href?: string
  /** Why it failed: a code for the words of whoever started it; `broken` when the program itself failed. */
  readonly fault?: string
}

/** The channel that wakes waiting processes. */
export const jobChannel = 'open_roadmap_jobs'

/** Database error codes never reach a person: a job that may fail for a reason a person can mend throws this. */
export class JobRefused extends Error {
  override readonly name = 'JobRefused'
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

/**
 * Puts a job in the queue inside the given transaction: it begins when that commits, or never was. `input` is JSON. Gives its id.
 */
export const startJob = async (
  tx: Kysely<unknown>,
  name: string,
  party: string,
  actorId: string | undefined,
  input: unknown,
): Promise<string> => {
  const id = newId()
  await tx
    .withTables<JobTables>()
    .insertInto('jobs')
    .values({
      id,
      name,
      party,
      actor_id: actorId ?? null,
      input: JSON.stringify(input),
      state: 'waiting',
    } as JobTables['jobs'])
    .execute()
  await sql`select pg_notify(${jobChannel}, '')`.execute(tx)
  return id
}

const recordOf = (row: JobTables['jobs']): JobRecord => ({
  id: row.id,
  name: row.name,
  party: row.party,
  ...(row.actor_id === null ? {} : { actorId: row.actor_id }),
  state: row.state,
  done: row.done,
  total: row.total,
  ...(row.total > 0 ? { share: Math.min(1, row.done / row.total) } : {}),
  createdAt: row.created_at,
  ...(row.started_at === null ? {} : { startedAt: row.started_at }),
  ...(row.finished_at === null ? {} : { finishedAt: row.finished_at }),
  ...(row.href === null ? {} : { href: row.href }),
  ...(row.fault === null ? {} : { fault: row.fault }),
})

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

/** The job with this id, or nothing. */
export const findJob = async (db: Kysely<unknown>, id: string): Promise<JobRecord | undefined> => {
  if (!isId(id)) return undefined
  const row = await db.withTables<JobTables>().selectFrom('jobs').selectAll().where('id', '=', id).executeTakeFirst()
  return row && recordOf(row)
}

/** Asks a job to stop: one that waits is cancelled at once, one that runs at its next step. True when there was something to stop. */
export const cancelJob = async (db: Kysely<unknown>, id: string, now: Date): Promise<boolean> => {
  const tables = db.withTables<JobTables>()
  const waiting = await tables
    .updateTable('jobs')
    .set({ state: 'cancelled', finished_at: now, cancel_asked: true })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .returning('id')
    .executeTakeFirst()
  if (waiting) return true
  const running = await tables
    .updateTable('jobs')
    .set({ cancel_asked: true })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .returning('id')
    .executeTakeFirst()
  return running !== undefined
}

/** Seconds a running job will still take at its pace so far; nothing while that cannot be told. */
export const findSecondsLeft = (job: JobRecord, now: Date): number | undefined => {
  if (job.state !== 'running' || !job.startedAt || !job.share || job.share < 0.02) return undefined
  const spent = (now.getTime() - job.startedAt.getTime()) / 1000
  return Math.max(1, Math.round((spent * (1 - job.share)) / job.share))
}
