import { type Kysely, sql } from 'kysely'
import type { Fault } from '../../kernel/fault.ts'
import { NotThere } from '../../kernel/refusal.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import { newId } from '../../platform/random/new-id.ts'
import type { Values } from '../forms/index.ts'
import { appendHistory, type HistoryActor } from '../history/index.ts'
import { derivedColumns, keyOf, recordOf, type RecordRow, titleOf } from './record-row.ts'
import type { RecordState, Register, RegisterRecord } from './register.ts'

/** A store's table under the one name these queries use. */
export type Named = { record: RecordRow }

/** A query builder whose `record` is the register's table. */
export const recordsIn = (db: Kysely<unknown>) => db.withTables<Named>()

export const aliased = (register: Register) => sql<RecordRow>`${sql.table(register.id)}`.as('record')

const shown = [
  'id',
  'party',
  'key',
  'state',
  'title',
  'language',
  'values',
  'version',
  'created_at',
  'updated_at',
] as const

export const shownColumns = shown.map((column) => `record.${column}` as const)

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

/** The record of a Party, or nothing. */
export const findRecord = async (
  db: Kysely<unknown>,
  register: Register,
  party: string,
  id: string,
): Promise<RegisterRecord | undefined> => {
  if (!isId(id)) return undefined
  const row = await recordsIn(db)
    .selectFrom(aliased(register))
    .select(shownColumns)
    .where('record.id', '=', id)
    .where('record.party', '=', party)
    .executeTakeFirst()
  return row && recordOf(row)
}

/** The same; throws NotThere. */
export const getRecord = async (
  db: Kysely<unknown>,
  register: Register,
  party: string,
  id: string,
): Promise<RegisterRecord> => {
  const record = await findRecord(db, register, party, id)
  if (!record) throw new NotThere(`${register.id} ${id}`)
  return record
}

export const findRecordByKey = async (
  db: Kysely<unknown>,
  register: Register,
  party: string,
  key: string,
): Promise<RegisterRecord | undefined> => {
  const row = await recordsIn(db)
    .selectFrom(aliased(register))
    .select(shownColumns)
    .where('record.party', '=', party)
    .where('record.key', '=', key)
    .executeTakeFirst()
  return row && recordOf(row)
}

/** Who changes a record, and when. */
export interface Change {
  readonly actor: HistoryActor
  readonly at: Date
}

export interface NewRecord {
  readonly party: string
  readonly language: string
  readonly values: Values
  readonly state?: RecordState
  /** The natural key; made from the title unless given. */
  readonly key?: string
}

/** What the history keeps of a record. */
export const historyForm = ({
  key,
  state,
  language,
  values,
}: Pick<RegisterRecord, 'key' | 'state' | 'language' | 'values'>) => ({
  key,
  state,
  language,
  values,
})

/** Adds a record and writes it into the history. The fault `key-taken` names the record that has the key already. */
export const createRecord = async (
  db: Kysely<unknown>,
  register: Register,
  given: NewRecord,
  { actor, at }: Change,
): Promise<Result<RegisterRecord, Fault>> => {
  const key = given.key ?? keyOf(titleOf(register, given.values))
  const taken = await findRecordByKey(db, register, given.party, key)
  if (taken) return notAccepted({ code: 'key-taken', field: register.title, values: { title: taken.title, key } })
  const record: RegisterRecord = {
    id: newId(),
    party: given.party,
    key,
    state: given.state ?? 'draft',
    title: titleOf(register, given.values),
    values: given.values,
    language: given.language,
    version: 1,
    createdAt: at,
    updatedAt: at,
  }
  const { sort_title, search } = derivedColumns(register, key, record.values)
  await sql`insert into ${sql.table(register.id)}
    (id, party, key, state, title, sort_title, language, values, search, version, created_at, updated_at)
    values (${record.id}, ${record.party}, ${key}, ${record.state}, ${record.title}, ${sort_title}, ${record.language},
      ${JSON.stringify(record.values)}::jsonb, ${search}::tsvector, 1, ${at}, ${at})`.execute(db)
  await appendHistory(db, {
    party: record.party,
    actor,
    at,
    action: `${register.id}.create`,
    object: record.id,
    after: historyForm(record),
  })
  return accepted(record)
}

/** Saved, or found changed by somebody else meanwhile (`current` is what stands now). */
export type Saved =
  | { readonly kind: 'saved'; readonly record: RegisterRecord }
  | { readonly kind: 'changed'; readonly current: RegisterRecord }

/**
 * Changes values, language or state of a record, if it is still at `version`, and writes the change into the history; what changes nothing
 * is saved without a trace.
 */
export const updateRecord = async (
  db: Kysely<unknown>,
  register: Register,
  current: RegisterRecord,
  change: {
    readonly values?: Values
    readonly language?: string
    readonly state?: RecordState
    readonly version: number
  },
  { actor, at }: Change,
  verb = 'edit',
): Promise<Saved> => {
  if (change.version !== current.version) return { kind: 'changed', current }
  const values = change.values ?? current.values
  const next: RegisterRecord = {
    ...current,
    values,
    language: change.language ?? current.language,
    state: change.state ?? current.state,
    title: titleOf(register, values),
    version: current.version + 1,
    updatedAt: at,
  }
  const [before, after] = [historyForm(current), historyForm(next)]
  if (JSON.stringify(before) === JSON.stringify(after)) return { kind: 'saved', record: current }
  const { sort_title, search } = derivedColumns(register, current.key, values)
  const { rows } = await sql<{ id: string }>`update ${sql.table(register.id)}
    set values = ${JSON.stringify(values)}::jsonb, language = ${next.language}, state = ${next.state}, title = ${next.title},
      sort_title = ${sort_title}, search = ${search}::tsvector, version = ${next.version}, updated_at = ${at}
    where id = ${current.id} and party = ${current.party} and version = ${current.version} returning id`.execute(db)
  if (rows.length === 0) return { kind: 'changed', current: await getRecord(db, register, current.party, current.id) }
  await appendHistory(db, {
    party: current.party,
    actor,
    at,
    action: `${register.id}.${verb}`,
    object: current.id,
    before,
    after,
  })
  return { kind: 'saved', record: next }
}
