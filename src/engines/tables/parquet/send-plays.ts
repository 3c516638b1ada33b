import { type DuckDBConnection, DuckDBIntegerVector } from '@duckdb/node-api'
import { filesLiteral, identifier } from './locked-database.ts'
import type { Sender } from './reading-child.ts'
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

/** Rows in one block: user codes, work codes and plays follow each other, `rows` 32-bit whole numbers each. */
export const playsBlockRows = 262_144

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

const firstRow = async (connection: DuckDBConnection, sql: string): Promise<readonly number[]> => {
  const result = await connection.runAndReadAll(sql)
  return result.getRowsJson()[0]!.map((cell) => (cell === null ? 0 : Number(cell)))
}

/** A table of the distinct identifiers with codes in their order, and whether the code is simply identifier − least. */
const codeTable = async (connection: DuckDBConnection, name: string, column: string, from: string, count: boolean) => {
  const rows = count ? ', count(*)::UINTEGER AS rows' : ''
  await connection.run(
    `CREATE TEMP TABLE ${name} AS SELECT id, (row_number() OVER (ORDER BY id) - 1)::INTEGER AS code${count ? ', rows' : ''} ` +
      `FROM (SELECT ${column} AS id${rows} FROM ${from} GROUP BY ${column})`,
  )
  const [distinct = 0] = await firstRow(connection, `SELECT count(*)::DOUBLE FROM ${name}`)
  const isWhole = await firstRow(
    connection,
    `SELECT (typeof(any_value(id)) IN ('TINYINT','SMALLINT','INTEGER','BIGINT','UTINYINT','USMALLINT','UINTEGER','UBIGINT'))::INTEGER FROM ${name}`,
  )
  if (isWhole[0] !== 1) return { distinct, least: undefined }
  const [least = 0, greatest = 0] = await firstRow(connection, `SELECT min(id)::DOUBLE, max(id)::DOUBLE FROM ${name}`)
  return { distinct, least: greatest - least + 1 === distinct ? least : undefined }
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

const integers = (vector: unknown): Int32Array => {
  if (!(vector instanceof DuckDBIntegerVector)) throw new Error('a column of whole numbers was expected')
  return (vector as unknown as { readonly items: Int32Array }).items
}

const sendRowsPerUser = async (connection: DuckDBConnection, users: number, sender: Sender): Promise<void> => {
  const counts = new Uint32Array(users)
  const result = await connection.stream('SELECT rows::INTEGER FROM users ORDER BY code')
  let at = 0
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    counts.set(integers(chunk.getColumnVector(0)).subarray(0, chunk.rowCount), at)
    at += chunk.rowCount
  }
  sender.block(counts)
}

/**
 * Sends plays as whole numbers: a head, the identifiers of users and of works, the number of rows of each user, then blocks of rows.
 * Identifiers that are whole numbers without gaps need no join; all others are looked up in a table of codes.
 */
export const sendPlays = async (connection: DuckDBConnection, wish: PlaysWish, sender: Sender): Promise<void> => {
  const [user, work] = [identifier(wish.user), identifier(wish.work)]
  const plays = wish.plays === undefined ? undefined : identifier(wish.plays)
  const files = filesLiteral(wish.files)
  const reasons = conditions(user, work, plays)
  const cases = reasons.map(([reason, condition]) => `WHEN ${condition} THEN '${reason}'`).join(' ')
  const counted = await connection.runAndReadAll(
    `SELECT CASE ${cases} ELSE '' END AS reason, count(*)::DOUBLE, max(${plays === undefined ? '1' : numeric(plays)})::DOUBLE FROM ${files} GROUP BY reason`,
  )
  const groups = counted.getRowsJson().map((row) => [String(row[0]), Number(row[1]), Number(row[2])] as const)
  const [, usable = 0, greatest = 0] = groups.find(([reason]) => reason === '') ?? []
  const leftOut = Object.fromEntries(groups.filter(([reason]) => reason !== '').map(([reason, rows]) => [reason, rows]))
  const hasAll = Object.keys(leftOut).length === 0
  const where = hasAll ? '' : ` WHERE (CASE ${cases} ELSE '' END) = ''`
  const from = `(SELECT * FROM ${files}${where})`
  const users = await codeTable(connection, 'users', user, from, true)
  const works = await codeTable(connection, 'works', work, from, false)
  const rows = groups.reduce((sum, [, count]) => sum + count, 0)
  sender.json({ rows, usable, leftOut, greatest, users: users.distinct, works: works.distinct } satisfies PlaysHead)
  await sendTexts(connection, 'users', sender)
  await sendTexts(connection, 'works', sender)
  await sendRowsPerUser(connection, users.distinct, sender)
  const code = (column: string, table: string, least: number | undefined) =>
    least === undefined ? `${table}.code` : `(p.${column} - ${least})::INTEGER`
  const joins = [
    users.least === undefined ? ` JOIN users ON p.${user} = users.id` : '',
    works.least === undefined ? ` JOIN works ON p.${work} = works.id` : '',
  ].join('')
  const selected = [
    code(user, 'users', users.least),
    code(work, 'works', works.least),
    plays === undefined ? '1::INTEGER' : `${numeric(`p.${plays}`)}::INTEGER`,
  ]
  const result = await connection.stream(`SELECT ${selected.join(', ')} FROM ${from} p${joins}`)
  const block = new Int32Array(3 * playsBlockRows)
  let filled = 0
  const flush = () => {
    if (filled === 0) return
    if (filled < playsBlockRows) {
      block.copyWithin(filled, playsBlockRows, playsBlockRows + filled)
      block.copyWithin(2 * filled, 2 * playsBlockRows, 2 * playsBlockRows + filled)
    }
    sender.block(block.subarray(0, 3 * filled))
    filled = 0
  }
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    if (filled + chunk.rowCount > playsBlockRows) flush()
    for (let column = 0; column < 3; column++) {
      const items = integers(chunk.getColumnVector(column))
      block.set(
        items.length === chunk.rowCount ? items : items.subarray(0, chunk.rowCount),
        column * playsBlockRows + filled,
      )
    }
    filled += chunk.rowCount
  }
  flush()
}
