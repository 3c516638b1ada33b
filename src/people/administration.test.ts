import { sql } from 'kysely'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../test/database.ts'
import { migrations as historyMigrations, listHistory, verifyHistory } from '../engines/history/index.ts'
import { makeSetUpLink } from './invitations.ts'
import { migrations as peopleMigrations } from './migrations/index.ts'
import { linkOn, openPeopleWorld } from './world-for-tests.ts'

const database = await openTestDatabase([
  { room: 'history', migrations: historyMigrations },
  { room: 'people', migrations: peopleMigrations },
])
afterAll(database.close)

const { db } = database
const { begin, clock, browser, system, setUpLink, signedIn, actorOf, inviteToTeam } = await openPeopleWorld(db)
beforeEach(begin)

const password = 'meadow lantern copper'

describe('the installation', () => {
  it('gives a link to the first administrator while it has none', async () => {
    expect(await makeSetUpLink(db, system, clock.now)).toBeUndefined()
    const link = `/en/invitation/${setUpLink?.token ?? ''}`
    const first = browser()
    expect((await first.post(link, { email: 'not an address', name: 'First', password })).status).toBe(422)
    expect((await first.post(link, { email: 'first@ministry.example', name: 'First', password })).to).toBe(
      '/en/account/home',
    )
    expect((await actorOf(first)).administrator).toBe(true)
  })

  it('lets an administrator add a Party of the list and appoint its contact point', async () => {
    const administrator = await signedIn('administrator')
    const root = '/en/administration/parties'
    expect((await administrator.post(root, { code: 'ZZ', languages: 'en' })).status).toBe(422)
    expect((await administrator.post(root, { code: 'SN', 'other-languages': 'no language!' })).status).toBe(422)
    expect((await administrator.post(root, { code: 'SN', languages: 'fr', 'other-languages': 'wo, en' })).to).toBe(
      `${root}/sn`,
    )
    expect((await administrator.post(root, { code: 'SN', languages: 'fr' })).html).toContain(
      'already in the installation',
    )
    await administrator.post(`${root}/sn/contact-points`, { email: 'contact@culture.sn.example' })
    const guest = browser()
    const done = await guest.post(await linkOn(administrator, `${root}/sn`), { name: 'Awa Diop', password })
    expect(done.to).toBe('/en/sn')
    expect([...(await actorOf(guest)).roles]).toEqual([['SN', 'contact-point']])
    expect((await administrator.get(root)).html).toContain('Awa Diop')
  })

  it('keeps administrators out of what a Party does: no role, no team page', async () => {
    const actor = await actorOf(await signedIn('administrator'))
    expect(actor.roles.size).toBe(0)
    expect(actor.holds('people.team', 'XA')).toBe(false)
    expect(actor.holds('people.invite', 'XA')).toBe(false)
    expect(actor.holds('anything.else', 'XA')).toBe(false)
  })

  it('writes every change into the history, whose chain holds, and no secret with it', async () => {
    const member = browser()
    await member.post(await inviteToTeam('nadia@culture.example', 'editor'), { name: 'Nadia Bekri', password })
    const id = (await actorOf(member)).userId ?? ''
    const contact = await signedIn('contact-point')
    await contact.post(`/en/xa/team/${id}/role`, { role: 'observer' })
    await contact.post(`/en/xa/team/${id}/password-link`)
    await contact.post(`/en/xa/team/${id}/removal`)
    const actions = (await listHistory(db, { party: 'XA', limit: 500 })).map(({ action }) => action)
    for (const action of [
      'people.invite',
      'people.join',
      'people.change-role',
      'people.remove-member',
      'people.password-link',
    ])
      expect(actions).toContain(action)
    expect(await verifyHistory(db, 'XA')).toMatchObject({ holds: true })
    const { rows } = await sql<{ found: number }>`
      select count(*) as found from history h where h::text like ${'%lantern%'} or h::text ~ '"token'`.execute(db)
    expect(rows[0]?.found).toBe(0)
  })
})
