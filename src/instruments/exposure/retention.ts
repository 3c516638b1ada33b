import type { Kysely } from 'kysely'
import type { Retention } from '../instrument.ts'
import type { ExposureTables } from './tables.ts'

const removeDrafts = async (db: Kysely<unknown>, before: Date): Promise<number> => {
  const rows = await db
    .withTables<ExposureTables>()
    .deleteFrom('exposure_studies')
    .where('state', '<>', 'done')
    .where('created_at', '<', before)
    .returning('id')
    .execute()
  return rows.length
}

/** Finished studies stay: reports cite them. A draft nobody finished goes after a month. */
export const retention: readonly Retention[] = [
  { basis: 'retention.studies', months: null, remove: () => Promise.resolve(0) },
  { basis: 'retention.drafts', months: 1, remove: removeDrafts },
]
