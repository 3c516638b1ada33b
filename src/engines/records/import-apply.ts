import { type Kysely, sql, type Transaction } from 'kysely'
import { copyRows } from '../../platform/database/index.ts'
import { newId } from '../../platform/random/new-id.ts'
import type { Values } from '../forms/index.ts'
import { appendHistories, canonicalJson, type HistoryEntry } from '../history/index.ts'
import type { ImportMapping } from './import-mapping.ts'
import type { Candidate } from './import-read.ts'
import { derivedColumns, recordColumns, recordOf, type RecordRow } from './record-row.ts'
import { aliased, type Change, historyForm, recordsIn, shownColumns } from './record-store.ts'
import { findField, type Register, type RegisterRecord } from './register.ts'

export type Outcome = 'new' | 'changed' | 'unchanged'

/** A record of the file beside what the register holds of it. */
export interface Compared {
  readonly candidate: Candidate
  readonly outcome: Outcome
  readonly existing?: RegisterRecord
  /** The values the record will have. */
  readonly values: Values
  readonly language: string
}

const portion = 2000

const existingOf = async (
  db: Kysely<unknown>,
  register: Register,
  party: string,
  keys: readonly string[],
  lock: boolean,
): Promise<ReadonlyMap<string, RegisterRecord>> => {
  const query = recordsIn(db)
    .selectFrom(aliased(register))
    .select(shownColumns)
    .where('record.party', '=', party)
    .where(sql<boolean>`record.key = any(${[...keys]}::text[])`)
  const rows = await (lock ? query.forUpdate() : query).execute()
  return new Map(rows.map((row) => [row.key, recordOf(row)]))
}

/** Fields that the file speaks about: an empty cell of theirs empties the answer; what the file does not speak about stays. */
const spokenFields = (mapping: ImportMapping): ReadonlySet<string> =>
  new Set(Object.values(mapping.columns).map((target) => target.split('.')[0]!))

/** Values as they are compared: the order in which choices were ticked says nothing. */
const comparable = (register: Register, values: Values): string =>
  canonicalJson(
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        findField(register, name)?.kind === 'choices' ? (value as readonly string[]).toSorted() : value,
      ]),
    ),
  )

const compare = (
  register: Register,
  candidate: Candidate,
  existing: RegisterRecord | undefined,
  mapping: ImportMapping,
): Compared => {
  if (!existing)
    return { candidate, outcome: 'new', values: candidate.values, language: candidate.language ?? mapping.language }
  const spoken = spokenFields(mapping)
  const kept = Object.entries(existing.values).filter(([name]) => !spoken.has(name))
  const values: Values = { ...Object.fromEntries(kept), ...candidate.values }
  const language = candidate.language ?? existing.language
  const same = language === existing.language && comparable(register, values) === comparable(register, existing.values)
  return { candidate, outcome: same ? 'unchanged' : 'changed', existing, values, language }
}

/** Portions of the file's records, each compared with what the register holds. */
export async function* compareAll(
  db: Kysely<unknown>,
  given: {
    readonly register: Register
    readonly party: string
    readonly mapping: ImportMapping
    readonly lock?: boolean
  },
  candidates: readonly Candidate[],
): AsyncGenerator<readonly Compared[]> {
  for (let at = 0; at < candidates.length; at += portion) {
    const some = candidates.slice(at, at + portion)
    const existing = await existingOf(
      db,
      given.register,
      given.party,
      some.map(({ key }) => key),
      given.lock ?? false,
    )
    yield some.map((candidate) => compare(given.register, candidate, existing.get(candidate.key), given.mapping))
  }
}

const newRow = (register: Register, party: string, { candidate, values, language }: Compared, at: Date): RecordRow => ({
  id: newId(),
  party,
  key: candidate.key,
  state: 'draft',
  language,
  values,
  version: 1,
  created_at: at,
  updated_at: at,
  ...derivedColumns(register, candidate.key, values),
})

