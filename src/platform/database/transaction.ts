import { setTimeout as pause } from 'node:timers/promises'
import type { Kysely, Transaction } from 'kysely'
import { findErrorCode } from './database-problem.ts'

const mostTries = 5
/** serialization_failure and deadlock_detected: PostgreSQL rolled everything back, and the same work may succeed now. */
const worthAnotherTry = new Set(['40001', '40P01'])

export interface TransactionOptions {
  /** `serializable` unless told: what a transaction read stays true until it commits, at the price of a retry now and then. */
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable'
}

/**
 * Runs `work` in one transaction: all of it or nothing. When PostgreSQL gives up on it because of another transaction, it is run
 * again from the start, five times at most; so `work` must do nothing but talk to this database (no mail, no files) and must not
 * keep anything from an earlier run. Called with a transaction, it joins that one, and the outermost call retries.
 */
export const withinTransaction = async <Tables, Value>(
  db: Kysely<Tables>,
  work: (transaction: Transaction<Tables>) => Promise<Value>,
  { isolation = 'serializable' }: TransactionOptions = {},
): Promise<Value> => {
  if (db.isTransaction) return work(db as Transaction<Tables>)
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().setIsolationLevel(isolation).execute(work)
    } catch (error) {
      if (attempt === mostTries || !worthAnotherTry.has(findErrorCode(error) ?? '')) throw error
      await pause(attempt * 5 * (1 + Math.random()))
    }
  }
}
