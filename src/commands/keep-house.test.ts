import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { migrationSets } from '../app.ts'
import { instruments } from '../instruments/index.ts'
import { newId } from '../platform/random/new-id.ts'
import { keepRetention } from './keep-house.ts'

const now = new Date('2026-11-23T00:00:00Z')
const daysAgo = (days: number): Date => new Date(now.getTime() - days * 24 * 3600 * 1000)

describe('retention', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(migrationSets)
  })
  afterAll(() => database.close())

  it('lets receipts of forms go after a month, and not before', async () => {
    for (const days of [1, 30, 32, 400])
      await database.pool.query('insert into submissions (key, actor, path, submitted_at) values ($1, $2, $3, $4)', [
        newId(),
        'visitor',
        `/${days}`,
        daysAgo(days),
      ])
    expect((await keepRetention(database.db, now))['receipts']).toBe(2)
    const { rows } = await database.pool.query<{ path: string }>('select path from submissions order by submitted_at')
    expect(rows.map(({ path }) => path)).toEqual(['/30', '/1'])
  })

  it('asks every instrument that declares a time', async () => {
    const declared = instruments.flatMap(({ id, retention }) =>
      retention.filter(({ months }) => months !== null).map(({ basis }) => `${id} ${basis}`),
    )
    expect(Object.keys(await keepRetention(database.db, now)).toSorted()).toEqual([...declared, 'receipts'].toSorted())
  })
})
