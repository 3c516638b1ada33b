import { type Kysely, sql } from 'kysely'
import { type Actor, actorOf, type PermissionMatrix, type Role } from './actor.ts'
import { sessionSeconds } from './authentication.ts'
import type { PeopleTables } from './tables.ts'

const touchedEverySeconds = 600

interface Found {
  readonly session: string
  readonly id: string
  readonly name: string
  readonly administrator: boolean
  readonly roles: Readonly<Record<string, Role>> | null
  readonly idle_seconds: number
}

const idleSince = (now: Date): Date => new Date(now.getTime() - sessionSeconds.idle * 1000)

/** The person behind a session token, with the roles held now: one query, so a role taken away is gone at the next request. */
export const findActorOfSession = async (
  db: Kysely<unknown>,
  token: string,
  matrix: PermissionMatrix,
  now: Date,
): Promise<Actor | undefined> => {
  const { rows } = await sql<Found>`
    select s.id as session, u.id, u.name, u.administrator,
      extract(epoch from ${now}::timestamptz - s.updated_at)::float8 as idle_seconds,
      (select jsonb_object_agg(r.party, r.role) from people_roles r where r.user_id = u.id) as roles
    from people_sessions s join people_users u on u.id = s.user_id
    where s.token = ${token} and s.expires_at > ${now} and s.updated_at > ${idleSince(now)}`.execute(db)
  const found = rows[0]
  if (!found) return undefined
  if (found.idle_seconds > touchedEverySeconds) await touchSession(db, found.session, now)
  const { id: userId, name, administrator } = found
  return actorOf({ userId, name, administrator, roles: new Map(Object.entries(found.roles ?? {})) }, matrix)
}

const touchSession = (db: Kysely<unknown>, id: string, now: Date) =>
  db
    .withTables<PeopleTables>()
    .updateTable('people_sessions')
    .set({ updated_at: now })
    .where('id', '=', id)
    .where('updated_at', '<', now)
    .execute()

export interface Session {
  readonly id: string
  readonly userAgent: string
  readonly since: Date
  readonly lastSeen: Date
  readonly isThisOne: boolean
}

/** Where a person is signed in, the latest first. `token` is the one of the request, so that the list can mark it. */
export const listSessions = async (
  db: Kysely<unknown>,
  userId: string,
  token: string | undefined,
  now: Date,
): Promise<readonly Session[]> => {
  const rows = await db
    .withTables<PeopleTables>()
    .selectFrom('people_sessions')
    .selectAll()
    .where('user_id', '=', userId)
    .where('expires_at', '>', now)
    .where('updated_at', '>', idleSince(now))
    .orderBy('updated_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    userAgent: row.user_agent ?? '',
    since: row.created_at,
    lastSeen: row.updated_at,
    isThisOne: row.token === token,
  }))
}

/** Ends one session of this person; another person's id does nothing. */
export const endSession = async (db: Kysely<unknown>, userId: string, id: string): Promise<void> => {
  await db
    .withTables<PeopleTables>()
    .deleteFrom('people_sessions')
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .execute()
}

export const endSessionByToken = async (db: Kysely<unknown>, token: string): Promise<void> => {
  await db.withTables<PeopleTables>().deleteFrom('people_sessions').where('token', '=', token).execute()
}

/** Signs a person out everywhere; with `exceptToken` everywhere but there. Gives how many sessions ended. */
export const endAllSessions = async (db: Kysely<unknown>, userId: string, exceptToken?: string): Promise<number> => {
  const ended = await db
    .withTables<PeopleTables>()
    .deleteFrom('people_sessions')
    .where('user_id', '=', userId)
    .$if(exceptToken !== undefined, (query) => query.where('token', '<>', exceptToken ?? ''))
    .executeTakeFirst()
  return Number(ended.numDeletedRows)
}
