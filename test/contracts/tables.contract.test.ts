import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { migrationSets } from '../../src/app.ts'
import { instruments } from '../../src/instruments/index.ts'
import { packageRoot } from '../../src/kernel/package-root.ts'
import { migrate } from '../../src/platform/database/index.ts'
import { openTestDatabase } from '../database.ts'

const database = await openTestDatabase()
afterAll(database.close)

const tablesNow = async (): Promise<readonly string[]> => {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(
    database.db,
  )
  return rows.map(({ name }) => name)
}

const folderOf = (room: string): string => {
  if (instruments.some(({ id }) => id === room)) return `src/instruments/${room}/`
  const places: Readonly<Record<string, string>> = {
    http: 'src/platform/',
    jobs: 'src/platform/',
    history: 'src/engines/history/',
  }
  return places[room] ?? `src/${room}/`
}

/** Table → the folder of the room whose migrations made it. */
const owners = new Map<string, string>()
let ran = await tablesNow()
for (let count = 1; count <= migrationSets.length; count += 1) {
  await migrate(database.db, migrationSets.slice(0, count))
  const now = await tablesNow()
  for (const table of now.filter((name) => !ran.includes(name)))
    owners.set(table, folderOf(migrationSets[count - 1]!.room))
  ran = now
}

const sources = readdirSync(join(packageRoot, 'src'), { withFileTypes: true, recursive: true })
  .filter(
    (entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.|for-tests|\.generated\./.test(entry.name),
  )
  .map((entry) => join(entry.parentPath, entry.name))

const touching =
  /(?:selectFrom|insertInto|updateTable|deleteFrom|innerJoin|leftJoin|sql\.table)\(\s*['"]([a-z_]+)|\b(?:from|into|update|join|table)\s+([a-z_]+)\b/g

describe('the tables', () => {
  it('are each touched by the room that made them, and by no other', () => {
    const foreign = sources.flatMap((file) => {
      const path = relative(packageRoot, file).replaceAll('\\', '/')
      const code = readFileSync(file, 'utf8').replaceAll(/^\s*(?:\/\*\*|\*|\/\/).*$/gm, '')
      return [...code.matchAll(touching)].flatMap(([, built, written]) => {
        const table = built ?? written ?? ''
        const owner = owners.get(table)
        const isText = built === undefined && !code.includes('sql')
        return owner === undefined || isText || path.startsWith(owner) ? [] : [`${path} touches ${table} of ${owner}`]
      })
    })
    expect([...new Set(foreign)]).toEqual([])
    expect(owners.size).toBeGreaterThan(10)
  })
})
