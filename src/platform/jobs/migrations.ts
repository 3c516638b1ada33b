import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const jobs: Migration = {
  up: async (db) => {
    await sql`create table jobs (
      id uuid primary key,
      name text not null,
      party text not null,
      actor_id text,
      input jsonb not null,
      state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
      done bigint not null default 0,
      total bigint not null default 0,
      attempts integer not null default 0,
      cancel_asked boolean not null default false,
      created_at timestamptz not null default now(),
      started_at timestamptz,
      finished_at timestamptz,
      href text,
      fault text
    )`.execute(db)
    await sql`create index jobs_open on jobs (created_at) where state in ('waiting', 'running')`.execute(db)
  },
}

/** Table `jobs`: both the queue and what a person sees of it. */
export const migrations: Readonly<Record<string, Migration>> = { '0001-jobs': jobs }
