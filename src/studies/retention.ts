import type { Kysely } from 'kysely'
import { studyTables } from './tables.ts'
import { words } from './words/words.generated.ts'

const removeDrafts = async (db: Kysely<unknown>, instrument: string, before: Date): Promise<number> => {
  const { tables, studies } = studyTables(db, instrument)
  const query = tables.deleteFrom(studies).where('state', '<>', 'done').where('created_at', '<', before)
  return (await query.returning('id').execute()).length
}

/** Finished studies stay: reports cite them. A draft nobody finished goes after a month. */
export const studyRetention = (instrument: string) => [
  { basis: 'retention.studies', words, months: null, remove: () => Promise.resolve(0) },
  {
    basis: 'retention.drafts',
    words,
    months: 1,
    remove: (db: Kysely<unknown>, before: Date) => removeDrafts(db, instrument, before),
  },
]
