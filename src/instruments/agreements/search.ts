import { foldName } from '../../engines/tables/index.ts'
import type { Found, SearchGiven } from '../instrument.ts'
import { listAgreements } from './store.ts'

/** Agreements whose title holds every word sought, the Party's own first. */
export const search = async ({ db, actor, party, text }: SearchGiven): Promise<readonly Found[]> => {
  const sought = foldName(text)
    .split(' ')
    .filter((word) => word !== '')
  if (sought.length === 0) return []
  const agreements = await listAgreements({ db, actor, party })
  return agreements
    .filter(({ title }) => sought.every((word) => foldName(title).includes(word)))
    .slice(0, 20)
    .map(({ id, title, language }) => ({
      title,
      href: `/agreements/${id}`,
      ...(language === 'und' ? {} : { language }),
    }))
}
