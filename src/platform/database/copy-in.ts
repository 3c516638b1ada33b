import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Kysely, sql, type Transaction } from 'kysely'
import { escapeIdentifier } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { getClient } from './client-dialect.ts'
import { type ColumnKind, copyLine } from './copy-text.ts'

const chunkCharacters = 64 * 1024

async function* inChunks(
  rows: AsyncIterable<readonly unknown[]> | Iterable<readonly unknown[]>,
  kinds: readonly ColumnKind[],
): AsyncGenerator<string> {
  let chunk = ''
  for await (const row of rows) {
    chunk += copyLine(row, kinds)
    if (chunk.length < chunkCharacters) continue
    yield chunk
    chunk = ''
  }
  if (chunk !== '') yield chunk
}

const columnKinds = async (
  db: Kysely<unknown>,
  table: string,
  columns: readonly string[],
): Promise<readonly ColumnKind[]> => {
  const { rows } = await sql<{ name: string; kind: ColumnKind }>`
    select attname as name,
      case when typname in ('json', 'jsonb') then 'json' when typcategory = 'A' then 'list' else 'plain' end as kind
    from pg_attribute join pg_type on pg_type.oid = atttypid
    where attrelid = ${quoted(table)}::regclass and attnum > 0 and not attisdropped`.execute(db)
  const kinds = new Map(rows.map(({ name, kind }) => [name, kind]))
  return columns.map((column) => {
    const kind = kinds.get(column)
    if (kind === undefined) throw new Error(`The table ${table} has no column ${column}`)
    return kind
  })
}

/** `measure` or `schema.measure` as an identifier in SQL. */
export const quoted = (table: string): string => table.split('.').map(escapeIdentifier).join('.')

/**
 * Adds rows by COPY inside the given transaction: the fast way in for imports. Each row holds the values of `columns` in that
 * order; strings, numbers, booleans, bigints, Dates and bytes go as they are, JSON columns take values (never JSON text), list columns
 * take arrays, and null or undefined become NULL. Rows may be produced while they are read; they must not use the same
 * transaction meanwhile. An error from the rows or from the database fails the transaction. The rest of the transaction has no
 * statement timeout. Gives the number of rows added.
 */
export const copyRows = async <Tables>(
  transaction: Transaction<Tables>,
  table: string,
  columns: readonly string[],
  rows: AsyncIterable<readonly unknown[]> | Iterable<readonly unknown[]>,
): Promise<number> => {
  const db = transaction as unknown as Kysely<unknown>
  const kinds = await columnKinds(db, table, columns)
  await sql`select set_config('statement_timeout', '0', true)`.execute(db)
  const client = await getClient(db)
  const target = client.query(
    copyFrom(`copy ${quoted(table)} (${columns.map(escapeIdentifier).join(', ')}) from stdin`),
  )
  await pipeline(Readable.from(inChunks(rows, kinds)), target)
  return target.rowCount
}
