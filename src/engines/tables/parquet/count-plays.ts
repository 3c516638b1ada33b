import type { DuckDBConnection } from '@duckdb/node-api'
import { identifier } from './locked-database.ts'
import { firstRow } from './whole-numbers.ts'

/** Columns of plays as identifiers of SQL. */
export interface PlaysNames {
  readonly user: string
  readonly work: string
  readonly plays: string | undefined
}

export interface WholeRange {
  readonly least: number
  readonly greatest: number
}

/** What one look over the rows tells. */
export interface Counted {
  readonly rows: number
  readonly usable: number
  /** Rows that cannot be used, by reason. */
  readonly leftOut: Readonly<Record<string, number>>
  /** Most plays of one usable row. */
  readonly greatest: number
  /** What keeps the others out; empty when all can be used. */
  readonly where: string
  /** Ranges of the identifiers of usable rows, where they are whole numbers. */
  readonly users: WholeRange | undefined
  readonly works: WholeRange | undefined
}

const largestCount = 1_000_000_000

export const wholeTypes: ReadonlySet<string> = new Set([
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

/** Types of the columns, by their identifiers. */
export const typesOf = async (connection: DuckDBConnection, files: string): Promise<ReadonlyMap<string, string>> => {
  const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${files}`)
  return new Map(described.getRowsJson().map((row) => [identifier(String(row[0])), String(row[1])]))
}

/** A column as a number, whatever its type; nothing where it is none. */
const numeric = (column: string): string => `TRY_CAST(${column} AS DOUBLE)`

/** Conditions under which a row is left out, the first that holds counting. */
const conditions = ({ user, work, plays }: PlaysNames): readonly (readonly [string, string])[] => [
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

const rangesSql = ({ user, work }: PlaysNames, types: ReadonlyMap<string, string>): string =>
  [user, work]
    .map((column) =>
      wholeTypes.has(types.get(column) ?? '') ? `min(${column})::DOUBLE, max(${column})::DOUBLE` : '0, 0',
    )
    .join(', ')

const rangesOf = (
  { user, work }: PlaysNames,
  types: ReadonlyMap<string, string>,
  [leastUser = 0, greatestUser = 0, leastWork = 0, greatestWork = 0]: readonly number[],
): Pick<Counted, 'users' | 'works'> => ({
  users: wholeTypes.has(types.get(user) ?? '') ? { least: leastUser, greatest: greatestUser } : undefined,
  works: wholeTypes.has(types.get(work) ?? '') ? { least: leastWork, greatest: greatestWork } : undefined,
})

/** All at once for rows that can all be used; nothing as soon as something is amiss. */
const countClean = async (
  connection: DuckDBConnection,
  files: string,
  names: PlaysNames,
  types: ReadonlyMap<string, string>,
): Promise<Counted | undefined> => {
  const { user, work, plays } = names
  if (plays !== undefined && !wholeTypes.has(types.get(plays) ?? '')) return undefined
  const ofPlays =
    plays === undefined
      ? 'count(*)::DOUBLE, 1, 1'
      : `count(${plays})::DOUBLE, min(${plays})::DOUBLE, max(${plays})::DOUBLE`
  const [rows = 0, users = 0, works = 0, counts = 0, least = 0, greatest = 0, ...ranges] = await firstRow(
    connection,
    `SELECT count(*)::DOUBLE, count(${user})::DOUBLE, count(${work})::DOUBLE, ${ofPlays}, ${rangesSql(names, types)} FROM ${files}`,
  )
  const isClean = users === rows && works === rows && counts === rows && least >= 0 && greatest < largestCount
  return isClean
    ? { rows, usable: rows, leftOut: {}, greatest, where: '', ...rangesOf(names, types, ranges) }
    : undefined
}

/** Counts of what can be used and of what cannot, by reason. The reasons are looked for only where something is amiss. */
export const countPlays = async (
  connection: DuckDBConnection,
  files: string,
  names: PlaysNames,
  types: ReadonlyMap<string, string>,
): Promise<Counted> => {
  const clean = await countClean(connection, files, names, types)
  if (clean) return clean
  const cases = conditions(names)
    .map(([reason, condition]) => `WHEN ${condition} THEN '${reason}'`)
    .join(' ')
  const greatestPlays = names.plays === undefined ? '1' : `max(${numeric(names.plays)})::DOUBLE`
  const counted = await connection.runAndReadAll(
    `SELECT CASE ${cases} ELSE '' END AS reason, count(*)::DOUBLE, ${greatestPlays}, ${rangesSql(names, types)} FROM ${files} GROUP BY reason`,
  )
  const groups = counted
    .getRowsJson()
    .map(([reason, ...cells]) => ({ reason: String(reason), cells: cells.map(Number) }))
  const [usable = 0, greatest = 0, ...ranges] = groups.find(({ reason }) => reason === '')?.cells ?? []
  const others = groups.filter(({ reason }) => reason !== '')
  return {
    rows: groups.reduce((sum, { cells }) => sum + cells[0]!, 0),
    usable,
    leftOut: Object.fromEntries(others.map(({ reason, cells }) => [reason, cells[0]!])),
    greatest,
    where: ` WHERE (CASE ${cases} ELSE '' END) = ''`,
    ...rangesOf(names, types, ranges),
  }
}
