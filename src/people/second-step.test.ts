import { sql } from 'kysely'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../test/database.ts'
import { migrations as historyMigrations } from '../engines/history/index.ts'
import { attemptLimits } from './attempts.ts'
import { migrations as peopleMigrations } from './migrations/index.ts'
import { codeAt, cookiesOf, openPeopleWorld, secretOn, sessionOf } from './world-for-tests.ts'

const database = await openTestDatabase([
  { room: 'history', migrations: historyMigrations },
  { room: 'people', migrations: peopleMigrations },
])
afterAll(database.close)

const { db } = database
const { begin, people, browser, sampleOf } = await openPeopleWorld(db)
beforeEach(begin)

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
    secret = secretOn(html)
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
