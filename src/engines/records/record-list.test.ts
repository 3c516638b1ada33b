import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase } from '../../../test/database.ts'
import { migrations as historyMigrations, verifyHistory } from '../history/index.ts'
import {
  createRecord,
  eachRecord,
  listRecords,
  type ListWish,
  type Register,
  registerTables,
  type SortOrder,
  updateRecord,
} from './index.ts'

const register: Register = {
  id: 'trials',
  words: { slice: 'trial', folder: '/nowhere' },
  title: 'title',
  sections: [
    {
      key: 'all',
      fields: [
        { name: 'title', kind: 'text', required: true },
        { name: 'colour', kind: 'choice', options: 'colours' },
        { name: 'kinds', kind: 'choices', options: 'kinds' },
        { name: 'open', kind: 'yes-no' },
        { name: 'text', kind: 'long-text' },
      ],
    },
  ],
  filters: ['colour', 'kinds', 'open'],
  searched: ['text'],
  columns: [],
}

const database = await openTestDatabase([
  { room: 'history', migrations: historyMigrations },
  { room: 'trials', migrations: { '0001-trials': registerTables('trials') } },
])
afterAll(database.close)

const day = (number: number): Date => new Date(Date.UTC(2027, 0, 1 + (number % 7)))
const actor = { userId: 'u1', name: 'Amina' }

const wish = (change: Partial<ListWish> = {}): ListWish => ({
  party: 'XA',
  states: ['draft', 'published', 'withdrawn'],
  filters: {},
  search: '',
  sort: '-updated',
  limit: 7,
  ...change,
})

const add = async (title: string, values: object, number = 0, state: 'draft' | 'published' = 'draft', party = 'XA') => {
  const created = await createRecord(
    database.db,
    register,
    { party, language: 'en', values: { title, ...values }, state },
    { actor, at: day(number) },
  )
  if (!created.ok) throw new Error(JSON.stringify(created.faults))
  return created.value
}

beforeAll(async () => {
  for (let number = 0; number < 40; number += 1)
    await add(
      `Title ${(number * 17) % 40}`,
      {
        colour: ['red', 'green', 'blue'][number % 3],
        kinds: number % 2 === 0 ? ['a', 'b'] : ['b'],
        open: number % 5 === 0,
        text: number % 4 === 0 ? 'المكتبات الرقمية' : 'Créativité',
      },
      number,
      number % 2 === 0 ? 'published' : 'draft',
    )
  await add('Of another Party', { colour: 'red' }, 0, 'published', 'XB')
})

const allPages = async (start: ListWish): Promise<string[]> => {
  const titles: string[] = []
  let next: string | undefined
  do {
    const page = await listRecords(database.db, register, { ...start, ...(next ? { after: next } : {}) })
    titles.push(...page.records.map(({ title }) => title))
    next = page.next
  } while (next)
  return titles
}

describe('a list read page by page', () => {
  test('shows every record once, in order, whatever the sort and the size of pages', async () => {
    const sorts = fc.constantFrom<SortOrder>('updated', '-updated', 'title', '-title')
    await fc.assert(
      fc.asyncProperty(sorts, fc.integer({ min: 1, max: 50 }), async (sort, limit) => {
        const titles = await allPages(wish({ sort, limit }))
        const whole = await Array.fromAsync(eachRecord(database.db, register, wish({ sort })))
        expect(titles).toEqual(whole.map(({ title }) => title))
        expect(new Set(titles).size).toBe(40)
      }),
      { numRuns: 12 },
    )
  })

  test('leads back to the page before', async () => {
    const first = await listRecords(database.db, register, wish({ sort: 'title' }))
    const second = await listRecords(database.db, register, wish({ sort: 'title', after: first.next! }))
    const back = await listRecords(database.db, register, wish({ sort: 'title', before: second.previous! }))
    expect(back.records.map(({ id }) => id)).toEqual(first.records.map(({ id }) => id))
    expect(back.previous).toBeUndefined()
  })

  test('a mark that somebody made up is passed over', async () => {
    const page = await listRecords(database.db, register, wish({ after: 'bm9uc2Vuc2U' }))
    expect(page.records).toHaveLength(7)
  })
})

describe('filters and search', () => {
  const titles = async (change: Partial<ListWish>) => (await allPages(wish(change))).length

  test('answers of one question are any of them, of several questions all of them', async () => {
    expect(await titles({ filters: { colour: ['red'] } })).toBe(14)
    expect(await titles({ filters: { colour: ['red', 'blue'] } })).toBe(27)
    expect(await titles({ filters: { colour: ['red'], kinds: ['a'] } })).toBe(7)
    expect(await titles({ filters: { open: ['yes'] } })).toBe(8)
  })

  test('words are found in any script, begun or whole', async () => {
    expect(await titles({ search: 'creativ' })).toBe(30)
    expect(await titles({ search: 'مكتبة رقمية' })).toBe(10)
    expect(await titles({ search: 'creativ', filters: { colour: ['nothing'] } })).toBe(0)
  })

  test('states that the reader may not see are not there', async () => {
    expect(await titles({ states: ['published'] })).toBe(20)
    expect(await titles({ states: [] })).toBe(0)
  })

  test('the count tells how many match', async () => {
    const page = await listRecords(database.db, register, wish({ filters: { colour: ['red'] } }))
    expect(page.count).toEqual({ value: 14, atLeast: false })
  })
})

describe('two people at once', () => {
  test('the second to save is told, and nothing of the first is lost', async () => {
    const record = await add('Shared', {})
    const change = { actor, at: day(3) }
    const first = await updateRecord(
      database.db,
      register,
      record,
      { values: { title: 'Shared', text: 'first' }, version: 1 },
      change,
    )
    expect(first).toMatchObject({ kind: 'saved', record: { version: 2 } })
    const second = await updateRecord(
      database.db,
      register,
      record,
      { values: { title: 'Shared', text: 'second' }, version: 1 },
      change,
    )
    expect(second).toMatchObject({ kind: 'changed', current: { version: 2, values: { text: 'first' } } })
  })

  test('saving what is there already leaves no trace', async () => {
    const record = await add('Untouched', {})
    const saved = await updateRecord(
      database.db,
      register,
      record,
      { values: record.values, version: 1 },
      { actor, at: day(4) },
    )
    expect(saved).toMatchObject({ kind: 'saved', record: { version: 1 } })
  })

  test('a title that is taken is refused by name', async () => {
    const again = await createRecord(
      database.db,
      register,
      { party: 'XA', language: 'en', values: { title: 'SHARED' } },
      { actor, at: day(5) },
    )
    expect(again).toMatchObject({ ok: false, faults: [{ code: 'key-taken', values: { title: 'Shared' } }] })
  })
})

test('every change is in the chain, and a row changed behind its back is found', async () => {
  expect(await verifyHistory(database.db, 'XA')).toMatchObject({ holds: true })
  await database.pool.query(
    `update history set after = replace(after, 'first', 'FIRST') where party = 'XA' and after like '%first%'`,
  )
  expect(await verifyHistory(database.db, 'XA')).toMatchObject({ holds: false, kind: 'altered' })
})
