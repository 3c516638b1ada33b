import { hashPassword, verifyPassword } from 'better-auth/crypto'
import type { Kysely } from 'kysely'
import { newId } from '../platform/random/new-id.ts'
import type { Role } from './actor.ts'
import { normalEmail } from './sign-in.ts'
import type { PeopleTables } from './tables.ts'

export interface NewAccount {
  readonly email: string
  readonly name: string
  readonly password: string
  readonly administrator?: boolean
}

export interface Account {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly locale: string | undefined
  readonly administrator: boolean
  readonly hasSecondStep: boolean
}

/** The account of a person; nothing for an unknown id. */
export const findAccount = async (
  db: Kysely<unknown>,
  by: { id: string } | { email: string },
): Promise<Account | undefined> => {
  const row = await db
    .withTables<PeopleTables>()
    .selectFrom('people_users')
    .selectAll()
    .$if('id' in by, (query) => query.where('id', '=', 'id' in by ? by.id : ''))
    .$if('email' in by, (query) => query.where('email', '=', 'email' in by ? normalEmail(by.email) : ''))
    .executeTakeFirst()
  if (!row) return undefined
  const { id, email, name, administrator } = row
  return { id, email, name, administrator, locale: row.locale ?? undefined, hasSecondStep: row.two_factor_enabled }
}

/**
 * Makes an account whose e-mail address is not yet taken; gives its id. The password is stored as scrypt (N = 16384, r = 16) with
 * a salt of its own. Whoever calls has checked the right to, and the password against `password-rules.ts`.
 */
export const addAccount = async (tx: Kysely<unknown>, account: NewAccount, now: Date): Promise<string> => {
  const id = newId()
  const db = tx.withTables<PeopleTables>()
  const stamps = { created_at: now, updated_at: now }
  await db
    .insertInto('people_users')
    .values({
      id,
      name: account.name,
      email: normalEmail(account.email),
      email_verified: true,
      image: null,
      locale: null,
      administrator: account.administrator ?? false,
      ...stamps,
    })
    .execute()
  const password = await hashPassword(account.password)
  await db
    .insertInto('people_credentials')
    .values({ id: newId(), account_id: id, provider_id: 'credential', user_id: id, password, ...stamps })
    .execute()
  return id
}

/** True when this is the person's password. */
export const hasPassword = async (db: Kysely<unknown>, userId: string, password: string): Promise<boolean> => {
  const row = await db
    .withTables<PeopleTables>()
    .selectFrom('people_credentials')
    .select('password')
    .where('user_id', '=', userId)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst()
  return row?.password ? await verifyPassword({ hash: row.password, password }) : false
}

/** Sets a new password; other sessions are ended by the caller. */
export const setPassword = async (tx: Kysely<unknown>, userId: string, password: string, now: Date): Promise<void> => {
  await tx
    .withTables<PeopleTables>()
    .updateTable('people_credentials')
    .set({ password: await hashPassword(password), updated_at: now })
    .where('user_id', '=', userId)
    .where('provider_id', '=', 'credential')
    .execute()
}

/** Gives a person a role for a Party, in place of the one held before. */
export const setRole = async (
  tx: Kysely<unknown>,
  userId: string,
  party: string,
  role: Role,
  now: Date,
): Promise<void> => {
  await tx
    .withTables<PeopleTables>()
    .insertInto('people_roles')
    .values({ user_id: userId, party, role, since: now })
    .onConflict((conflict) => conflict.columns(['user_id', 'party']).doUpdateSet({ role, since: now }))
    .execute()
}
