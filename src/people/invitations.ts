import type { Kysely } from 'kysely'
import type { Fault } from '../kernel/fault.ts'
import { NotThere } from '../kernel/refusal.ts'
import { accepted, notAccepted, type Result } from '../kernel/result.ts'
import { newId } from '../platform/random/new-id.ts'
import { demand } from './access.ts'
import { findAccount } from './accounts.ts'
import { type Actor, type Role, roles } from './actor.ts'
import { hashOfToken, newLinkToken } from './link-tokens.ts'
import { record } from './record.ts'
import { normalEmail } from './sign-in.ts'
import type { InvitationRow, PeopleTables } from './tables.ts'

const lifeDays = 14
/** A link to set a new password is worth more to a thief. */
const resetLifeDays = 2
const dayMillis = 24 * 3600 * 1000

/** An invitation as those may see it who may withdraw it; the token is not among it. */
export interface Invitation {
  readonly id: string
  readonly party: string | undefined
  readonly role: Role | 'administrator'
  readonly email: string | undefined
  readonly expiresAt: Date
  /** Whose password may be set anew by this link. */
  readonly resets: string | undefined
}

/** A link just made. The token is shown or sent once and stored only as a hash. */
export interface NewLink {
  readonly id: string
  readonly token: string
}

interface Draft {
  readonly party: string | undefined
  readonly role: Role | 'administrator'
  readonly email: string | undefined
  readonly resets?: string
}

const isEmail = (text: string): boolean => text.length <= 254 && /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]{2,}$/.test(text)

export const findRole = (text: string): Role | undefined => roles.find((role) => role === text)

/** An e-mail address as typed, or what is wrong with it. */
export const findEmailFault = (typed: string): Fault | undefined => {
  if (typed.trim() === '') return { code: 'email-missing', field: 'email' }
  return isEmail(normalEmail(typed)) ? undefined : { code: 'email-malformed', field: 'email' }
}

/** Makes the link; open links for the same person and purpose end, so that only the latest one works. */
export const makeLink = async (tx: Kysely<unknown>, actor: Actor, draft: Draft, now: Date): Promise<NewLink> => {
  const db = tx.withTables<PeopleTables>()
  const days = draft.resets === undefined ? lifeDays : resetLifeDays
  const link = { id: newId(), token: newLinkToken() }
  await db
    .updateTable('people_invitations')
    .set({ withdrawn_at: now })
    .where('party', draft.party === undefined ? 'is' : '=', draft.party ?? null)
    .where('email', draft.email === undefined ? 'is' : '=', draft.email ?? null)
    .where('resets', draft.resets === undefined ? 'is' : '=', draft.resets ?? null)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute()
  await db
    .insertInto('people_invitations')
    .values({
      id: link.id,
      token_hash: hashOfToken(link.token),
      party: draft.party ?? null,
      role: draft.role,
      email: draft.email ?? null,
      invited_by: actor.userId ?? null,
      created_at: now,
      expires_at: new Date(now.getTime() + days * dayMillis),
      accepted_at: null,
      accepted_by: null,
      withdrawn_at: null,
      resets: draft.resets ?? null,
    })
    .execute()
  return link
}

const isMember = async (db: Kysely<unknown>, party: string, email: string): Promise<boolean> => {
  const row = await db
    .withTables<PeopleTables>()
    .selectFrom('people_roles')
    .innerJoin('people_users', 'people_users.id', 'people_roles.user_id')
    .select('people_users.id')
    .where('people_roles.party', '=', party)
    .where('people_users.email', '=', email)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Invites somebody to a Party: its contact point with any role, an administrator a contact point only. Whether the address has an
 * account elsewhere is not told.
 */
export const invite = async (
  tx: Kysely<unknown>,
  actor: Actor,
  given: { readonly party: string; readonly email: string; readonly role: string },
  now: Date,
): Promise<Result<NewLink, Fault>> => {
  const { party } = given
  const role = findRole(given.role)
  const appoints = role === 'contact-point' && actor.holds('people.administer')
  if (!appoints) demand(actor, 'people.invite', { party })
  const emailFault = findEmailFault(given.email)
  const faults = [...(emailFault ? [emailFault] : []), ...(role ? [] : [{ code: 'role-missing', field: 'role' }])]
  if (role === undefined || faults.length > 0) return notAccepted(...faults)
  const email = normalEmail(given.email)
  if (await isMember(tx, party, email)) return notAccepted({ code: 'already-member', field: 'email' })
  const link = await makeLink(tx, actor, { party, role, email }, now)
  await record(tx, actor, 'invite', now, { party, object: link.id, after: { email, role } })
  return accepted(link)
}

const invitationOf = (
  row: Pick<InvitationRow, 'id' | 'party' | 'role' | 'email'> & { expires_at: Date; resets: string | null },
): Invitation => ({
  id: row.id,
  party: row.party ?? undefined,
  role: row.role,
  email: row.email ?? undefined,
  expiresAt: row.expires_at,
  resets: row.resets ?? undefined,
})

const openInvitations = (db: Kysely<unknown>, now: Date) =>
  db
    .withTables<PeopleTables>()
    .selectFrom('people_invitations')
    .select(['id', 'party', 'role', 'email', 'expires_at', 'resets'])
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now)

