import type { Kysely } from 'kysely'
import { appendHistory, type HistoryActor } from '../engines/history/index.ts'
import { recordFacts } from '../evidence/index.ts'
import type { Fault } from '../kernel/fault.ts'
import { type Actor, demand } from '../people/index.ts'
import { newId } from '../platform/random/new-id.ts'
import type { StudyDeclaration, StudyDocument, Survey } from './declaration.ts'
import { findFinished, type Study, type StudyChoices } from './draft.ts'
import { factsOf } from './evidence.ts'
import { getDocument, type Reading } from './read-studies.ts'
import type { FinishedStudy, KeptFile, Period, StudyState } from './study.ts'
import { studyTables } from './tables.ts'

/** Who asks, of which instrument, in which Party, and when. */
export interface Asking extends Reading {
  readonly at: Date
}

const doerOf = ({ userId, name }: Actor): HistoryActor => (userId === undefined ? { name } : { userId, name })

const note = (asking: Asking, action: string, id: string, after: unknown, before?: unknown) => {
  const { db, actor, party, at, instrument } = asking
  return appendHistory(db, {
    party,
    actor: doerOf(actor),
    at,
    action: `${instrument}.${action}`,
    object: id,
    before,
    after,
  })
}

const filesNoted = (files: Readonly<Record<string, KeptFile>>) =>
  Object.fromEntries(Object.entries(files).map(([role, { name, sha256 }]) => [role, { name, sha256 }]))

interface NewStudy {
  readonly files: Readonly<Record<string, KeptFile>>
  readonly choices: StudyChoices
  readonly language: string
  readonly title?: string
  readonly period?: Period
  readonly survey?: Survey
  /** `columns` unless its columns were matched before. */
  readonly state?: 'columns' | 'settings'
  readonly isSynthetic?: boolean
}

/** Begins a study from uploaded files; gives its id. */
export const createStudy = async (asking: Asking, given: NewStudy): Promise<string> => {
  const { db, actor, party, at, instrument } = asking
  demand(actor, `${instrument}.run`, { party })
  const id = newId()
  const { tables, studies } = studyTables(db, instrument)
  await tables
    .insertInto(studies)
    .values({
      id,
      party,
      actor_id: actor.userId ?? null,
      title: given.title ?? null,
      language: given.language,
      period: given.period ? JSON.stringify(given.period) : null,
      files: JSON.stringify(given.files),
      choices: JSON.stringify(given.choices),
      survey: given.survey ? JSON.stringify(given.survey) : null,
      faults: '[]',
      state: given.state ?? 'columns',
      is_published: false,
      is_synthetic: given.isSynthetic ?? false,
      created_at: at,
    })
    .execute()
  await note(asking, 'create', id, filesNoted(given.files))
  return id
}

/** What changes in a draft from step to step. */
export interface DraftChange {
  readonly state: Exclude<StudyState, 'done'>
  readonly files?: Readonly<Record<string, KeptFile>>
  readonly choices?: StudyChoices
  readonly survey?: Survey
  readonly faults?: readonly Fault[]
  readonly title?: string
  readonly language?: string
  readonly period?: Period
  readonly job?: string
}

/** A change that is being made: in which transaction, to which instrument, by whom, when. */
export interface Doing {
  readonly db: Kysely<unknown>
  readonly instrument: string
  readonly actor: HistoryActor
  readonly at: Date
}

export const doingOf = ({ db, instrument, actor, at }: Asking): Doing => ({ db, instrument, at, actor: doerOf(actor) })

const verbs = { columns: 'map', looking: 'look', settings: 'map', running: 'run' } as const

/** Takes a draft a step on or back. The caller has asked `getDraft`, or is the job that a draft's owner started. */
export const changeDraft = async (doing: Doing, study: Study, change: DraftChange): Promise<void> => {
  const { db, instrument, actor, at } = doing
  const { files, choices, survey, faults, period, ...plain } = change
  const { tables, studies } = studyTables(db, instrument)
  const changed = await tables
    .updateTable(studies)
    .set({
      ...plain,
      ...(files ? { files: JSON.stringify(files) } : {}),
      ...(choices ? { choices: JSON.stringify(choices) } : {}),
      ...(survey ? { survey: JSON.stringify(survey) } : {}),
      ...(period ? { period: JSON.stringify(period) } : {}),
      faults: JSON.stringify(faults ?? []),
    })
    .where('id', '=', study.id)
    .where('state', '<>', 'done')
    .returning('id')
    .executeTakeFirst()
  if (!changed) return
  const action = `${instrument}.${faults ? 'refuse' : verbs[change.state]}`
  const before = { state: study.state, choices: study.choices }
  const after = {
    ...plain,
    choices: choices ?? study.choices,
    ...(files ? { files: filesNoted(files) } : {}),
    ...(faults ? { faults } : {}),
  }
  await appendHistory(db, { party: study.party, actor, at, action, object: study.id, before, after })
}

