import type { Kysely, Selectable } from 'kysely'
import { NotThere } from '../kernel/refusal.ts'
import { type Actor, can, demand } from '../people/index.ts'
import type { StudyDocument } from './declaration.ts'
import { findFinished, type Study } from './draft.ts'
import type { Chosen, FinishedStudy, KeptFile } from './study.ts'
import { type StudyRow, studyTables } from './tables.ts'

/** Who asks, of which instrument, in which Party. */
export interface Reading {
  readonly db: Kysely<unknown>
  readonly actor: Actor
  readonly party: string
  /** Of the instrument. */
  readonly instrument: string
}

type Row = Omit<Selectable<StudyRow>, 'document'>

const columns = [
  'id',
  'party',
  'actor_id',
  'title',
  'language',
  'period',
  'files',
  'choices',
  'survey',
  'faults',
  'state',
  'job',
  'headline',
  'is_published',
  'is_synthetic',
  'created_at',
  'finished_at',
] as const

const studyOf = (row: Row): Study => ({
  id: row.id,
  party: row.party,
  state: row.state,
  ...(row.title === null ? {} : { title: row.title }),
  language: row.language,
  ...(row.period === null ? {} : { period: row.period }),
  files: row.files,
  choices: row.choices,
  ...(row.survey === null ? {} : { survey: row.survey }),
  faults: row.faults,
  ...(row.job === null ? {} : { job: row.job }),
  ...(row.headline === null ? {} : { headline: row.headline }),
  isPublished: row.is_published,
  isSynthetic: row.is_synthetic,
  createdAt: row.created_at,
  ...(row.finished_at === null ? {} : { finishedAt: row.finished_at }),
})

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

const findRow = async ({ db, party, instrument }: Reading, id: string): Promise<Study | undefined> => {
  if (!isId(id)) return undefined
  const { tables, studies } = studyTables(db, instrument)
  const query = tables.selectFrom(studies).select(columns).where('id', '=', id).where('party', '=', party)
  const row = await query.executeTakeFirst()
  return row && studyOf(row)
}

/** The studies of a Party this actor may see, newest first: everything for the team, what is published for everybody. */
export const listStudies = async (reading: Reading, limit = 200): Promise<readonly Study[]> => {
  const { db, actor, party, instrument } = reading
  demand(actor, `${instrument}.visit`, { party })
  const { tables, studies } = studyTables(db, instrument)
  let query = tables.selectFrom(studies).select(columns).where('party', '=', party)
  if (!can(actor, `${instrument}.read`, { party })) query = query.where('is_published', '=', true)
  const rows = await query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
  return rows.map(studyOf)
}

/** A finished study this actor may see, with what was chosen for it; throws NotThere. */
export const getDone = async (reading: Reading, id: string): Promise<Study & FinishedStudy> => {
  const { actor, party, instrument } = reading
  const study = await findRow(reading, id)
  const finished = study && findFinished(study)
  const permission = study?.isPublished ? `${instrument}.visit` : `${instrument}.read`
  if (!finished || !can(actor, permission, { party })) throw new NotThere(`study ${id}`)
  return { ...study, ...finished }
}

/** A study, done or not, for whoever works on it; throws NotThere. */
export const getDraft = async (reading: Reading, id: string): Promise<Study> => {
  const { actor, party, instrument } = reading
  demand(actor, `${instrument}.run`, { party })
  const study = await findRow(reading, id)
  if (!study) throw new NotThere(`study ${id}`)
  return study
}

/** The result of a study as it was computed, keys in their order. The caller has asked `getDone`. */
export const getDocument = async (db: Kysely<unknown>, instrument: string, id: string): Promise<StudyDocument> => {
  const { tables, studies } = studyTables(db, instrument)
  const row = await tables.selectFrom(studies).select('document').where('id', '=', id).executeTakeFirstOrThrow()
  return row.document!
}

/** The text of a further file of a study; nothing when the command did not write it. The caller has asked `getDone`. */
export const findArtefact = async (
  db: Kysely<unknown>,
  instrument: string,
  id: string,
  option: string,
): Promise<string | undefined> => {
  const { tables, artefacts } = studyTables(db, instrument)
  const query = tables.selectFrom(artefacts).select('text').where('study', '=', id).where('option', '=', option)
  return (await query.executeTakeFirst())?.text
}

/** The options under which a study has further files. */
export const listArtefacts = async (
  db: Kysely<unknown>,
  instrument: string,
  id: string,
): Promise<readonly string[]> => {
  const { tables, artefacts } = studyTables(db, instrument)
  const rows = await tables.selectFrom(artefacts).select('option').where('study', '=', id).execute()
  return rows.map(({ option }) => option)
}

const isSameHeader = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((name, at) => name === other[at])

/** How the Party last matched the columns of a file with this header in this role; nothing when it never did. */
export const findEarlierMapping = async (reading: Reading, role: string, { header }: KeptFile) => {
  const { db, party, instrument } = reading
  const { tables, studies } = studyTables(db, instrument)
  const rows = await tables
    .selectFrom(studies)
    .select(['files', 'choices'])
    .where('party', '=', party)
    .where('state', 'not in', ['columns', 'looking'])
    .orderBy('created_at', 'desc')
    .limit(50)
    .execute()
  const found = rows.find(({ files }) => isSameHeader(files[role]?.header ?? [], header))
  return found && { layout: found.choices.layout, mapping: found.choices.mappings[role] ?? {} }
}

/** What the Party last decided about titles that two files write differently: settings a new study begins with. */
export const findEarlierDecisions = async (reading: Reading): Promise<Chosen> => {
  const { db, party, instrument } = reading
  const { tables, studies } = studyTables(db, instrument)
  const row = await tables
    .selectFrom(studies)
    .select('choices')
    .where('party', '=', party)
    .where('state', '=', 'done')
    .orderBy('finished_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  const { match = [], 'no-match': noMatch = [] } = row?.choices.settings ?? {}
  return match.length + noMatch.length === 0 ? {} : { match, 'no-match': noMatch }
}

/** Every finished study of a Party with its document, oldest first: what the ledger is told. */
export const listDocuments = async (db: Kysely<unknown>, instrument: string, party: string) => {
  const { tables, studies } = studyTables(db, instrument)
  const query = tables.selectFrom(studies).selectAll().where('party', '=', party).where('state', '=', 'done')
  const rows = await query.orderBy('created_at').orderBy('id').execute()
  return rows.flatMap(({ document, ...row }) => {
    const study = findFinished(studyOf(row))
    return study && document ? [{ study, document }] : []
  })
}
