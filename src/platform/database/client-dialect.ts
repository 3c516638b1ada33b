import { type Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient, sql } from 'kysely'
import type { Pool, PoolClient } from 'pg'

/** Never reaches the server: the connection answers it itself, with the client it is made of. */
const whoAreYou = '/* the client behind this connection */'

type AnyQuery = (...all: unknown[]) => unknown

const openToQuestion = (client: PoolClient): PostgresPoolClient => {
  const forward = client.query.bind(client) as AnyQuery
  const query: AnyQuery = (text, parameters) =>
    text === whoAreYou
      ? Promise.resolve({ command: 'SELECT', rowCount: 1, rows: [{ client }] })
      : forward(text, parameters)
  const release = (destroy?: boolean): void => client.release(destroy)
  return { query, release } as PostgresPoolClient
}

/** Kysely's PostgreSQL dialect over a `pg` pool whose connections can be asked for their client (`getClient`). */
export const clientDialect = (pool: Pool): PostgresDialect => {
  const open = new WeakMap<PoolClient, PostgresPoolClient>()
  const connect = async (): Promise<PostgresPoolClient> => {
    const client = await pool.connect()
    const known = open.get(client) ?? openToQuestion(client)
    open.set(client, known)
    return known
  }
  const asked: PostgresPool = { connect, end: () => pool.end(), options: pool.options }
  return new PostgresDialect({ pool: asked })
}

/**
 * The `pg` client that carries this Kysely transaction (or reserved connection), for what Kysely has no words for, such as COPY.
 * It belongs to the transaction: never release it, and use it only until the transaction ends.
 */
export const getClient = async (transaction: Kysely<unknown>): Promise<PoolClient> => {
  const { rows } = await sql.raw<{ client: PoolClient }>(whoAreYou).execute(transaction)
  const client = rows[0]?.client
  if (!client) throw new Error('This connection was not opened by openDatabase')
  return client
}
