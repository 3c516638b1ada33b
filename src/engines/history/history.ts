import type { Kysely, Transaction } from 'kysely'
import { copyRows } from '../../platform/database/index.ts'
import { canonicalJson } from './canonical-json.ts'
import { chainBeginning, type ChainFault, type ChainLink, findChainFault, hashOf } from './chain.ts'

type HistoryTables = {
  history: {
    party: string
    number: number
    at: Date
    actor_id: string | null
    actor_name: string
    action: string
    object: string
    before: string | null
    after: string | null
    previous_hash: string
    hash: string
  }
  history_head: { party: string; number: number; hash: string }
}

/** Who did something: an account, or the command line and jobs by their name. */
export interface HistoryActor {
  readonly userId?: string
  readonly name: string
}

/** A change to write down. `before` and `after` are any JSON; leave `before` out for what is new. */
export interface HistoryEntry {
  /** Party code; an empty text for the installation itself. */
  readonly party: string
  readonly actor: HistoryActor
  readonly at: Date
  /** `<room>.<verb>` */
  readonly action: string
  /** Id of what was changed. */
  readonly object: string
  readonly before?: unknown
  readonly after?: unknown
}

/** A change as it reads back. */
export interface HistoryLine {
  readonly number: number
  readonly at: Date
  readonly actorId?: string
  readonly actorName: string
  readonly action: string
  readonly object: string
  readonly before: unknown
  readonly after: unknown
  readonly hash: string
}

const asText = (value: unknown): string | null => (value === undefined || value === null ? null : canonicalJson(value))

const linkTo = (head: { number: number; hash: string }, entry: HistoryEntry): ChainLink => {
  const link = {
    party: entry.party,
    number: head.number + 1,
    at: entry.at,
    actorId: entry.actor.userId ?? null,
    actorName: entry.actor.name.toWellFormed().replaceAll('\u0000', '\uFFFD'),
    action: entry.action,
    object: entry.object,
    before: asText(entry.before),
    after: asText(entry.after),
    previousHash: head.hash,
  }
  return { ...link, hash: hashOf(link) }
}

const rowOf = (link: ChainLink): HistoryTables['history'] => ({
  party: link.party,
  number: link.number,
  at: link.at,
  actor_id: link.actorId,
  actor_name: link.actorName,
  action: link.action,
  object: link.object,
  before: link.before,
  after: link.after,
  previous_hash: link.previousHash,
  hash: link.hash,
})

const linkOf = (row: HistoryTables['history']): ChainLink => ({
  party: row.party,
  number: row.number,
  at: row.at,
  actorId: row.actor_id,
  actorName: row.actor_name,
  action: row.action,
  object: row.object,
  before: row.before,
  after: row.after,
  previousHash: row.previous_hash,
  hash: row.hash,
})

