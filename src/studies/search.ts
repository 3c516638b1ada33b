import type { Kysely } from 'kysely'
import { foldName } from '../engines/tables/index.ts'
import type { Actor } from '../people/index.ts'
import { listStudies } from './read-studies.ts'

export interface SearchGiven {
  readonly db: Kysely<unknown>
  readonly actor: Actor
  readonly party: string
  readonly text: string
}

/** Finished studies whose title holds every word sought, newest first; at most twenty. */
export const studySearch =
  (instrument: string) =>
  async ({ db, actor, party, text }: SearchGiven) => {
    const words = foldName(text)
      .split(' ')
      .filter((word) => word !== '')
    if (words.length === 0) return []
    const studies = await listStudies({ db, actor, party, instrument })
    return studies
      .filter(({ state, title }) => state === 'done' && words.every((word) => foldName(title ?? '').includes(word)))
      .slice(0, 20)
      .map(({ id, title, language }) => ({ title: title ?? '', href: `/${instrument}/${id}`, language }))
  }
