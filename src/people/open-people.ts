import type { Kysely } from 'kysely'
import { type Actor, actorOf, type PermissionMatrix, visitorOf } from './actor.ts'
import { findSignedCookie, sessionCookieName } from './cookies.ts'
import type { Answer, Page, Visit } from './page.ts'
import { accountPages } from './pages/account.tsx'
import { administrationPages } from './pages/administration.tsx'
import { homePages } from './pages/home.ts'
import { invitationPages } from './pages/invitation.tsx'
import { memberPages } from './pages/member.tsx'
import { newPartyPages } from './pages/new-party.tsx'
import { partiesPages } from './pages/parties.tsx'
import { passwordPages } from './pages/password.tsx'
import { secondStepPages, secondStepView } from './pages/second-step.tsx'
import { sessionPages } from './pages/sessions.tsx'
import { setUpSecondStepPages } from './pages/set-up-second-step.tsx'
import { signInAgain, signInPages } from './pages/sign-in.tsx'
import { signOutPages } from './pages/sign-out.ts'
import { teamPages } from './pages/team.tsx'
import { findParty, touchParty } from './parties.ts'
import type { Party } from './party.ts'
import type { Room } from './room.ts'
import { findActorOfSession } from './sessions.ts'

export interface PeopleGiven {
  readonly db: Kysely<unknown>
  /**
   * A pool of its own, of one or two connections, in which failed attempts are counted while a page's transaction holds a
   * connection of `db`. Without one `db` serves, and many wrong passwords at the same time may have to wait for each other.
   */
  readonly counters?: Kysely<unknown>
  /** At least 32 characters; signs sessions and encrypts second factors. Changing it signs everybody out. */
  readonly secret: string
  /** The public address; with https cookies are `__Host-` and Secure. */
  readonly origin: string
  /** The permissions of all rooms together. */
  readonly matrix: PermissionMatrix
  readonly now: () => Date
}

/** Who is asking, and the pages of this room; what the front door is composed with. */
export interface People {
  readonly visitor: Actor
  /** The person behind the cookies of a request, a visitor where there is none. */
  readonly findActor: (cookies: string | undefined) => Promise<Actor>
  /** True when a request brings a session that is signed by us; it may have ended. No query. */
  readonly hasSession: (cookies: string | undefined) => boolean
  readonly findParty: (code: string) => Promise<Party | undefined>
  readonly touchParty: (tx: Kysely<unknown>, code: string) => Promise<void>
  /** The answer to a form that came after its session ended. */
  readonly signInAgain: (visit: Visit) => Answer
  readonly pages: readonly Page[]
}

const pagesOf = (room: Room): readonly Page[] => [
  ...signInPages(room, secondStepView),
  ...secondStepPages(room),
  ...signOutPages(room),
  ...homePages(),
  ...invitationPages(room),
  ...accountPages(room),
  ...passwordPages(room),
  ...setUpSecondStepPages(room),
  ...sessionPages(room),
  ...teamPages(room),
  ...memberPages(room),
  ...administrationPages(room),
  ...newPartyPages,
  ...partiesPages(room),
]

export const openPeople = (given: PeopleGiven): People => {
  const { db, secret, origin, matrix, now } = given
  const room: Room = { db, counters: given.counters ?? db, secret, origin, matrix }
  const visitor = visitorOf(matrix)
  const tokenOf = (cookies: string | undefined): string | undefined =>
    findSignedCookie(cookies, sessionCookieName(origin), secret)
  return {
    visitor,
    findActor: async (cookies) => {
      const token = tokenOf(cookies)
      return (token === undefined ? undefined : await findActorOfSession(db, token, matrix, now())) ?? visitor
    },
    hasSession: (cookies) => tokenOf(cookies) !== undefined,
    findParty: (code) => findParty(db, code),
    touchParty,
    signInAgain,
    pages: pagesOf(room),
  }
}

/** The command line, which the machine's owner runs: holds every permission, for every Party. */
export const systemActor = (matrix: PermissionMatrix): Actor => ({
  ...actorOf({ name: 'open-roadmap', administrator: true, roles: new Map() }, matrix),
  holds: (permission) => permission in matrix,
})
