import { afterAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../test/database.ts'
import { createSampleAccounts, openPeople, peopleMigrations, peoplePermissions } from './index.ts'
import { type Asking, signIn } from './sign-in.ts'

const database = await openTestDatabase([{ room: 'people', migrations: peopleMigrations }])
afterAll(database.close)

const secret = 'a secret of the tests that is long enough 4711'
const origin = 'http://localhost:8005'
const { db } = database
const now = new Date()
const room = { db, secret, origin, matrix: peoplePermissions }
const people = openPeople({ ...room, now: () => now })
const samples = await createSampleAccounts(db, now)
const passwordOf = (role: string): string => samples.find((sample) => sample.role === role)?.password ?? ''
const asking = (given: Partial<Asking> = {}): Asking => ({
  cookies: undefined,
  userAgent: 'Test',
  address: '192.0.2.1',
  now,
  ...given,
})
const headerOf = (cookies: readonly string[]): string => cookies.map((cookie) => cookie.split(';')[0]).join('; ')

describe('signing in', () => {
  it('makes a session that gives the person with the role held', async () => {
    const done = await signIn(room, asking(), { email: ' Editor@open-roadmap.example', password: passwordOf('editor') })
    expect(done.kind).toBe('signed-in')
    const cookies = done.kind === 'signed-in' ? done.cookies : []
    const actor = await people.findActor(headerOf(cookies))
    expect([...actor.roles]).toEqual([['XA', 'editor']])
    console.log(cookies)
    const start = performance.now()
    for (let i = 0; i < 200; i += 1) await people.findActor(headerOf(cookies))
    console.log('findActor ms', (performance.now() - start) / 200)
  })
})
