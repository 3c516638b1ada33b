import { sql } from 'kysely'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../test/database.ts'
import { migrations as historyMigrations } from '../engines/history/index.ts'
import { migrations as peopleMigrations } from './migrations/index.ts'
import { codeAt, cookiesOf, openPeopleWorld, secretOn } from './world-for-tests.ts'

const database = await openTestDatabase([
  { room: 'history', migrations: historyMigrations },
  { room: 'people', migrations: peopleMigrations },
])
afterAll(database.close)

const { db } = database
const { begin, people, browser, sampleOf } = await openPeopleWorld(db)
beforeEach(begin)

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
    const secret = secretOn(html)
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
