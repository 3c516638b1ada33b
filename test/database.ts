import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { Client, type Pool } from 'pg'
import { inject } from 'vitest'
import { superuser } from '../src/platform/database/cluster.ts'
import { embeddedName, openDatabase } from '../src/platform/database/connection.ts'
import { listMigrations, type MigrationSet, migrate } from '../src/platform/database/migrate.ts'
import { holdServer, type Server } from '../src/platform/database/supervisor.ts'
import { silentLog } from '../src/platform/log/log.ts'

export interface TestDatabase {
  readonly db: Kysely<unknown>
  readonly pool: Pool
  /** Address of this database in the form of DATABASE_URL. */
  readonly url: string
  readonly close: () => Promise<void>
}

let server: Promise<Server> | undefined

const testServer = (): Promise<Server> => {
  server ??= holdServer({ dataDirectory: inject('databaseDirectory'), log: silentLog, durable: false })
  return server
}

const asAdministrator = async <Value>(
  socketFolder: string,
  work: (client: Client) => Promise<Value>,
): Promise<Value> => {
  const client = new Client({ host: socketFolder, port: 5432, user: superuser, database: 'postgres' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const urlOf = (socketFolder: string, name: string): string =>
  `postgres://${embeddedName}@localhost:5432/${name}?host=${encodeURIComponent(socketFolder)}`

const open = (url: string) => openDatabase({ url, dataDirectory: '', log: silentLog, poolSize: 5 })

/** A migrated database to copy from, made once per run for each different list of migrations. */
const ensureTemplate = async (socketFolder: string, client: Client, sets: readonly MigrationSet[]): Promise<string> => {
  const shape = listMigrations(sets).map(({ name, migration }) => `${name} ${migration.up.toString()}`)
  const name = `template_${createHash('sha256').update(shape.join('\n')).digest('hex').slice(0, 24)}`
  await client.query('select pg_advisory_lock(2025)')
  const role = await client.query('select from pg_roles where rolname = $1', [embeddedName])
  if (role.rowCount === 0) await client.query(`create role ${embeddedName} login`)
  const known = await client.query('select from pg_database where datname = $1 and datistemplate', [name])
  if (known.rowCount === 0) {
    await client.query(`drop database if exists ${name}`)
    await client.query(`create database ${name} owner ${embeddedName}`)
    const draft = await open(urlOf(socketFolder, name))
    try {
      await migrate(draft.db, sets)
    } finally {
      await draft.close()
    }
    await client.query(`alter database ${name} is_template true`)
  }
  await client.query('select pg_advisory_unlock(2025)')
  return name
}

let databases = 0

/**
 * A fresh, migrated database of the real PostgreSQL for one test file; one server serves the whole run. Use it as
 * `const database = await openTestDatabase(sets)` at the top of the file, with `afterAll(database.close)`.
 */
export const openTestDatabase = async (sets: readonly MigrationSet[] = []): Promise<TestDatabase> => {
  const { socketFolder } = await testServer()
  databases += 1
  const name = `test_${process.pid}_${databases}`
  await asAdministrator(socketFolder, async (client) => {
    const template = await ensureTemplate(socketFolder, client, sets)
    await client.query(`create database ${name} owner ${embeddedName} template ${template} strategy file_copy`)
  })
  const url = urlOf(socketFolder, name)
  const { db, pool, close } = await open(url)
  const closeAndDrop = async (): Promise<void> => {
    await close()
    await asAdministrator(socketFolder, (client) => client.query(`drop database ${name} with (force)`))
  }
  return { db, pool, url, close: closeAndDrop }
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Data folder of this run's throw-away server. */
    databaseDirectory: string
  }
}
