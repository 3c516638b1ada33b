import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../test/database.ts'
import { migrations as historyMigrations } from '../engines/history/index.ts'
import { attemptLimits } from './attempts.ts'
import { openBrowser } from './browser-for-tests.ts'
import { migrations as peopleMigrations } from './migrations/index.ts'
import { cookiesOf, openPeopleWorld } from './world-for-tests.ts'

const database = await openTestDatabase([
  { room: 'history', migrations: historyMigrations },
  { room: 'people', migrations: peopleMigrations },
])
afterAll(database.close)

const { db } = database
const { begin, clock, given, people, browser, sampleOf, later } = await openPeopleWorld(db)
beforeEach(begin)

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
    clock.now = later(15 * 60 + 1)
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
