import type { Kysely } from 'kysely'
import type { PermissionMatrix } from './actor.ts'

/** What the pages of this room need beside their visit; made once by `openPeople`. */
export interface Room {
  /** The database itself, never a transaction: counters of failed attempts stay where a page's own work is undone. */
  readonly db: Kysely<unknown>
  readonly secret: string
  readonly origin: string
  readonly matrix: PermissionMatrix
}