const lockHead = async (db: Kysely<HistoryTables>, party: string): Promise<{ number: number; hash: string }> => {
  await db
    .insertInto('history_head')
    .values({ party, number: 0, hash: chainBeginning })
    .onConflict((conflict) => conflict.column('party').doNothing())
    .execute()
  return db
    .selectFrom('history_head')
    .select(['number', 'hash'])
    .where('party', '=', party)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

/** A statement takes at most 65 535 values: eleven a link. */
const rowsAtOnce = 5000

const columns = [
  'party',
  'number',
  'at',
  'actor_id',
  'actor_name',
  'action',
  'object',
  'before',
  'after',
  'previous_hash',
  'hash',
] as const satisfies readonly (keyof HistoryTables['history'])[]

/** More links than this go in by COPY, which is faster and needs a transaction. */
const fewLinks = 100

const insertLinks = async (db: Kysely<HistoryTables>, links: readonly ChainLink[]): Promise<void> => {
  const rows = links.map(rowOf)
  if (rows.length <= fewLinks || !db.isTransaction) {
    await db.insertInto('history').values(rows).execute()
    return
  }
  const cells = rows.map((row) => columns.map((column) => row[column]))
  await copyRows(db as Transaction<HistoryTables>, 'history', columns, cells)
}

/**
 * Writes down changes of one Party, in order, as links of its chain; call it inside the transaction of the changes. The head
 * of the chain stays locked until that transaction ends, so numbers have no gaps. Throws when entries name different Parties.
 */
export const appendHistories = async (db: Kysely<unknown>, entries: readonly HistoryEntry[]): Promise<void> => {
  const party = entries[0]?.party
  if (party === undefined) return
  if (entries.some((entry) => entry.party !== party)) throw new Error('History entries of several Parties at once')
  const tables = db.withTables<HistoryTables>()
  let head = await lockHead(tables, party)
  for (let at = 0; at < entries.length; at += rowsAtOnce) {
    const links: ChainLink[] = []
    for (const entry of entries.slice(at, at + rowsAtOnce)) {
      const link = linkTo(head, entry)
      links.push(link)
      head = { number: link.number, hash: link.hash }
    }
    await insertLinks(tables, links)
  }
  await tables.updateTable('history_head').set(head).where('party', '=', party).execute()
}

/** Writes down one change; see `appendHistories`. */
export const appendHistory = (db: Kysely<unknown>, entry: HistoryEntry): Promise<void> => appendHistories(db, [entry])

const parsed = (text: string | null): unknown => (text === null ? undefined : JSON.parse(text))

/** Changes of a Party, or of one object of it, newest first. `before` is a number to go on below. */
export const listHistory = async (
  db: Kysely<unknown>,
  wanted: { readonly party: string; readonly object?: string; readonly before?: number; readonly limit?: number },
): Promise<readonly HistoryLine[]> => {
  let query = db.withTables<HistoryTables>().selectFrom('history').selectAll().where('party', '=', wanted.party)
  if (wanted.object !== undefined) query = query.where('object', '=', wanted.object)
  if (wanted.before !== undefined) query = query.where('number', '<', wanted.before)
  const rows = await query
    .orderBy('number', 'desc')
    .limit(wanted.limit ?? 50)
    .execute()
  return rows.map((row) => ({
    number: row.number,
    at: row.at,
    ...(row.actor_id === null ? {} : { actorId: row.actor_id }),
    actorName: row.actor_name,
    action: row.action,
    object: row.object,
    before: parsed(row.before),
    after: parsed(row.after),
    hash: row.hash,
  }))
}

export type HistoryCheck =
  | { readonly holds: true; readonly count: number; readonly hash: string }
  | ({ readonly holds: false } & ChainFault)

/**
 * Reads a Party's chain from its beginning and tells whether every link holds and none is missing, up to its head. A reader
 * who kept an earlier `hash` can also tell that the chain was not rewritten as a whole.
 */
export const verifyHistory = async (db: Kysely<unknown>, party: string): Promise<HistoryCheck> => {
  const tables = db.withTables<HistoryTables>()
  const end = await tables.selectFrom('history_head').selectAll().where('party', '=', party).executeTakeFirst()
  let head = { number: 0, hash: chainBeginning }
  for (;;) {
    const rows = await tables
      .selectFrom('history')
      .selectAll()
      .where('party', '=', party)
      .where('number', '>', head.number)
      .orderBy('number')
      .limit(rowsAtOnce)
      .execute()
    const fault = findChainFault(rows.map(linkOf), head)
    if (fault) return { holds: false, ...fault }
    const last = rows.at(-1)
    if (!last) break
    head = { number: last.number, hash: last.hash }
  }
  if (head.number < (end?.number ?? 0)) return { holds: false, number: head.number + 1, kind: 'gap' }
  if (head.hash !== (end?.hash ?? chainBeginning)) return { holds: false, number: head.number, kind: 'broken' }
  return { holds: true, count: head.number, hash: head.hash }
}
