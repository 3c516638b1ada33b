import { newId } from '../../src/platform/random/new-id.ts'
import type { ServedHouse } from './serve-house.ts'

/** Somebody signed in under this role, or nobody. */
export type Asker = 'contact-point' | 'editor' | 'observer' | 'visitor'

export interface Told {
  readonly status: number
  /** Where it leads to; empty for a page. */
  readonly to: string
  readonly text: string
}

/** Ways to ask a house without a browser. Redirections are told, not followed. */
export interface AskHouse {
  readonly ask: (asker: Asker, path: string, init?: RequestInit) => Promise<Response>
  readonly read: (asker: Asker, path: string) => Promise<Told>
  readonly post: (asker: Asker, path: string, fields?: Readonly<Record<string, string>>) => Promise<Told>
  /** Waits for a job to lead somewhere; throws when it ended without a result. */
  readonly outcome: (job: string) => Promise<string>
}

const toldBy = async (response: Response): Promise<Told> => ({
  status: response.status,
  to: response.headers.get('location') ?? '',
  text: await response.text(),
})

/** Signs three members in, and lets them ask. */
export const askHouse = async (house: ServedHouse): Promise<AskHouse> => {
  const cookies = new Map<Asker, string>()
  const ask: AskHouse['ask'] = (asker, path, init = {}) => {
    const headers = new Headers(init.headers)
    const cookie = cookies.get(asker)
    if (cookie !== undefined) headers.set('cookie', cookie)
    if (init.method === 'POST') headers.set('origin', house.origin)
    return fetch(path.startsWith('http') ? path : `${house.origin}${path}`, { redirect: 'manual', ...init, headers })
  }
  const read: AskHouse['read'] = async (asker, path) => toldBy(await ask(asker, path))
  const post: AskHouse['post'] = async (asker, path, fields = {}) => {
    const body = new URLSearchParams({ key: newId(), ...fields })
    return toldBy(await ask(asker, path, { method: 'POST', body }))
  }
  const outcome = async (job: string): Promise<string> => {
    for (;;) {
      const { to, text } = await read('editor', job)
      if (to) return to
      if (!text.includes('http-equiv="refresh"')) throw new Error(`The job ended without a result: ${text}`)
    }
  }
  for (const role of ['contact-point', 'editor', 'observer'] as const) {
    const { email, password } = house.account(role)
    const body = new URLSearchParams({ key: newId(), email, password })
    const response = await ask('visitor', '/en/sign-in', { method: 'POST', body })
    cookies.set(
      role,
      response.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; '),
    )
  }
  return { ask, read, post, outcome }
}
