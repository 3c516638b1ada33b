import { type Kysely, sql, type Transaction } from 'kysely'
import type { Migration } from 'kysely/migration'
import { DatabaseProblem } from './database-problem.ts'
import { withinTransaction } from './transaction.ts'

/**
 * The migrations of one room, keyed `0001-what-it-does`; they run in the order of their keys, after those of the rooms before.
 *
 * Expand, then contract: a release may add tables, nullable or defaulted columns and indexes, and fill them; only a later release,
 * when no running program needs the old shape, removes or narrows it. So a program of the last release still works on the new
 * schema while a machine is being updated. A published migration is never edited: write the next one. There is no way down:
 * going back is a restore. Deferrable constraints are checked at once while migrations run.
 */
export interface MigrationSet {
  readonly room: string
  readonly migrations: Readonly<Record<string, Migration>>
}

export interface NamedMigration {
  readonly name: string
  readonly migration: Migration
}

/** All migrations in the order they run, named `<room>/<key>`. Throws for keys that do not sort as written, and for twins. */
export const listMigrations = (sets: readonly MigrationSet[]): readonly NamedMigration[] => {
  const list = sets.flatMap(({ room, migrations }) =>
    Object.keys(migrations)
      .sort()
      .map((key) => {
        if (!/^\d{4}-[a-z0-9-]+$/.test(key))
          throw new Error(`Migration ${room}/${key} is not named like 0001-what-it-does`)
        return { name: `${room}/${key}`, migration: migrations[key]! }
      }),
  )
  const names = new Set(list.map(({ name }) => name))
  if (names.size !== list.length) throw new Error('Two migration sets have the same room')
  return list
}

/** The table that remembers which migrations ran, in the order they ran. */
export const migrationTable = 'schema_migration'

const migrationLock = 20_050_601

const ensureTable = (transaction: Kysely<unknown>) =>
  sql`create table if not exists ${sql.table(migrationTable)} (
    position integer generated always as identity primary key,
    name text not null unique,
    ran_at timestamptz not null default now()
  )`.execute(transaction)

/** Names of the migrations that ran on this database, oldest first; empty for a database that never had any. */
export const ranMigrations = async (db: Kysely<unknown>): Promise<readonly string[]> => {
  const found = await sql<{ is_there: boolean }>`select to_regclass(${migrationTable}) is not null as is_there`.execute(
    db,
  )
  if (!found.rows[0]?.is_there) return []
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(migrationTable)} order by position`.execute(
    db,
  )
  return rows.map(({ name }) => name)
}

/** Throws `database-newer` when `names` holds a migration this program does not have. */
const refuseNewer = (names: readonly string[], list: readonly NamedMigration[]): void => {
  const known = new Set(list.map(({ name }) => name))
  const unknown = names.filter((name) => !known.has(name))
  if (unknown.length > 0) throw new DatabaseProblem('database-newer', { names: unknown.join(', ') })
}

/**
 * Runs what has not run, inside a transaction of the caller; with `only`, just those names and in that order (a restore rebuilds the
 * schema of its backup so). Gives the names that ran. Throws `database-newer`.
 */
export const runMigrations = async (
  transaction: Transaction<unknown>,
  sets: readonly MigrationSet[],
  only?: readonly string[],
): Promise<readonly string[]> => {
  const list = listMigrations(sets)
  await sql`select pg_advisory_xact_lock(${sql.lit(migrationLock)})`.execute(transaction)
  await sql`select set_config('statement_timeout', '0', true)`.execute(transaction)
  await sql`set constraints all immediate`.execute(transaction)
  await ensureTable(transaction)
  const ran = new Set(await ranMigrations(transaction))
  refuseNewer([...ran], list)
  const wanted = only ? only.map((name) => list.find((item) => item.name === name)!) : list
  const pending = wanted.filter(({ name }) => !ran.has(name))
  for (const { name, migration } of pending) {
    await migration.up(transaction)
    await sql`insert into ${sql.table(migrationTable)} (name) values (${name})`.execute(transaction)
  }
  return pending.map(({ name }) => name)
}

/**
 * Brings the schema up to this program: runs what has not run, all in one transaction, under one lock, so that two processes
 * that start together do it once. Repeating it changes nothing. Gives the names that ran.
 * Throws `database-newer` (DatabaseProblem) when the database knows migrations this program lacks.
 */
export const migrate = (db: Kysely<unknown>, sets: readonly MigrationSet[]): Promise<readonly string[]> =>
  withinTransaction(db, (transaction) => runMigrations(transaction, sets), { isolation: 'read committed' })
