import { sql } from 'kysely'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../test/database.ts'
import { migrations as historyMigrations } from '../engines/history/index.ts'
import { invite } from './invitations.ts'
import { migrations as peopleMigrations } from './migrations/index.ts'
import { linkOn, openPeopleWorld } from './world-for-tests.ts'

const database = await openTestDatabase([
  { room: 'history', migrations: historyMigrations },
  { room: 'people', migrations: peopleMigrations },
])
afterAll(database.close)

const { db } = database
const { begin, clock, browser, signedIn, actorOf, inviteToTeam } = await openPeopleWorld(db)
beforeEach(begin)

const password = 'meadow lantern copper'
const dayMillis = 24 * 3600 * 1000

describe('an invitation', () => {
  it('makes an account with the role and signs it in, once', async () => {
    const link = await inviteToTeam('nadia@culture.example', 'editor')
    const guest = browser()
    expect((await guest.get(link)).html).toContain('nadia@culture.example')
    const done = await guest.post(link, { name: 'Nadia Bekri', password })
    expect(done).toMatchObject({ status: 303, to: '/en/xa' })
    expect([...(await actorOf(guest)).roles]).toEqual([['XA', 'editor']])
    expect((await browser().get(link)).status).toBe(404)
    expect((await browser().post(link, { name: 'Thief', password })).status).toBe(404)
  })

  it('is taken by one of two who press at the same time', async () => {
    const link = await inviteToTeam('race@culture.example', 'editor')
    const presses = [browser().post(link, { name: 'One', password }), browser().post(link, { name: 'Other', password })]
    const statuses = (await Promise.all(presses)).map(({ status }) => status).toSorted()
    expect(statuses[0]).toBe(303)
    expect(statuses[1]).toBeGreaterThanOrEqual(404)
  })

  it('is shown once and stored only as a hash', async () => {
    const contact = await signedIn('contact-point')
    await contact.post('/en/xa/team/invitations', { email: 'once@culture.example', role: 'observer' })
    const link = await linkOn(contact, '/en/xa/team')
    expect(await linkOn(contact, '/en/xa/team')).toBe('no link')
    const token = link.split('/').at(-1) ?? ''
    const { rows } = await sql<{ found: number }>`
      select count(*) as found from people_invitations i where i::text like ${`%${token}%`}`.execute(db)
    expect(rows[0]?.found).toBe(0)
  })

  it('expires after fourteen days', async () => {
    const link = await inviteToTeam('late@culture.example', 'editor')
    clock.now = new Date(clock.now.getTime() + 14 * dayMillis - 1000)
    expect((await browser().get(link)).status).toBe(200)
    clock.now = new Date(clock.now.getTime() + 2000)
    expect((await browser().get(link)).status).toBe(404)
    expect((await browser().post(link, { name: 'Late', password })).status).toBe(404)
  })

  it('keeps what was typed when the password is too easily guessed, and can still be accepted', async () => {
    const link = await inviteToTeam('weak@culture.example', 'observer')
    const guest = browser()
    const seen = await guest.post(link, { name: 'Wanda Weak', password: 'Password2027!' })
    expect(seen.status).toBe(422)
    expect(seen.html).toContain('value="Wanda Weak"')
    expect(seen.html).not.toContain('Password2027!')
    expect((await guest.post(link, { name: 'Wanda Weak', password })).status).toBe(303)
  })

  it('replaces an earlier one for the same address', async () => {
    const first = await inviteToTeam('twice@culture.example', 'observer')
    const second = await inviteToTeam('twice@culture.example', 'editor')
    expect((await browser().get(first)).status).toBe(404)
    expect((await browser().get(second)).status).toBe(200)
  })

  it('can be withdrawn', async () => {
    const link = await inviteToTeam('gone@culture.example', 'observer')
    const contact = await signedIn('contact-point')
    const { html } = await contact.get('/en/xa/team')
    const row = html.split('<tr').find((part) => part.includes('gone@culture.example')) ?? ''
    await contact.post(/\/en\/xa\/team\/invitations\/[0-9a-f-]+\/withdrawal/.exec(row)?.[0] ?? '')
    expect((await browser().get(link)).status).toBe(404)
  })

  it('is not made for somebody in the team, for a malformed address, or without a role', async () => {
    const contact = await signedIn('contact-point')
    const send = (email: string, role: string) => contact.post('/en/xa/team/invitations', { email, role })
    expect((await send('Editor@open-roadmap.example', 'observer')).html).toContain('already in the team')
    expect((await send('no address', 'observer')).html).toContain('name@example.org')
    expect((await send('role@culture.example', 'administrator')).html).toContain('Choose a role')
  })

  it('asks an account that exists to sign in, and adds the role to it', async () => {
    const contact = await actorOf(await signedIn('administrator'))
    const made = await invite(
      db,
      contact,
      { party: 'KR', email: 'observer@open-roadmap.example', role: 'contact-point' },
      clock.now,
    )
    const link = made.ok ? `/en/invitation/${made.value.token}` : ''
    expect((await browser().get(link)).html).toContain('/en/sign-in?return=')
    expect((await browser().post(link, { name: 'Somebody', password })).status).toBe(200)
    const stranger = await signedIn('editor')
    expect((await stranger.post(link)).html).toContain('another address')
    const observer = await signedIn('observer')
    expect((await observer.post(link)).to).toBe('/en/kr')
    expect((await actorOf(observer)).roles.get('KR')).toBe('contact-point')
  })
})
