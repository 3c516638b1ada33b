import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What better-auth 1.7 asks for, under names of this room; `administrator` and `locale` are ours. */
const accountStatements = [
  sql`create table people_users (
    id text primary key,
    name text not null,
    email text not null unique check (email = lower(email)),
    email_verified boolean not null,
    image text,
    two_factor_enabled boolean not null default false,
    administrator boolean not null default false,
    locale text,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  sql`create table people_sessions (
    id text primary key,
    token text not null unique,
    user_id text not null references people_users on delete cascade,
    user_agent text,
    ip_address text,
    expires_at timestamptz not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  sql`create index people_sessions_user on people_sessions (user_id)`,
  sql`create table people_credentials (
    id text primary key,
    account_id text not null,
    provider_id text not null,
    user_id text not null references people_users on delete cascade,
    access_token text,
    refresh_token text,
    id_token text,
    access_token_expires_at timestamptz,
    refresh_token_expires_at timestamptz,
    scope text,
    password text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    unique (user_id, provider_id)
  )`,
  sql`create table people_verifications (
    id text primary key,
    identifier text not null,
    value text not null,
    expires_at timestamptz not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  sql`create index people_verifications_identifier on people_verifications (identifier)`,
  sql`create index people_verifications_age on people_verifications (expires_at)`,
  sql`create table people_second_factors (
    id text primary key,
    user_id text not null unique references people_users on delete cascade,
    secret text not null,
    backup_codes text not null,
    verified boolean,
    failed_verification_count integer,
    locked_until timestamptz
  )`,
]

const ownStatements = [
  sql`create table parties (
    code text primary key check (code ~ '^[A-Z]{2,3}$'),
    region text not null,
    languages text[] not null check (cardinality(languages) > 0),
    fictional boolean not null default false,
    version bigint not null default 1,
    created_at timestamptz not null
  )`,
  sql`create table people_roles (
    user_id text not null references people_users on delete cascade,
    party text not null references parties,
    role text not null check (role in ('contact-point', 'editor', 'reviewer', 'observer')),
    since timestamptz not null,
    primary key (user_id, party)
  )`,
  sql`create index people_roles_party on people_roles (party)`,
  sql`create table people_invitations (
    id uuid primary key,
    token_hash text not null unique,
    party text references parties,
    role text not null check (role in ('contact-point', 'editor', 'reviewer', 'observer', 'administrator')),
    email text check (email = lower(email)),
    invited_by text references people_users on delete set null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    accepted_at timestamptz,
    accepted_by text references people_users on delete set null,
    withdrawn_at timestamptz,
    check ((role = 'administrator') = (party is null))
  )`,
  sql`create index people_invitations_party on people_invitations (party, created_at desc)`,
  sql`create table people_attempts (
    subject text primary key,
    started_at timestamptz not null,
    count integer not null
  )`,
  sql`create index people_attempts_age on people_attempts (started_at)`,
  sql`create table people_used_codes (
    user_id text not null references people_users on delete cascade,
    code text not null,
    used_at timestamptz not null,
    primary key (user_id, code)
  )`,
]

/** Parties, accounts, sessions, second factors, roles, invitations, and the counters of failed attempts. */
export const accounts: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of [...accountStatements, ...ownStatements]) await statement.execute(db)
  },
}
