import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../../test/database.ts'

const database = await openTestDatabase()
afterAll(database.close)

const one = async (expression: string): Promise<unknown> => {
  const { rows } = await sql.raw<{ value: unknown }>(`select ${expression} as value`).execute(database.db)
  return rows[0]?.value
}

describe('values from the database', () => {
  it('whole numbers and counts arrive as numbers', async () => {
    expect(await one('9007199254740991::int8')).toBe(Number.MAX_SAFE_INTEGER)
    expect(await one('count(*)')).toBe(1)
    expect(await one('array[1, null, 3]::int8[]')).toEqual([1, null, 3])
  })

  it('a whole number too large to be held exactly is refused, never rounded', async () => {
    await expect(one('9007199254740992::int8')).rejects.toThrow(/9007199254740992/)
    expect(await one('1')).toBe(1)
  })

  it('a day stays a day in every time zone, and an instant is an instant', async () => {
    expect(await one(`date '2027-06-30'`)).toBe('2027-06-30')
    expect(await one(`timestamptz '2027-06-30 12:00+02'`)).toEqual(new Date('2027-06-30T10:00:00Z'))
  })

  it('exact decimal numbers keep all their digits', async () => {
    expect(await one(`'0.10000000000000000001'::numeric`)).toBe('0.10000000000000000001')
  })
})
