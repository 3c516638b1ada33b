import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NotAllowed, NotThere } from '../kernel/refusal.ts'
import { can, demand } from './access.ts'
import { actorOf, type Grantee, type PermissionMatrix, type Role, roles, visitorOf } from './actor.ts'
import { systemActor } from './open-people.ts'
import { permissions } from './permissions.ts'

const matrix: PermissionMatrix = {
  'measures.read': ['visitor'],
  'measures.list': ['signed-in'],
  'measures.edit': ['contact-point', 'editor'],
  'measures.nobody': [],
  'people.administer': ['administrator'],
}

const person = (given: { administrator?: boolean; roles?: Readonly<Record<string, Role>> }) =>
  actorOf(
    {
      userId: 'u',
      name: 'U',
      administrator: given.administrator ?? false,
      roles: new Map(Object.entries(given.roles ?? {})),
    },
    matrix,
  )

describe('a permission', () => {
  it('is denied to everybody when no room declares it, the command line included', () => {
    const everybody = [
      visitorOf(matrix),
      person({ administrator: true, roles: { XA: 'contact-point' } }),
      systemActor(matrix),
    ]
    for (const actor of everybody) expect(can(actor, 'measures.unheard', { party: 'XA' })).toBe(false)
  })

  it('holds for the Party of the role and for no other, whatever the role', () => {
    const party = fc.constantFrom('XA', 'KR', 'SN', 'EU')
    fc.assert(
      fc.property(party, party, fc.constantFrom(...roles), (own, asked, role) => {
        const expected = own === asked && ['contact-point', 'editor'].includes(role)
        return can(person({ roles: { [own]: role } }), 'measures.edit', { party: asked }) === expected
      }),
    )
  })

  it('that is tied to a role needs a Party', () => {
    expect(can(person({ roles: { XA: 'contact-point' } }), 'measures.edit')).toBe(false)
  })

  it('of a role is not held by an administrator', () => {
    expect(can(person({ administrator: true }), 'measures.edit', { party: 'XA' })).toBe(false)
    expect(can(person({ administrator: true }), 'people.administer')).toBe(true)
  })

  it('for everybody is held by visitors; for people with an account it is not', () => {
    expect(can(visitorOf(matrix), 'measures.read', { party: 'XA' })).toBe(true)
    expect(can(visitorOf(matrix), 'measures.list')).toBe(false)
    expect(can(person({}), 'measures.list')).toBe(true)
  })
})

describe('what is refused', () => {
  it('is not there for strangers, and not allowed for members with a narrower role', () => {
    expect(() => demand(person({ roles: { KR: 'contact-point' } }), 'measures.edit', { party: 'XA' })).toThrow(NotThere)
    expect(() => demand(person({ roles: { XA: 'observer' } }), 'measures.edit', { party: 'XA' })).toThrow(NotAllowed)
    expect(() => demand(person({ roles: { XA: 'editor' } }), 'measures.edit', { party: 'XA' })).not.toThrow()
  })
})

describe('the permissions of this room', () => {
  it('give a visitor nothing but the way in', () => {
    const open = Object.entries(permissions).filter(([, grantees]) => grantees.includes('visitor'))
    expect(open.map(([permission]) => permission)).toEqual(['people.sign-in', 'people.accept'])
  })

  it('let nobody but the contact point change the team', () => {
    const only: readonly Grantee[] = ['contact-point']
    expect(permissions['people.invite']).toEqual(only)
    expect(permissions['people.manage']).toEqual(only)
  })
})
