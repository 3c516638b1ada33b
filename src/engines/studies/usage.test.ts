import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStudy } from './study-files.ts'
import { readUsage, type Usage } from './usage.ts'
import { usageLayouts, usageRoles } from './usage-roles.ts'

let folder = ''
const at = (name: string) => join(folder, name)

const rows = ['3,w2,4', '1,w1,2', '3,w1,1', '9,w1,5', '1,w9,3', '1,w1,-2', '3,w2,1', '1,w2,0.5']

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'usage-'))
  await writeFile(at('plays.csv'), ['user_id,work_id,plays', ...rows].join('\n'))
  await writeFile(at('works.csv'), 'work_id,origin\nw1,FR\nw2,MA\nw3,SN\n')
  await writeFile(at('users.csv'), 'user_id,country\n1,FR\n2,MA\n3,MA\n')
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(`COPY (SELECT * FROM '${at('plays.csv')}') TO '${at('plays.parquet')}' (FORMAT parquet)`)
  connection.closeSync()
})
afterAll(() => rm(folder, { recursive: true }))

const usageOf = async (plays: string): Promise<Usage> => {
  const files = { plays: { path: at(plays) }, works: { path: at('works.csv') }, users: { path: at('users.csv') } }
  const inputs = await openStudy(usageRoles, usageLayouts, files, undefined)
  if (!inputs.ok) throw new Error(JSON.stringify(inputs.faults))
  return readUsage(inputs.value, {})
}

/** Plays by user and work with the countries of both, whatever the order of users and works. */
const cellsOf = (usage: Usage): Record<string, number> => {
  const cells: Record<string, number> = {}
  usage.userIds.forEach((id, user) => {
    const home = usage.places.codes[usage.home[user]!] ?? '–'
    for (let entry = usage.plays.starts[user]!; entry < usage.plays.starts[user + 1]!; entry++) {
      const work = usage.plays.payees[entry]!
      const origins = usage.origins[work]!.map((place) => usage.places.codes[place]).join('+')
      const key = `${id} ${home} ${usage.workIds[work]} ${origins}`
      cells[key] = (cells[key] ?? 0) + usage.plays.plays[entry]!
    }
  })
  return cells
}

describe.each(['plays.csv', 'plays.parquet'])('plays, works and users put together from %s', (file) => {
  it('plays meet the countries of their users and works; works not listed stay, of unknown origin', async () => {
    const usage = await usageOf(file)
    expect(cellsOf(usage)).toEqual({ '1 FR w1 FR': 2, '1 FR w9 ': 3, '3 MA w1 FR': 1, '3 MA w2 MA': 5 })
    expect(usage).toMatchObject({ totalPlays: 11, unmatched: { works: 1, plays: 3 }, repeatedPairs: 1 })
    expect(usage.userIds.toSorted()).toEqual(['1', '2', '3'])
    expect(usage.workIds.toSorted()).toEqual(['w1', 'w2', 'w3', 'w9'])
  })

  it('no row left out tells who the user was', async () => {
    const { leftOut } = await usageOf(file)
    const strangers = leftOut.list().find(({ reason }) => reason === 'user_not_listed')
    expect(strangers).toMatchObject({ rows: 1, amount: 5, found: [] })
  })

  it('what cannot be used is counted by reason', async () => {
    const { leftOut } = await usageOf(file)
    expect(leftOut.list().map(({ reason, rows }) => [reason, rows])).toEqual([
      ['plays_negative', 1],
      ['plays_not_whole', 1],
      ['user_not_listed', 1],
    ])
  })
})
