import type { Kysely } from 'kysely'
import { appendHistory } from '../engines/history/index.ts'

interface Doer {
  readonly userId?: string
  readonly name: string
}

interface Change {
  /** Party code; absent for what concerns the installation or a person's own account. */
  readonly party?: string | undefined
  readonly object: string
  readonly before?: unknown
  readonly after?: unknown
}

/** Writes a change of this room into the history; never a password, a code or a token. */
export const record = (tx: Kysely<unknown>, actor: Doer, action: string, at: Date, change: Change): Promise<void> => {
  const { userId, name } = actor
  return appendHistory(tx, {
    ...change,
    party: change.party ?? '',
    actor: userId === undefined ? { name } : { userId, name },
    at,
    action: `people.${action}`,
  })
}
