import { type Kysely, sql } from 'kysely'
import { recordOf } from './record-row.ts'
import { aliased, recordsIn, shownColumns } from './record-store.ts'
import { facetQuery, findQueryText } from './tokens.ts'
import type { RecordState, Register, RegisterRecord } from './register.ts'

export type SortOrder = 'updated' | '-updated' | 'title' | '-title'

/** What a list shows: the query of its address, read. */
export interface ListWish {
  readonly party: string
  /** States the reader may see or wants to see. */
  readonly states: readonly RecordState[]
  /** Chosen answers by filter field: any of them. */
  readonly filters: Readonly<Record<string, readonly string[]>>
  readonly search: string
  readonly sort: SortOrder
  /** Where to go on: a mark of an earlier page, after or before it. */
  readonly after?: string
  readonly before?: string
  readonly limit: number
}

export interface ListPage {
  readonly records: readonly RegisterRecord[]
  /** How many match; `atLeast` when counting was stopped there. */
  readonly count: { readonly value: number; readonly atLeast: boolean }
  readonly next?: string
  readonly previous?: string
}

/** Counting goes no further: nobody reads on, and the page stays fast at any size. */
export const countLimit = 1000

const markOf = (record: RegisterRecord, sort: SortOrder, sortTitle: string): string =>
  Buffer.from(
    JSON.stringify([sort.endsWith('updated') ? record.updatedAt.toISOString() : sortTitle, record.id]),
  ).toString('base64url')

const findMark = (mark: string | undefined): readonly [string, string] | undefined => {
  if (mark === undefined) return undefined
  try {
    const read = JSON.parse(Buffer.from(mark, 'base64url').toString('utf8')) as unknown
    if (!Array.isArray(read) || typeof read[0] !== 'string' || !/^[0-9a-f-]{36}$/.test(String(read[1])))
      return undefined
    return [read[0], String(read[1])]
  } catch {
    return undefined
  }
}

const searchQuery = (wish: ListWish): string | undefined => {
  const facets = Object.entries(wish.filters)
    .filter(([, values]) => values.length > 0)
    .map(([field, values]) => facetQuery(field, values))
  const words = findQueryText(wish.search)
  const parts = words === undefined ? facets : [...facets, words]
  return parts.length === 0 ? undefined : parts.join(' & ')
}

/** One state is an equality, so that an index of state and day gives the order; all three are no condition at all. */
const ofStates = (states: readonly RecordState[]) => {
  if (states.length === 3) return sql<boolean>`true`
  return states.length === 1
    ? sql<boolean>`record.state = ${states[0]}`
    : sql<boolean>`record.state = any(${[...states]}::text[])`
}

const matching = (db: Kysely<unknown>, register: Register, wish: ListWish) => {
  const query = recordsIn(db)
    .selectFrom(aliased(register))
    .where('record.party', '=', wish.party)
    .where(ofStates(wish.states))
  const search = searchQuery(wish)
  return search === undefined ? query : query.where(sql<boolean>`record.search @@ ${search}::tsquery`)
}

const countOf = async (db: Kysely<unknown>, register: Register, wish: ListWish): Promise<ListPage['count']> => {
  const some = matching(db, register, wish)
    .select('record.id')
    .limit(countLimit + 1)
  const { rows } = await sql<{ count: number }>`select count(*) as count from (${some}) as counted`.execute(db)
  const found = rows[0]?.count ?? 0
  return { value: Math.min(found, countLimit), atLeast: found > countLimit }
}

const rowsOf = async (
  db: Kysely<unknown>,
  register: Register,
  wish: ListWish,
  mark: readonly [string, string] | undefined,
) => {
  const byDay = wish.sort.endsWith('updated')
  const column = byDay ? ('record.updated_at' as const) : ('record.sort_title' as const)
  const backwards = wish.before !== undefined
  const descending = wish.sort.startsWith('-') !== backwards
  const direction = descending ? 'desc' : 'asc'
  let query = matching(db, register, wish).select([...shownColumns, 'record.sort_title'])
  if (mark) {
    const than = sql.raw(descending ? '<' : '>')
    const value = byDay ? sql`${mark[0]}::timestamptz` : sql`${mark[0]}`
    query = query.where(sql<boolean>`(${sql.ref(column)}, record.id) ${than} (${value}, ${mark[1]}::uuid)`)
  }
  const rows = await query
    .orderBy(column, direction)
    .orderBy('record.id', direction)
    .limit(wish.limit + 1)
    .execute()
  return { rows: rows.slice(0, wish.limit), more: rows.length > wish.limit }
}

/** One page of a register's list with the marks of its neighbours; two index reads, whatever the size. */
export const listRecords = async (db: Kysely<unknown>, register: Register, wish: ListWish): Promise<ListPage> => {
  const mark = findMark(wish.before ?? wish.after)
  const backwards = wish.before !== undefined && mark !== undefined
  const count = await countOf(db, register, wish)
  const { rows, more } = await rowsOf(
    db,
    register,
    backwards ? wish : ({ ...wish, before: undefined } as ListWish),
    mark,
  )
  const ordered = backwards ? rows.toReversed() : rows
  const records = ordered.map(recordOf)
  const markAt = (place: 0 | -1): string => markOf(records.at(place)!, wish.sort, ordered.at(place)!.sort_title)
  const hasNext = backwards || more
  const hasPrevious = backwards ? more : mark !== undefined
  return {
    records,
    count,
    ...(hasNext && records.length > 0 ? { next: markAt(-1) } : {}),
    ...(hasPrevious && records.length > 0 ? { previous: markAt(0) } : {}),
  }
}

const rowsAtOnce = 500

/** Every record that matches, in the order of the list, in portions: memory stays bounded. */
export async function* eachRecord(
  db: Kysely<unknown>,
  register: Register,
  wish: Omit<ListWish, 'limit' | 'after' | 'before'>,
): AsyncGenerator<RegisterRecord> {
  let mark: readonly [string, string] | undefined
  for (;;) {
    const { rows, more } = await rowsOf(db, register, { ...wish, limit: rowsAtOnce }, mark)
    for (const row of rows) yield recordOf(row)
    const last = rows.at(-1)
    if (!more || !last) return
    mark = [wish.sort.endsWith('updated') ? last.updated_at.toISOString() : last.sort_title, last.id]
  }
}

/** True when a Party has a record in one of the states: one step into an index. */
export const hasRecords = async (
  db: Kysely<unknown>,
  register: Register,
  party: string,
  states: readonly RecordState[],
): Promise<boolean> => {
  const { rows } = await sql`select from ${sql.table(register.id)}
    where party = ${party} and state = any(${[...states]}::text[]) limit 1`.execute(db)
  return rows.length > 0
}

/** How many records a Party has in each state. */
export const countStates = async (
  db: Kysely<unknown>,
  register: Register,
  party: string,
): Promise<Readonly<Record<RecordState, number>>> => {
  const { rows } = await sql<{ state: RecordState; count: number }>`
    select state, count(*) as count from ${sql.table(register.id)} where party = ${party} group by state`.execute(db)
  const counts = { draft: 0, published: 0, withdrawn: 0 }
  for (const { state, count } of rows) counts[state] = count
  return counts
}
