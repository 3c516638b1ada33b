import { createHmac } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { openTestDatabase } from '../../test/database.ts'
import { migrations as historyMigrations } from '../engines/history/index.ts'
import { attemptLimits } from './attempts.ts'
import { type Browser, openBrowser } from './browser-for-tests.ts'
import { addParty, createSampleAccounts, peopleMigrations, peoplePermissions } from './index.ts'

const database = await openTestDatabase([
  { room: 'history', migrations: historyMigrations },
  { room: 'people', migrations: peopleMigrations },
])
afterAll(database.close)

const { db } = database
let clock = new Date()
const later = (seconds: number): Date => new Date(clock.getTime() + seconds * 1000)
const given = { db, matrix: peoplePermissions, now: () => clock, address: '192.0.2.7' }
const { people, browser } = openBrowser(given)
await addParty(db, { code: 'XA', region: '001', languages: ['en', 'fr', 'ar'], fictional: true }, clock)
const samples = await createSampleAccounts(db, { party: 'XA', now: clock })
const sampleOf = (role: string) => {
  const { email, password } = samples.find((sample) => sample.role === role) ?? { email: '', password: '' }
  return { email, password }
}
const cookiesOf = ({ jar }: Browser): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
const sessionOf = ({ jar }: Browser): string | undefined => jar.get('people.session_token')

/** RFC 6238 with SHA-1, six digits and thirty seconds, written from the RFC. */
const codeAt = (secret: string, at: Date): string => {
  const bits = [...secret].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  )
  const key = Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at.getTime() / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

beforeEach(async () => {
  clock = new Date()
  await sql`delete from people_attempts`.execute(db)
})

describe('signing in', () => {
  it('makes a session that gives the person with the role held', async () => {
    const visitor = browser()
    const { email, password } = sampleOf('editor')
    const seen = await visitor.post('/en/sign-in', { email: ` ${email.toUpperCase()} `, password })
    expect(seen).toMatchObject({ status: 303, to: '/en/account/home' })
    const actor = await people.findActor(cookiesOf(visitor))
    expect([...actor.roles]).toEqual([['XA', 'editor']])
    expect(actor.administrator).toBe(false)
  })

  it('gives the same answer for an unknown address and for a wrong password, and keeps the address typed', async () => {
    const textOf = (html: string) => html.replaceAll(/value="[^"]*"/g, '')
    const password = 'not the password at all'
    const known = await browser().post('/en/sign-in', { email: sampleOf('editor').email, password })
    const unknown = await browser().post('/en/sign-in', { email: 'nobody@open-roadmap.example', password })
    expect(known.status).toBe(422)
    expect(unknown.status).toBe(422)
    expect(textOf(unknown.html)).toBe(textOf(known.html))
    expect(known.cookies).toEqual([])
    expect(unknown.html).toContain('value="nobody@open-roadmap.example"')
    expect(unknown.html).not.toContain(password)
  })

  it('takes a similar time for an unknown address', async () => {
    const timeOf = async (email: string): Promise<number> => {
      const start = performance.now()
      await browser().post('/en/sign-in', { email, password: 'not the password at all' })
      return performance.now() - start
    }
    const leastOf = async (email: string): Promise<number> => {
      const times: number[] = []
      for (let at = 0; at < 7; at += 1) times.push(await timeOf(email))
      return Math.min(...times)
    }
    const known = await leastOf(sampleOf('observer').email)
    const unknown = await leastOf('nobody@open-roadmap.example')
    expect(Math.abs(known - unknown) / Math.max(known, unknown)).toBeLessThan(0.5)
  })

  it('asks to wait after too many wrong passwords, even with the right one, and takes it again a quarter of an hour later', async () => {
    const { email, password } = sampleOf('reviewer')
    for (let at = 0; at < attemptLimits.account; at += 1) {
      const seen = await browser().post('/en/sign-in', { email, password: 'not the password at all' })
      expect(seen.status).toBe(422)
    }
    expect((await browser().post('/en/sign-in', { email, password })).status).toBe(429)
    clock = later(15 * 60 + 1)
    expect((await browser().post('/en/sign-in', { email, password })).status).toBe(303)
  })

  it('counts attempts that arrive at the same time one by one', async () => {
    const { email } = sampleOf('reviewer')
    const attempts = Array.from({ length: attemptLimits.account + 5 }, () =>
      browser().post('/en/sign-in', { email, password: 'not the password at all' }),
    )
    const statuses = (await Promise.all(attempts)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 422)).toHaveLength(attemptLimits.account)
    expect(statuses.filter((status) => status === 429)).toHaveLength(5)
  })

  it('makes a new session and ends the one the browser brought along', async () => {
    const visitor = browser()
    await visitor.post('/en/sign-in', sampleOf('editor'))
    const before = cookiesOf(visitor)
    await visitor.post('/en/sign-in', sampleOf('editor'))
    expect(cookiesOf(visitor)).not.toBe(before)
    expect((await people.findActor(before)).userId).toBeUndefined()
    expect((await people.findActor(cookiesOf(visitor))).userId).toBeDefined()
  })

  it.each([
    ['/en/xa/measures?page=2', '/en/xa/measures?page=2'],
    ['https://elsewhere.example/', '/en/account/home'],
    ['//elsewhere.example/', '/en/account/home'],
    ['/\\elsewhere.example/', '/en/account/home'],
    ['/en/..//elsewhere.example', '/en/account/home'],
    ['javascript:alert(1)', '/en/account/home'],
  ])('goes back only to pages of this installation: %s', async (asked, to) => {
    const seen = await browser().post('/en/sign-in', { ...sampleOf('editor'), return: asked })
    expect(seen.to).toBe(to)
  })
})

