import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { assetsFolder } from './ui/layout/assets.ts'

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  json: 'application/json',
}

/** Styles, scripts and the mark: their names carry a hash, so browsers keep them for good. */
const assets = (): Hono => {
  const app = new Hono()
  const packed = new Map<string, Uint8Array<ArrayBuffer>>()
  app.get('/assets/:name{[a-z.-]+\\.[A-Za-z0-9_-]+\\.[a-z]+}', async (c) => {
    const name = c.req.param('name')
    const type = types[name.split('.').at(-1) ?? '']
    if (type === undefined) return c.notFound()
    try {
      const bytes = packed.get(name) ?? new Uint8Array(gzipSync(await readFile(join(assetsFolder, name)), { level: 9 }))
      packed.set(name, bytes)
      return c.body(bytes, 200, {
        'content-type': type,
        'content-encoding': 'gzip',
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
      })
    } catch {
      return c.notFound()
    }
  })
  return app
}

const worthPacking = /^(text\/|application\/(json|xml)|image\/svg)/

/** Packs answers of text for readers who take gzip; downloads of other kinds are packed already. */
const packedFor = async (request: Request, response: Response): Promise<Response> => {
  const type = response.headers.get('content-type') ?? ''
  const isWorth = response.status === 200 && worthPacking.test(type) && !response.headers.has('content-encoding')
  if (!isWorth || !/\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')) return response
  const headers = new Headers(response.headers)
  const bytes = gzipSync(await response.arrayBuffer(), { level: 6 })
  headers.set('content-encoding', 'gzip')
  headers.append('vary', 'Accept-Encoding')
  headers.delete('content-length')
  return new Response(bytes as Uint8Array<ArrayBuffer>, { status: response.status, headers })
}

/** Listens. Resolves once people can come; rejects with the system's error (EADDRINUSE …). */
export const listen = (site: Hono, { host, port }: { host: string; port: number }): Promise<Server> => {
  const static_ = assets()
  const answer = async (request: Request, connection: object): Promise<Response> => {
    const path = new URL(request.url).pathname
    if (path.startsWith('/assets/')) return await static_.fetch(request)
    return await packedFor(request, await site.fetch(request, connection))
  }
  const receive = getRequestListener(answer)
  const server = createServer((incoming, outgoing) => void receive(incoming, outgoing))
  server.requestTimeout = 600_000
  server.headersTimeout = 20_000
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve(server))
  })
}
