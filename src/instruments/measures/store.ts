import { type Kysely, sql } from 'kysely'
import {
  createRecord,
  eachRecord,
  getRecord,
  type ListPage,
  listRecords,
  type ListWish,
  type NewRecord,
  type RecordState,
  type RegisterRecord,
  type Saved,
  updateRecord,
  visibleStates,
} from '../../engines/records/index.ts'
import { appendHistories, type HistoryLine, listHistory } from '../../engines/history/index.ts'
import { recordFacts } from '../../evidence/index.ts'
import type { Framework } from '../../framework/index.ts'
import type { Fault } from '../../kernel/fault.ts'
import { NotThere } from '../../kernel/refusal.ts'
import type { Result } from '../../kernel/result.ts'
import { type Actor, can, demand } from '../../people/index.ts'
import { factsOf } from './evidence.ts'
import { register } from './register.ts'

/** Who asks, in which Party, and when. */
export interface Asking {
  readonly db: Kysely<unknown>
  readonly actor: Actor
  readonly party: string
  readonly at: Date
  readonly framework: Framework
}

type Reading = Pick<Asking, 'db' | 'actor' | 'party'>

/** The states of measures this actor may see. */
export const statesFor = ({ actor, party }: Pick<Asking, 'actor' | 'party'>): readonly RecordState[] =>
  visibleStates(can(actor, 'measures.read', { party }))

const within = (asking: Pick<Asking, 'actor' | 'party'>, states: readonly RecordState[]): readonly RecordState[] =>
  statesFor(asking).filter((state) => states.includes(state))

/** One page of the measures this actor may see. */
export const listMeasures = (asking: Reading, wish: ListWish): Promise<ListPage> => {
  demand(asking.actor, 'measures.visit', { party: asking.party })
  return listRecords(asking.db, register, { ...wish, party: asking.party, states: within(asking, wish.states) })
}

/** All of them, one after the other. */
export const eachMeasure = (asking: Reading, wish: ListWish): AsyncGenerator<RegisterRecord> => {
  demand(asking.actor, 'measures.visit', { party: asking.party })
  return eachRecord(asking.db, register, { ...wish, party: asking.party, states: within(asking, wish.states) })
}

/** A measure this actor may see; throws NotThere. */
export const getMeasure = async (asking: Reading, id: string): Promise<RegisterRecord> => {
  const record = await getRecord(asking.db, register, asking.party, id)
  if (!statesFor(asking).includes(record.state)) throw new NotThere(`measures ${id}`)
  return record
}

const eachPublished = async (db: Kysely<unknown>, party: string): Promise<readonly RegisterRecord[]> => {
  const wish = { party, states: ['published'] as const, filters: {}, search: '', sort: 'title' as const }
  return await Array.fromAsync(eachRecord(db, register, wish))
}

/** Everything the published measures of a Party say. */
export const findEvidence = async (db: Kysely<unknown>, party: string, framework: Framework) =>
  factsOf(party, await eachPublished(db, party), framework)

/** Brings the ledger of evidence to what the published measures say now; part of the change that makes it necessary. */
export const recordEvidence = async ({ db, party, at, framework }: Omit<Asking, 'actor'>): Promise<void> =>
  recordFacts(db, { party, instrument: register.id, at, facts: await findEvidence(db, party, framework) })

const doerOf = ({ userId, name }: Actor) => (userId === undefined ? { name } : { userId, name })

const changeOf = ({ actor, at }: Asking) => ({ actor: doerOf(actor), at })

/** Adds a measure as a draft. */
export const createMeasure = async (
  asking: Asking,
  given: Omit<NewRecord, 'party'>,
): Promise<Result<RegisterRecord, Fault>> => {
  demand(asking.actor, 'measures.edit', { party: asking.party })
  const created = await createRecord(asking.db, register, { ...given, party: asking.party }, changeOf(asking))
  if (created.ok && created.value.state === 'published') await recordEvidence(asking)
  return created
}

/** Changes answers of a measure, if nobody changed it since `version`. */
export const changeMeasure = async (
  asking: Asking,
  current: RegisterRecord,
  change: Pick<RegisterRecord, 'values' | 'language' | 'version'>,
): Promise<Saved> => {
  demand(asking.actor, 'measures.edit', { party: current.party })
  const saved = await updateRecord(asking.db, register, current, change, changeOf(asking))
  if (saved.kind === 'saved' && saved.record.state === 'published') await recordEvidence(asking)
  return saved
}

/** Publishes or withdraws a measure; the report follows at once. */
export const setMeasureState = async (
  asking: Asking,
  current: RegisterRecord,
  state: 'published' | 'withdrawn',
): Promise<Saved> => {
  demand(asking.actor, 'measures.publish', { party: current.party })
  const verb = state === 'published' ? 'publish' : 'withdraw'
  const saved = await updateRecord(
    asking.db,
    register,
    current,
    { state, version: current.version },
    changeOf(asking),
    verb,
  )
  if (saved.kind === 'saved') await recordEvidence(asking)
  return saved
}

/** Publishes every draft of the Party; gives how many. */
export const publishDrafts = async (asking: Asking): Promise<number> => {
  demand(asking.actor, 'measures.publish', { party: asking.party })
  const { rows } = await sql<{
    id: string
  }>`update measures set state = 'published', version = version + 1, updated_at = ${asking.at}
    where party = ${asking.party} and state = 'draft' returning id`.execute(asking.db)
  await appendHistories(
    asking.db,
    rows.map(({ id }) => ({
      party: asking.party,
      ...changeOf(asking),
      action: 'measures.publish',
      object: id,
      before: { state: 'draft' },
      after: { state: 'published' },
    })),
  )
  if (rows.length > 0) await recordEvidence(asking)
  return rows.length
}

/** What happened to a measure, newest first. */
export const listMeasureHistory = (asking: Reading, id: string): Promise<readonly HistoryLine[]> => {
  demand(asking.actor, 'measures.read', { party: asking.party })
  return listHistory(asking.db, { party: asking.party, object: id, limit: 100 })
}
