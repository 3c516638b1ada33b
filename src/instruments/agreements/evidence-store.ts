import type { Kysely } from 'kysely'
import { type NewFact, recordFacts } from '../../evidence/index.ts'
import { factsOf } from './evidence.ts'
import { agreementOf, listClauses, tablesOf } from './store.ts'

/** Everything the Party's own agreements say. */
export const findEvidence = async (db: Kysely<unknown>, party: string): Promise<readonly NewFact[]> => {
  const query = tablesOf(db).selectFrom('agreements').selectAll().where('party', '=', party).where('is_own', '=', true)
  const agreements = (await query.orderBy('created_at').orderBy('id').execute()).map(agreementOf)
  return factsOf(agreements, await listClauses(db, agreements))
}

/** Brings the ledger to what the agreements say now; in the caller's transaction. */
export const recordEvidence = async (db: Kysely<unknown>, party: string, at: Date): Promise<void> =>
  recordFacts(db, { party, instrument: 'agreements', at, facts: await findEvidence(db, party) })
