import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../test/database.ts'
import { migrations as historyMigrations } from '../engines/history/index.ts'
import { NotAllowed, NotThere } from '../kernel/refusal.ts'
import { setRole } from './accounts.ts'
import { invite, withdrawInvitation } from './invitations.ts'
import { migrations as peopleMigrations } from './migrations/index.ts'
import { type SampleAccount } from './sample-accounts.ts'
import { changeRole, getMember, listTeam, removeMember } from './team.ts'
import { openPeopleWorld } from './world-for-tests.ts'

const database = await openTestDatabase([
  { room: 'history', migrations: historyMigrations },
  { room: 'people', migrations: peopleMigrations },
])
afterAll(database.close)

const { db } = database
const { begin, clock, people, browser, signedIn, actorOf, idOf, inviteToTeam } = await openPeopleWorld(db)
beforeEach(begin)

const password = 'meadow lantern copper'

describe('who may do what with the team', () => {
  it('lets only the contact point invite, change roles and remove', async () => {
    const target = await idOf('observer')
    for (const role of ['editor', 'reviewer', 'observer'] as const) {
      const actor = await actorOf(await signedIn(role))
      const party = 'XA'
      await expect(invite(db, actor, { party, email: 'x@y.example', role: 'observer' }, clock.now)).rejects.toThrow(
        NotAllowed,
      )
      await expect(changeRole(db, actor, { party, userId: target, role: 'editor' }, clock.now)).rejects.toThrow(
        NotAllowed,
      )
      await expect(removeMember(db, actor, { party, userId: target }, clock.now)).rejects.toThrow(NotAllowed)
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
    await setRole(db, await idOf('reviewer'), 'KR', 'contact-point', clock.now)
    const foreign = await actorOf(await signedIn('reviewer'))
    const contact = await actorOf(await signedIn('contact-point'))
    const made = await invite(db, contact, { party: 'XA', email: 'mine@culture.example', role: 'observer' }, clock.now)
    const id = made.ok ? made.value.id : ''
    await expect(withdrawInvitation(db, foreign, { party: 'KR', id }, clock.now)).rejects.toThrow(NotThere)
    await expect(withdrawInvitation(db, foreign, { party: 'XA', id }, clock.now)).rejects.toThrow(NotAllowed)
    await expect(getMember(db, foreign, 'KR', await idOf('editor'))).rejects.toThrow(NotThere)
    await expect(
      invite(db, contact, { party: 'KR', email: 'x@y.example', role: 'observer' }, clock.now),
    ).rejects.toThrow(NotThere)
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
