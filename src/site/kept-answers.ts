import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Context } from 'hono'
import type { Page } from '../people/index.ts'
import type { SiteGiven } from './serve.ts'

interface Kept {
  readonly version: string
  /** Packed once, as nearly every browser takes it. */
  readonly packed: Uint8Array<ArrayBuffer>
  readonly tag: string
  readonly type: string
}

const mostKept = 2000

/**
 * Public pages are the same for everybody without an account: they are kept, and renewed when anything of the Party
 * changes (its version grows in the transaction of the change).
 */
export const keptAnswers = (given: SiteGiven) => {
  const kept = new Map<string, Kept>()

  const versionNow = async (c: Context, page: Page): Promise<string> => {
    const code = page.under === 'party' ? (c.req.param('party') ?? '').toUpperCase() : undefined
    return code === undefined ? 'installation' : String((await given.findParty(code))?.version ?? 'none')
  }

  const answerFrom = (c: Context, found: Kept): Response => {
    const headers = {
      'cache-control': 'public, max-age=0, must-revalidate',
      etag: found.tag,
      'content-type': found.type,
      'content-language': c.req.param('language') ?? 'en',
      vary: 'Cookie, Accept-Encoding',
    }
    if (c.req.header('if-none-match') === found.tag) return new Response(null, { status: 304, headers })
    if (/\bgzip\b/.test(c.req.header('accept-encoding') ?? ''))
      return new Response(found.packed, { headers: { ...headers, 'content-encoding': 'gzip' } })
    return new Response(new Uint8Array(gunzipSync(found.packed)), { headers })
  }

  return async (c: Context, page: Page, make: () => Promise<Response>): Promise<Response> => {
    const cookies = c.req.header('cookie')
    if (given.hasSession(cookies) || (cookies ?? '').includes('notice=')) return await make()
    const url = new URL(c.req.url)
    const name = `${url.pathname}${url.search}`
    const version = await versionNow(c, page)
    const found = kept.get(name)
    if (found && found.version === version) {
      kept.delete(name)
      kept.set(name, found)
      return answerFrom(c, found)
    }
    const response = await make()
    const type = response.headers.get('content-type') ?? ''
    if (response.status !== 200 || !type.startsWith('text/html') || version === 'installation') return response
    const body = await response.text()
    const tag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
    const fresh = { version, packed: new Uint8Array(gzipSync(body)), tag, type }
    kept.set(name, fresh)
    const oldest = kept.size > mostKept ? kept.keys().next().value : undefined
    if (oldest !== undefined) kept.delete(oldest)
    return answerFrom(c, fresh)
  }
}
