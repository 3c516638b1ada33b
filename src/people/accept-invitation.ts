import type { Kysely } from 'kysely'
import type { Fault } from '../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../kernel/result.ts'
import { addAccount, findAccount, setPassword, setRole } from './accounts.ts'
import type { Actor } from './actor.ts'
import { findEmailFault, findInvitation, type Invitation } from './invitations.ts'
import { findNameFault } from './own-account.ts'
import { findPasswordFault } from './password-rules.ts'
import { record } from './record.ts'
import { endSecondStep } from './second-step.ts'
import { endAllSessions } from './sessions.ts'
import { normalEmail } from './sign-in.ts'
import type { PeopleTables } from './tables.ts'

export interface Typed {
  readonly email: string
  readonly name: string
  readonly password: string
}

/** Whose account an invitation leads to. */
export interface Joined {
  readonly userId: string
  readonly email: string
  readonly party: string | undefined
}

const markAccepted = async (tx: Kysely<unknown>, id: string, userId: string, now: Date): Promise<void> => {
  await tx
    .withTables<PeopleTables>()
    .updateTable('people_invitations')
    .set({ accepted_at: now, accepted_by: userId })
    .where('id', '=', id)
    .execute()
}

const grant = async (tx: Kysely<unknown>, invitation: Invitation, userId: string, now: Date): Promise<void> => {
  const { party, role } = invitation
  if (party !== undefined && role !== 'administrator') await setRole(tx, userId, party, role, now)
  if (role === 'administrator')
    await tx
      .withTables<PeopleTables>()
      .updateTable('people_users')
      .set({ administrator: true, updated_at: now })
      .where('id', '=', userId)
      .execute()
  await markAccepted(tx, invitation.id, userId, now)
}

const gone: Fault = { code: 'invitation-gone' }

const faultsOf = (invitation: Invitation, typed: Typed, email: string): readonly Fault[] => {
  const emailFault = invitation.email === undefined ? findEmailFault(typed.email) : undefined
  const found = [emailFault, findNameFault(typed.name), findPasswordFault(typed.password, { email, name: typed.name })]
  return found.filter((fault) => fault !== undefined)
}

/** Somebody new: makes the account and gives the role, once. The row is locked, so two presses cannot both take it. */
export const acceptAsNew = async (
  tx: Kysely<unknown>,
  token: string,
  typed: Typed,
  now: Date,
): Promise<Result<Joined, Fault>> => {
  const invitation = await findInvitation(tx, token, now, true)
  if (!invitation || invitation.resets !== undefined) return notAccepted(gone)
  const email = invitation.email ?? normalEmail(typed.email)
  const faults = faultsOf(invitation, typed, email)
  if (faults.length > 0) return notAccepted(...faults)
  if (await findAccount(tx, { email })) return notAccepted({ code: 'sign-in-to-accept' })
  const name = typed.name.trim()
  const userId = await addAccount(tx, { email, name, password: typed.password }, now)
  await grant(tx, invitation, userId, now)
  const after = { name, role: invitation.role }
  await record(tx, { userId, name }, 'join', now, { party: invitation.party, object: userId, after })
  return accepted({ userId, email, party: invitation.party })
}

/** Somebody who is signed in with the address that was invited. */
export const acceptAsMember = async (
  tx: Kysely<unknown>,
  token: string,
  actor: Actor,
  now: Date,
): Promise<Result<Joined, Fault>> => {
  const invitation = await findInvitation(tx, token, now, true)
  const account = actor.userId === undefined ? undefined : await findAccount(tx, { id: actor.userId })
  if (!invitation || invitation.resets !== undefined) return notAccepted(gone)
  if (!account || (invitation.email !== undefined && account.email !== invitation.email))
    return notAccepted({ code: 'other-address' })
  await grant(tx, invitation, account.id, now)
  const after = { name: account.name, role: invitation.role }
  await record(tx, actor, 'join', now, { party: invitation.party, object: account.id, after })
  return accepted({ userId: account.id, email: account.email, party: invitation.party })
}

/** Sets a new password by a link: every session ends, and so does the second step, whose phone may be what was lost. */
export const acceptReset = async (
  tx: Kysely<unknown>,
  token: string,
  password: string,
  now: Date,
): Promise<Result<Joined, Fault>> => {
  const invitation = await findInvitation(tx, token, now, true)
  const account = invitation?.resets === undefined ? undefined : await findAccount(tx, { id: invitation.resets })
  if (!invitation || !account) return notAccepted(gone)
  const fault = findPasswordFault(password, account)
  if (fault) return notAccepted(fault)
  await setPassword(tx, account.id, password, now)
  await endSecondStep(tx, account.id, now)
  await endAllSessions(tx, account.id)
  await markAccepted(tx, invitation.id, account.id, now)
  await record(tx, { userId: account.id, name: account.name }, 'reset-password', now, { object: account.id })
  return accepted({ userId: account.id, email: account.email, party: undefined })
}
