import { sql } from 'kysely'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../test/database.ts'
import { listHistory, migrations as historyMigrations, verifyHistory } from '../engines/history/index.ts'
import { NotAllowed, NotThere } from '../kernel/refusal.ts'
import { setRole } from './accounts.ts'
import { type Browser, openBrowser } from './browser-for-tests.ts'
import {
  addParty,
  createSampleAccounts,
  findAccount,
  makePasswordLink,
  makeSetUpLink,
  peopleMigrations,
  peoplePermissions,
  type SampleAccount,
  systemActor,
} from './index.ts'
import { invite, withdrawInvitation } from './invitations.ts'
import { changeRole, getMember, listTeam, removeMember } from './team.ts'

const database = await openTestDatabase([
  { room: 'history', migrations: historyMigrations },
  { room: 'people', migrations: peopleMigrations },
])
afterAll(database.close)

const { db } = database
let clock = new Date()
const dayMillis = 24 * 3600 * 1000
const { people, browser } = openBrowser({ db, matrix: peoplePermissions, now: () => clock })
const system = systemActor(peoplePermissions)
const password = 'meadow lantern copper'

const firstLink = await makeSetUpLink(db, system, clock)
await addParty(db, { code: 'XA', region: '001', languages: ['en', 'fr', 'ar'], fictional: true }, clock)
const samples = await createSampleAccounts(db, { party: 'XA', now: clock })
await addParty(db, { code: 'KR', languages: ['ko', 'en'] }, clock)

const signedIn = async (role: SampleAccount['role']): Promise<Browser> => {
  const visitor = browser()
  const sample = samples.find((candidate) => candidate.role === role)
  await visitor.post('/en/sign-in', { email: sample?.email ?? '', password: sample?.password ?? '' })
  return visitor
}
const actorOf = async ({ jar }: Browser) =>
  people.findActor([...jar].map(([name, value]) => `${name}=${value}`).join('; '))
const idOf = async (role: string) => (await findAccount(db, { email: `${role}@open-roadmap.example` }))?.id ?? ''

/** The path of the link that the next page shows to its maker. */
const linkOn = async (visitor: Browser, page: string): Promise<string> =>
  /http:\/\/localhost:8005(\/en\/invitation\/[A-Za-z0-9]+)/.exec((await visitor.get(page)).html)?.[1] ?? 'no link'

const inviteToTeam = async (email: string, role: string): Promise<string> => {
  const contact = await signedIn('contact-point')
  expect((await contact.post('/en/xa/team/invitations', { email, role })).to).toBe('/en/xa/team')
  return linkOn(contact, '/en/xa/team')
}

beforeEach(async () => {
  clock = new Date()
  await sql`delete from people_attempts`.execute(db)
})

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
    clock = new Date(clock.getTime() + 14 * dayMillis - 1000)
    expect((await browser().get(link)).status).toBe(200)
    clock = new Date(clock.getTime() + 2000)
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
      clock,
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

