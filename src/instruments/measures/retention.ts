import { type Kysely, sql } from 'kysely'
import type { Retention } from '../instrument.ts'

const removeImports = async (db: Kysely<unknown>, before: Date): Promise<number> => {
  const { rows } = await sql`delete from measures_import where created_at < ${before} returning id`.execute(db)
  return rows.length
}

/** Measures stay; how files were taken over is kept for two years. */
export const retention: readonly Retention[] = [
  { basis: 'retention.measures', months: null, remove: () => Promise.resolve(0) },
  { basis: 'retention.imports', months: 24, remove: removeImports },
]
