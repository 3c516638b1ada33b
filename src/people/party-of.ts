import { NotThere } from '../kernel/refusal.ts'
import type { Visit } from './page.ts'
import type { Party } from './party.ts'

/** The Party of a page `under: 'party'`. */
export const partyOf = (visit: Pick<Visit, 'party'>): Party => {
  if (!visit.party) throw new NotThere('no Party in this address')
  return visit.party
}