/** Removes a draft for good; a finished study stays. */
export const removeDraft = async (asking: Asking, study: Study): Promise<void> => {
  demand(asking.actor, `${asking.instrument}.run`, { party: study.party })
  const { tables, studies } = studyTables(asking.db, asking.instrument)
  const removed = await tables
    .deleteFrom(studies)
    .where('id', '=', study.id)
    .where('state', '<>', 'done')
    .returning('id')
    .executeTakeFirst()
  if (removed) await note(asking, 'remove', study.id, undefined, filesNoted(study.files))
}

type Telling<Document extends StudyDocument> = Pick<
  StudyDeclaration<Document>,
  'id' | 'words' | 'sayings' | 'headline' | 'artefacts'
>

/** Tells the ledger of evidence what a study says now: to the team, and to everybody once it is published. */
const recordEvidence = <Document extends StudyDocument>(
  db: Kysely<unknown>,
  declaration: Telling<Document>,
  study: FinishedStudy,
  document: Document,
  at: Date,
): Promise<void> =>
  recordFacts(db, {
    party: study.party,
    instrument: declaration.id,
    scope: study.id,
    at,
    facts: factsOf(declaration, study, document),
  })

/** What a computation gave: the document, and the further files by the option that asked for them. */
export interface Outcome<Document extends StudyDocument> {
  readonly document: Document
  readonly period: Period
  readonly artefacts: Readonly<Record<string, string>>
}

const keepArtefacts = async (
  { db, instrument }: Doing,
  study: string,
  artefacts: Readonly<Record<string, string>>,
): Promise<void> => {
  const rows = Object.entries(artefacts).map(([option, text]) => ({ study, option, text }))
  if (rows.length === 0) return
  const { tables, artefacts: table } = studyTables(db, instrument)
  await tables.insertInto(table).values(rows).execute()
}

/** Keeps the result of a study and tells the ledger; in the caller's transaction. */
export const finishStudy = async <Document extends StudyDocument>(
  doing: Doing,
  declaration: Telling<Document>,
  study: Study,
  { document, period, artefacts }: Outcome<Document>,
): Promise<void> => {
  const { db, at, actor, instrument } = doing
  const headline = declaration.headline(document, { settings: study.choices.settings, party: study.party })
  const finished = findFinished({ ...study, state: 'done', period, finishedAt: at, ...(headline ? { headline } : {}) })
  if (!finished) throw new Error(`study ${study.id} has no title`)
  const { tables, studies } = studyTables(db, instrument)
  const kept = await tables
    .updateTable(studies)
    .set({
      state: 'done',
      title: finished.title,
      period: JSON.stringify(period),
      faults: '[]',
      headline: headline ? JSON.stringify(headline) : null,
      document: JSON.stringify(document),
      finished_at: at,
    })
    .where('id', '=', study.id)
    .where('state', '<>', 'done')
    .returning('id')
    .executeTakeFirst()
  if (!kept) return
  await keepArtefacts(doing, study.id, artefacts)
  const { title } = finished
  const after = { title, period, ...filesNoted(study.files), command: document.method.command, headline }
  await appendHistory(db, { party: study.party, actor, at, action: `${instrument}.finish`, object: study.id, after })
  await recordEvidence(db, declaration, finished, document, at)
}

/** Publishes a study or takes it back; the facts it gave follow at once. */
export const setPublished = async <Document extends StudyDocument>(
  asking: Asking,
  declaration: Telling<Document>,
  study: FinishedStudy,
  isPublished: boolean,
): Promise<void> => {
  const { db, instrument } = asking
  demand(asking.actor, `${instrument}.publish`, { party: study.party })
  const { tables, studies } = studyTables(db, instrument)
  const changed = await tables
    .updateTable(studies)
    .set({ is_published: isPublished })
    .where('id', '=', study.id)
    .where('is_published', '=', !isPublished)
    .returning('id')
    .executeTakeFirst()
  if (!changed) return
  await note(asking, isPublished ? 'publish' : 'withdraw', study.id, { isPublished }, { isPublished: !isPublished })
  const document = (await getDocument(db, instrument, study.id)) as Document
  await recordEvidence(db, declaration, { ...study, isPublished }, document, asking.at)
}
