import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../test/database.ts'
import { migrations as historyMigrations, listHistory } from '../engines/history/index.ts'
import { NotAllowed } from '../kernel/refusal.ts'
import { setRole } from './accounts.ts'
import { makePasswordLink } from './invitations.ts'
import { migrations as peopleMigrations } from './migrations/index.ts'
import { linkOn, openPeopleWorld } from './world-for-tests.ts'

const database = await openTestDatabase([
  { room: 'history', migrations: historyMigrations },
  { room: 'people', migrations: peopleMigrations },
])
afterAll(database.close)

const { db } = database
const { begin, clock, browser, system, sampleOf, signedIn, actorOf, idOf, inviteToTeam } = await openPeopleWorld(db)
await setRole(db, await idOf('reviewer'), 'KR', 'contact-point', clock.now)
beforeEach(begin)

const password = 'meadow lantern copper'
const dayMillis = 24 * 3600 * 1000

describe('a forgotten password', () => {
  it('is set anew by a link of the contact point: once, within two days, and everywhere else is signed out', async () => {
    const link = await inviteToTeam('forgot@culture.example', 'editor')
    const person = browser()
    await person.post(link, { name: 'Forgetful', password })
    const id = (await actorOf(person)).userId ?? ''
    const contact = await signedIn('contact-point')
    await contact.post(`/en/xa/team/${id}/password-link`)
    const reset = await linkOn(contact, '/en/xa/team')
    const fresh = browser()
    expect((await fresh.post(reset, { password: 'copper meadow lantern' })).status).toBe(303)
    expect((await actorOf(fresh)).userId).toBe(id)
    expect((await actorOf(person)).userId).toBeUndefined()
    expect((await browser().post(reset, { password: 'another copper meadow' })).status).toBe(404)
    expect((await browser().post('/en/sign-in', { email: 'forgot@culture.example', password })).status).toBe(422)
  })

  it('is not reset by a contact point for somebody who also works elsewhere', async () => {
    const contact = await signedIn('contact-point')
    const seen = await contact.post(`/en/xa/team/${await idOf('reviewer')}/password-link`)
    expect(seen.status).toBe(422)
    expect(seen.html).toContain('only an administrator')
  })

  it('is set anew by a link of an administrator, noted in the history of each Party', async () => {
    const administrator = await signedIn('administrator')
    const send = (account: string) => administrator.post('/en/administration/password-links', { account })
    expect((await send('nobody@open-roadmap.example')).html).toContain('no account with this address')
    await send('Reviewer@open-roadmap.example')
    expect((await browser().get(await linkOn(administrator, '/en/administration'))).html).toContain('new password')
    for (const party of ['', 'XA', 'KR']) {
      const [latest] = await listHistory(db, { party, object: await idOf('reviewer'), limit: 1 })
      expect(latest).toMatchObject({ action: 'people.password-link', actorName: 'Ines Duarte' })
    }
    const contact = await actorOf(await signedIn('contact-point'))
    await expect(makePasswordLink(db, contact, 'observer@open-roadmap.example', clock.now)).rejects.toThrow(NotAllowed)
  })

  it('is set anew by a link from the command line, for an address that has an account', async () => {
    const made = await makePasswordLink(db, system, 'Administrator@open-roadmap.example', clock.now)
    expect((await browser().get(`/fr/invitation/${made?.token ?? ''}`)).html).toContain('nouveau mot de passe')
    expect(await makePasswordLink(db, system, 'nobody@open-roadmap.example', clock.now)).toBeUndefined()
    clock.now = new Date(clock.now.getTime() + 2 * dayMillis + 1000)
    expect((await browser().get(`/fr/invitation/${made?.token ?? ''}`)).status).toBe(404)
  })
})

describe('an account', () => {
  it('keeps name and language, and goes to the Party in that language after signing in', async () => {
    const person = await signedIn('editor')
    expect((await person.post('/en/account', { name: ' ', locale: 'fr' })).html).toContain('Type the name')
    expect((await person.post('/en/account', { name: 'Luc Fontaine-Roy', locale: 'fr' })).to).toBe('/fr/account')
    expect((await actorOf(person)).name).toBe('Luc Fontaine-Roy')
    expect((await person.get('/en/account/home')).to).toBe('/fr/xa')
  })

  it('changes its password with the present one only, and signs every other device out', async () => {
    const [here, elsewhere] = [await signedIn('reviewer'), await signedIn('reviewer')]
    const present = sampleOf('reviewer').password
    const send = (fields: Record<string, string>) => here.post('/en/account/password', fields)
    expect((await send({ present: 'wrong wrong wrong', password })).html).toContain('not your password')
    expect((await send({ present, password: 'short' })).html).toContain('fewer than 12')
    expect((await send({ present, password })).status).toBe(303)
    expect((await actorOf(here)).userId).toBeDefined()
    expect((await actorOf(elsewhere)).userId).toBeUndefined()
  })
})
