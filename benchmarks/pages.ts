import { gunzipSync } from 'node:zlib'
import { signIn } from '../test/reliability/person.ts'
import { findFreePort, makeFolder, removeFolder, startHouse } from '../test/reliability/running-house.ts'
import { loadOn } from './load.ts'

/**
 * Pages per second of the house as it is started, with the sample in it, for visitors (kept pages) and for somebody signed in, and the
 * weight of a visitor's pages on the wire. The load comes from this process, on the same machine. Argument: seconds for each page (4).
 */
const seconds = Number(process.argv[2] ?? 4)
const rooms = { list: '/en/xa/measures', roadmap: '/en/xa/roadmap' } as const

const folder = await makeFolder()
const house = await startHouse(folder, await findFreePort())

const fetchPacked = async (path: string): Promise<{ readonly bytes: number; readonly text: string }> => {
  const { request } = await import('node:http')
  return await new Promise((resolve, reject) => {
    const asked = request(new URL(path, house.origin), { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.once('end', () => {
        const body = Buffer.concat(parts)
        const text = response.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body
        resolve({ bytes: body.length, text: text.toString() })
      })
    })
    asked.once('error', reject)
    asked.end()
  })
}

/** Everything a page makes a browser load besides itself, each with its bytes on the wire. */
const loadedBy = async (html: string): Promise<Readonly<Record<string, number>>> => {
  const addresses = [...html.matchAll(/<(?:link|script)\b[^>]*?(?:href|src)="(\/assets\/[^"]+)"/g)].map(
    ([, address = '']) => address,
  )
  const weights: Record<string, number> = {}
  for (const address of new Set(addresses)) weights[address] = (await fetchPacked(address)).bytes
  return weights
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

const weigh = async () => {
  const pages = { home: '/en', ...rooms, 'list in Arabic': '/ar/xa/measures', report: '/en/xa/report' }
  const weights: Record<string, unknown> = {}
  const first: number[] = []
  const next: number[] = []
  for (const [name, path] of Object.entries(pages)) {
    const { bytes, text } = await fetchPacked(path)
    const loaded = await loadedBy(text)
    const ofKind = (kind: string): number =>
      sum(Object.entries(loaded).flatMap(([address, size]) => (address.endsWith(kind) ? [size] : [])))
    weights[name] = {
      html: bytes,
      css: ofKind('.css'),
      js: ofKind('.js'),
      first_view: bytes + sum(Object.values(loaded)),
    }
    first.push(bytes + sum(Object.values(loaded)))
    next.push(bytes)
  }
  return { pages: weights, heaviest_first_view: Math.max(...first), heaviest_next_view: Math.max(...next) }
}

try {
  const editor = await signIn(house.origin, house.accounts.get('editor'))
  const cookie = editor.headers()['cookie'] ?? ''
  const figures: Record<string, unknown> = {}
  for (const [room, path] of Object.entries(rooms)) {
    figures[room] = {
      visitor: await loadOn(`${house.origin}${path}`, { seconds }),
      signed_in: await loadOn(`${house.origin}${path}`, { seconds, cookie }),
    }
  }
  process.stdout.write(`${JSON.stringify({ benchmark: 'pages', ...figures, weights: await weigh() })}\n`)
} finally {
  await house.stop()
  await removeFolder(folder)
}
