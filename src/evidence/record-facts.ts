import { type Kysely, sql } from 'kysely'
import { newId } from '../platform/random/new-id.ts'
import { contentHash } from './content-hash.ts'
import type { NewFact } from './fact.ts'
import type { FactTables } from './tables.ts'

/** What one instrument now knows. */
export interface FactBatch {
  readonly party: string
  readonly instrument: string
  /** Only subjects that begin with this are replaced; without it, everything the instrument said about the Party. */
  readonly scope?: string
  readonly at: Date
  readonly facts: readonly NewFact[]
}

const firstNumber = async (db: Kysely<FactTables>, party: string, count: number): Promise<number> => {
  const { last } = await db
    .insertInto('fact_numbers')
    .values({ party, last: count })
    .onConflict((conflict) => conflict.column('party').doUpdateSet({ last: sql<number>`fact_numbers.last + ${count}` }))
    .returning('last')
    .executeTakeFirstOrThrow()
  return last - count + 1
}

const rowOf = (fact: NewFact, at: Date, hash: string, number: number, supersedes: string | undefined) => ({
  id: newId(),
  party: fact.party,
  number,
  instrument: fact.source.instrument,
  subject: fact.subject,
  period_from: fact.period.from,
  period_to: fact.period.to,
  statement: JSON.stringify(fact.statement),
  value: fact.value ?? null,
  unit: fact.unit ?? null,
  dimensions: fact.dimensions ? JSON.stringify(fact.dimensions) : null,
  interval: fact.interval ? JSON.stringify(fact.interval) : null,
  standing: fact.standing,
  source: JSON.stringify(fact.source),
  traces: [...fact.traces],
  audience: fact.audience,
  content_hash: hash,
  recorded_at: at,
  supersedes: supersedes ?? null,
  ended_at: null,
})

const checked = (batch: FactBatch): ReadonlyMap<string, NewFact> => {
  const bySubject = new Map<string, NewFact>()
  for (const fact of batch.facts) {
    if (fact.party !== batch.party || fact.source.instrument !== batch.instrument)
      throw new RangeError(
        `A fact of ${fact.party}/${fact.source.instrument} in a batch of ${batch.party}/${batch.instrument}`,
      )
    if (batch.scope !== undefined && !fact.subject.startsWith(batch.scope))
      throw new RangeError(`Subject ${fact.subject} is outside the scope ${batch.scope}`)
    if (bySubject.has(fact.subject)) throw new RangeError(`Two facts about ${fact.subject}`)
    bySubject.set(fact.subject, fact)
  }
  return bySubject
}

/**
 * Brings the ledger to what the instrument now knows: new subjects are added, changed ones superseded by a later fact,
 * those no longer said are ended, unchanged ones left alone. Runs in the caller's transaction.
 */
export const recordFacts = async (given: Kysely<unknown>, batch: FactBatch): Promise<void> => {
  const db = given.withTables<FactTables>()
  const facts = checked(batch)
  await sql`select pg_advisory_xact_lock(hashtextextended(${`facts ${batch.party}`}, 0))`.execute(db)
  let query = db
    .selectFrom('facts')
    .select(['id', 'subject', 'content_hash'])
    .where('party', '=', batch.party)
    .where('instrument', '=', batch.instrument)
    .where('ended_at', 'is', null)
  if (batch.scope !== undefined) query = query.where(sql<boolean>`starts_with(subject, ${batch.scope})`)
  const current = new Map((await query.execute()).map((row) => [row.subject, row]))
  const changed = [...facts.values()]
    .map((fact) => ({ fact, hash: contentHash(fact), before: current.get(fact.subject) }))
    .filter(({ hash, before }) => before?.content_hash !== hash)
  const ended = [
    ...changed.flatMap(({ before }) => (before ? [before.id] : [])),
    ...[...current.values()].filter((row) => !facts.has(row.subject)).map((row) => row.id),
  ]
  if (ended.length > 0) await db.updateTable('facts').set({ ended_at: batch.at }).where('id', 'in', ended).execute()
  if (changed.length === 0) return
  const first = await firstNumber(db, batch.party, changed.length)
  const rows = changed.map(({ fact, hash, before }, index) => rowOf(fact, batch.at, hash, first + index, before?.id))
  for (let start = 0; start < rows.length; start += 1000)
    await db
      .insertInto('facts')
      .values(rows.slice(start, start + 1000))
      .execute()
}
