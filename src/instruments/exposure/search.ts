import { foldName } from '../../engines/tables/index.ts'
import type { Found, SearchGiven } from '../instrument.ts'
import { listStudies } from './store.ts'

/** Finished studies whose title holds every word sought, newest first. */
export const search = async ({ db, actor, party, text }: SearchGiven): Promise<readonly Found[]> => {
  const words = foldName(text)
    .split(' ')
    .filter((word) => word !== '')
  if (words.length === 0) return []
  const studies = await listStudies({ db, actor, party })
  return studies
    .filter(({ state, title }) => state === 'done' && words.every((word) => foldName(title ?? '').includes(word)))
    .slice(0, 20)
    .map(({ id, title, language }) => ({ title: title ?? '', href: `/exposure/${id}`, language }))
}
