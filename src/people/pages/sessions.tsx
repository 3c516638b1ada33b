import { clearedCookie, findSignedCookie, sessionCookieName } from '../cookies.ts'
import { getOwnAccount } from '../own-account.ts'
import type { Answer, Page, Visit } from '../page.ts'
import { record } from '../record.ts'
import type { Room } from '../room.ts'
import { endAllSessions, endSession, listSessions, type Session } from '../sessions.ts'
import { words } from '../words/words.generated.ts'

/** The token of the session this request came with. */
export const tokenOf = (room: Room, visit: Visit): string | undefined =>
  findSignedCookie(visit.header('cookie'), sessionCookieName(room.origin), room.secret)

export const sessionsOf = async (room: Room, visit: Visit): Promise<readonly Session[]> => {
  const account = await getOwnAccount(visit.db, visit.actor)
  return listSessions(visit.db, account.id, tokenOf(room, visit), visit.now)
}

const endOne = async (visit: Visit): Promise<Answer> => {
  const { id } = await getOwnAccount(visit.db, visit.actor)
  await endSession(visit.db, id, visit.parameters['id'] ?? '')
  return { kind: 'see-other', to: visit.to('/account', 'installation'), notice: visit.words(words)('sessions.ended') }
}

const endAll = async (room: Room, visit: Visit): Promise<Answer> => {
  const { id } = await getOwnAccount(visit.db, visit.actor)
  const ended = await endAllSessions(visit.db, id)
  await record(visit.db, visit.actor, 'sign-out-everywhere', visit.now, { object: id, after: { sessions: ended } })
  const cookies = [clearedCookie(room.origin, sessionCookieName(room.origin))]
  const notice = visit.words(words)('sessions.all-ended')
  return { kind: 'see-other', to: visit.to('/sign-in', 'installation'), notice, cookies }
}

const page = (name: string, path: string, respond: Page['respond']): Page => ({
  name: `people.sessions.${name}`,
  method: 'POST',
  under: 'installation',
  path: `/account/sessions${path}`,
  permission: 'people.account',
  respond,
})

export const sessionPages = (room: Room): readonly Page[] => [
  page('end-all', '/end', (visit) => endAll(room, visit)),
  page('end', '/:id/end', endOne),
]
