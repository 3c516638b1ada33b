import { NotAllowed, NotThere } from '../kernel/refusal.ts'
import type { Actor, Permission } from './actor.ts'

/** What authorisation looks at in a row: the Party it belongs to, and whether the world may read it. */
export interface Guarded {
  readonly party?: string
}

/** The one question of authorisation; every store asks it before it reads or writes a row. Denies by default. */
export const can = (actor: Actor, permission: Permission, row: Guarded = {}): boolean =>
  actor.holds(permission, row.party)

/**
 * Throws NotThere for somebody who has nothing to do with the row's Party (its existence is not told), NotAllowed for
 * a member of the Party whose role is too narrow.
 */
export const demand = (actor: Actor, permission: Permission, row: Guarded = {}): void => {
  if (can(actor, permission, row)) return
  if (row.party !== undefined && !actor.roles.has(row.party)) throw new NotThere(`${permission} for a stranger`)
  throw new NotAllowed(permission)
}
