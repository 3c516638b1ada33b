import { isAPIError } from 'better-auth/api'
import type { Kysely } from 'kysely'
import { withinTransaction } from '../platform/database/transaction.ts'
import { countAttempt, forgetAttempts, type Subject } from './attempts.ts'
import { authenticationOver } from './authentication.ts'
import { findSignedCookie, secondStepCookieName, sessionCookieName } from './cookies.ts'
import { removeExpired } from './retention.ts'
import type { Room } from './room.ts'
import { endSessionByToken } from './sessions.ts'
import type { PeopleTables } from './tables.ts'

/** What of a request matters here. */
export interface Asking {
  readonly cookies: string | undefined
  readonly userAgent: string | undefined
  readonly address: string | undefined
  readonly now: Date
}

export type SignInOutcome =
  | { readonly kind: 'signed-in'; readonly userId: string; readonly cookies: readonly string[] }
  | { readonly kind: 'second-step'; readonly cookies: readonly string[] }
  | { readonly kind: 'refused' }
  /** The first step is too long ago, or was never taken. */
  | { readonly kind: 'start-again' }
  | { readonly kind: 'wait'; readonly minutes: number }

/** E-mail addresses are compared in lower case and without surrounding blanks. */
export const normalEmail = (typed: string): string => typed.trim().toLowerCase()

/** Headers as better-auth reads them: the cookies of the request and the browser's name for the list of sessions. */
export const headersOf = (asking: Pick<Asking, 'cookies' | 'userAgent'>): Headers => {
  const headers = new Headers()
  if (asking.cookies !== undefined) headers.set('cookie', asking.cookies)
  headers.set('user-agent', (asking.userAgent ?? '').slice(0, 300))
  return headers
}

/** Runs a call of better-auth; what it refuses comes back as nothing, what is broken is thrown. */
export const unlessRefused = async <Value>(call: Promise<Value>): Promise<Value | undefined> => {
  try {
    return await call
  } catch (cause) {
    if (isAPIError(cause) && cause.statusCode < 500) return undefined
    throw cause
  }
}

const subjectsOf = (first: Subject, asking: Asking): readonly Subject[] =>
  asking.address === undefined ? [first] : [first, { kind: 'address', name: asking.address }]

const endEarlierSession = async (tx: Kysely<unknown>, room: Room, asking: Asking): Promise<void> => {
  const token = findSignedCookie(asking.cookies, sessionCookieName(room.origin), room.secret)
  if (token !== undefined) await endSessionByToken(tx, token)
}

/**
 * The first step: e-mail address and password. An unknown address costs the same hash and gets the same answer as a wrong password.
 * A session that the browser brings along ends, so a planted one is worth nothing.
 */
export const signIn = async (
  room: Room,
  asking: Asking,
  typed: { readonly email: string; readonly password: string },
): Promise<SignInOutcome> => {
  const email = normalEmail(typed.email)
  const subjects = subjectsOf({ kind: 'account', name: email }, asking)
  const minutes = await countAttempt(room.counters, subjects, room.secret, asking.now)
  if (minutes > 0) return { kind: 'wait', minutes }
  const outcome = await withinTransaction(room.db, async (tx): Promise<SignInOutcome> => {
    const body = { email, password: typed.password }
    const call = authenticationOver(tx, room).api.signInEmail({ body, headers: headersOf(asking), returnHeaders: true })
    const done = await unlessRefused(call)
    if (!done) return { kind: 'refused' }
    await endEarlierSession(tx, room, asking)
    const cookies = done.headers.getSetCookie()
    if ('twoFactorRedirect' in done.response) return { kind: 'second-step', cookies }
    return { kind: 'signed-in', userId: done.response.user.id, cookies }
  })
  if (outcome.kind === 'refused') return outcome
  await forgetAttempts(room.counters, subjects, room.secret)
  await removeExpired(room.db, asking.now)
  return outcome
}

/** The person whose password was right and whose second step is awaited. */
const findAwaited = async (db: Kysely<unknown>, room: Room, asking: Asking): Promise<string | undefined> => {
  const identifier = findSignedCookie(asking.cookies, secondStepCookieName(room.origin), room.secret)
  if (identifier === undefined) return undefined
  const row = await db
    .withTables<PeopleTables>()
    .selectFrom('people_verifications')
    .select('value')
    .where('identifier', '=', identifier)
    .where('expires_at', '>', asking.now)
    .executeTakeFirst()
  return row?.value
}

const codeLifeMillis = 120_000

/** Notes a code as used; false when it was used within the time it could still be right. */
export const takeCode = async (tx: Kysely<unknown>, userId: string, code: string, now: Date): Promise<boolean> => {
  const codes = tx.withTables<PeopleTables>()
  const old = new Date(now.getTime() - codeLifeMillis)
  await codes.deleteFrom('people_used_codes').where('user_id', '=', userId).where('used_at', '<', old).execute()
  const taken = await codes
    .insertInto('people_used_codes')
    .values({ user_id: userId, code, used_at: now })
    .onConflict((conflict) => conflict.columns(['user_id', 'code']).doNothing())
    .returning('code')
    .executeTakeFirst()
  return taken !== undefined
}

/** Six digits, in whatever digits and with whatever blanks they were typed; anything else is taken as a recovery code. */
export const normalCode = (typed: string): string => {
  const digits = typed
    .replaceAll(/[٠-٩]/gu, (digit) => String((digit.codePointAt(0) ?? 0) - 0x660))
    .replaceAll(/[۰-۹]/gu, (digit) => String((digit.codePointAt(0) ?? 0) - 0x6f0))
    .replaceAll(/\s/gu, '')
  return /^\d{3}-?\d{3}$/.test(digits) ? digits.replace('-', '') : digits
}

export const isTimedCode = (code: string): boolean => /^\d{6}$/.test(code)

/** The second step: a code of the authenticator app, good once, or a recovery code, good once. */
export const takeSecondStep = async (room: Room, asking: Asking, typed: string): Promise<SignInOutcome> => {
  const userId = await findAwaited(room.db, room, asking)
  if (userId === undefined) return { kind: 'start-again' }
  const subjects = subjectsOf({ kind: 'code', name: userId }, asking)
  const minutes = await countAttempt(room.counters, subjects, room.secret, asking.now)
  if (minutes > 0) return { kind: 'wait', minutes }
  const code = normalCode(typed)
  const outcome = await withinTransaction(room.db, async (tx): Promise<SignInOutcome> => {
    const { api } = authenticationOver(tx, room)
    const given = { body: { code }, headers: headersOf(asking), returnHeaders: true } as const
    if (isTimedCode(code) && !(await takeCode(tx, userId, code, asking.now))) return { kind: 'refused' }
    const done = await unlessRefused(isTimedCode(code) ? api.verifyTOTP(given) : api.verifyBackupCode(given))
    return done ? { kind: 'signed-in', userId, cookies: done.headers.getSetCookie() } : { kind: 'refused' }
  })
  if (outcome.kind === 'signed-in') await forgetAttempts(room.counters, subjects, room.secret)
  return outcome
}
