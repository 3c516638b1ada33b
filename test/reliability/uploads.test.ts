import { once } from 'node:events'
import { connect } from 'node:net'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { random } from '../../src/engines/metrics/index.ts'
import { type Person, signIn, textOf } from './person.ts'
import { filesBelow, findPeakMegabytes, forgetPeak } from './running-house.ts'
import { useHouse, withDatabase } from './used-house.ts'

/** Cut uploads in the gate; `UPLOADS=10000 npx vitest run test/reliability/uploads.test.ts` for the published figures. */
const uploads = Number(process.env['UPLOADS'] ?? 40)
const mostMegabytes = 200
const { unit } = random(process.env['SEED'] ?? 'cut uploads')

const used = useHouse()
let person: Person

beforeAll(async () => {
  person = await signIn(used.house.origin, used.house.accounts.get('editor'))
})

const path = '/en/xa/measures/imports'
const type = 'multipart/form-data; boundary=part'
const head = (key: string): string =>
  `--part\r\nContent-Disposition: form-data; name="key"\r\n\r\n${key}\r\n` +
  '--part\r\nContent-Disposition: form-data; name="file"; filename="measures.csv"\r\nContent-Type: text/csv\r\n\r\n'
const foot = '\r\n--part--\r\n'

const table = (rows: number): string =>
  `Reference,Title\r\n${Array.from({ length: rows }, (_, at) => `REF-${at},Synthetic measure ${at}\r\n`).join('')}`

/** What the installation holds of uploads: rows, files kept, files on their way in. */
const holdings = async () => ({
  imports: await withDatabase(used.folder, async ({ pool }) => {
    const { rows } = await pool.query<{ count: number }>('select count(*)::int as count from measures_import')
    return rows[0]?.count ?? 0
  }),
  kept: (await filesBelow(used.folder, 'files')).length,
  incoming: (await filesBelow(used.folder, 'incoming')).length,
})

/** Sends the beginning of a request and hangs up, as a line does that breaks. */
const sendCut = async (body: Buffer, bytes: number): Promise<void> => {
  const { hostname, port } = new URL(used.house.origin)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => {})
  await once(socket, 'connect')
  const { origin = '', cookie = '' } = person.headers()
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nOrigin: ${origin}\r\nCookie: ${cookie}\r\n` +
      `Content-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n`,
  )
  await new Promise<void>((resolve) => socket.write(body.subarray(0, bytes), () => resolve()))
  const closed = once(socket, 'close')
  if (unit() < 0.5) socket.destroy()
  else socket.resetAndDestroy()
  await closed
}

describe('an upload cut off on its way', () => {
  it('leaves nothing behind, wherever the line broke', async () => {
    const before = await holdings()
    for (let cut = 0; cut < uploads; cut += 1) {
      const body = Buffer.from(head(crypto.randomUUID()) + table(1 + Math.floor(unit() ** 4 * 60_000)) + foot)
      await sendCut(body, Math.floor(unit() * body.length))
    }
    const begun = performance.now()
    await vi.waitFor(async () => expect(await holdings()).toEqual(before), { timeout: 60_000, interval: 250 })
    const seconds = ((performance.now() - begun) / 1000).toFixed(1)
    console.log(`${uploads} uploads cut at a random byte: nothing left of any, ${seconds} s after the last`)
  }, 600_000)

  it('is told so where somebody still listens', async () => {
    const before = await holdings()
    const body = head(crypto.randomUUID()) + table(1000)
    const seen = await person.send(path, body, type)
    expect(seen.status).toBe(422)
    expect(textOf(seen.html)).toContain('The line was cut before the file arrived whole')
    expect(await holdings()).toEqual(before)
  })

  it('can be sent again, with the same key, and is then taken whole', async () => {
    const key = crypto.randomUUID()
    const body = Buffer.from(head(key) + table(20_000) + foot)
    await sendCut(body, body.length - 10)
    const seen = await person.send(path, body.toString(), type)
    const repeated = await person.send(path, body.toString(), type)
    expect(seen.status, textOf(seen.html)).toBe(303)
    expect(repeated.to).toBe(seen.to)
    await vi.waitFor(async () => expect((await holdings()).incoming).toBe(0))
  })
})

const megabyte = new TextEncoder().encode('REF,Synthetic measure of about so many letters\r\n'.repeat(21_400))

/** A file that is never whole in memory: so many megabytes of lines between the head and the foot. */
const largeBody = (megabytes: number): ReadableStream<Uint8Array> =>
  ReadableStream.from(
    (function* () {
      yield new TextEncoder().encode(`${head(crypto.randomUUID())}Reference,Title\r\n`)
      for (let at = 0; at < megabytes; at += 1) yield megabyte
      yield new TextEncoder().encode(foot)
    })(),
  ) as ReadableStream<Uint8Array>

it('an upload of 300 MB is refused with the limit in the sentence, while memory stays bounded', async () => {
  const before = await holdings()
  const { pid } = used.house
  await forgetPeak(pid)
  const megabytes = (await findPeakMegabytes(pid)) ?? 0
  const seen = await person.send(path, largeBody(300), type)
  const grown = ((await findPeakMegabytes(pid)) ?? 0) - megabytes
  expect(seen.status).toBe(413)
  expect(textOf(seen.html)).toContain('larger than the 256 megabytes accepted here')
  expect(grown).toBeLessThan(mostMegabytes)
  expect(await holdings()).toEqual(before)
  console.log(`300 MB refused; the app grew by ${Math.round(grown)} MB meanwhile`)
}, 120_000)
