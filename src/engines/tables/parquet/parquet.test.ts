import { mkdtemp, open, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDataFile } from '../data-file.ts'
import { readTable } from '../read-table.ts'
import { getCoded, getNumbers } from '../table.ts'
import { openLockedDatabase } from './locked-database.ts'
import { readPlaysByUser } from './read-plays.ts'
import { usualReadingLimits } from './wish.ts'

let folder = ''
const at = (name: string) => join(folder, name)

const write = async (name: string, select: string): Promise<string> => {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(`COPY (${select}) TO '${at(name)}' (FORMAT parquet)`)
  connection.closeSync()
  instance.closeSync()
  return at(name)
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parquet-'))
})
afterAll(() => rm(folder, { recursive: true }))

const values = (rows: readonly string[]) => `SELECT * FROM (VALUES ${rows.join(', ')}) AS t(user_id, work_id, plays)`

describe('a Parquet file is read like any other', () => {
  it('its columns are those of the same data as CSV, with empty cells where there is nothing', async () => {
    const path = await write(
      'works.parquet',
      "SELECT * FROM (VALUES ('a', 1.5, 'é'), ('b', NULL, NULL), ('a', 3, 'x')) t(id, n, t)",
    )
    const file = await openDataFile(path)
    if (!file.ok) throw new Error(JSON.stringify(file.faults))
    expect(file.value).toMatchObject({
      format: 'parquet',
      header: ['id', 'n', 't'],
      sample: [
        ['a', '1.5', 'é'],
        ['b', '', ''],
        ['a', '3.0', 'x'],
      ],
    })
    const table = await readTable(file.value, { coded: ['id', 't'], numbers: ['n'] })
    if (!table.ok) throw new Error(JSON.stringify(table.faults))
    expect(table.value.rows).toBe(3)
    expect(getCoded(table.value, 'id')).toMatchObject({ codes: Int32Array.of(0, 1, 0), dictionary: ['a', 'b'] })
    expect(getCoded(table.value, 't').dictionary).toEqual(['é', '', 'x'])
    expect([...getNumbers(table.value, 'n').values]).toEqual([1.5, Number.NaN, 3])
  })

  it('it may be named from where the person stands', async () => {
    const path = await write('near.parquet', "SELECT 'a' AS id")
    const file = await openDataFile(relative(process.cwd(), path))
    if (!file.ok) throw new Error(JSON.stringify(file.faults))
    const table = await readTable(file.value, { coded: ['id'] })
    expect(table.ok && table.value.rows).toBe(1)
  })

  it('a file cut short, and one that only says it is one, are refused with a reason', async () => {
    const path = await write('cut.parquet', 'SELECT range AS user_id FROM range(100000)')
    await truncate(path, 1000)
    expect(await openDataFile(path)).toMatchObject({ ok: false, faults: [{ code: 'parquet-damaged' }] })
    await writeFile(at('false.parquet'), 'PAR1 and nothing else')
    expect(await openDataFile(at('false.parquet'))).toMatchObject({ ok: false, faults: [{ code: 'parquet-damaged' }] })
  })
})

const grouped = async (path: string) => {
  const read = await readPlaysByUser([path], { user: 'user_id', work: 'work_id', plays: 'plays' })
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.value
}

