import type { Answer, Page, Visit } from '../../people/index.ts'
import type { Place, StudyRoom } from '../asking.tsx'

interface PageGiven {
  readonly name: string
  readonly method: Page['method']
  /** Below the instrument: `/new`, empty for its front page. */
  readonly path: string
  readonly permission: 'visit' | 'read' | 'run' | 'publish'
  readonly shared?: boolean
  readonly uploads?: boolean
  readonly respond: (place: Place) => Promise<Answer> | Answer
}

/** A page of the room, for one instrument. */
export const studyPage = (room: StudyRoom, given: PageGiven): Page => {
  const { name, method, path, permission, shared, uploads, respond } = given
  return {
    name: `${room.id}.${name}`,
    method,
    under: 'party',
    path: `/${room.id}${path}`,
    permission: `${room.id}.${permission}`,
    ...(shared ? { shared } : {}),
    ...(uploads ? { uploads } : {}),
    respond: (visit: Visit) => respond({ visit, room }),
  }
}

/** The study in the address. */
export const idOf = ({ visit }: Place): string => visit.parameters['id'] ?? ''

/** An address below the instrument. */
export const hrefOf = ({ visit, room }: Place, path: string): string => visit.to(`/${room.id}${path}`)
