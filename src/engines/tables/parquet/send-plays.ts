import type { DuckDBConnection } from '@duckdb/node-api'
import { filesLiteral, identifier } from './locked-database.ts'
import type { Sender } from './reading-child.ts'
import { eachChunk, firstRow, playsBlockRows, RowBlock } from './whole-numbers.ts'
import type { Wish } from './wish.ts'

type PlaysWish = Extract<Wish, { readonly kind: 'plays' }>

/** What stands in the file before a row of it is sent: how many rows can be used, and why the others cannot. */
export interface PlaysHead {
  readonly rows: number
  readonly usable: number
  readonly leftOut: Readonly<Record<string, number>>
  readonly greatest: number
  readonly users: number
  readonly works: number
}

const largestCount = 1_000_000_000

/** Conditions under which a row is left out, the first that holds counting. */
const conditions = (user: string, work: string, plays: string | undefined): readonly (readonly [string, string])[] => [
  ['no_user', `${user} IS NULL`],
  ['no_work', `${work} IS NULL`],
  ...(plays === undefined
    ? []
    : ([
        ['plays_not_a_number', `${numeric(plays)} IS NULL OR NOT isfinite(${numeric(plays)})`],
        ['plays_negative', `${numeric(plays)} < 0`],
        ['plays_too_large', `${numeric(plays)} >= ${largestCount}`],
        ['plays_not_whole', `${numeric(plays)} <> floor(${numeric(plays)})`],
      ] as const)),
]

/** A column as a number, whatever its type; nothing where it is none. */
const numeric = (column: string): string => `TRY_CAST(${column} AS DOUBLE)`

