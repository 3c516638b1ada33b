import type { Kysely } from 'kysely'
import type { Fault } from '../kernel/fault.ts'
import { NotThere } from '../kernel/refusal.ts'
import { accepted, notAccepted, type Result } from '../kernel/result.ts'
import { demand } from './access.ts'
import { setRole } from './accounts.ts'
import { type Actor, type Role, roles } from './actor.ts'
import { findRole, makeLink, type NewLink } from './invitations.ts'
import { record } from './record.ts'
import type { PeopleTables } from './tables.ts'

export interface Member {
  readonly userId: string
  readonly name: string
  /** Told to the contact point only. */
  readonly email: string | undefined
  readonly role: Role
  readonly since: Date
  readonly hasSecondStep: boolean
}

const members = (db: Kysely<unknown>, party: string) =>
  db
    .withTables<PeopleTables>()
    .selectFrom('people_roles as r')
    .innerJoin('people_users as u', 'u.id', 'r.user_id')
    .select(['u.id', 'u.name', 'u.email', 'u.two_factor_enabled', 'u.administrator', 'r.role', 'r.since'])
    .where('r.party', '=', party)

/** The members of a Party, by role from the widest to the narrowest, then by name. */
export const listTeam = async (db: Kysely<unknown>, actor: Actor, party: string): Promise<readonly Member[]> => {
  demand(actor, 'people.team', { party })
  const manages = actor.holds('people.manage', party)
  const rows = await members(db, party).orderBy('u.name').execute()
  return rows
    .map((row) => ({
      userId: row.id,
      name: row.name,
      email: manages ? row.email : undefined,
      role: row.role,
      since: row.since,
      hasSecondStep: row.two_factor_enabled,
    }))
    .toSorted((one, other) => roles.indexOf(one.role) - roles.indexOf(other.role))
}

/** One member, for somebody who may change the role; NotThere for whoever has none in this Party. */
export const getMember = async (db: Kysely<unknown>, actor: Actor, party: string, userId: string): Promise<Member> => {
  demand(actor, 'people.manage', { party })
  const member = (await listTeam(db, actor, party)).find((candidate) => candidate.userId === userId)
  if (!member) throw new NotThere('member')
  return member
}

/** Contact points are locked in one order, so two who leave at the same time cannot both be the last. */
const isLastContactPoint = async (tx: Kysely<unknown>, party: string, userId: string): Promise<boolean> => {
  const rows = await tx
    .withTables<PeopleTables>()
    .selectFrom('people_roles')
    .select('user_id')
    .where('party', '=', party)
    .where('role', '=', 'contact-point')
    .orderBy('user_id')
    .forUpdate()
    .execute()
  return rows.length === 1 && rows[0]?.user_id === userId
}

interface OneMember {
  readonly party: string
  readonly userId: string
}

/** Gives a member another role. The last contact point keeps the role until there is another one. */
export const changeRole = async (
  tx: Kysely<unknown>,
  actor: Actor,
  { party, userId, role: typed }: OneMember & { readonly role: string },
  now: Date,
): Promise<Result<Role, Fault>> => {
  const member = await getMember(tx, actor, party, userId)
  const role = findRole(typed)
  if (role === undefined) return notAccepted({ code: 'role-missing', field: 'role' })
  if (role !== 'contact-point' && (await isLastContactPoint(tx, party, userId)))
    return notAccepted({ code: 'last-contact-point', field: 'role' })
  if (role === member.role) return accepted(role)
  await setRole(tx, userId, party, role, now)
  const change = { party, object: userId, before: { role: member.role }, after: { role } }
  await record(tx, actor, 'change-role', now, change)
  return accepted(role)
}

/** Takes a member out of the Party; the account stays, and what it wrote keeps its name. */
export const removeMember = async (
  tx: Kysely<unknown>,
  actor: Actor,
  { party, userId }: OneMember,
  now: Date,
): Promise<Result<Member, Fault>> => {
  const member = await getMember(tx, actor, party, userId)
  if (await isLastContactPoint(tx, party, userId)) return notAccepted({ code: 'last-contact-point' })
  await tx
    .withTables<PeopleTables>()
    .deleteFrom('people_roles')
    .where('user_id', '=', userId)
    .where('party', '=', party)
    .execute()
  await record(tx, actor, 'remove-member', now, { party, object: userId, before: { role: member.role } })
  return accepted(member)
}

/** True when nobody but this Party answers for the account: no role elsewhere, no administration. */
const belongsOnlyTo = async (db: Kysely<unknown>, party: string, userId: string): Promise<boolean> => {
  const people = db.withTables<PeopleTables>()
  const user = await people
    .selectFrom('people_users')
    .select('administrator')
    .where('id', '=', userId)
    .executeTakeFirst()
  const elsewhere = await people
    .selectFrom('people_roles')
    .select('party')
    .where('user_id', '=', userId)
    .where('party', '<>', party)
    .executeTakeFirst()
  return user?.administrator === false && elsewhere === undefined
}

/**
 * A link by which a member who forgot the password sets a new one. Only for accounts that belong to this Party alone: a contact
 * point must not gain what another Party or the installation gave.
 */
export const giveNewPasswordLink = async (
  tx: Kysely<unknown>,
  actor: Actor,
  { party, userId }: OneMember,
  now: Date,
): Promise<Result<NewLink, Fault>> => {
  const member = await getMember(tx, actor, party, userId)
  if (!(await belongsOnlyTo(tx, party, userId))) return notAccepted({ code: 'belongs-elsewhere' })
  const draft = { party, role: member.role, email: member.email, resets: userId }
  const link = await makeLink(tx, actor, draft, now)
  await record(tx, actor, 'password-link', now, { party, object: userId })
  return accepted(link)
}
