import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStudy } from './study-files.ts'
import { readUsage } from './usage.ts'
import { usageLayouts, usageRoles } from './usage-roles.ts'

const folder = mkdtempSync(join(tmpdir(), 'bad-plays-'))
const at = (name: string) => join(folder, name)
afterAll(() => rmSync(folder, { recursive: true }))

/** A row that can be used, the same once more, and one of each kind that cannot. */
const plays = `user_id,work_id,plays
u1,w1,2
u1,w1,2
u1,w1,-1
u1,w1,0.5
u1,w1,1000000000
u1,w1,NaN
u1,w1,many
u1,w1,
,w1,1
u2,w1,999999999
`

const wanted = [
  ['plays_negative', 1],
  ['plays_not_a_number', 3],
  ['plays_not_whole', 1],
  ['plays_too_large', 1],
]

const files = ['plays.csv', 'plays.csv.gz', 'plays.csv.zst', 'plays.parquet']

beforeAll(async () => {
  writeFileSync(at('plays.csv'), plays)
  writeFileSync(at('plays.csv.gz'), gzipSync(plays))
  writeFileSync(at('plays.csv.zst'), zstdCompressSync(Buffer.from(plays)))
  writeFileSync(at('half.csv'), 'user_id,work_id,plays\nu3,w1,5\n')
  writeFileSync(at('works.csv'), 'work_id,origin\nw1,SN\n')
  writeFileSync(at('users.csv'), 'user_id,country\nu1,SN\nu2,FR\nu3,FR\nidle,FR\n')
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(
    `COPY (SELECT * FROM read_csv('${at('plays.csv')}', all_varchar = true)) TO '${at('plays.parquet')}'`,
  )
  connection.closeSync()
})

const usageOf = async (...[path, ...further]: string[]) => {
  const given = { path: at(path!), further: further.map((name) => ({ path: at(name) })) }
  const all = { plays: given, works: { path: at('works.csv') }, users: { path: at('users.csv') } }
  const inputs = await openStudy(usageRoles, usageLayouts, all, undefined)
  if (!inputs.ok) throw new Error(JSON.stringify(inputs.faults))
  return readUsage(inputs.value, {})
}

describe('plays that cannot be used', () => {
  test.each(files)('are left out and counted by reason, never in silence: %s', async (name) => {
    const usage = await usageOf(name)
    const reasons = usage.leftOut.list().map(({ reason, rows }) => [reason, rows] as const)
    const ofUsers = reasons.filter(([reason]) => reason === 'no_user' || reason === 'user_not_listed')
    expect(reasons.filter((reason) => !ofUsers.includes(reason))).toEqual(wanted)
    expect(ofUsers.map(([, rows]) => rows)).toEqual([1])
    expect(usage.totalPlays).toBe(2 + 2 + 999_999_999)
    expect(usage.repeatedPairs).toBe(1)
    expect(usage.userIds.toSorted()).toEqual(['idle', 'u1', 'u2', 'u3'])
  })

  test('a table of a CSV and a Parquet file together is read as one', async () => {
    const usage = await usageOf('plays.parquet', 'half.csv')
    expect(usage.totalPlays).toBe(2 + 2 + 999_999_999 + 5)
    expect(usage.leftOut.rows).toBe(7)
  })
})
