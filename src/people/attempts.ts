import { createHmac } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { PeopleTables } from './tables.ts'

const windowSeconds = 15 * 60

/** How many attempts are taken within fifteen minutes. */
export const attemptLimits = { account: 10, code: 8, address: 100, link: 40 } as const
export type AttemptKind = keyof typeof attemptLimits

export interface Subject {
  readonly kind: AttemptKind
  /** The e-mail address, person or network address counted; only its keyed hash is stored. */
  readonly name: string
}

const subjectKey = ({ kind, name }: Subject, secret: string): string =>
  createHmac('sha256', secret).update(`attempts ${kind} ${name}`).digest('base64url')

/**
 * Counts an attempt for each subject and gives the minutes to wait, 0 when it may go on. Counted before the attempt is made and in
 * one statement, so that many at the same time cannot slip through; `db` must not be a transaction that may roll back.
 */
export const countAttempt = async (
  db: Kysely<unknown>,
  subjects: readonly Subject[],
  secret: string,
  now: Date,
): Promise<number> => {
  const opened = new Date(now.getTime() - windowSeconds * 1000)
  let wait = 0
  for (const subject of subjects) {
    const { rows } = await sql<{ count: number; started_at: Date }>`
      insert into people_attempts as a (subject, started_at, count) values (${subjectKey(subject, secret)}, ${now}, 1)
      on conflict (subject) do update set
        count = case when a.started_at <= ${opened} then 1 else a.count + 1 end,
        started_at = case when a.started_at <= ${opened} then excluded.started_at else a.started_at end
      returning count, started_at`.execute(db)
    const row = rows[0]
    if (!row || row.count <= attemptLimits[subject.kind]) continue
    const left = windowSeconds * 1000 - (now.getTime() - row.started_at.getTime())
    wait = Math.max(wait, Math.max(1, Math.ceil(left / 60_000)))
  }
  return wait
}

/** Forgets the attempts of these subjects, after a success. */
export const forgetAttempts = async (
  db: Kysely<unknown>,
  subjects: readonly Subject[],
  secret: string,
): Promise<void> => {
  const keys = subjects.map((subject) => subjectKey(subject, secret))
  await db.withTables<PeopleTables>().deleteFrom('people_attempts').where('subject', 'in', keys).execute()
}
