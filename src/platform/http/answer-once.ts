import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

type SubmissionTables = {
  readonly submissions: { key: string; actor: string; path: string; answer: unknown; submitted_at: Date }
}

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-submissions': {
    up: async (db) => {
      await sql`
        create table submissions (
          key uuid primary key,
          actor text not null,
          path text not null,
          answer jsonb,
          submitted_at timestamptz not null
        )`.execute(db)
      await sql`create index submissions_age on submissions (submitted_at)`.execute(db)
    },
  },
}

/** What identifies one press of one button. */
export interface Submission {
  readonly key: string
  readonly actor: string
  readonly path: string
  readonly at: Date
}

export type Once<Answer> =
  | { readonly kind: 'first'; readonly answer: Answer }
  | { readonly kind: 'repeat'; readonly answer: Answer }
  | { readonly kind: 'foreign' }

/**
 * One press, one answer. Runs `work` in the caller's transaction after taking the key; a second submission of the same
 * key waits for the first and gets its answer. A key of another person or another address is `foreign`: nothing is done.
 */
export const answerOnce = async <Answer>(
  tx: Kysely<unknown>,
  submission: Submission,
  work: () => Promise<Answer>,
): Promise<Once<Answer>> => {
  const db = tx.withTables<SubmissionTables>()
  const taken = await db
    .insertInto('submissions')
    .values({
      key: submission.key,
      actor: submission.actor,
      path: submission.path,
      answer: null,
      submitted_at: submission.at,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key')
    .executeTakeFirst()
  if (!taken) {
    const earlier = await db
      .selectFrom('submissions')
      .selectAll()
      .where('key', '=', submission.key)
      .executeTakeFirstOrThrow()
    if (earlier.actor !== submission.actor || earlier.path !== submission.path) return { kind: 'foreign' }
    return { kind: 'repeat', answer: earlier.answer as Answer }
  }
  const answer = await work()
  await db
    .updateTable('submissions')
    .set({ answer: JSON.stringify(answer) })
    .where('key', '=', submission.key)
    .execute()
  return { kind: 'first', answer }
}

/** Lets receipts older than `before` go; gives how many. */
export const removeReceipts = async (db: Kysely<unknown>, before: Date): Promise<number> => {
  const { numDeletedRows } = await db
    .withTables<SubmissionTables>()
    .deleteFrom('submissions')
    .where('submitted_at', '<', before)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
