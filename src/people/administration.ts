import { type Kysely, sql } from 'kysely'
import type { Framework } from '../framework/index.ts'
import type { Fault } from '../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../kernel/result.ts'
import { demand } from './access.ts'
import { findAccount } from './accounts.ts'
import type { Actor } from './actor.ts'
import { findEmailFault, makeLink, type NewLink } from './invitations.ts'
import { addParty } from './parties.ts'
import { record } from './record.ts'
import { normalEmail } from './sign-in.ts'
import type { PeopleTables } from './tables.ts'

/** A Party as an administrator sees it: who answers for it, and nothing of what it works on. */
export interface PartyInCharge {
  readonly code: string
  readonly languages: readonly string[]
  readonly fictional: boolean
  readonly members: number
  readonly contactPoints: readonly { readonly name: string; readonly email: string }[]
}

/** The Parties of the installation, by code, or one of them. */
export const listPartiesInCharge = async (
  db: Kysely<unknown>,
  actor: Actor,
  code?: string,
): Promise<readonly PartyInCharge[]> => {
  demand(actor, 'people.administer')
  const { rows } = await sql<PartyInCharge>`
    select p.code, p.languages, p.fictional, count(r.user_id)::int as members,
      coalesce(jsonb_agg(jsonb_build_object('name', u.name, 'email', u.email) order by u.name)
        filter (where r.role = 'contact-point'), '[]') as "contactPoints"
    from parties p left join people_roles r on r.party = p.code left join people_users u on u.id = r.user_id
    where ${code ?? null}::text is null or p.code = ${code ?? null}
    group by p.code order by p.code`.execute(db)
  return rows
}

export interface TypedParty {
  readonly code: string
  /** BCP 47 tags; the first one is the Party's first language. */
  readonly languages: readonly string[]
}

const findLanguage = (typed: string): string | undefined => {
  try {
    return Intl.getCanonicalLocales(typed.trim())[0]
  } catch {
    return undefined
  }
}

/** Adds a Party from the framework's list; it has nobody until a contact point is appointed. */
export const registerParty = async (
  tx: Kysely<unknown>,
  actor: Actor,
  framework: Framework,
  typed: TypedParty,
  now: Date,
): Promise<Result<string, Fault>> => {
  demand(actor, 'people.administer')
  const known = framework.parties.get(typed.code)
  const languages = [...new Set(typed.languages.map(findLanguage))]
  const strange = typed.languages.find((language) => findLanguage(language) === undefined)
  const faults: Fault[] = [
    ...(known ? [] : [{ code: 'party-missing', field: 'code' }]),
    ...(languages.length > 0 ? [] : [{ code: 'languages-missing', field: 'languages' }]),
    ...(strange === undefined
      ? []
      : [{ code: 'language-unknown', field: 'other-languages', values: { typed: strange } }]),
  ]
  if (!known || faults.length > 0) return notAccepted(...faults)
  const party = {
    code: known.code,
    region: known.kind === 'fictional' ? '001' : known.code,
    languages: languages.filter((language) => language !== undefined),
    fictional: known.kind === 'fictional',
  }
  if (!(await addParty(tx, party, now))) return notAccepted({ code: 'party-there', field: 'code' })
  await record(tx, actor, 'add-party', now, { object: party.code, after: party })
  return accepted(party.code)
}

export interface Administrator {
  readonly name: string
  readonly email: string
}

export const listAdministrators = async (db: Kysely<unknown>, actor: Actor): Promise<readonly Administrator[]> => {
  demand(actor, 'people.administer')
  return db
    .withTables<PeopleTables>()
    .selectFrom('people_users')
    .select(['name', 'email'])
    .where('administrator', '=', true)
    .orderBy('name')
    .execute()
}

/** Invites another administrator of the installation. */
export const inviteAdministrator = async (
  tx: Kysely<unknown>,
  actor: Actor,
  typedEmail: string,
  now: Date,
): Promise<Result<NewLink, Fault>> => {
  demand(actor, 'people.administer')
  const fault = findEmailFault(typedEmail)
  if (fault) return notAccepted(fault)
  const email = normalEmail(typedEmail)
  if ((await findAccount(tx, { email }))?.administrator)
    return notAccepted({ code: 'already-administrator', field: 'email' })
  const link = await makeLink(tx, actor, { party: undefined, role: 'administrator', email }, now)
  await record(tx, actor, 'invite', now, { object: link.id, after: { email, role: 'administrator' } })
  return accepted(link)
}
