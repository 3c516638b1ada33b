import type { Kysely } from 'kysely'
import type { PermissionMatrix } from './actor.ts'

/** What the pages of this room need beside their visit; made once by `openPeople`. */
export interface Room {
  readonly db: Kysely<unknown>
  /** Where failed attempts are counted: never a transaction, so that a count stays where a page's own work is undone. */
  readonly counters: Kysely<unknown>
  readonly secret: string
  readonly origin: string
  readonly matrix: PermissionMatrix
}
