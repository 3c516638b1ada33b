import type { Kysely } from 'kysely'
import type { Fault } from '../kernel/fault.ts'
import { NotAllowed } from '../kernel/refusal.ts'
import { accepted, notAccepted, type Result } from '../kernel/result.ts'
import { demand } from './access.ts'
import { type Account, findAccount, hasPassword, setPassword } from './accounts.ts'
import type { Actor } from './actor.ts'
import { findPasswordFault } from './password-rules.ts'
import { record } from './record.ts'
import type { PeopleTables } from './tables.ts'

export type { Account } from './accounts.ts'

/** The account of whoever asks. */
export const getOwnAccount = async (db: Kysely<unknown>, actor: Actor): Promise<Account> => {
  demand(actor, 'people.account')
  const account = actor.userId === undefined ? undefined : await findAccount(db, { id: actor.userId })
  if (!account) throw new NotAllowed('people.account')
  return account
}

/** A person's name as typed, or what is wrong with it. */
export const findNameFault = (name: string): Fault | undefined => {
  if (name.trim() === '') return { code: 'name-missing', field: 'name' }
  return [...name].length > 100 ? { code: 'name-long', field: 'name', values: { most: 100 } } : undefined
}

const isLocale = (text: string): boolean => /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(text)

/** Changes name and language; an empty language follows the address. */
export const changeAccount = async (
  tx: Kysely<unknown>,
  actor: Actor,
  typed: { readonly name: string; readonly locale: string },
  now: Date,
): Promise<Result<{ name: string; locale: string | undefined }, Fault>> => {
  const account = await getOwnAccount(tx, actor)
  const fault = findNameFault(typed.name)
  if (fault) return notAccepted(fault)
  const after = { name: typed.name.trim(), locale: isLocale(typed.locale) ? typed.locale : undefined }
  await tx
    .withTables<PeopleTables>()
    .updateTable('people_users')
    .set({ name: after.name, locale: after.locale ?? null, updated_at: now })
    .where('id', '=', account.id)
    .execute()
  const before = { name: account.name, locale: account.locale }
  await record(tx, actor, 'change-account', now, { object: account.id, before, after })
  return accepted(after)
}

/** Sets a new password after the present one was given; the caller ends the other sessions. */
export const changePassword = async (
  tx: Kysely<unknown>,
  actor: Actor,
  typed: { readonly present: string; readonly password: string },
  now: Date,
): Promise<Result<Account, Fault>> => {
  const account = await getOwnAccount(tx, actor)
  if (!(await hasPassword(tx, account.id, typed.present)))
    return notAccepted({ code: 'password-refused', field: 'present' })
  const fault = findPasswordFault(typed.password, account)
  if (fault) return notAccepted(fault)
  await setPassword(tx, account.id, typed.password, now)
  await record(tx, actor, 'change-password', now, { object: account.id })
  return accepted(account)
}
