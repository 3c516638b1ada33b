import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const reports: Migration = {
  up: async (db) => {
    await sql`
      create table reports (
        party text not null,
        edition text not null,
        period_from date not null,
        period_to date not null,
        is_published boolean not null default false,
        primary key (party, edition),
        check (period_from <= period_to)
      )`.execute(db)
    await sql`
      create table report_answers (
        party text not null,
        edition text not null,
        question text not null,
        answer jsonb,
        version integer not null,
        primary key (party, edition, question)
      )`.execute(db)
    await sql`
      create table report_texts (
        party text not null,
        edition text not null,
        question text not null,
        language text not null,
        text text not null,
        written_at timestamptz not null,
        primary key (party, edition, question, language),
        foreign key (party, edition, question) references report_answers (party, edition, question)
      )`.execute(db)
  },
}

export const migrations: Readonly<Record<string, Migration>> = { '0001-reports': reports }
