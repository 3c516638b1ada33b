import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { verifyHistory } from '../../src/engines/history/index.ts'
import { type Person, signIn } from './person.ts'
import { compare, pressAway } from './presses.ts'
import { commandLine, filesBelow, makeFolder, removeFolder } from './running-house.ts'
import { useHouse, withDatabase } from './used-house.ts'

const used = useHouse()
let person: Person
let other: string

beforeAll(async () => {
  person = await signIn(used.house.origin, used.house.accounts.get('editor'))
  other = await makeFolder()
})
afterAll(() => removeFolder(other))

const openRoadmap = (folder: string, ...words: readonly string[]) => {
  const { program, parameters, environment } = commandLine(folder, 0)
  return promisify(execFile)(program, [...parameters, ...words], { env: environment })
}

/** Rows and a hash of the rows of every table; when a migration ran is each installation's own. */
const hashesOf = (folder: string): Promise<Readonly<Record<string, string>>> =>
  withDatabase(folder, async ({ pool }) => {
    const { rows: tables } = await pool.query<{ name: string }>(
      `select table_name as name from information_schema.tables
        where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
    )
    const hashes: Record<string, string> = {}
    for (const { name } of tables) {
      const { rows } = await pool.query<{ hash: string }>(
        `select count(*) || ' ' || coalesce(md5(string_agg(r, E'\\n' order by r)), '') as hash 
           from (select (to_jsonb(t) - 'ran_at')::text as r from "${name}" t) as each_row`,
      )
      hashes[name] = rows[0]?.hash ?? ''
    }
    return hashes
  })

const press = async (series: string, millis: number) => {
  const load = pressAway(() => person, 4, series)
  await new Promise((resolve) => setTimeout(resolve, millis))
  return load
}

it('a backup restored into an empty installation gives every row and every file back', async () => {
  const file = join(used.folder, 'quiet.backup')
  await (await press('Before the backup', 300)).stop()
  await openRoadmap(used.folder, 'backup', file)
  await openRoadmap(other, 'restore', file)
  const [source, restored] = [await hashesOf(used.folder), await hashesOf(other)]
  expect(restored).toEqual(source)
  expect(Object.keys(source).length).toBeGreaterThan(20)
  expect(await filesBelow(other, 'files')).toHaveLength((await filesBelow(used.folder, 'files')).length)
}, 120_000)

it('a backup made while people work is of one moment: nothing in it is half-done', async () => {
  const file = join(used.folder, 'busy.backup')
  const load = await press('During the backup', 200)
  const early = load.acknowledged()
  await openRoadmap(used.folder, 'backup', file)
  await load.stop()
  await openRoadmap(other, 'restore', '--replace', file)
  await withDatabase(other, async (database) => {
    expect(await compare(database, 'During the backup', early)).toMatchObject({ lost: [], twice: [] })
    const everything = await compare(database, 'During the backup', load.acknowledged())
    expect(everything).toMatchObject({ twice: [], partial: [] })
    expect(await verifyHistory(database.db, 'XA')).toMatchObject({ holds: true })
  })
}, 120_000)