const insertNew = async (tx: Transaction<unknown>, register: Register, rows: readonly RecordRow[]): Promise<void> => {
  if (rows.length === 0) return
  await copyRows(
    tx,
    register.id,
    recordColumns,
    rows.map((row) => recordColumns.map((column) => row[column])),
  )
}

const updateChanged = async (
  tx: Transaction<unknown>,
  register: Register,
  changed: readonly Compared[],
  at: Date,
): Promise<void> => {
  if (changed.length === 0) return
  const rows = changed.map(({ existing, values, language }) => ({
    id: existing!.id,
    language,
    values: JSON.stringify(values),
    ...derivedColumns(register, existing!.key, values),
  }))
  const column = <Name extends keyof (typeof rows)[number]>(name: Name) => rows.map((row) => row[name])
  await sql`update ${sql.table(register.id)} as record
    set title = given.title, sort_title = given.sort_title, language = given.language, values = given.values::jsonb,
      search = given.search::tsvector, version = record.version + 1, updated_at = ${at}
    from unnest(${column('id')}::uuid[], ${column('title')}::text[], ${column('sort_title')}::text[], ${column('language')}::text[],
      ${column('values')}::text[], ${column('search')}::text[]) as given (id, title, sort_title, language, values, search)
    where record.id = given.id`.execute(tx)
}

const historyOf = (register: Register, party: string, change: Change) => ({
  ofNew: (row: RecordRow): HistoryEntry => ({
    party,
    ...change,
    action: `${register.id}.import`,
    object: row.id,
    after: historyForm(row),
  }),
  ofChanged: ({ existing, values, language }: Compared): HistoryEntry => ({
    party,
    ...change,
    action: `${register.id}.import`,
    object: existing!.id,
    before: historyForm(existing!),
    after: historyForm({ ...existing!, values, language }),
  }),
})

/** The search index takes what an import brings at its end and in one go: half the time of row by row. In kilobytes. */
const largeList = '262144'
const workMemory = '131072'

export interface Applied {
  readonly new: number
  readonly changed: number
  readonly unchanged: number
}

/**
 * Takes the file's records over inside one transaction: new ones are added as drafts, changed ones updated, unchanged ones left
 * alone, all of it in the history. Two imports of one Party wait for each other.
 */
export const applyCandidates = async (
  tx: Transaction<unknown>,
  given: {
    readonly register: Register
    readonly party: string
    readonly mapping: ImportMapping
    readonly change: Change
  },
  candidates: readonly Candidate[],
  progress: (done: number, total: number) => Promise<void> = () => Promise.resolve(),
): Promise<Applied> => {
  const { register, party, change } = given
  await sql`select pg_advisory_xact_lock(hashtextextended(${`import ${register.id} ${party}`}, 2005))`.execute(tx)
  await sql`select set_config('gin_pending_list_limit', ${largeList}, true), set_config('maintenance_work_mem', ${workMemory}, true)`.execute(
    tx,
  )
  const history = historyOf(register, party, change)
  const applied = { new: 0, changed: 0, unchanged: 0 }
  for await (const some of compareAll(tx, { ...given, lock: true }, candidates)) {
    const changed = some.filter(({ outcome }) => outcome === 'changed')
    const rows = some.filter(({ outcome }) => outcome === 'new').map((each) => newRow(register, party, each, change.at))
    await insertNew(tx, register, rows)
    await updateChanged(tx, register, changed, change.at)
    await appendHistories(tx, [...rows.map(history.ofNew), ...changed.map(history.ofChanged)])
    applied.new += rows.length
    applied.changed += changed.length
    applied.unchanged += some.length - rows.length - changed.length
    await progress(applied.new + applied.changed + applied.unchanged, candidates.length)
  }
  if (applied.new + applied.changed > 0)
    await sql`select gin_clean_pending_list(${`${register.id}_search`}::regclass)`.execute(tx)
  return applied
}
