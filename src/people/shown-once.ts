import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { findCookie } from '../platform/http/headers.ts'
import { clearedCookie, cookieOf, cookiePrefix } from './cookies.ts'
import type { Visit } from './page.ts'
import type { Room } from './room.ts'

/**
 * Something secret that the next page shows, once: an invitation link, recovery codes. It travels in a cookie that only this
 * installation can read, so that it lies in no receipt, address or log.
 */
export interface ShownOnce {
  readonly kind: 'link' | 'second-step' | 'recovery-codes'
  readonly text: string
  readonly codes?: readonly string[]
}

const seconds = 900

const cookieName = (room: Room): string => `${cookiePrefix(room.origin)}.once`

/** The `Set-Cookie` value that carries it to the next page of the same person. */
export const carryOnce = async (room: Room, visit: Visit, shown: ShownOnce): Promise<string> => {
  const until = visit.now.getTime() + seconds * 1000
  const data = JSON.stringify({ ...shown, userId: visit.actor.userId, until })
  return cookieOf(room.origin, cookieName(room), await symmetricEncrypt({ key: room.secret, data }), seconds)
}

type Carried = ShownOnce & { readonly userId?: string; readonly until: number }

/** What the last page carried here; nothing when it is of another kind, another person's, or too old. */
export const findCarried = async (
  room: Room,
  visit: Visit,
  kind: ShownOnce['kind'],
): Promise<ShownOnce | undefined> => {
  const sealed = findCookie(visit.header('cookie'), cookieName(room))
  if (sealed === undefined || sealed === '') return undefined
  try {
    const carried = JSON.parse(await symmetricDecrypt({ key: room.secret, data: sealed })) as Carried
    const isOurs = carried.kind === kind && carried.userId === visit.actor.userId && carried.until > visit.now.getTime()
    return isOurs ? carried : undefined
  } catch {
    return undefined
  }
}

/** The `Set-Cookie` value of the page that has shown it. */
export const forgetCarried = (room: Room): string => clearedCookie(room.origin, cookieName(room))
