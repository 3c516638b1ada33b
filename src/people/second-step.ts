import type { Kysely } from 'kysely'
import { authenticationOver } from './authentication.ts'
import type { Room } from './room.ts'
import { type Asking, headersOf, isTimedCode, normalCode, takeCode, unlessRefused } from './sign-in.ts'
import type { PeopleTables } from './tables.ts'

/** What an authenticator app needs, and the codes for the day it is lost. Shown once; stored encrypted. */
export interface SecondStepDraft {
  /** `otpauth://totp/…` */
  readonly uri: string
  readonly recoveryCodes: readonly string[]
}

/** The secret of an `otpauth:` address in groups of four, to be typed by hand. */
export const secretTextOf = (uri: string): string =>
  (new URL(uri).searchParams.get('secret') ?? '').replaceAll(/(.{4})(?=.)/g, '$1 ')

/** Begins to set up the second step; nothing when the password is not right. It counts only once a code was confirmed. */
export const draftSecondStep = async (
  tx: Kysely<unknown>,
  room: Room,
  asking: Asking,
  password: string,
): Promise<SecondStepDraft | undefined> => {
  const { api } = authenticationOver(tx, room)
  const done = await unlessRefused(api.enableTwoFactor({ body: { password }, headers: headersOf(asking) }))
  return done?.method === 'totp' ? { uri: done.totpURI, recoveryCodes: done.backupCodes } : undefined
}

/** Confirms it with the first code; the session is made anew. Nothing when the code is not right. */
export const confirmSecondStep = async (
  tx: Kysely<unknown>,
  room: Room,
  asking: Asking,
  userId: string,
  typed: string,
): Promise<readonly string[] | undefined> => {
  const code = normalCode(typed)
  if (!isTimedCode(code) || !(await takeCode(tx, userId, code, asking.now))) return undefined
  const call = authenticationOver(tx, room).api.verifyTOTP({
    body: { code },
    headers: headersOf(asking),
    returnHeaders: true,
  })
  return (await unlessRefused(call))?.headers.getSetCookie()
}

/** New recovery codes in place of the old ones; nothing when the password is not right. */
export const renewRecoveryCodes = async (
  tx: Kysely<unknown>,
  room: Room,
  asking: Asking,
  password: string,
): Promise<readonly string[] | undefined> => {
  const { api } = authenticationOver(tx, room)
  const done = await unlessRefused(api.generateBackupCodes({ body: { password }, headers: headersOf(asking) }))
  return done?.backupCodes
}

/** Takes the second step away. */
export const endSecondStep = async (tx: Kysely<unknown>, userId: string, now: Date): Promise<void> => {
  const db = tx.withTables<PeopleTables>()
  await db.deleteFrom('people_second_factors').where('user_id', '=', userId).execute()
  await db
    .updateTable('people_users')
    .set({ two_factor_enabled: false, updated_at: now })
    .where('id', '=', userId)
    .execute()
}
