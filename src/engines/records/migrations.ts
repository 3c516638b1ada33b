import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** The tables of a register: its records, its imports, and the column mappings its Parties saved. */
export const registerTables = (id: string): Migration => ({
  up: async (db) => {
    const [records, imports, mappings] = [sql.table(id), sql.table(`${id}_import`), sql.table(`${id}_mapping`)]
    const index = (name: string) => sql.ref(`${id}_${name}`)
    await sql`create table ${records} (
      id uuid primary key,
      party text not null,
      key text not null,
      state text not null check (state in ('draft', 'published', 'withdrawn')),
      title text not null,
      sort_title text collate "C" not null,
      language text not null,
      values jsonb not null,
      search tsvector not null,
      version integer not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      unique (party, key)
    )`.execute(db)
    await sql`create index ${index('updated')} on ${records} (party, updated_at desc, id desc)`.execute(db)
    await sql`create index ${index('state_updated')} on ${records} (party, state, updated_at desc, id desc)`.execute(db)
    await sql`create index ${index('title')} on ${records} (party, sort_title, id)`.execute(db)
    await sql`create index ${index('search')} on ${records} using gin (search)`.execute(db)
    await sql`create table ${imports} (
      id uuid primary key,
      party text not null,
      actor_id text,
      file text not null,
      name text not null,
      bytes bigint not null,
      state text not null check (state in ('mapping', 'checking', 'checked', 'importing', 'done')),
      header jsonb not null,
      sample jsonb not null,
      notes jsonb not null,
      mapping jsonb not null,
      report jsonb,
      job uuid,
      created_at timestamptz not null,
      updated_at timestamptz not null
    )`.execute(db)
    await sql`create index ${index('import_newest')} on ${imports} (party, created_at desc)`.execute(db)
    await sql`create table ${mappings} (
      party text not null,
      signature text not null,
      mapping jsonb not null,
      updated_at timestamptz not null,
      primary key (party, signature)
    )`.execute(db)
  },
})
