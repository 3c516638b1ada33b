import { Readable } from 'node:stream'
import type { Context } from 'hono'
import type { Answer, Visit } from '../people/index.ts'
import { clearedNotice, findCookie, noticeCookie } from '../platform/http/headers.ts'

type View = Extract<Answer, { kind: 'view' }>

/** Puts the frame of the site around a view: a whole HTML document. */
export type RenderFrame = (visit: Visit, view: View, notice: string | undefined) => Promise<string> | string

const attachment = (name: string, inline: boolean): string => {
  const ascii = name.normalize('NFKD').replaceAll(/[^\w.-]+/g, '-')
  return `${inline ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`
}

const body = (given: string | Uint8Array | ReadableStream<Uint8Array>): ReadableStream | string | ArrayBuffer =>
  given instanceof Uint8Array ? (Readable.toWeb(Readable.from([given])) as ReadableStream) : given

/** Turns a page's answer into an HTTP response. */
export const respondWith = async (frame: RenderFrame, visit: Visit, answer: Answer, c: Context): Promise<Response> => {
  const secure = visit.settings.origin.startsWith('https://')
  const headers = new Headers({ 'cache-control': 'no-store' })
  if (answer.kind === 'see-other') {
    headers.set('location', answer.to)
    for (const cookie of answer.cookies ?? []) headers.append('set-cookie', cookie)
    if (answer.notice !== undefined) headers.append('set-cookie', noticeCookie(answer.notice, secure))
    return new Response(null, { status: 303, headers })
  }
  if (answer.kind === 'download') {
    headers.set('content-type', answer.type)
    headers.set('content-disposition', attachment(answer.name, answer.inline ?? false))
    headers.set('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
    return new Response(body(answer.body), { headers })
  }
  const notice = findCookie(c.req.header('cookie'), 'notice')
  if (notice !== undefined && notice !== '') headers.append('set-cookie', clearedNotice(secure))
  for (const cookie of answer.cookies ?? []) headers.append('set-cookie', cookie)
  headers.set('content-type', 'text/html; charset=utf-8')
  headers.set('content-language', visit.locale)
  return new Response(await frame(visit, answer, notice), { status: answer.status ?? 200, headers })
}
