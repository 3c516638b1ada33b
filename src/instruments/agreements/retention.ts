import type { Kysely } from 'kysely'
import type { Retention } from '../instrument.ts'
import type { AgreementTables } from './tables.ts'

const removeDrafts = async (db: Kysely<unknown>, before: Date): Promise<number> => {
  const query = db.withTables<AgreementTables>().deleteFrom('agreements_drafts').where('created_at', '<', before)
  return (await query.returning('id').execute()).length
}

const removeUploads = async (db: Kysely<unknown>, before: Date): Promise<number> => {
  const query = db.withTables<AgreementTables>().deleteFrom('agreements_uploads').where('created_at', '<', before)
  return (await query.returning('id').execute()).length
}

/** Agreements and what reviewers decided stay. What a draft would give up is kept a year, how files were taken in two. */
export const retention: readonly Retention[] = [
  { basis: 'retention.agreements', months: null, remove: () => Promise.resolve(0) },
  { basis: 'retention.drafts', months: 12, remove: removeDrafts },
  { basis: 'retention.uploads', months: 24, remove: removeUploads },
]