describe('the session', () => {
  it('is nobody for a cookie whose signature is not ours', async () => {
    const visitor = browser()
    await visitor.post('/en/sign-in', sampleOf('editor'))
    const forged = cookiesOf(visitor).replace(/(%3D)?(;|$)/, 'x$1$2')
    expect((await people.findActor(forged)).userId).toBeUndefined()
    expect(people.hasSession(forged)).toBe(false)
    expect(people.hasSession(cookiesOf(visitor))).toBe(true)
  })

  it('ends after twelve hours without a request', async () => {
    const visitor = browser()
    await visitor.post('/en/sign-in', sampleOf('editor'))
    clock = later(11 * 3600)
    expect((await people.findActor(cookiesOf(visitor))).userId).toBeDefined()
    clock = later(11 * 3600)
    expect((await people.findActor(cookiesOf(visitor))).userId).toBeDefined()
    clock = later(12 * 3600 + 1)
    expect((await people.findActor(cookiesOf(visitor))).userId).toBeUndefined()
  })

  it('ends after seven days in any case', async () => {
    const visitor = browser()
    await visitor.post('/en/sign-in', sampleOf('editor'))
    for (let at = 0; at < 16; at += 1) {
      clock = later(10 * 3600)
      await people.findActor(cookiesOf(visitor))
    }
    expect((await people.findActor(cookiesOf(visitor))).userId).toBeDefined()
    clock = later(10 * 3600)
    expect((await people.findActor(cookiesOf(visitor))).userId).toBeUndefined()
  })

  it('ends when its person signs out', async () => {
    const visitor = browser()
    await visitor.post('/en/sign-in', sampleOf('editor'))
    const cookies = cookiesOf(visitor)
    const seen = await visitor.post('/en/sign-out')
    expect(seen).toMatchObject({ status: 303, to: '/en', notice: 'You are signed out.' })
    expect(sessionOf(visitor)).toBeUndefined()
    expect((await people.findActor(cookies)).userId).toBeUndefined()
  })

  it('ends on every device when its person signs out everywhere', async () => {
    const [one, other] = [browser(), browser()]
    await one.post('/en/sign-in', sampleOf('observer'))
    await other.post('/en/sign-in', sampleOf('observer'))
    expect((await one.get('/en/account')).html).toContain('Firefox · Linux')
    await one.post('/en/account/sessions/end')
    expect((await people.findActor(cookiesOf(other))).userId).toBeUndefined()
  })

  it('is deleted once it has ended', async () => {
    await browser().post('/en/sign-in', sampleOf('editor'))
    clock = later(8 * 24 * 3600)
    await browser().post('/en/sign-in', sampleOf('editor'))
    const { rows } = await sql<{ ended: number }>`
      select count(*) as ended from people_sessions where expires_at < ${clock}`.execute(db)
    expect(rows[0]?.ended).toBe(0)
  })

  it('can be ended on one device, and never by somebody else', async () => {
    const [one, other, stranger] = [browser(), browser(), browser()]
    await one.post('/en/sign-in', sampleOf('observer'))
    await other.post('/en/sign-in', sampleOf('observer'))
    await stranger.post('/en/sign-in', sampleOf('editor'))
    const end = /\/en\/account\/sessions\/[0-9a-f-]+\/end/.exec((await one.get('/en/account')).html)?.[0] ?? ''
    await stranger.post(end)
    expect((await people.findActor(cookiesOf(other))).userId).toBeDefined()
    await one.post(end)
    expect((await people.findActor(cookiesOf(other))).userId).toBeUndefined()
    expect((await people.findActor(cookiesOf(one))).userId).toBeDefined()
  })

  it('is answered in under two milliseconds where nothing else takes the processor', async () => {
    const visitor = browser()
    await visitor.post('/en/sign-in', sampleOf('editor'))
    const cookies = cookiesOf(visitor)
    const times: number[] = []
    for (let at = 0; at < 200; at += 1) {
      const start = performance.now()
      await people.findActor(cookies)
      times.push(performance.now() - start)
    }
    expect(Math.min(...times)).toBeLessThan(2)
  })
})

