import { type Kysely, sql } from 'kysely'
import type { Fault } from '../../kernel/fault.ts'
import { NotThere } from '../../kernel/refusal.ts'
import { newId } from '../../platform/random/new-id.ts'
import { type ImportMapping, signatureOf } from './import-mapping.ts'
import type { ImportReport } from './import-run.ts'
import type { Register } from './register.ts'

export type ImportState = 'mapping' | 'checking' | 'checked' | 'importing' | 'done'

/** One import on its way from the upload to its result. */
export interface ImportRecord {
  readonly id: string
  readonly party: string
  readonly actorId?: string
  /** SHA-256 of the stored file. */
  readonly file: string
  readonly name: string
  readonly bytes: number
  readonly state: ImportState
  readonly header: readonly string[]
  readonly sample: readonly (readonly string[])[]
  readonly notes: readonly Fault[]
  readonly mapping: ImportMapping
  readonly report?: ImportReport
  /** The job that checks or imports. */
  readonly job?: string
  readonly createdAt: Date
}

interface ImportRow {
  readonly id: string
  readonly party: string
  readonly actor_id: string | null
  readonly file: string
  readonly name: string
  readonly bytes: number
  readonly state: ImportState
  readonly header: readonly string[]
  readonly sample: readonly (readonly string[])[]
  readonly notes: readonly Fault[]
  readonly mapping: ImportMapping
  readonly report: ImportReport | null
  readonly job: string | null
  readonly created_at: Date
}

const tableOf = (register: Register) => sql.table(`${register.id}_import`)

const recordOf = (row: ImportRow): ImportRecord => ({
  id: row.id,
  party: row.party,
  ...(row.actor_id === null ? {} : { actorId: row.actor_id }),
  file: row.file,
  name: row.name,
  bytes: row.bytes,
  state: row.state,
  header: row.header,
  sample: row.sample,
  notes: row.notes,
  mapping: row.mapping,
  ...(row.report === null ? {} : { report: row.report }),
  ...(row.job === null ? {} : { job: row.job }),
  createdAt: row.created_at,
})

export type NewImport = Pick<
  ImportRecord,
  'party' | 'file' | 'name' | 'bytes' | 'header' | 'sample' | 'notes' | 'mapping'
>

/** Writes down an uploaded file that is to be mapped; gives the id of its import. */
export const createImport = async (
  db: Kysely<unknown>,
  register: Register,
  given: NewImport,
  actorId: string | undefined,
  at: Date,
): Promise<string> => {
  const id = newId()
  const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`
  await sql`insert into ${tableOf(register)}
    (id, party, actor_id, file, name, bytes, state, header, sample, notes, mapping, created_at, updated_at)
    values (${id}, ${given.party}, ${actorId ?? null}, ${given.file}, ${given.name}, ${given.bytes}, 'mapping',
      ${json(given.header)}, ${json(given.sample)}, ${json(given.notes)}, ${json(given.mapping)}, ${at}, ${at})`.execute(
    db,
  )
  return id
}

/** The import of a Party; throws NotThere. */
export const getImport = async (
  db: Kysely<unknown>,
  register: Register,
  party: string,
  id: string,
): Promise<ImportRecord> => {
  const known = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)
  const { rows } = known
    ? await sql<ImportRow>`select * from ${tableOf(register)} where id = ${id} and party = ${party}`.execute(db)
    : { rows: [] }
  if (!rows[0]) throw new NotThere(`import ${id}`)
  return recordOf(rows[0])
}

/** The newest imports of a Party. */
export const listImports = async (
  db: Kysely<unknown>,
  register: Register,
  party: string,
  limit = 10,
): Promise<readonly ImportRecord[]> => {
  const { rows } = await sql<ImportRow>`select * from ${tableOf(register)} where party = ${party}
    order by created_at desc limit ${limit}`.execute(db)
  return rows.map(recordOf)
}

export interface ImportStep {
  readonly state: ImportState
  readonly mapping?: ImportMapping
  readonly report?: ImportReport
  readonly job?: string
  /** What is to be told on the next page, such as why a file could not be read. */
  readonly notes?: readonly Fault[]
}

/** Takes an import a step further. */
export const stepImport = async (
  db: Kysely<unknown>,
  register: Register,
  id: string,
  step: ImportStep,
  at: Date,
): Promise<void> => {
  const kept = (value: unknown, column: 'mapping' | 'report' | 'notes') =>
    value === undefined ? sql.ref(column) : sql`${JSON.stringify(value)}::jsonb`
  await sql`update ${tableOf(register)} set state = ${step.state}, mapping = ${kept(step.mapping, 'mapping')},
    report = ${kept(step.report, 'report')}, notes = ${kept(step.notes, 'notes')}, job = ${step.job === undefined ? sql.ref('job') : step.job}, updated_at = ${at}
    where id = ${id}`.execute(db)
}

/** The mapping a Party used last for files with these columns. */
export const findSavedMapping = async (
  db: Kysely<unknown>,
  register: Register,
  party: string,
  header: readonly string[],
): Promise<ImportMapping | undefined> => {
  const { rows } = await sql<{ mapping: ImportMapping }>`select mapping from ${sql.table(`${register.id}_mapping`)}
    where party = ${party} and signature = ${signatureOf(header)}`.execute(db)
  return rows[0]?.mapping
}

/** Keeps a mapping for the Party's next file with these columns. */
export const saveMapping = async (
  db: Kysely<unknown>,
  register: Register,
  party: string,
  header: readonly string[],
  mapping: ImportMapping,
  at: Date,
): Promise<void> => {
  await sql`insert into ${sql.table(`${register.id}_mapping`)} (party, signature, mapping, updated_at)
    values (${party}, ${signatureOf(header)}, ${JSON.stringify(mapping)}::jsonb, ${at})
    on conflict (party, signature) do update set mapping = excluded.mapping, updated_at = excluded.updated_at`.execute(
    db,
  )
}
