import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** The ledger refuses deletion and any change but the closing of a fact: a correction is a new row. */
const first: Migration = {
  up: async (db) => {
    await sql`
      create table facts (
        id uuid primary key,
        party text not null,
        number integer not null,
        instrument text not null,
        subject text not null,
        period_from date not null,
        period_to date not null,
        statement jsonb not null,
        value double precision,
        unit text,
        dimensions jsonb,
        interval jsonb,
        standing text not null check (standing in ('observed', 'estimated', 'declared')),
        source jsonb not null,
        traces text[] not null,
        audience text not null check (audience in ('public', 'team')),
        content_hash text not null,
        recorded_at timestamptz not null,
        supersedes uuid references facts (id),
        ended_at timestamptz,
        unique (party, number)
      )`.execute(db)
    await sql`create unique index facts_current on facts (party, instrument, subject) where ended_at is null`.execute(
      db,
    )
    await sql`create index facts_traces on facts using gin (traces)`.execute(db)
    await sql`
      create function facts_only_grow() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' then raise exception 'The ledger of facts only grows'; end if;
        if old.ended_at is not null or new.ended_at is null
          or (to_jsonb(old) - 'ended_at') is distinct from (to_jsonb(new) - 'ended_at') then
          raise exception 'A fact is corrected by a later one, never changed';
        end if;
        return new;
      end $$`.execute(db)
    await sql`create trigger facts_only_grow before update or delete on facts for each row execute function facts_only_grow()`.execute(
      db,
    )
    await sql`create table fact_numbers (party text primary key, last integer not null)`.execute(db)
  },
}

export const migrations: Readonly<Record<string, Migration>> = { '0001-facts': first }
