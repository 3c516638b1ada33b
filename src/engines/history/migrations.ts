import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const chains: Migration = {
  up: async (db) => {
    await sql`create table history_head (party text primary key, number bigint not null, hash text not null)`.execute(
      db,
    )
    await sql`create table history (
      party text not null,
      number bigint not null,
      at timestamptz not null,
      actor_id text,
      actor_name text not null,
      action text not null,
      object text not null,
      before text,
      after text,
      previous_hash text not null,
      hash text not null,
      primary key (party, number)
    )`.execute(db)
    await sql`create index history_object on history (party, object, number desc)`.execute(db)
  },
}

/** Tables `history` and `history_head`. */
export const migrations: Readonly<Record<string, Migration>> = { '0001-chains': chains }
