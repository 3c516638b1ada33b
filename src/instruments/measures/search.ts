import type { Found, SearchGiven } from '../instrument.ts'
import { listMeasures, statesFor } from './store.ts'

const most = 20

/** Measures whose title or texts hold the words sought, the latest changed first. */
export const search = async ({ db, actor, party, text }: SearchGiven): Promise<readonly Found[]> => {
  if (text.trim() === '') return []
  const asking = { db, actor, party }
  const wish = { party, states: statesFor(asking), filters: {}, search: text, sort: '-updated' as const, limit: most }
  const { records } = await listMeasures(asking, wish)
  return records.map(({ id, title, language }) => ({ title, href: `/measures/${id}`, language }))
}
