import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, describe, expect, it } from 'vitest'
import { openDataFile } from '../data-file.ts'
import { readPlaysByUser } from '../parquet/read-plays.ts'
import { readTable } from '../read-table.ts'
import { putSection, type Section, takeSection } from './kept-file.ts'
import { cacheKey, findKept, keep } from './reading-cache.ts'

const root = mkdtempSync(join(tmpdir(), 'reading-cache-'))
afterAll(() => rmSync(root, { recursive: true }))

const rows = Array.from({ length: 90_000 }, (_, row) => `u${row % 911},"w ${row % 97}",${row % 7}`)
const csv = join(root, 'plays.csv')
writeFileSync(csv, `user,work,plays\n${rows.join('\n')}\nshort\n`)

const read = async (folder: string, columns: readonly string[] = ['user', 'work'], hints = {}) => {
  const file = await openDataFile(csv, hints)
  if (!file.ok) throw new Error(JSON.stringify(file.faults))
  const told: number[] = []
  const table = await readTable(file.value, { coded: columns, numbers: ['plays'] }, (rows) => void told.push(rows), {
    folder,
  })
  if (!table.ok) throw new Error(JSON.stringify(table.faults))
  return { table: table.value, told }
}

const kept = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.kept'))

describe('what was read of a file is kept', () => {
  it('and comes back the same, left-out rows and lines included, without the file being read again', async () => {
    const folder = join(root, 'same')
    const first = await read(folder)
    const again = await read(folder)
    expect(again.table).toEqual(first.table)
    expect(again.table.ragged).toEqual({ count: 1, lines: [90_002] })
    expect([first.told.length > 1, again.told]).toEqual([true, [90_000]])
    expect(kept(folder)).toHaveLength(1)
  })

  it('under another key for other columns or another way to read them', async () => {
    const folder = join(root, 'other')
    await read(folder)
    await read(folder, ['work'])
    await read(folder, ['user', 'work'], { encoding: 'windows-1252' })
    expect(kept(folder)).toHaveLength(3)
  })

  it.each([
    ['cut short', (path: string) => truncateSync(path, statSync(path).size - 40)],
    ['emptied', (path: string) => truncateSync(path, 0)],
    [
      'changed in one byte',
      (path: string) => {
        const bytes = readFileSync(path)
        bytes[1000] = bytes[1000]! ^ 1
        writeFileSync(path, bytes)
      },
    ],
  ])('and read anew when the kept file was %s', async (name, damage) => {
    const folder = join(root, name)
    const first = await read(folder)
    damage(join(folder, kept(folder)[0]!))
    const again = await read(folder)
    expect(again.told.length).toBeGreaterThan(1)
    expect(again.table).toEqual(first.table)
    expect((await read(folder)).told).toEqual([90_000])
  })

  it('plays of Parquet files too, grouped by user', async () => {
    const [folder, path] = [join(root, 'plays'), join(root, 'plays.parquet')]
    const instance = await DuckDBInstance.create(':memory:')
    const connection = await instance.connect()
    await connection.run(
      `COPY (SELECT md5((range % 100)::VARCHAR) u, range % 50 w, range % 300 AS n FROM range(20000)) TO '${path}' (FORMAT parquet)`,
    )
    const plays = async () => {
      let told = 0
      const kept = { cache: { folder }, hashes: ['a hash'] }
      const result = await readPlaysByUser(
        [path],
        { user: 'u', work: 'w', plays: 'n' },
        { kept, progress: () => told++ },
      )
      if (!result.ok) throw new Error(JSON.stringify(result.faults))
      return result.value
    }
    const [first, again] = [await plays(), await plays()]
    expect(again).toEqual(first)
    rmSync(path)
    expect(await plays()).toEqual(first)
  })
})

describe('the cache', () => {
  const put = (folder: string, name: string, bytes: number, mostBytes = 10_000) =>
    keep({ folder, mostBytes }, cacheKey(name), bytes, (storage) => putSection(storage, new Uint8Array(bytes).fill(7)))
  const find = (folder: string, name: string) =>
    findKept({ folder }, cacheKey(name), (storage, section) => {
      const bytes = new Uint8Array((section as Section).bytes)
      takeSection(storage, section as Section, bytes)
      storage.close()
      return bytes.length
    })

  it('never grows beyond its size: what was not used for longest goes first', () => {
    const folder = join(root, 'bounded')
    put(folder, 'one', 3000)
    put(folder, 'two', 3000)
    put(folder, 'three', 3000)
    expect(find(folder, 'one')).toBe(3000)
    put(folder, 'four', 3000)
    expect(['one', 'two', 'three', 'four'].map((name) => find(folder, name))).toEqual([3000, undefined, 3000, 3000])
  })

  it('does not keep what is larger than itself', () => {
    const folder = join(root, 'too large')
    expect(put(folder, 'huge', 20_000)).toBe(false)
    expect(find(folder, 'huge')).toBeUndefined()
  })

  it('keeps a thing whole or not at all, and a reading is no worse for a cache that cannot keep it', () => {
    const folder = join(root, 'whole')
    const broken = () => {
      throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
    }
    expect(keep({ folder }, cacheKey('broken'), 10, broken)).toBe(false)
    expect(readdirSync(folder)).toEqual([])
    copyFileSync(csv, join(root, 'a file'))
    expect(keep({ folder: join(root, 'a file') }, cacheKey('x'), 10, () => ({}))).toBe(false)
  })

  it('takes away what a process that was killed had begun to keep', () => {
    const folder = join(root, 'begun')
    put(folder, 'one', 10)
    writeFileSync(join(folder, `999999999-${cacheKey('begun')}.part`), 'half')
    put(folder, 'two', 10)
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})