describe('cookies', () => {
  it('are out of reach of scripts and of other sites', async () => {
    const [cookie = ''] = (await browser().post('/en/sign-in', sampleOf('editor'))).cookies
    expect(cookie).toMatch(/^people\.session_token=/)
    expect(cookie).toContain('HttpOnly')
    expect(cookie).toContain('SameSite=Lax')
    expect(cookie).not.toContain('Secure')
  })

  it('are bound to the host and to TLS when the public address begins with https', async () => {
    const safe = openBrowser({ ...given, origin: 'https://roadmap.example.org' })
    const visitor = safe.browser()
    const [cookie = ''] = (await visitor.post('/en/sign-in', sampleOf('editor'))).cookies
    expect(cookie).toMatch(/^__Host-people\.session_token=/)
    expect(cookie).toContain('Secure')
    expect(cookie).toContain('Path=/')
    expect(cookie).not.toContain('Domain')
    expect((await safe.people.findActor(cookiesOf(visitor))).userId).toBeDefined()
  })
})

describe('the second step', () => {
  const person = sampleOf('contact-point')
  let secret = ''
  let codes: readonly string[] = []

  it('is set up with a picture, a key and a first code, and gives recovery codes once', async () => {
    const visitor = browser()
    await visitor.post('/en/sign-in', person)
    expect((await visitor.post('/en/account/second-step/start', { password: 'wrong wrong wrong' })).status).toBe(422)
    expect(await visitor.post('/en/account/second-step/start', { password: person.password })).toMatchObject({
      status: 303,
    })
    const { html } = await visitor.get('/en/account/second-step')
    expect(html).toContain('<svg')
    secret = (/<code>([A-Z2-7 ]+)<\/code>/.exec(html)?.[1] ?? '').replaceAll(' ', '')
    expect(secret.length).toBeGreaterThanOrEqual(32)
    const before = sessionOf(visitor)
    expect((await visitor.post('/en/account/second-step', { code: '000000' })).status).toBe(422)
    const done = await visitor.post('/en/account/second-step', { code: codeAt(secret, new Date()) })
    expect(done.to).toBe('/en/account/second-step/codes')
    expect(sessionOf(visitor)).not.toBe(before)
    const shown = await visitor.get('/en/account/second-step/codes')
    codes = [...shown.html.matchAll(/<code>([^<]+)<\/code>/g)].map(([, code]) => code ?? '')
    expect(codes).toHaveLength(10)
    expect((await visitor.get('/en/account/second-step/codes')).status).toBe(303)
  })

  it('gives no session before the code', async () => {
    const visitor = browser()
    const seen = await visitor.post('/en/sign-in', { ...person, return: '/en/xa/team' })
    expect(seen.to).toBe('/en/sign-in/code?return=%2Fen%2Fxa%2Fteam')
    expect((await people.findActor(cookiesOf(visitor))).userId).toBeUndefined()
    expect((await visitor.post('/en/sign-in/code', { code: '123456' })).status).toBe(422)
    expect((await people.findActor(cookiesOf(visitor))).userId).toBeUndefined()
  })

  it('takes a code once, in Arabic digits too', async () => {
    await sql`delete from people_used_codes`.execute(db)
    const code = codeAt(secret, new Date())
    const arabic = [...code].map((digit) => String.fromCodePoint(0x660 + Number(digit))).join('')
    const [first, second] = [browser(), browser()]
    await first.post('/ar/sign-in', person)
    await second.post('/ar/sign-in', person)
    expect((await first.post('/ar/sign-in/code', { code: ` ${arabic} ` })).status).toBe(303)
    expect((await people.findActor(cookiesOf(first))).userId).toBeDefined()
    expect((await second.post('/ar/sign-in/code', { code })).status).toBe(422)
    expect((await people.findActor(cookiesOf(second))).userId).toBeUndefined()
  })

  it('takes each recovery code once', async () => {
    const [first, second] = [browser(), browser()]
    await first.post('/en/sign-in', person)
    await second.post('/en/sign-in', person)
    expect((await first.post('/en/sign-in/code', { code: codes[0] ?? '' })).status).toBe(303)
    expect((await second.post('/en/sign-in/code', { code: codes[0] ?? '' })).status).toBe(422)
    expect((await second.post('/en/sign-in/code', { code: codes[1] ?? '' })).status).toBe(303)
  })

  it('asks to wait after too many wrong codes', async () => {
    const statuses: number[] = []
    for (let at = 0; at <= attemptLimits.code; at += 1) {
      const visitor = browser()
      await visitor.post('/en/sign-in', person)
      statuses.push((await visitor.post('/en/sign-in/code', { code: `90000${at}` })).status)
    }
    expect(statuses.at(-1)).toBe(429)
    expect(statuses).not.toContain(303)
  })

  it('asks for the password again without a first step', async () => {
    const seen = await browser().post('/en/sign-in/code', { code: '123456' })
    expect(seen.status).toBe(422)
    expect(seen.html).toContain('Sign in with your password again')
  })

  it('is switched off with the password only', async () => {
    const visitor = browser()
    await visitor.post('/en/sign-in', person)
    await visitor.post('/en/sign-in/code', { code: codes[5] ?? '' })
    expect((await visitor.post('/en/account/second-step/end', { password: 'wrong wrong wrong' })).status).toBe(422)
    expect((await visitor.post('/en/account/second-step/end', { password: person.password })).status).toBe(303)
    expect((await browser().post('/en/sign-in', person)).to).toBe('/en/account/home')
  })
})