/** A table of the distinct identifiers with codes in their order, with the number of their rows if wanted. Gives how many there are. */
const codeTable = async (
  connection: DuckDBConnection,
  name: 'users' | 'works',
  column: string,
  from: string,
  hasRows: boolean,
): Promise<number> => {
  const rows = hasRows ? ', rows' : ''
  await connection.run(
    `CREATE TEMP TABLE ${name} AS SELECT id, (row_number() OVER (ORDER BY id) - 1)::INTEGER AS code${rows} ` +
      `FROM (SELECT ${column} AS id, count(*)::INTEGER AS rows FROM ${from} GROUP BY ${column})`,
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

const sendRowsPerUser = async (connection: DuckDBConnection, users: number, sender: Sender): Promise<void> => {
  const counts = new Uint32Array(users)
  let at = 0
  await eachChunk(connection, 'SELECT rows FROM users ORDER BY code', ([rows], length) => {
    counts.set(rows!.subarray(0, length), at)
    at += length
  })
  sender.block(counts)
}

/** What the columns are like, from one look over the file. */
interface Columns {
  readonly user: string
  readonly work: string
  /** The plays of a row as a number in SQL. */
  readonly plays: string | undefined
  /** The rows that can be used, as what stands after FROM. */
  readonly from: string
}

/** Identifiers that are whole numbers within a range small enough for a table of all of them. */
interface SmallRange {
  readonly least: number
  readonly size: number
}

/** Widest range of whole numbers for which a table of all of them is kept: 256 MB. */
const widestRange = 2 ** 26

const wholeTypes = new Set([
  'TINYINT',
  'SMALLINT',
  'INTEGER',
  'BIGINT',
  'UTINYINT',
  'USMALLINT',
  'UINTEGER',
  'UBIGINT',
  'HUGEINT',
])

const typesOf = async (connection: DuckDBConnection, files: string): Promise<ReadonlyMap<string, string>> => {
  const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${files}`)
  return new Map(described.getRowsJson().map((row) => [identifier(String(row[0])), String(row[1])]))
}

/** Counts of what can be used and of what cannot, by reason. The reasons are looked for only where something is amiss. */
const countRows = async (
  connection: DuckDBConnection,
  files: string,
  { user, work, plays }: Pick<Columns, 'user' | 'work' | 'plays'>,
  types: ReadonlyMap<string, string>,
): Promise<{ head: Omit<PlaysHead, 'users' | 'works'>; where: string }> => {
  const isWhole = plays === undefined || wholeTypes.has(types.get(plays) ?? '')
  if (isWhole) {
    const most =
      plays === undefined ? '1, 1, 1' : `min(${plays})::DOUBLE, max(${plays})::DOUBLE, count(${plays})::DOUBLE`
    const [rows = 0, users = 0, works = 0, least = 0, greatest = 0, counts = 0] = await firstRow(
      connection,
      `SELECT count(*)::DOUBLE, count(${user})::DOUBLE, count(${work})::DOUBLE, ${most} FROM ${files}`,
    )
    const isClean = users === rows && works === rows && (plays === undefined || counts === rows)
    if (isClean && least >= 0 && greatest < largestCount)
      return { head: { rows, usable: rows, leftOut: {}, greatest }, where: '' }
  }
  const cases = conditions(user, work, plays)
    .map(([reason, condition]) => `WHEN ${condition} THEN '${reason}'`)
    .join(' ')
  const counted = await connection.runAndReadAll(
    `SELECT CASE ${cases} ELSE '' END AS reason, count(*)::DOUBLE, max(${plays === undefined ? '1' : numeric(plays)})::DOUBLE FROM ${files} GROUP BY reason`,
  )
  const groups = counted.getRowsJson().map((row) => [String(row[0]), Number(row[1]), Number(row[2])] as const)
  const [, usable = 0, greatest = 0] = groups.find(([reason]) => reason === '') ?? []
  const leftOut = Object.fromEntries(groups.filter(([reason]) => reason !== '').map(([reason, rows]) => [reason, rows]))
  const rows = groups.reduce((sum, [, count]) => sum + count, 0)
  return { head: { rows, usable, leftOut, greatest }, where: ` WHERE (CASE ${cases} ELSE '' END) = ''` }
}

const smallRange = async (
  connection: DuckDBConnection,
  column: string,
  type: string | undefined,
  from: string,
): Promise<SmallRange | undefined> => {
  if (!wholeTypes.has(type ?? '')) return undefined
  const [least = 0, greatest = 0] = await firstRow(
    connection,
    `SELECT min(${column})::DOUBLE, max(${column})::DOUBLE FROM ${from}`,
  )
  const size = greatest - least + 1
  return size <= widestRange && Math.abs(least) < 2 ** 31 && Math.abs(greatest) < 2 ** 31 ? { least, size } : undefined
}

/** Codes of the numbers that occur, in their order; −1 for the others. */
const codesOf = (isThere: (at: number) => boolean, size: number): { codes: Int32Array; count: number } => {
  const codes = new Int32Array(size)
  let count = 0
  for (let at = 0; at < size; at++) codes[at] = isThere(at) ? count++ : -1
  return { codes, count }
}

const sendNumbers = (isThere: (at: number) => boolean, { least, size }: SmallRange, sender: Sender): void => {
  let texts: string[] = []
  for (let at = 0; at < size; at++) {
    if (!isThere(at)) continue
    texts.push(String(least + at))
    if (texts.length < 50_000) continue
    sender.json(texts)
    texts = []
  }
  sender.json(texts)
  sender.json(null)
}

const playsOf = (plays: string | undefined, types: ReadonlyMap<string, string>): string => {
  if (plays === undefined) return '1::INTEGER'
  return wholeTypes.has(types.get(plays) ?? '') ? `${plays}::INTEGER` : `${numeric(plays)}::INTEGER`
}

/** Numbers as identifiers: one pass counts the rows of every user and marks the works, the next sends the rows. No table, no join. */
const sendByNumber = async (
  connection: DuckDBConnection,
  { user, work, plays, from }: Columns & { readonly plays: string },
  [users, works]: readonly [SmallRange, SmallRange],
  head: Omit<PlaysHead, 'users' | 'works'>,
  sender: Sender,
): Promise<void> => {
  const rowsOfUser = new Uint32Array(users.size)
  const isWork = new Uint8Array(works.size)
  await eachChunk(connection, `SELECT ${user}::INTEGER, ${work}::INTEGER FROM ${from}`, ([u, w], rows) => {
    for (let row = 0; row < rows; row++) rowsOfUser[u![row]! - users.least]!++
    for (let row = 0; row < rows; row++) isWork[w![row]! - works.least] = 1
  })
  const isUserThere = (at: number) => rowsOfUser[at]! > 0
  const isWorkThere = (at: number) => isWork[at] === 1
  const [userCodes, workCodes] = [codesOf(isUserThere, users.size), codesOf(isWorkThere, works.size)]
  sender.json({ ...head, users: userCodes.count, works: workCodes.count } satisfies PlaysHead)
  sendNumbers(isUserThere, users, sender)
  sendNumbers(isWorkThere, works, sender)
  sender.block(rowsOfUser.filter((rows) => rows > 0))
  const block = new RowBlock(sender)
  const sql = `SELECT ${user}::INTEGER, ${work}::INTEGER, ${plays} FROM ${from}`
  await eachChunk(connection, sql, ([u, w, counts], rows) => {
    const [into, at] = block.place(rows)
    for (let row = 0; row < rows; row++) into[at + row] = userCodes.codes[u![row]! - users.least]!
    for (let row = 0; row < rows; row++) into[playsBlockRows + at + row] = workCodes.codes[w![row]! - works.least]!
    into.set(counts!.length === rows ? counts! : counts!.subarray(0, rows), 2 * playsBlockRows + at)
  })
  block.flush()
}

/** Any identifiers: their codes stand in tables, and rows are joined to them. */
const sendByTable = async (
  connection: DuckDBConnection,
  { user, work, plays, from }: Columns & { readonly plays: string },
  head: Omit<PlaysHead, 'users' | 'works'>,
  sender: Sender,
): Promise<void> => {
  const users = await codeTable(connection, 'users', user, from, true)
  const works = await codeTable(connection, 'works', work, from, false)
  sender.json({ ...head, users, works } satisfies PlaysHead)
  await sendTexts(connection, 'users', sender)
  await sendTexts(connection, 'works', sender)
  await sendRowsPerUser(connection, users, sender)
  const block = new RowBlock(sender)
  const sql = `SELECT users.code, works.code, n FROM (SELECT ${user} AS u, ${work} AS w, ${plays} AS n FROM ${from}) JOIN users ON u = users.id JOIN works ON w = works.id`
  await eachChunk(connection, sql, (columns, rows) => {
    const [into, at] = block.place(rows)
    columns.forEach((items, column) => into.set(items.subarray(0, rows), column * playsBlockRows + at))
  })
  block.flush()
}

/**
 * Sends plays as whole numbers: a head, the identifiers of users and of works in their order, the number of rows of each user, then blocks
 * of rows. Identifiers that are whole numbers in a small range are counted as they pass; all others are looked up in tables of codes.
 */
export const sendPlays = async (connection: DuckDBConnection, wish: PlaysWish, sender: Sender): Promise<void> => {
  const [user, work] = [identifier(wish.user), identifier(wish.work)]
  const plays = wish.plays === undefined ? undefined : identifier(wish.plays)
  const files = filesLiteral(wish.files)
  const types = await typesOf(connection, files)
  const { head, where } = await countRows(connection, files, { user, work, plays }, types)
  const from = where === '' ? files : `(SELECT * FROM ${files}${where})`
  const columns = { user, work, plays: playsOf(plays, types), from }
  const users = await smallRange(connection, user, types.get(user), from)
  const works = users && (await smallRange(connection, work, types.get(work), from))
  if (users && works && head.usable > 0) await sendByNumber(connection, columns, [users, works], head, sender)
  else await sendByTable(connection, columns, head, sender)
}
