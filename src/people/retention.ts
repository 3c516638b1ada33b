import type { Kysely } from 'kysely'
import { sessionSeconds } from './authentication.ts'
import type { PeopleTables } from './tables.ts'

const dayMillis = 24 * 3600 * 1000

/** How long is kept what nobody needs any more: counters for a day, links that were not accepted for ninety days. */
export const keptDays = { attempts: 1, links: 90 } as const

/**
 * Deletes ended sessions, first steps without a second, counters of attempts, and links that nobody accepted together with the
 * addresses in them. Runs after each sign-in; accepted invitations stay as long as the account.
 */
export const removeExpired = async (given: Kysely<unknown>, now: Date): Promise<void> => {
  const db = given.withTables<PeopleTables>()
  const ago = (millis: number): Date => new Date(now.getTime() - millis)
  const idle = ago(sessionSeconds.idle * 1000)
  await db
    .deleteFrom('people_sessions')
    .where((where) => where.or([where('expires_at', '<', now), where('updated_at', '<', idle)]))
    .execute()
  await db.deleteFrom('people_verifications').where('expires_at', '<', now).execute()
  await db
    .deleteFrom('people_attempts')
    .where('started_at', '<', ago(keptDays.attempts * dayMillis))
    .execute()
  await db
    .deleteFrom('people_invitations')
    .where('accepted_at', 'is', null)
    .where('expires_at', '<', ago(keptDays.links * dayMillis))
    .execute()
}
