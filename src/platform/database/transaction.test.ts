import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../../test/database.ts'
import { withinTransaction } from './transaction.ts'

const database = await openTestDatabase()
afterAll(database.close)
const { db } = database
await sql`create table account (id integer primary key, balance integer not null)`.execute(db)
await sql`insert into account values (1, 0)`.execute(db)

const balance = async (): Promise<number> => {
  const { rows } = await sql<{ balance: number }>`select balance from account where id = 1`.execute(db)
  return rows[0]!.balance
}

/** Reads, then writes what it read plus one: loses an update unless transactions are kept apart. */
const addOne = () =>
  withinTransaction(db, async (transaction) => {
    const { rows } = await sql<{ balance: number }>`select balance from account where id = 1`.execute(transaction)
    await sql`update account set balance = ${rows[0]!.balance + 1} where id = 1`.execute(transaction)
  })

describe('a transaction', () => {
  it('is tried again when another one came between, so that no change is lost', async () => {
    for (let round = 0; round < 10; round += 1) await Promise.all([addOne(), addOne()])
    expect(await balance()).toBe(20)
  })

  it('leaves nothing behind when its work fails', async () => {
    const before = await balance()
    const failing = withinTransaction(db, async (transaction) => {
      await sql`update account set balance = -1 where id = 1`.execute(transaction)
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await balance()).toBe(before)
  })

  it('joins the one it is called within', async () => {
    const failing = withinTransaction(db, async (outer) => {
      await withinTransaction(outer, (inner) => sql`update account set balance = -2 where id = 1`.execute(inner))
      throw new Error('outer fails')
    })
    await expect(failing).rejects.toThrow('outer fails')
    expect(await balance()).not.toBe(-2)
  })
})
