import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  distribute,
  flowMatrix,
  homeCells,
  type PlaysByUser,
  packCredits,
  payeeTotals,
  payoutCells,
} from '../../metrics/index.ts'
import type { PlaysOnDisk } from './kept-plays.ts'
import { readPlaysInBlocks } from './plays-in-blocks.ts'
import { readPlaysByUser } from './read-plays.ts'
import { sweepReadingFolders } from './reading-folder.ts'

const folder = mkdtempSync(join(tmpdir(), 'plays-in-blocks-'))
afterAll(() => rmSync(folder, { recursive: true }))

const write = async (name: string, select: string): Promise<string> => {
  const path = join(folder, name)
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(`COPY (${select}) TO '${path}' (FORMAT parquet)`)
  connection.closeSync()
  instance.closeSync()
  return path
}

/** Rows of 5 000 users and 700 works, some played very often. */
const many = (rows: number, plays: string) =>
  `SELECT (hash(range) % 5000)::INTEGER + 17 AS user_id, (hash(range + 1) % 700)::BIGINT * 3 AS work_id, ${plays} AS plays FROM range(${rows})`

const columns = { user: 'user_id', work: 'work_id', plays: 'plays' }

const inMemory = async (path: string) => {
  const read = await readPlaysByUser([path], columns)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.value
}

const inBlocks = async (path: string, limits: { rowsMegabytes?: number; spillGigabytes?: number } = {}) => {
  const read = await readPlaysInBlocks([path], columns, { limits })
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.value
}

const entriesOf = ({ plays }: PlaysOnDisk) => {
  const [payees, counts]: [number[], number[]] = [[], []]
  for (const block of plays.blocks()) {
    for (const payee of block.plays.payees) payees.push(payee)
    for (const count of block.plays.plays) counts.push(count)
  }
  return { payees, counts }
}

describe('plays that need not fit into memory', () => {
  const shapes = {
    'few plays a row': '1 + (hash(range + 2) % 9)::SMALLINT',
    'thousands of plays a row': '1 + (hash(range + 2) % 9000)::INTEGER',
    'hundreds of millions of plays in a cell': '1 + (hash(range + 2) % 900000000)::INTEGER',
  }
  const paths = new Map<string, string>()
  beforeAll(async () => {
    for (const [name, plays] of Object.entries(shapes))
      paths.set(name, await write(`${name}.parquet`, many(300_000, plays)))
  })

  it.each(Object.keys(shapes))('come from the disk as they would lie in memory: %s', async (name) => {
    const memory = await inMemory(paths.get(name)!)
    const disk = await inBlocks(paths.get(name)!, { rowsMegabytes: 0 })
    expect(disk.userIds).toEqual(memory.userIds)
    expect(disk.workIds).toEqual(memory.workIds)
    const { payees, counts } = entriesOf(disk)
    expect(Uint32Array.from(payees)).toEqual(Uint32Array.from(memory.plays.payees))
    expect(Float64Array.from(counts)).toEqual(Float64Array.from(memory.plays.plays))
    disk.close()
  })

  it('give every sum to the last digit, however many blocks they make', async () => {
    const path = paths.get('few plays a row')!
    const { plays } = await inMemory(path)
    const disk = await inBlocks(path)
    const { userCount, payeeCount } = plays
    const group = (count: number) => Uint16Array.from({ length: count }, (_, at) => at % 7)
    const credits = packCredits(
      Array.from(group(payeeCount), (home, work) =>
        work % 5 === 0
          ? new Map<number, number>()
          : new Map([
              [home, 0.5],
              [(home + 1) % 7, 0.5],
            ]),
      ),
      7,
    )
    const fees = Float64Array.from({ length: userCount }, (_, user) => 500 + (user % 3))
    const all = (from: PlaysByUser | PlaysOnDisk['plays']) => ({
      flow: flowMatrix(from, group(userCount), 7, credits),
      cells: homeCells(from, group(userCount), credits).cells,
      totals: payeeTotals(from),
      shared: distribute(from, fees),
      capped: distribute(from, fees, { cap: { plays: 20, measured: 'before-boosts' } }),
      byGroup: payoutCells(from, fees, group(payeeCount), 7, { count: 100, seed: 1 }).cells,
    })
    expect([...disk.plays.blocks()].length).toBe(1)
    expect(all(disk.plays)).toEqual(all(plays))
    disk.close()
    const larger = await write('larger.parquet', many(1_700_000, '1 + (hash(range + 2) % 9)::SMALLINT'))
    const [whole, parts] = [await inMemory(larger), await inBlocks(larger, { rowsMegabytes: 1 })]
    expect([...parts.plays.blocks()].length).toBeGreaterThan(1)
    expect(all(parts.plays)).toEqual(all(whole.plays))
    parts.close()
  })

  it('a disk that is full is said, and nothing stays behind', async () => {
    const path = paths.get('few plays a row')!
    const own = mkdtempSync(join(folder, 'full-'))
    const limits = { rowsMegabytes: 0, spillGigabytes: 0.0001 }
    expect(await readPlaysInBlocks([path], columns, { limits, folder: own })).toMatchObject({
      ok: false,
      faults: [{ code: 'spill-full', values: { name: 'few plays a row.parquet' } }],
    })
    expect(await readPlaysByUser([path], columns, { limits, folder: own })).toMatchObject({
      ok: false,
      faults: [{ code: 'spill-full' }],
    })
    expect(readdirSync(own)).toEqual([])
  })
})

describe('a reading that is killed halfway', () => {
  it('leaves no folder: the next reading takes away what a dead process left, and nothing else', () => {
    const { pid } = spawnSync(process.execPath, ['-e', ''])
    const host = hostname().replaceAll(/[^\w]/g, '')
    const names = [
      `open-roadmap-reading-${host}-${pid}-dead`,
      `open-roadmap-reading-${host}-${process.pid}-alive`,
      'another',
    ]
    for (const name of names) mkdirSync(join(folder, 'temporary', name), { recursive: true })
    sweepReadingFolders(join(folder, 'temporary'))
    expect(readdirSync(join(folder, 'temporary')).sort()).toEqual([names[2]!, names[1]!].sort())
  })
})
