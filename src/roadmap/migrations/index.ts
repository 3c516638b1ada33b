import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const adopted: Migration = {
  up: async (db) => {
    await sql`
      create table roadmaps (
        party text not null,
        edition text not null,
        sectors text[] not null check (cardinality(sectors) > 0),
        adopted_at timestamptz not null,
        is_published boolean not null default false,
        primary key (party, edition)
      )`.execute(db)
    await sql`
      create table roadmap_lines (
        id uuid primary key,
        party text not null,
        edition text not null,
        output text not null,
        activity text,
        sector text,
        title text,
        language text not null,
        lead text,
        partners text,
        starts_on date,
        ends_on date,
        budget_minor bigint,
        budget_currency text,
        baseline text,
        target text,
        verification text,
        risk text,
        gender text not null default 'none' check (gender in ('none', 'significant', 'principal')),
        youth text not null default 'none' check (youth in ('none', 'significant', 'principal')),
        status text not null default 'planned' check (status in ('planned', 'under-way', 'done', 'on-hold', 'dropped')),
        drop_reason text,
        version integer not null default 1,
        foreign key (party, edition) references roadmaps (party, edition),
        check ((budget_minor is null) = (budget_currency is null)),
        check ((status = 'dropped') = (drop_reason is not null)),
        check (activity is not null or title is not null)
      )`.execute(db)
    await sql`
      create unique index roadmap_lines_once on roadmap_lines (party, edition, activity, coalesce(sector, '*')) where activity is not null`.execute(
      db,
    )
    await sql`create index roadmap_lines_party on roadmap_lines (party, edition)`.execute(db)
  },
}

export const migrations: Readonly<Record<string, Migration>> = { '0001-adopted': adopted }