describe('plays read straight into columns grouped by user', () => {
  it.each([
    ['whole numbers without gaps', ['(1, 7, 2)', '(0, 8, 1)', '(1, 8, 300)', '(0, 7, 1)'], ['0', '1'], ['7', '8']],
    ['whole numbers with gaps', ['(50, 7, 2)', '(9, 99, 1)', '(50, 99, 300)', '(9, 7, 1)'], ['9', '50'], ['7', '99']],
    ['texts', ["('b', 'x', 2)", "('a', 'y', 1)", "('b', 'y', 300)", "('a', 'x', 1)"], ['a', 'b'], ['x', 'y']],
  ])('identifiers that are %s', async (name, rows, users, works) => {
    const { plays, userIds, workIds, leftOut } = await grouped(await write(`${name}.parquet`, values(rows)))
    expect([userIds, workIds, leftOut]).toEqual([users, works, {}])
    expect([...plays.starts]).toEqual([0, 2, 4])
    expect([...plays.payees]).toEqual([1, 0, 0, 1])
    expect([...plays.plays]).toEqual([1, 1, 2, 300])
  })

  it('rows that cannot be used are counted by reason', async () => {
    const rows = [
      '(1.0::DOUBLE, 1, 1.0::DOUBLE)',
      '(1, 1, -1)',
      '(1, 1, 0.5)',
      "(1, 1, 'NaN')",
      '(1, 1, NULL)',
      '(1, 1, 1e9)',
      '(NULL, 1, 1)',
      '(1, NULL, 1)',
    ]
    const { plays, rows: all, leftOut } = await grouped(await write('bad.parquet', values(rows)))
    expect([all, plays.payees.length]).toEqual([8, 1])
    expect(leftOut).toEqual({
      plays_negative: 1,
      plays_not_whole: 1,
      plays_not_a_number: 2,
      plays_too_large: 1,
      no_user: 1,
      no_work: 1,
    })
  })

  it('as many rows as several blocks come out as a slow computation says', async () => {
    const path = await write(
      'many.parquet',
      'SELECT (hash(range) % 1000)::INTEGER user_id, (hash(range + 1) % 500)::BIGINT work_id, 1 + (hash(range + 2) % 9)::SMALLINT plays FROM range(700000)',
    )
    const { plays } = await grouped(path)
    const instance = await DuckDBInstance.create(':memory:')
    const connection = await instance.connect()
    const wanted = await connection.runAndReadAll(
      `SELECT user_id, count(*)::DOUBLE, sum(plays)::DOUBLE, sum(work_id * plays)::DOUBLE FROM '${path}' GROUP BY user_id ORDER BY user_id`,
    )
    const found = Array.from({ length: plays.userCount }, (_, user) => {
      let [sum, mixed] = [0, 0]
      for (let entry = plays.starts[user]!; entry < plays.starts[user + 1]!; entry++) {
        sum += plays.plays[entry]!
        mixed += plays.plays[entry]! * plays.payees[entry]!
      }
      return [user, plays.starts[user + 1]! - plays.starts[user]!, sum, mixed]
    })
    expect(found).toEqual(wanted.getRowsJson())
  })

  it('a reading that is stopped ends at once, keeps nothing and leaves no folder behind', async () => {
    const path = await write(
      'long.parquet',
      'SELECT range::INTEGER user_id, 1 AS work_id, 1 AS plays FROM range(3000000)',
    )
    const own = await mkdtemp(at('stopped-'))
    const stop = new AbortController()
    const reading = readPlaysByUser(
      [path],
      { user: 'user_id', work: 'work_id' },
      { signal: stop.signal, folder: own, progress: () => stop.abort() },
    )
    expect(await reading).toMatchObject({ ok: false, faults: [{ code: 'reading-stopped' }] })
    expect(await readdir(own)).toEqual([])
  })

  it('too little memory and disk to work with is said', async () => {
    const path = await write(
      'wide.parquet',
      'SELECT md5(range::VARCHAR) user_id, md5((range + 1)::VARCHAR) work_id, 1 AS plays FROM range(400000)',
    )
    const limits = { memoryMegabytes: 20, spillGigabytes: 0 }
    const read = await readPlaysByUser([path], { user: 'user_id', work: 'work_id' }, { limits })
    expect(read.ok).toBe(false)
    if (!read.ok) expect(['memory-full', 'spill-full']).toContain(read.faults[0]!.code)
  })
})

describe('the reading process can do nothing but read', () => {
  it('no other file, no writing, no setting back', async () => {
    const path = await write('one.parquet', 'SELECT 1 AS id')
    await writeFile(at('secret.csv'), 'a\n1\n')
    const connection = await openLockedDatabase([path], usualReadingLimits, at('spill'))
    await expect(connection.run(`SELECT * FROM read_csv('${at('secret.csv')}')`)).rejects.toThrow(/Permission/)
    await expect(connection.run(`COPY (SELECT 1) TO '${at('written.csv')}'`)).rejects.toThrow(/Permission/)
    await expect(connection.run("SET memory_limit = '8GB'")).rejects.toThrow(/locked/)
    await expect(connection.run('INSTALL httpfs')).rejects.toThrow()
    const file = await open(path)
    await file.close()
    expect((await connection.runAndReadAll(`SELECT * FROM read_parquet(['${path}'])`)).getRowsJson()).toEqual([[1]])
  })
})
