import type { ColumnType, Generated } from 'kysely'
import type { Role } from './actor.ts'

type Stamp = ColumnType<Date, Date, Date>

export interface PartyRow {
  code: string
  region: string
  languages: string[]
  fictional: boolean
  version: Generated<number>
  created_at: Stamp
}

export interface UserRow {
  id: string
  name: string
  email: string
  email_verified: boolean
  image: string | null
  two_factor_enabled: Generated<boolean>
  administrator: Generated<boolean>
  /** Language of the interface the person chose; null follows the address. */
  locale: string | null
  created_at: Stamp
  updated_at: Stamp
}

export interface SessionRow {
  id: string
  token: string
  user_id: string
  user_agent: string | null
  expires_at: Stamp
  created_at: Stamp
  updated_at: Stamp
}

export interface CredentialRow {
  id: string
  account_id: string
  provider_id: string
  user_id: string
  password: string | null
  created_at: Stamp
  updated_at: Stamp
}

export interface SecondFactorRow {
  id: string
  user_id: string
  verified: boolean | null
}

export interface VerificationRow {
  id: string
  identifier: string
  value: string
  expires_at: Stamp
}

export interface UsedCodeRow {
  user_id: string
  code: string
  used_at: Stamp
}

export interface RoleRow {
  user_id: string
  party: string
  role: Role
  since: Stamp
}

export interface InvitationRow {
  id: string
  /** SHA-256 of the token in the link, in hexadecimal; the token itself is nowhere. */
  token_hash: string
  party: string | null
  role: Role | 'administrator'
  email: string | null
  invited_by: string | null
  created_at: Stamp
  expires_at: Stamp
  accepted_at: Stamp | null
  accepted_by: string | null
  withdrawn_at: Stamp | null
  /** The person who may set a new password by this link. */
  resets: Generated<string | null>
}

export interface AttemptRow {
  subject: string
  started_at: Stamp
  count: number
}

/** The tables of this room, for `db.withTables<PeopleTables>()`. */
export type PeopleTables = {
  parties: PartyRow
  people_users: UserRow
  people_sessions: SessionRow
  people_credentials: CredentialRow
  people_second_factors: SecondFactorRow
  people_verifications: VerificationRow
  people_used_codes: UsedCodeRow
  people_roles: RoleRow
  people_invitations: InvitationRow
  people_attempts: AttemptRow
}
