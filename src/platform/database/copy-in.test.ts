import * as fc from 'fast-check'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../../test/database.ts'
import { copyRows } from './copy-in.ts'
import type { MigrationSet } from './migrate.ts'
import { withinTransaction } from './transaction.ts'

const shelf: MigrationSet = {
  room: 'shelf',
  migrations: {
    '0001-item': {
      up: async (db: Kysely<unknown>) => {
        await sql`create table item (id int8 primary key, title text, facts jsonb, tags text[], day date, at timestamptz,
          bytes bytea, yes boolean, share float8)`.execute(db)
      },
    },
  },
}

const database = await openTestDatabase([shelf])
const db = database.db as Kysely<{ item: Record<string, unknown> & { id: number; title: string | null } }>
afterAll(database.close)

beforeEach(async () => {
  await db.deleteFrom('item').execute()
})

describe('adding many rows at once', () => {
  it('keeps every kind of value as it was', async () => {
    const row = {
      id: 1,
      title: 'tab\there, line\nthere, back\\slash, \\N and \\. and "quotes" – عربي 中文 😀',
      facts: { a: [1, null, 'x\\y\n'], b: 'é' },
      tags: ['a,b', '{"c"}', '\\', '', 'NULL', null],
      day: '2027-06-30',
      at: new Date('2027-06-30T10:00:00.123Z'),
      bytes: Buffer.from([0, 92, 255, 10]),
      yes: false,
      share: 0.1 + 0.2,
    }
    const added = await withinTransaction(db, (tx) => copyRows(tx, 'item', Object.keys(row), [Object.values(row)]))
    expect(added).toBe(1)
    expect(await db.selectFrom('item').selectAll().execute()).toEqual([row])
  })

  it('keeps any text and any JSON exactly', async () => {
    const text = fc.string({ unit: 'binary' }).map((value) => value.replaceAll('\0', '').toWellFormed())
    const json = fc.dictionary(text, fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null), fc.array(text)))
    const rows = fc.array(fc.tuple(fc.option(text), json, fc.array(fc.option(text))), { maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(rows, async (list) => {
        const numbered = list.map((row, index) => [index, ...row])
        const kept = await withinTransaction(db, async (tx) => {
          await sql`truncate item`.execute(tx)
          await copyRows(tx, 'item', ['id', 'title', 'facts', 'tags'], numbered)
          return tx.selectFrom('item').select(['id', 'title', 'facts', 'tags']).orderBy('id').execute()
        })
        expect(kept.map((row) => [row.id, row.title, row['facts'], row['tags']])).toEqual(
          JSON.parse(JSON.stringify(numbered)),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('a fault in the middle of the rows leaves nothing behind, and the connection goes on', async () => {
    async function* faulty() {
      for (let id = 0; id < 20_000; id += 1) yield [id, 'x']
      throw new Error('line 20001 cannot be read')
    }
    await expect(withinTransaction(db, (tx) => copyRows(tx, 'item', ['id', 'title'], faulty()))).rejects.toThrow(
      '20001',
    )
    const twice = [[1], [1]]
    await expect(withinTransaction(db, (tx) => copyRows(tx, 'item', ['id'], twice))).rejects.toThrow(/duplicate key/)
    expect(await db.selectFrom('item').selectAll().execute()).toEqual([])
  })

  it('rows added in a transaction that fails later are gone', async () => {
    const work = withinTransaction(db, async (tx) => {
      await copyRows(tx, 'item', ['id'], [[1], [2]])
      expect(await tx.selectFrom('item').select('id').execute()).toHaveLength(2)
      throw new Error('changed my mind')
    })
    await expect(work).rejects.toThrow('changed my mind')
    expect(await db.selectFrom('item').selectAll().execute()).toEqual([])
  })

  it('two imports at the same time do not mix', async () => {
    const add = (first: number) =>
      withinTransaction(db, async (tx) => {
        const rows = Array.from({ length: 5000 }, (_, index) => [first + index, String(first)])
        await copyRows(tx, 'item', ['id', 'title'], rows)
        return tx.selectFrom('item').select(tx.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
      })
    await Promise.all([0, 10_000, 20_000].map(add))
    const counts = await db
      .selectFrom('item')
      .select(['title', db.fn.countAll<number>().as('count')])
      .groupBy('title')
      .execute()
    expect(counts.map(({ count }) => count)).toEqual([5000, 5000, 5000])
  })

  it('refuses a column the table does not have', async () => {
    await expect(withinTransaction(db, (tx) => copyRows(tx, 'item', ['colour'], []))).rejects.toThrow(
      /no column colour/,
    )
  })
})
