import { type Kysely, sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../../test/database.ts'
import { listMigrations, type MigrationSet, migrate, ranMigrations } from './migrate.ts'

const creating = (table: string) => ({
  up: async (db: Kysely<unknown>) => {
    await sql`create table ${sql.table(table)} (id integer primary key)`.execute(db)
  },
})

const failing = {
  up: async (db: Kysely<unknown>) => {
    await sql`create table half_done (id integer)`.execute(db)
    throw new Error('no further')
  },
}

const zoo: MigrationSet = { room: 'zoo', migrations: { '0001-cage': creating('cage') } }
const atrium: MigrationSet = {
  room: 'atrium',
  migrations: { '0001-bench': creating('bench'), '0002-lamp': creating('lamp') },
}

const database = await openTestDatabase()
afterAll(database.close)
const { db } = database

describe('bringing the schema up to date', () => {
  it('runs the rooms in the order they are listed, each migration once', async () => {
    expect(await migrate(db, [zoo])).toEqual(['zoo/0001-cage'])
    expect(await migrate(db, [zoo, atrium])).toEqual(['atrium/0001-bench', 'atrium/0002-lamp'])
    expect(await migrate(db, [zoo, atrium])).toEqual([])
    expect(await ranMigrations(db)).toEqual(['zoo/0001-cage', 'atrium/0001-bench', 'atrium/0002-lamp'])
  })

  it('does it once when several processes start together', async () => {
    const more: MigrationSet = { room: 'cellar', migrations: { '0001-barrel': creating('barrel') } }
    const ran = await Promise.all([1, 2, 3].map(() => migrate(db, [zoo, atrium, more])))
    expect(ran.flat()).toEqual(['cellar/0001-barrel'])
    await sql`drop table barrel`.execute(db)
    await sql`delete from schema_migration where name like 'cellar/%'`.execute(db)
  })

  it('leaves nothing half-done when a migration fails', async () => {
    const broken: MigrationSet = {
      room: 'broken',
      migrations: { '0001-first': creating('first'), '0002-fails': failing },
    }
    await expect(migrate(db, [zoo, atrium, broken])).rejects.toThrow('no further')
    const { rows } = await sql`select to_regclass('first') as first, to_regclass('half_done') as half`.execute(db)
    expect(rows).toEqual([{ first: null, half: null }])
    expect(await ranMigrations(db)).toHaveLength(3)
  })

  it('refuses a database that a newer program has used, and changes nothing', async () => {
    await expect(migrate(db, [zoo])).rejects.toMatchObject({
      code: 'database-newer',
      values: { names: 'atrium/0001-bench, atrium/0002-lamp' },
    })
  })

  it('refuses names that would not keep their order', () => {
    expect(() => listMigrations([{ room: 'a', migrations: { '12-x': creating('x') } }])).toThrow(/0001-what-it-does/)
    expect(() => listMigrations([zoo, zoo])).toThrow(/same room/)
  })
})