/** Invitations of a Party that may still be accepted, the latest first. */
export const listInvitations = async (
  db: Kysely<unknown>,
  actor: Actor,
  party: string,
  now: Date,
): Promise<readonly Invitation[]> => {
  if (!actor.holds('people.administer')) demand(actor, 'people.invite', { party })
  const rows = await openInvitations(db, now).where('party', '=', party).orderBy('created_at', 'desc').execute()
  return rows.map(invitationOf)
}

/** Ends an open invitation of this Party; NotThere for another Party's, an accepted or an ended one. */
export const withdrawInvitation = async (
  tx: Kysely<unknown>,
  actor: Actor,
  given: { readonly party: string; readonly id: string },
  now: Date,
): Promise<void> => {
  if (!actor.holds('people.administer')) demand(actor, 'people.invite', { party: given.party })
  if (!/^[0-9a-f-]{36}$/.test(given.id)) throw new NotThere('invitation')
  const row = await openInvitations(tx, now)
    .where('id', '=', given.id)
    .where('party', '=', given.party)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotThere('invitation')
  await tx
    .withTables<PeopleTables>()
    .updateTable('people_invitations')
    .set({ withdrawn_at: now })
    .where('id', '=', given.id)
    .execute()
  const before = { email: row.email, role: row.role }
  await record(tx, actor, 'withdraw-invitation', now, { party: given.party, object: given.id, before })
}

/** The open invitation of a link; nothing for one that was used, withdrawn, is too old, or never was. */
export const findInvitation = async (
  db: Kysely<unknown>,
  token: string,
  now: Date,
  lock = false,
): Promise<Invitation | undefined> => {
  const query = openInvitations(db, now).where('token_hash', '=', hashOfToken(token))
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row && invitationOf(row)
}

/** The link by which the first administrator sets up an installation that has none; a link made before ends. */
export const makeSetUpLink = async (tx: Kysely<unknown>, system: Actor, now: Date): Promise<NewLink | undefined> => {
  const administrator = await tx
    .withTables<PeopleTables>()
    .selectFrom('people_users')
    .select('id')
    .where('administrator', '=', true)
    .executeTakeFirst()
  if (administrator) return undefined
  return makeLink(tx, system, { party: undefined, role: 'administrator', email: undefined }, now)
}

/**
 * A link by which a person sets a new password and loses the second step: for an administrator and the command line. Noted in the
 * history of every Party the person works for. Nothing for an unknown address.
 */
export const makePasswordLink = async (
  tx: Kysely<unknown>,
  actor: Actor,
  typedEmail: string,
  now: Date,
): Promise<NewLink | undefined> => {
  demand(actor, 'people.administer')
  const account = await findAccount(tx, { email: typedEmail })
  if (!account) return undefined
  const draft = { party: undefined, role: 'observer', email: account.email, resets: account.id } as const
  const link = await makeLink(tx, actor, draft, now)
  const roleRows = tx.withTables<PeopleTables>().selectFrom('people_roles').select('party')
  const held = await roleRows.where('user_id', '=', account.id).orderBy('party').execute()
  for (const party of ['', ...held.map((row) => row.party)])
    await record(tx, actor, 'password-link', now, { party, object: account.id })
  return link
}