describe('who may do what with the team', () => {
  it('lets only the contact point invite, change roles and remove', async () => {
    const target = await idOf('observer')
    for (const role of ['editor', 'reviewer', 'observer'] as const) {
      const actor = await actorOf(await signedIn(role))
      const party = 'XA'
      await expect(invite(db, actor, { party, email: 'x@y.example', role: 'observer' }, clock)).rejects.toThrow(
        NotAllowed,
      )
      await expect(changeRole(db, actor, { party, userId: target, role: 'editor' }, clock)).rejects.toThrow(NotAllowed)
      await expect(removeMember(db, actor, { party, userId: target }, clock)).rejects.toThrow(NotAllowed)
    }
  })

  it('shows addresses to the contact point only, and nothing to strangers', async () => {
    const seenBy = async (role: SampleAccount['role']) => listTeam(db, await actorOf(await signedIn(role)), 'XA')
    expect((await seenBy('contact-point')).every(({ email }) => email !== undefined)).toBe(true)
    expect((await seenBy('editor')).every(({ email }) => email === undefined)).toBe(true)
    await expect(seenBy('administrator')).rejects.toThrow(NotThere)
    await expect(listTeam(db, people.visitor, 'XA')).rejects.toThrow(NotThere)
  })

  it('keeps one Party out of the other: its contact point cannot touch members or invitations elsewhere', async () => {
    await setRole(db, await idOf('reviewer'), 'KR', 'contact-point', clock)
    const foreign = await actorOf(await signedIn('reviewer'))
    const contact = await actorOf(await signedIn('contact-point'))
    const made = await invite(db, contact, { party: 'XA', email: 'mine@culture.example', role: 'observer' }, clock)
    const id = made.ok ? made.value.id : ''
    await expect(withdrawInvitation(db, foreign, { party: 'KR', id }, clock)).rejects.toThrow(NotThere)
    await expect(withdrawInvitation(db, foreign, { party: 'XA', id }, clock)).rejects.toThrow(NotAllowed)
    await expect(getMember(db, foreign, 'KR', await idOf('editor'))).rejects.toThrow(NotThere)
    await expect(invite(db, contact, { party: 'KR', email: 'x@y.example', role: 'observer' }, clock)).rejects.toThrow(
      NotThere,
    )
  })

  it('never leaves a Party without a contact point', async () => {
    const contact = await signedIn('contact-point')
    const own = await idOf('contact-point')
    expect((await contact.post(`/en/xa/team/${own}/role`, { role: 'editor' })).html).toContain('only contact point')
    expect((await contact.post(`/en/xa/team/${own}/removal`)).status).toBe(422)
    await contact.post(`/en/xa/team/${await idOf('editor')}/role`, { role: 'contact-point' })
    expect((await contact.post(`/en/xa/team/${own}/role`, { role: 'editor' })).status).toBe(303)
    expect((await actorOf(contact)).roles.get('XA')).toBe('editor')
    const other = await signedIn('editor')
    await other.post(`/en/xa/team/${own}/role`, { role: 'contact-point' })
    await other.post(`/en/xa/team/${await idOf('editor')}/role`, { role: 'editor' })
    expect(
      (await listTeam(db, await actorOf(contact), 'XA')).filter(({ role }) => role === 'contact-point'),
    ).toHaveLength(1)
  })

  it('takes a role away at the next request', async () => {
    const link = await inviteToTeam('leaver@culture.example', 'editor')
    const leaver = browser()
    await leaver.post(link, { name: 'Leaver', password })
    const id = (await actorOf(leaver)).userId ?? ''
    const contact = await signedIn('contact-point')
    await contact.post(`/en/xa/team/${id}/removal`)
    expect((await actorOf(leaver)).roles.size).toBe(0)
  })
})

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
    await expect(makePasswordLink(db, contact, 'observer@open-roadmap.example', clock)).rejects.toThrow(NotAllowed)
  })

  it('is set anew by a link from the command line, for an address that has an account', async () => {
    const made = await makePasswordLink(db, system, 'Administrator@open-roadmap.example', clock)
    expect((await browser().get(`/fr/invitation/${made?.token ?? ''}`)).html).toContain('nouveau mot de passe')
    expect(await makePasswordLink(db, system, 'nobody@open-roadmap.example', clock)).toBeUndefined()
    clock = new Date(clock.getTime() + 2 * dayMillis + 1000)
    expect((await browser().get(`/fr/invitation/${made?.token ?? ''}`)).status).toBe(404)
  })
})

describe('the installation', () => {
  it('gives a link to the first administrator while it has none', async () => {
    expect(await makeSetUpLink(db, system, clock)).toBeUndefined()
    const link = `/en/invitation/${firstLink?.token ?? ''}`
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
    const present = samples.find(({ role }) => role === 'reviewer')?.password ?? ''
    const send = (fields: Record<string, string>) => here.post('/en/account/password', fields)
    expect((await send({ present: 'wrong wrong wrong', password })).html).toContain('not your password')
    expect((await send({ present, password: 'short' })).html).toContain('fewer than 12')
    expect((await send({ present, password })).status).toBe(303)
    expect((await actorOf(here)).userId).toBeDefined()
    expect((await actorOf(elsewhere)).userId).toBeUndefined()
  })
})
