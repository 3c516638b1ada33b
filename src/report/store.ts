import type { Kysely } from 'kysely'
import type { FieldValue } from '../engines/forms/index.ts'
import { appendHistory } from '../engines/history/index.ts'
import { type Actor, can, demand } from '../people/index.ts'
import type { Said } from './answer.ts'

type Tables = {
  reports: { party: string; edition: string; period_from: string; period_to: string; is_published: boolean }
  report_answers: { party: string; edition: string; question: string; answer: unknown; version: number }
  report_texts: { party: string; edition: string; question: string; language: string; text: string; written_at: Date }
}

/** The report a Party works on. */
export interface Report {
  readonly party: string
  readonly edition: string
  readonly period: { readonly from: string; readonly to: string }
  readonly isPublished: boolean
}

export interface Change {
  readonly actor: Actor
  readonly at: Date
}

/** The period of the report due on 30 June 2027: the four years before the due year. */
const usualPeriod = { from: '2023-01-01', to: '2026-12-31' } as const

const mayRead = (actor: Actor, report: Report): boolean =>
  report.isPublished || can(actor, 'report.read', { party: report.party })

/** The report, begun or not; nothing for somebody outside the Party while it is not published. */
export const findReport = async (
  db: Kysely<unknown>,
  actor: Actor,
  party: string,
  edition: string,
): Promise<Report | undefined> => {
  const row = await db
    .withTables<Tables>()
    .selectFrom('reports')
    .selectAll()
    .where('party', '=', party)
    .where('edition', '=', edition)
    .executeTakeFirst()
  const report: Report = row
    ? { party, edition, period: { from: row.period_from, to: row.period_to }, isPublished: row.is_published }
    : { party, edition, period: usualPeriod, isPublished: false }
  return mayRead(actor, report) ? report : undefined
}

/** Everything said in the report, by question; empty for somebody who may not read it. */
export const listSaid = async (
  db: Kysely<unknown>,
  actor: Actor,
  party: string,
  edition: string,
): Promise<ReadonlyMap<string, Said>> => {
  if (!(await findReport(db, actor, party, edition))) return new Map()
  const tables = db.withTables<Tables>()
  const answers = await tables
    .selectFrom('report_answers')
    .selectAll()
    .where('party', '=', party)
    .where('edition', '=', edition)
    .execute()
  const texts = await tables
    .selectFrom('report_texts')
    .selectAll()
    .where('party', '=', party)
    .where('edition', '=', edition)
    .orderBy('language')
    .execute()
  const byQuestion = Map.groupBy(texts, ({ question }) => question)
  return new Map(
    answers.map((row): [string, Said] => [
      row.question,
      {
        question: row.question,
        version: row.version,
        ...(row.answer === null ? {} : { answer: row.answer as FieldValue }),
        texts: (byQuestion.get(row.question) ?? []).map(({ language, text, written_at: writtenAt }) => ({
          language,
          text,
          writtenAt,
        })),
      },
    ]),
  )
}

/** Nothing said yet. */
export const unsaid = (question: string): Said => ({ question, texts: [], version: 0 })

export interface NewSaid {
  readonly question: string
  readonly answer?: FieldValue
  readonly language: string
  /** An empty text takes the text of this language away. */
  readonly text: string
  /** The version the writer saw. */
  readonly version: number
}

/** Writes an answer with its text in one language; `stale` when somebody else wrote meanwhile. */
export const saySo = async (
  db: Kysely<unknown>,
  change: Change,
  report: Report,
  said: NewSaid,
): Promise<'saved' | 'stale'> => {
  const { party, edition } = report
  demand(change.actor, 'report.edit', { party })
  const tables = db.withTables<Tables>()
  const answer = said.answer === undefined ? null : JSON.stringify(said.answer)
  const key = { party, edition, question: said.question }
  const before = (await listSaid(db, change.actor, party, edition)).get(said.question)
  const saved =
    said.version === 0
      ? await tables
          .insertInto('report_answers')
          .values({ ...key, answer, version: 1 })
          .onConflict((conflict) => conflict.doNothing())
          .returning('version')
          .executeTakeFirst()
      : await tables
          .updateTable('report_answers')
          .set({ answer, version: said.version + 1 })
          .where('party', '=', party)
          .where('edition', '=', edition)
          .where('question', '=', said.question)
          .where('version', '=', said.version)
          .returning('version')
          .executeTakeFirst()
  if (!saved) return 'stale'
  await writeText(tables, key, said, change.at)
  await appendHistory(db, {
    party,
    actor: change.actor,
    at: change.at,
    action: 'report.answer',
    object: said.question,
    before,
    after: said,
  })
  return 'saved'
}

const writeText = async (
  tables: Kysely<Tables>,
  key: { party: string; edition: string; question: string },
  { language, text }: NewSaid,
  at: Date,
): Promise<void> => {
  if (text.trim() === '') {
    await tables
      .deleteFrom('report_texts')
      .where('party', '=', key.party)
      .where('edition', '=', key.edition)
      .where('question', '=', key.question)
      .where('language', '=', language)
      .execute()
    return
  }
  await tables
    .insertInto('report_texts')
    .values({ ...key, language, text, written_at: at })
    .onConflict((conflict) =>
      conflict
        .columns(['party', 'edition', 'question', 'language'])
        .doUpdateSet({ text, written_at: at })
        .where('report_texts.text', '<>', text),
    )
    .execute()
}

/** Publishes the report, or takes it back. */
export const setPublished = async (
  db: Kysely<unknown>,
  change: Change,
  report: Report,
  isPublished: boolean,
): Promise<void> => {
  const { party, edition, period } = report
  demand(change.actor, 'report.publish', { party })
  await db
    .withTables<Tables>()
    .insertInto('reports')
    .values({ party, edition, period_from: period.from, period_to: period.to, is_published: isPublished })
    .onConflict((conflict) => conflict.columns(['party', 'edition']).doUpdateSet({ is_published: isPublished }))
    .execute()
  await appendHistory(db, {
    party,
    actor: change.actor,
    at: change.at,
    action: isPublished ? 'report.publish' : 'report.withdraw',
    object: edition,
  })
}
