import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { tableNamesOf } from './tables.ts'

/** `document` is json and not jsonb: the order of its keys is part of the result. */
const makeStudies = async (db: Kysely<unknown>, id: string): Promise<void> => {
  const { studies, artefacts } = tableNamesOf(id)
  await sql`
    create table ${sql.table(studies)} (
      id uuid primary key,
      party text not null,
      actor_id text,
      title text,
      language text not null,
      period jsonb,
      files jsonb not null,
      choices jsonb not null,
      faults jsonb not null default '[]',
      state text not null constraint ${sql.ref(`${studies}_state_check`)}
        check (state in ('columns', 'settings', 'running', 'done')),
      job uuid,
      headline jsonb,
      document json,
      is_published boolean not null default false,
      is_synthetic boolean not null default false,
      created_at timestamptz not null,
      finished_at timestamptz,
      check ((state = 'done') = (document is not null)),
      check ((state = 'done') = (finished_at is not null)),
      check (state <> 'done' or (title is not null and period is not null)),
      check (state = 'done' or not is_published)
    )`.execute(db)
  await sql`create index ${sql.ref(`${studies}_party`)} on ${sql.table(studies)} (party, created_at desc)`.execute(db)
  await sql`
    create table ${sql.table(artefacts)} (
      study uuid not null references ${sql.table(studies)} on delete cascade,
      option text not null,
      text text not null,
      primary key (study, option)
    )`.execute(db)
}

/** Files that are looked through before the settings are asked. */
const addSurvey = async (db: Kysely<unknown>, id: string): Promise<void> => {
  const { studies } = tableNamesOf(id)
  await sql`
    alter table ${sql.table(studies)}
      add column survey jsonb,
      drop constraint ${sql.ref(`${studies}_state_check`)},
      add constraint ${sql.ref(`${studies}_state_check`)}
        check (state in ('columns', 'looking', 'settings', 'running', 'done'))`.execute(db)
}

/** Makes the tables of a study as they are now: for an instrument that had others before it came into this room. */
export const makeStudyTables = async (db: Kysely<unknown>, id: string): Promise<void> => {
  await makeStudies(db, id)
  await addSurvey(db, id)
}

/** The two tables of an instrument that is a study. */
export const studyMigrations = (id: string): Readonly<Record<string, Migration>> => ({
  '0001-studies': { up: (db) => makeStudies(db, id) },
  '0002-survey': { up: (db) => addSurvey(db, id) },
})
