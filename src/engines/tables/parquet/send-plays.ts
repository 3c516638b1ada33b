import type { DuckDBConnection } from '@duckdb/node-api'
import { type Counted, countPlays, typesOf, type WholeRange, wholeTypes } from './count-plays.ts'
import { filesLiteral, identifier } from './locked-database.ts'
import type { Sender } from './reading-child.ts'
import type { RowShape } from './row-buckets.ts'
import { eachChunk, firstRow, RowBlock } from './whole-numbers.ts'
import type { Wish } from './wish.ts'

type PlaysWish = Extract<Wish, { readonly kind: 'plays' }>

/** The codes that users or works of the rows can have: 0 … count − 1. */
export interface Codes {
  readonly count: number
  /** Codes are whole numbers of the file less this one, and not all of them need occur; without it, texts are sent, one for each code. */
  readonly least?: number
}

/** What is known before a row is sent: how many rows can be used, why the others cannot, and how rows are packed. */
export interface PlaysHead {
  readonly rows: number
  readonly usable: number
  readonly leftOut: Readonly<Record<string, number>>
  readonly greatest: number
  readonly users: Codes
  readonly works: Codes
  readonly shape: RowShape
}

/** Widest range of whole numbers for which a table of all of them is kept: 256 MB. */
const widestRange = 2 ** 26

const isSmall = ({ least, greatest }: WholeRange): boolean =>
  greatest - least < widestRange && Math.abs(least) < 2 ** 53 && Math.abs(greatest) < 2 ** 53

const bitsOf = (greatest: number): number => Math.ceil(Math.log2(greatest + 1))

/** Two words a row where work and plays together fit into one, else three. */
const shapeOf = (works: number, greatest: number): RowShape => {
  const playBits = Math.max(1, bitsOf(greatest))
  return bitsOf(works - 1) + playBits <= 32 ? { words: 2, playBits } : { words: 3, playBits: 0 }
}

/** A table of the distinct identifiers with codes in their order. Gives how many there are. */
const codeTable = async (
  connection: DuckDBConnection,
  name: 'users' | 'works',
  column: string,
  from: string,
): Promise<number> => {
  await connection.run(
    `CREATE TEMP TABLE ${name} AS SELECT id, (row_number() OVER (ORDER BY id) - 1)::BIGINT AS code ` +
      `FROM (SELECT DISTINCT ${column} AS id FROM ${from})`,
  )
  const [distinct = 0] = await firstRow(connection, `SELECT count(*)::DOUBLE FROM ${name}`)
  return distinct
}

const sendTexts = async (connection: DuckDBConnection, table: string, sender: Sender): Promise<void> => {
  const result = await connection.stream(`SELECT id::VARCHAR FROM ${table} ORDER BY code`)
  let texts: string[] = []
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    for (const value of chunk.getColumnValues(0)) texts.push(String(value))
    if (texts.length < 50_000) continue
    sender.json(texts)
    texts = []
  }
  sender.json(texts)
  sender.json(null)
}

/** The rows of a query of users, works and plays, each a BIGINT, packed by the database and handed on as they lie in its memory. */
const sendRows = async (
  connection: DuckDBConnection,
  { words, playBits }: RowShape,
  rows: string,
  sender: Sender,
): Promise<void> => {
  const block = new RowBlock(sender, words)
  if (words === 2) {
    const sql = `SELECT (u << 32) | (w << ${playBits}) | n FROM (${rows})`
    await eachChunk(connection, sql, ([packed], count) => {
      const [into, at] = block.place(count)
      into.set(packed!.length === 2 * count ? packed! : packed!.subarray(0, 2 * count), at)
    })
  } else
    await eachChunk(connection, `SELECT (u << 32) | w, n::INTEGER FROM (${rows})`, ([packed, plays], count) => {
      const [into, at] = block.place(count)
      for (let row = 0; row < count; row++) {
        into[at + 3 * row] = packed![2 * row]!
        into[at + 3 * row + 1] = packed![2 * row + 1]!
        into[at + 3 * row + 2] = plays![row]!
      }
    })
  block.flush()
}

const playsOf = (plays: string | undefined, types: ReadonlyMap<string, string>): string => {
  if (plays === undefined) return '1::BIGINT'
  return wholeTypes.has(types.get(plays) ?? '') ? `${plays}::BIGINT` : `TRY_CAST(${plays} AS DOUBLE)::BIGINT`
}

interface Asked {
  readonly user: string
  readonly work: string
  readonly plays: string
  readonly from: string
  readonly counted: Counted
}

/** Numbers as identifiers are their own codes, less the least of them. */
const sendByNumber = async (
  connection: DuckDBConnection,
  { user, work, plays, from, counted }: Asked,
  [users, works]: readonly [WholeRange, WholeRange],
  sender: Sender,
): Promise<void> => {
  const codes = ({ least, greatest }: WholeRange): Codes => ({ count: greatest - least + 1, least })
  const shape = shapeOf(codes(works).count, counted.greatest)
  const { rows, usable, leftOut, greatest } = counted
  sender.json({ rows, usable, leftOut, greatest, users: codes(users), works: codes(works), shape } satisfies PlaysHead)
  const code = (column: string, { least }: WholeRange) => `(${column}::BIGINT - (${least}))`
  const sql = `SELECT ${code(user, users)} AS u, ${code(work, works)} AS w, ${plays} AS n FROM ${from}`
  await sendRows(connection, shape, sql, sender)
}

/** Any identifiers: their codes stand in tables, and rows are joined to them. */
const sendByTable = async (
  connection: DuckDBConnection,
  { user, work, plays, from, counted }: Asked,
  sender: Sender,
): Promise<void> => {
  const users = await codeTable(connection, 'users', user, from)
  const works = await codeTable(connection, 'works', work, from)
  const shape = shapeOf(works, counted.greatest)
  const { rows, usable, leftOut, greatest } = counted
  const codes = { users: { count: users }, works: { count: works } }
  sender.json({ rows, usable, leftOut, greatest, ...codes, shape } satisfies PlaysHead)
  await sendTexts(connection, 'users', sender)
  await sendTexts(connection, 'works', sender)
  const cells = `SELECT ${user} AS user_id, ${work} AS work_id, ${plays} AS n FROM ${from}`
  const sql = `SELECT users.code AS u, works.code AS w, n FROM (${cells}) JOIN users ON user_id = users.id JOIN works ON work_id = works.id`
  await sendRows(connection, shape, sql, sender)
}

/**
 * Sends plays as packed whole numbers: a head, the identifiers of users and of works in their order where they are not numbers, then
 * blocks of rows. Identifiers that are whole numbers in a small range are sent as they are; all others are looked up in tables of codes.
 */
export const sendPlays = async (connection: DuckDBConnection, wish: PlaysWish, sender: Sender): Promise<void> => {
  const [user, work] = [identifier(wish.user), identifier(wish.work)]
  const plays = wish.plays === undefined ? undefined : identifier(wish.plays)
  const files = filesLiteral(wish.files)
  const types = await typesOf(connection, files)
  const counted = await countPlays(connection, files, { user, work, plays }, types)
  const from = counted.where === '' ? files : `(SELECT * FROM ${files}${counted.where})`
  const asked = { user, work, plays: playsOf(plays, types), from, counted }
  const { users, works } = counted
  if (users && works && counted.usable > 0 && isSmall(users) && isSmall(works))
    await sendByNumber(connection, asked, [users, works], sender)
  else await sendByTable(connection, asked, sender)
}