describe('a form sent after its session ended', () => {
  const typed = { key: 'old', name: 'Nadia "Nana" <Bekri>', locale: '', password: 'never carried' }

  it('is carried through the sign-in and sent again with one press; secrets and the old key are not', async () => {
    const visitor = browser()
    const asked = await visitor.post('/en/account', typed)
    expect(asked.status).toBe(401)
    expect(asked.html).toContain('Nothing you typed is lost')
    const resume = (/name="resume" value="([^"]*)"/.exec(asked.html)?.[1] ?? '')
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
    expect(JSON.parse(resume)).toEqual({
      path: '/en/account',
      fields: [
        ['name', typed.name],
        ['locale', ''],
      ],
      hadFiles: false,
    })
    const again = await visitor.post('/en/sign-in', { ...sampleOf('editor'), resume })
    expect(again.status).toBe(200)
    expect(again.html).toContain('action="/en/account"')
    expect(again.html).toContain('name="name" value="Nadia &quot;Nana&quot; &lt;Bekri&gt;"')
    expect(again.html).not.toContain('never carried')
    expect((await people.findActor(cookiesOf(visitor))).userId).toBeDefined()
  })

  it('is carried through the second step as well', async () => {
    const visitor = browser()
    await visitor.post('/en/sign-in', sampleOf('reviewer'))
    await visitor.post('/en/account/second-step/start', { password: sampleOf('reviewer').password })
    const { html } = await visitor.get('/en/account/second-step')
    const secret = (/<code>([A-Z2-7 ]+)<\/code>/.exec(html)?.[1] ?? '').replaceAll(' ', '')
    await visitor.post('/en/account/second-step', { code: codeAt(secret, new Date()) })
    await sql`delete from people_used_codes`.execute(db)
    const resume = JSON.stringify({ path: '/en/account', fields: [['name', 'Nadia']], hadFiles: true })
    const fresh = browser()
    const step = await fresh.post('/en/sign-in', { ...sampleOf('reviewer'), resume })
    expect(step.status).toBe(200)
    expect(step.html).toContain('action="/en/sign-in/code"')
    expect(step.html).toContain('name="resume"')
    const again = await fresh.post('/en/sign-in/code', { code: codeAt(secret, new Date()), resume })
    expect(again.html).toContain('name="name" value="Nadia"')
    expect(again.html).toContain('enctype="multipart/form-data"')
    expect(again.html).toContain('choose them again')
  })

  it('sends nothing to another site', async () => {
    const resume = JSON.stringify({ path: '//elsewhere.example/x', fields: [['name', 'Nadia']], hadFiles: false })
    expect((await browser().post('/en/sign-in', { ...sampleOf('editor'), resume })).to).toBe('/en/account/home')
  })

  it('keeps what was typed when the password is wrong', async () => {
    const resume = JSON.stringify({ path: '/en/account', fields: [['name', 'Nadia']], hadFiles: false })
    const seen = await browser().post('/en/sign-in', { ...sampleOf('editor'), password: 'wrong wrong wrong', resume })
    expect(seen.status).toBe(422)
    expect(seen.html).toContain('name="resume"')
    expect(seen.html).toContain('Nadia')
  })

  it('says so when the text is too long to be carried', async () => {
    const seen = await browser().post('/en/account', { name: 'x'.repeat(500_000) })
    expect(seen.status).toBe(401)
    expect(seen.html).toContain('too long to be carried')
    expect(seen.html.length).toBeLessThan(20_000)
  })
})
