import { clearedCookie, findSignedCookie, sessionCookieName } from '../cookies.ts'
import type { Answer, Page, Visit } from '../page.ts'
import type { Room } from '../room.ts'
import { endSessionByToken } from '../sessions.ts'
import { words } from '../words/words.generated.ts'

const signOut = async (room: Room, visit: Visit): Promise<Answer> => {
  const name = sessionCookieName(room.origin)
  const token = findSignedCookie(visit.header('cookie'), name, room.secret)
  if (token !== undefined) await endSessionByToken(visit.db, token)
  const notice = visit.words(words)('sign-out.done')
  return { kind: 'see-other', to: visit.to('', 'installation'), notice, cookies: [clearedCookie(room.origin, name)] }
}

export const signOutPages = (room: Room): readonly Page[] => [
  {
    name: 'people.sign-out',
    method: 'POST',
    under: 'installation',
    path: '/sign-out',
    permission: 'people.sign-in',
    repeatable: true,
    respond: (visit) => signOut(room, visit),
  },
]
