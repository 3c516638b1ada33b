import type { Kysely, Selectable } from 'kysely'
import { appendHistory, type HistoryActor } from '../../engines/history/index.ts'
import { recordFacts } from '../../evidence/index.ts'
import type { Fault } from '../../kernel/fault.ts'
import { NotThere } from '../../kernel/refusal.ts'
import { type Actor, can, demand } from '../../people/index.ts'
import { newId } from '../../platform/random/new-id.ts'
import type { ExposureDocument } from './document.ts'
import { factsOf } from './evidence.ts'
import { type Choices, type FinishedStudy, type KeptFile, type Study, type StudyState, summaryOf } from './study.ts'
import type { Pair } from './study-files.ts'
import type { Survey } from './survey.ts'
import type { ExposureTables } from './tables.ts'

/** Who asks, in which Party, and when. */
export interface Asking {
  readonly db: Kysely<unknown>
  readonly actor: Actor
  readonly party: string
  readonly at: Date
}

type Reading = Pick<Asking, 'db' | 'actor' | 'party'>
type Row = Omit<Selectable<ExposureTables['exposure_studies']>, 'document'>

const columns = [
  'id',
  'party',
  'actor_id',
  'title',
  'language',
  'country',
  'files',
  'choices',
  'survey',
  'faults',
  'state',
  'job',
  'summary',
  'is_published',
  'is_synthetic',
  'created_at',
  'finished_at',
] as const

const tablesOf = (db: Kysely<unknown>) => db.withTables<ExposureTables>()

const studyOf = (row: Row): Study => ({
  id: row.id,
  party: row.party,
  state: row.state,
  ...(row.title === null ? {} : { title: row.title }),
  language: row.language,
  ...(row.country === null ? {} : { country: row.country }),
  files: row.files,
  choices: row.choices,
  ...(row.survey === null ? {} : { survey: row.survey }),
  faults: row.faults,
  ...(row.job === null ? {} : { job: row.job }),
  ...(row.summary === null ? {} : { summary: row.summary }),
  isPublished: row.is_published,
  isSynthetic: row.is_synthetic,
  createdAt: row.created_at,
  ...(row.finished_at === null ? {} : { finishedAt: row.finished_at }),
})

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

const doerOf = ({ userId, name }: Actor): HistoryActor => (userId === undefined ? { name } : { userId, name })

const isFinished = (study: Study): study is FinishedStudy => study.state === 'done'

/** The studies of a Party this actor may see, newest first: everything for the team, what is published for everybody. */
export const listStudies = async ({ db, actor, party }: Reading, limit = 200): Promise<readonly Study[]> => {
  demand(actor, 'exposure.visit', { party })
  let query = tablesOf(db).selectFrom('exposure_studies').select(columns).where('party', '=', party)
  if (!can(actor, 'exposure.read', { party })) query = query.where('is_published', '=', true)
  const rows = await query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
  return rows.map(studyOf)
}

const findRow = async (db: Kysely<unknown>, party: string, id: string): Promise<Study | undefined> => {
  if (!isId(id)) return undefined
  const query = tablesOf(db).selectFrom('exposure_studies').select(columns)
  const row = await query.where('id', '=', id).where('party', '=', party).executeTakeFirst()
  return row && studyOf(row)
}

/** A finished study this actor may see; throws NotThere. */
export const getStudy = async ({ db, actor, party }: Reading, id: string): Promise<FinishedStudy> => {
  const study = await findRow(db, party, id)
  const isSeen =
    study && (study.isPublished ? can(actor, 'exposure.visit', { party }) : can(actor, 'exposure.read', { party }))
  if (!study || !isSeen || !isFinished(study)) throw new NotThere(`study ${id}`)
  return study
}

/** A study, done or not, for whoever works on it; throws NotThere. */
export const getDraft = async ({ db, actor, party }: Reading, id: string): Promise<Study> => {
  demand(actor, 'exposure.run', { party })
  const study = await findRow(db, party, id)
  if (!study) throw new NotThere(`study ${id}`)
  return study
}

/** The result of a study as it was computed, keys in their order. */
export const getDocument = async (db: Kysely<unknown>, { id }: FinishedStudy): Promise<ExposureDocument> => {
  const query = tablesOf(db).selectFrom('exposure_studies').select('document').where('id', '=', id)
  const row = await query.executeTakeFirstOrThrow()
  return row.document!
}

const note = ({ db, actor, party, at }: Asking, action: string, id: string, after: unknown, before?: unknown) =>
  appendHistory(db, { party, actor: doerOf(actor), at, action: `exposure.${action}`, object: id, before, after })

const filesNoted = (files: Pair<KeptFile>) => ({
  exposures: { name: files.exposures.name, sha256: files.exposures.sha256 },
  works: { name: files.works.name, sha256: files.works.sha256 },
})

interface NewStudy {
  readonly files: Pair<KeptFile>
  readonly choices: Choices
  readonly language: string
  readonly isSynthetic?: boolean
}

