import type { Account } from './running-house.ts'

/** An answer as somebody at a browser gets it, redirects not followed. */
export interface Seen {
  readonly status: number
  readonly to: string | undefined
  readonly html: string
}

/** Somebody with a browser: keeps cookies and names the page a form was sent from. */
export interface Person {
  readonly get: (path: string) => Promise<Seen>
  readonly post: (path: string, fields: Fields) => Promise<Seen>
  /** Sends a body as it is, for forms no browser would send. */
  readonly send: (path: string, body: Body, type?: string) => Promise<Seen>
  /** Headers of a request, for what is sent byte by byte. */
  readonly headers: () => Readonly<Record<string, string>>
  readonly cookies: Map<string, string>
}

export type Fields = Readonly<Record<string, string>>

export type Body = string | FormData | ReadableStream<Uint8Array>

const patienceMillis = 40_000

const keepCookies = (cookies: Map<string, string>, response: Response): void => {
  for (const cookie of response.headers.getSetCookie()) {
    const [pair = ''] = cookie.split(';')
    const at = pair.indexOf('=')
    const gone = /max-age=0/i.test(cookie)
    if (gone) cookies.delete(pair.slice(0, at))
    else cookies.set(pair.slice(0, at), pair.slice(at + 1))
  }
}

export const openPerson = (origin: string): Person => {
  const cookies = new Map<string, string>()
  const headers = (): Record<string, string> => ({
    origin,
    cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
  })
  const ask = async (path: string, request: RequestInit): Promise<Seen> => {
    const response = await fetch(new URL(path, origin), {
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMillis),
      ...request,
      headers: { ...headers(), ...(request.headers as Record<string, string> | undefined) },
    })
    keepCookies(cookies, response)
    const html = await response.text()
    return { status: response.status, to: response.headers.get('location') ?? undefined, html }
  }
  return {
    cookies,
    headers,
    get: (path) => ask(path, {}),
    post: (path, fields) => ask(path, { method: 'POST', body: new URLSearchParams(fields) }),
    send: (path, body, type) => {
      const headers = type === undefined ? {} : { 'content-type': type }
      const request: RequestInit & { duplex: 'half' } = { method: 'POST', body, duplex: 'half', headers }
      return ask(path, request)
    },
  }
}

/** Signs somebody in through the form; throws when the page does not let them in. */
export const signIn = async (origin: string, account: Account | undefined): Promise<Person> => {
  if (!account) throw new Error('There is no such sample account')
  const person = openPerson(origin)
  const seen = await person.post('/en/sign-in', { ...account, key: crypto.randomUUID() })
  if (seen.status !== 303) throw new Error(`Signing in gave ${seen.status}: ${textOf(seen.html)}`)
  return person
}

/** What a page says in its main part, without its marks. */
export const textOf = (html: string): string =>
  (/<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? html)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
