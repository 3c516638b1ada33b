import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { intoRoom } from './into-room.ts'

/** `document` is json and not jsonb: the order of its keys, greatest share first, is part of the result. */
const studies: Migration = {
  up: async (db) => {
    await sql`
      create table exposure_studies (
        id uuid primary key,
        party text not null,
        actor_id text,
        title text,
        language text not null,
        country text,
        files jsonb not null,
        choices jsonb not null,
        survey jsonb,
        faults jsonb not null default '[]',
        state text not null check (state in ('columns', 'looking', 'country', 'running', 'done')),
        job uuid,
        summary jsonb,
        document json,
        is_published boolean not null default false,
        is_synthetic boolean not null default false,
        created_at timestamptz not null,
        finished_at timestamptz,
        check ((state = 'done') = (document is not null)),
        check ((state = 'done') = (summary is not null)),
        check ((state = 'done') = (finished_at is not null)),
        check (state <> 'done' or (country is not null and title is not null)),
        check (state = 'done' or not is_published)
      )`.execute(db)
    await sql`create index exposure_studies_party on exposure_studies (party, created_at desc)`.execute(db)
  },
}

/** The table this study had of its own, and its way into the tables that all studies have. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-studies': studies,
  '0002-room': { up: (db) => intoRoom(db) },
}
