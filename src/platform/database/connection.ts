import { Kysely } from 'kysely'
import { Client, type ClientConfig, Pool, type PoolConfig } from 'pg'
import type { Log } from '../log/log.ts'
import { clientDialect } from './client-dialect.ts'
import { superuser } from './cluster.ts'
import { DatabaseProblem, findErrorCode } from './database-problem.ts'
import { holdServer } from './supervisor.ts'
import { valueTypes } from './value-types.ts'

export interface OpenDatabaseOptions {
  /** Address of an existing server (`DATABASE_URL`); without one the embedded server of the data folder is used. */
  readonly url?: string | undefined
  readonly dataDirectory: string
  readonly log: Log
  /** Connections at most; 10 unless told. */
  readonly poolSize?: number
}

export interface OpenDatabase {
  readonly db: Kysely<unknown>
  /** The same connections without Kysely, for libraries that want a `pg` pool. */
  readonly pool: Pool
  /** What a `pg` client needs for a connection of its own (LISTEN); holds the password, so never log it. */
  readonly connection: Readonly<ClientConfig>
  readonly kind: 'embedded' | 'given'
  /** Ends all connections; the embedded server stops if nobody else uses it. */
  readonly close: () => Promise<void>
}

/** The lowest PostgreSQL an installation may bring. */
export const oldestServerMajor = 15

/** Name of the database and of its owner in the embedded server. */
export const embeddedName = 'open_roadmap'

/** A page may take no statement longer than this; imports and backups lift it for their own transaction. */
export const statementTimeoutMillis = 60_000

const poolSettings = (poolSize: number): PoolConfig => ({
  max: poolSize,
  application_name: 'open-roadmap',
  statement_timeout: statementTimeoutMillis,
  idle_in_transaction_session_timeout: 300_000,
  connectionTimeoutMillis: 15_000,
  idleTimeoutMillis: 30_000,
  types: valueTypes,
})

/** A connection lost while it is in use fails its query; the listener keeps it from ending the whole process as well. */
const openPool = (connection: ClientConfig, options: OpenDatabaseOptions): { db: Kysely<unknown>; pool: Pool } => {
  const pool = new Pool({ ...poolSettings(options.poolSize ?? 10), ...connection })
  pool.on('connect', (client) => client.on('error', () => {}))
  pool.on('error', (error) => options.log.error('database.connection-lost', error))
  return { pool, db: new Kysely<unknown>({ dialect: clientDialect(pool) }) }
}

const once = (work: () => Promise<void>): (() => Promise<void>) => {
  let done: Promise<void> | undefined
  return () => {
    done ??= work()
    return done
  }
}

/** Makes the app's own database and its owner, who is no superuser; does nothing where they exist. */
const ensureEmbeddedDatabase = async (socketFolder: string): Promise<void> => {
  const client = new Client({ host: socketFolder, port: 5432, user: superuser, database: 'postgres' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(2005)')
    const role = await client.query('select from pg_roles where rolname = $1', [embeddedName])
    if (role.rowCount === 0) await client.query(`create role ${embeddedName} login`)
    const database = await client.query('select from pg_database where datname = $1', [embeddedName])
    if (database.rowCount === 0) await client.query(`create database ${embeddedName} owner ${embeddedName}`)
  } finally {
    await client.end()
  }
}

const openEmbedded = async (options: OpenDatabaseOptions): Promise<OpenDatabase> => {
  const server = await holdServer(options)
  await ensureEmbeddedDatabase(server.socketFolder)
  const connection = { host: server.socketFolder, port: 5432, user: embeddedName, database: embeddedName }
  const { db, pool } = openPool(connection, options)
  options.log.info('database.open', { kind: 'embedded', adopted: server.isAdopted })
  const close = once(async () => {
    await pool.end()
    await server.release()
  })
  return { db, pool, connection, kind: 'embedded', close }
}

const refusals = new Set(['28P01', '28000', '3D000', '42501'])

const hostOf = (url: string): string => {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol))
    throw new DatabaseProblem('address-malformed')
  return new URL(url).host || new URL(url).searchParams.get('host') || 'localhost'
}

const reasonOf = (error: unknown): string =>
  findErrorCode(error) ?? (error instanceof Error ? error.message : 'unknown')

const checkGiven = async (pool: Pool, host: string): Promise<number> => {
  try {
    const { rows } = await pool.query<{ version: number }>(
      `select current_setting('server_version_num')::int as version`,
    )
    return Math.floor((rows[0]?.version ?? 0) / 10_000)
  } catch (error) {
    const code = refusals.has(findErrorCode(error) ?? '') ? 'address-refused' : 'address-unreachable'
    throw new DatabaseProblem(code, { host, reason: reasonOf(error) }, error)
  }
}

/** `sslmode`, `sslrootcert` … of the address are honoured by `pg`. */
const openGiven = async (url: string, options: OpenDatabaseOptions): Promise<OpenDatabase> => {
  const host = hostOf(url)
  const connection = { connectionString: url }
  const { db, pool } = openPool(connection, options)
  try {
    const found = await checkGiven(pool, host)
    if (found < oldestServerMajor) throw new DatabaseProblem('server-too-old', { found, expected: oldestServerMajor })
  } catch (error) {
    await pool.end()
    throw error
  }
  options.log.info('database.open', { kind: 'given' })
  return { db, pool, connection, kind: 'given', close: once(() => pool.end()) }
}

/**
 * Opens the database of the installation: the given one (PostgreSQL 15 or newer) or the embedded one, which is made and started
 * as needed. Values arrive as `value-types.ts` says; a statement may take 60 s. Throws DatabaseProblem.
 */
export const openDatabase = (options: OpenDatabaseOptions): Promise<OpenDatabase> =>
  options.url === undefined || options.url === '' ? openEmbedded(options) : openGiven(options.url, options)