/** Begins a study from two uploaded files; gives its id. */
export const createStudy = async (asking: Asking, given: NewStudy): Promise<string> => {
  const { db, actor, party, at } = asking
  demand(actor, 'exposure.run', { party })
  const id = newId()
  await tablesOf(db)
    .insertInto('exposure_studies')
    .values({
      id,
      party,
      actor_id: actor.userId ?? null,
      language: given.language,
      files: JSON.stringify(given.files),
      choices: JSON.stringify(given.choices),
      faults: '[]',
      state: 'columns',
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
  readonly files?: Pair<KeptFile>
  readonly choices?: Choices
  readonly survey?: Survey
  readonly faults?: readonly Fault[]
  readonly title?: string
  readonly language?: string
  readonly country?: string
  readonly job?: string
}

/** A change that is being made: in which transaction, by whom, when. */
export interface Doing {
  readonly db: Kysely<unknown>
  readonly actor: HistoryActor
  readonly at: Date
}

export const doingOf = ({ db, actor, at }: Asking): Doing => ({ db, at, actor: doerOf(actor) })

const verbs = { columns: 'map', looking: 'look', country: 'map', running: 'run' } as const

/** Takes a draft a step on or back. The caller has asked `getDraft`, or is the job that a draft's owner started. */
export const changeDraft = async ({ db, actor, at }: Doing, study: Study, change: DraftChange): Promise<void> => {
  const { files, choices, survey, faults, ...plain } = change
  const changed = await tablesOf(db)
    .updateTable('exposure_studies')
    .set({
      ...plain,
      ...(files ? { files: JSON.stringify(files) } : {}),
      ...(choices ? { choices: JSON.stringify(choices) } : {}),
      ...(survey ? { survey: JSON.stringify(survey) } : {}),
      faults: JSON.stringify(faults ?? []),
    })
    .where('id', '=', study.id)
    .where('state', '<>', 'done')
    .returning('id')
    .executeTakeFirst()
  if (!changed) return
  const action = `exposure.${faults ? 'refuse' : verbs[change.state]}`
  const before = { state: study.state, choices: study.choices }
  const after = { ...plain, choices: choices ?? study.choices, ...(faults ? { faults } : {}) }
  await appendHistory(db, { party: study.party, actor, at, action, object: study.id, before, after })
}

/** Removes a draft for good; a finished study stays. */
export const removeDraft = async (asking: Asking, study: Study): Promise<void> => {
  demand(asking.actor, 'exposure.run', { party: study.party })
  const removed = await tablesOf(asking.db)
    .deleteFrom('exposure_studies')
    .where('id', '=', study.id)
    .where('state', '<>', 'done')
    .returning('id')
    .executeTakeFirst()
  if (removed) await note(asking, 'remove', study.id, undefined, filesNoted(study.files))
}

/** Tells the ledger of evidence what a study says now: to the team, and to everybody once it is published. */
export const recordEvidence = async (
  db: Kysely<unknown>,
  study: FinishedStudy,
  document: ExposureDocument,
  at: Date,
): Promise<void> =>
  recordFacts(db, {
    party: study.party,
    instrument: 'exposure',
    scope: study.id,
    at,
    facts: factsOf(study, document),
  })

/** Keeps the result of a study and tells the ledger; in the caller's transaction. */
export const finishStudy = async (
  { db, at, actor }: Doing,
  study: Study & Required<Pick<Study, 'title' | 'country'>>,
  document: ExposureDocument,
): Promise<void> => {
  const summary = summaryOf(document, study.country)
  const kept = await tablesOf(db)
    .updateTable('exposure_studies')
    .set({
      state: 'done',
      title: study.title,
      country: study.country,
      faults: '[]',
      summary: JSON.stringify(summary),
      document: JSON.stringify(document),
      finished_at: at,
    })
    .where('id', '=', study.id)
    .where('state', '<>', 'done')
    .returning('id')
    .executeTakeFirst()
  if (!kept) return
  const finished: FinishedStudy = { ...study, state: 'done', faults: [], summary, finishedAt: at }
  const { title, country } = study
  const after = { title, country, ...filesNoted(study.files), command: document.method.command, summary }
  await appendHistory(db, { party: study.party, actor, at, action: 'exposure.finish', object: study.id, after })
  await recordEvidence(db, finished, document, at)
}

/** Publishes a study or takes it back; the facts it gave follow at once. */
export const setPublished = async (asking: Asking, study: FinishedStudy, isPublished: boolean): Promise<void> => {
  demand(asking.actor, 'exposure.publish', { party: study.party })
  const changed = await tablesOf(asking.db)
    .updateTable('exposure_studies')
    .set({ is_published: isPublished })
    .where('id', '=', study.id)
    .where('is_published', '=', !isPublished)
    .returning('id')
    .executeTakeFirst()
  if (!changed) return
  await note(asking, isPublished ? 'publish' : 'withdraw', study.id, { isPublished }, { isPublished: !isPublished })
  const document = await getDocument(asking.db, study)
  await recordEvidence(asking.db, { ...study, isPublished }, document, asking.at)
}

/** Everything the finished studies of a Party say. */
export const findEvidence = async (db: Kysely<unknown>, party: string) => {
  const query = tablesOf(db).selectFrom('exposure_studies').selectAll().where('party', '=', party)
  const rows = await query.where('state', '=', 'done').orderBy('created_at').execute()
  return rows.flatMap(({ document, ...row }) => {
    const study = studyOf(row)
    return isFinished(study) && document ? factsOf(study, document) : []
  })
}
