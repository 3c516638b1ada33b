import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { type Kysely, sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { backup } from './backup.ts'
import { type MigrationSet, migrate, ranMigrations } from './migrate.ts'
import { restore } from './restore.ts'

const run = (...statements: readonly string[]) => ({
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
})

/** Everything that makes putting rows back hard: cycles, keys to oneself, guards, generated values. */
const first = run(
  `create type standing as enum ('observed', 'declared')`,
  `create table z_body (id uuid primary key, head uuid, name text not null, sorted text generated always as (lower(name)) stored)`,
  `create table a_person (id uuid primary key, body uuid not null references z_body, deputy uuid references a_person)`,
  `alter table z_body add constraint head_works_here foreign key (head) references a_person deferrable initially deferred`,
  `create table history (place bigint generated always as identity primary key, entry jsonb not null, at timestamptz,
    day date, how standing, sum numeric, bytes bytea, tags text[], share float8)`,
  `create function no_change() returns trigger language plpgsql as $$ begin raise exception 'history is never changed'; end $$`,
  `create trigger guard before insert or update or delete or truncate on history execute function no_change()`,
)

const sets: readonly MigrationSet[] = [{ room: 'world', migrations: { '0001-first': first } }]
const newerSets: readonly MigrationSet[] = [
  {
    room: 'world',
    migrations: {
      '0001-first': first,
      '0002-length': run(
        `alter table z_body add column length integer`,
        `update z_body set length = length(name)`,
        `alter table z_body alter column length set not null`,
      ),
    },
  },
]

const id = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`

const fill = async (db: Kysely<unknown>): Promise<void> => {
  await db.transaction().execute(async (tx) => {
    await sql`insert into z_body (id, head, name) values (${id(1)}, ${id(11)}, ${'Ministère de la culture\twith\\tab'})`.execute(
      tx,
    )
    await sql`insert into a_person values (${id(12)}, ${id(1)}, null), (${id(11)}, ${id(1)}, ${id(12)})`.execute(tx)
    await sql`alter table history disable trigger guard`.execute(tx)
    await sql`insert into history (entry, at, day, how, sum, bytes, tags, share)
      select jsonb_build_object('n', n, 'text', 'é ع 中'), timestamptz '2026-03-29 00:30+00' + n * interval '1 hour', date '2024-02-29',
        'observed', 0.10000000000000000001, '\\x00ff5c', array['a', null, '"'], 1 / 3.0
      from generate_series(1, 20000) as n`.execute(tx)
    await sql`alter table history enable trigger guard`.execute(tx)
  })
}

const contents = async (db: Kysely<unknown>): Promise<unknown> => {
  const { rows } = await sql`select (select jsonb_agg(z_body) from z_body) as bodies,
    (select jsonb_agg(a_person order by id) from a_person) as people,
    (select count(*) || md5(string_agg(history::text, '|' order by place)) from history) as history,
    (select last_value from history_place_seq) as place`.execute(db)
  return rows[0]
}

const folder = await mkdtemp(join(tmpdir(), 'open-roadmap-backup-'))
const file = join(folder, 'world.backup')
const filesDirectory = join(folder, 'files')
const stored: Readonly<Record<string, Buffer>> = {
  'ab/abcdef': Buffer.from('first file'),
  'cd/empty': Buffer.alloc(0),
  'cd/large': Buffer.alloc(3_000_001, 'xyz'),
  [`ef/${'n'.repeat(120)}`]: Buffer.from('a long name'),
}
for (const [path, content] of Object.entries(stored)) {
  await mkdir(join(filesDirectory, path, '..'), { recursive: true })
  await writeFile(join(filesDirectory, path), content)
}

const databases: TestDatabase[] = []
const fresh = async (given: readonly MigrationSet[] = sets): Promise<TestDatabase> => {
  const database = await openTestDatabase(given)
  databases.push(database)
  return database
}
const source = await fresh()
await fill(source.db)
const summary = await backup(source.db, file, { filesDirectory })

afterAll(async () => {
  for (const database of databases) await database.close()
  await rm(folder, { recursive: true, force: true })
})

describe('a backup', () => {
  it('brings every row, sequence and file back into an empty installation', async () => {
    expect(summary).toMatchObject({ tables: 3, rows: 20_003, files: 4 })
    const target = await fresh()
    const newFiles = join(folder, 'new-files')
    expect(await restore(target.db, file, { sets, filesDirectory: newFiles })).toEqual(summary)
    expect(await contents(target.db)).toEqual(await contents(source.db))
    for (const [path, content] of Object.entries(stored)) expect(await readFile(join(newFiles, path))).toEqual(content)
  })

  it('brings the rules back as well: keys, guards, defaults', async () => {
    const target = await fresh()
    await restore(target.db, file, { sets })
    await expect(sql`delete from history`.execute(target.db)).rejects.toThrow(/never changed/)
    await expect(sql`insert into a_person values (${id(99)}, ${id(98)}, null)`.execute(target.db)).rejects.toThrow(
      /foreign key/,
    )
    const { rows } =
      await sql`select condeferred, convalidated from pg_constraint where conname = 'head_works_here'`.execute(
        target.db,
      )
    expect(rows).toEqual([{ condeferred: true, convalidated: true }])
    expect(await migrate(target.db, sets)).toEqual([])
  })

  it('can be read with tar and gzip alone', () => {
    const names = execFileSync('tar', ['-tzf', file], { encoding: 'utf8' }).trim().split('\n')
    expect(names.at(0)).toBe('backup.json')
    expect(names).toContain('tables/history/000001.copy')
    expect(names).toContain('files/cd/large')
    expect(names).toContain(`files/ef/${'n'.repeat(120)}`)
    expect(names.at(-1)).toBe('seal.sha256')
    const people = execFileSync('tar', ['-xzOf', file, 'tables/a_person/000001.copy'], { encoding: 'utf8' })
    expect(people.trim().split('\n')).toHaveLength(2)
  })

  it('made by an older version is brought up to date', async () => {
    const target = await fresh(newerSets)
    await restore(target.db, file, { sets: newerSets })
    expect(await ranMigrations(target.db)).toEqual(['world/0001-first', 'world/0002-length'])
    const { rows } = await sql`select length from z_body`.execute(target.db)
    expect(rows).toEqual([{ length: 32 }])
  })

  it('made by a newer version is refused, and nothing changes', async () => {
    const newer = await fresh(newerSets)
    const newerFile = join(folder, 'newer.backup')
    await backup(newer.db, newerFile)
    const target = await fresh()
    await expect(restore(target.db, newerFile, { sets })).rejects.toMatchObject({
      code: 'backup-newer',
      values: { names: 'world/0002-length' },
    })
  })

  it('is one moment, even while others write', async () => {
    const { db } = await fresh()
    const stopped = new AbortController()
    const writing = (async () => {
      for (let pair = 1; !stopped.signal.aborted; pair += 1)
        await db.transaction().execute(async (tx) => {
          await sql`insert into z_body (id, name) values (${id(pair * 2)}, 'left')`.execute(tx)
          await sql`insert into a_person values (${id(pair * 2)}, ${id(pair * 2)}, null)`.execute(tx)
        })
    })()
    for (let round = 0; round < 5; round += 1) await backup(db, join(folder, 'moving.backup'))
    stopped.abort()
    await writing
    const target = await fresh()
    await restore(target.db, join(folder, 'moving.backup'), { sets })
    const { rows } = await sql<{ bodies: number; people: number }>`
      select (select count(*) from z_body) as bodies, (select count(*) from a_person) as people`.execute(target.db)
    expect(rows[0]!.bodies).toBe(rows[0]!.people)
  })
})

describe('restoring over data', () => {
  it('is refused unless asked for, and then leaves only what the backup held', async () => {
    const target = await fresh()
    await sql`insert into z_body (id, name) values (${id(7)}, 'here before')`.execute(target.db)
    const targetFiles = join(folder, 'target-files')
    await mkdir(targetFiles)
    await writeFile(join(targetFiles, 'old'), 'old')
    const refused = restore(target.db, file, { sets, filesDirectory: targetFiles })
    await expect(refused).rejects.toMatchObject({ code: 'database-not-empty', values: { table: 'z_body' } })
    expect(await readdir(targetFiles)).toEqual(['old'])

    await restore(target.db, file, { sets, filesDirectory: targetFiles, replace: true })
    expect(await contents(target.db)).toEqual(await contents(source.db))
    expect((await readdir(targetFiles)).sort()).toEqual(['ab', 'cd', 'ef'])
  })

  it('leaves the tables of an extension and other schemas alone', async () => {
    const target = await fresh()
    await sql`create extension pg_trgm`.execute(target.db)
    await sql`create schema elsewhere create table kept (id integer)`.execute(target.db)
    await restore(target.db, file, { sets })
    const { rows } =
      await sql`select similarity('roadmap', 'roadmap') as likeness, to_regclass('elsewhere.kept')::text as kept`.execute(
        target.db,
      )
    expect(rows).toEqual([{ likeness: 1, kept: 'elsewhere.kept' }])
  })
})

describe('a file that is not whole', () => {
  it('is refused wherever it was damaged, and the database stays as it was, unless no content was touched', async () => {
    const target = await fresh()
    await sql`insert into z_body (id, name) values (${id(7)}, 'here before')`.execute(target.db)
    const before = await contents(target.db)
    const saved = await contents(source.db)
    const whole = await readFile(file)
    const unpacked = gunzipSync(whole)
    const damaged = join(folder, 'damaged.backup')
    const targetFiles = join(folder, 'damaged-files')
    const damage = fc.oneof(
      fc.nat(whole.length - 1).map((length) => whole.subarray(0, length)),
      fc.nat(whole.length - 1).map((at) => Buffer.from(whole).fill(whole[at]! ^ 0x10, at, at + 1)),
      fc
        .nat(unpacked.length - 1)
        .map((at) => gzipSync(Buffer.from(unpacked).fill(unpacked[at]! ^ 1, at, at + 1), { level: 1 })),
      fc.nat(unpacked.length - 1).map((length) => gzipSync(unpacked.subarray(0, length), { level: 1 })),
    )
    await fc.assert(
      fc.asyncProperty(damage, async (bytes) => {
        await writeFile(damaged, bytes)
        const undo = new Error('the whole restore was right; take it back')
        const attempt = await target.db
          .transaction()
          .execute(async (transaction) => {
            await restore(transaction, damaged, { sets, filesDirectory: targetFiles, replace: true })
            expect(await contents(transaction)).toEqual(saved)
            expect((await readdir(targetFiles)).sort()).toEqual(['ab', 'cd', 'ef'])
            await rm(targetFiles, { recursive: true })
            throw undo
          })
          .catch((error: unknown) => error)
        if (attempt !== undo)
          expect(attempt).toMatchObject({ code: expect.stringMatching(/^backup-(damaged|foreign)$/) })
        expect(await contents(target.db)).toEqual(before)
        await expect(readdir(targetFiles)).rejects.toThrow(/ENOENT/)
      }),
      { numRuns: 25 },
    )
  })

  it.each([
    ['an empty file', Buffer.alloc(0)],
    ['a text', Buffer.from('this is no backup')],
    ['a zipped text', gzipSync('this is no backup')],
    ['an empty archive', gzipSync(Buffer.alloc(1024))],
  ])('%s is called what it is', async (_, bytes) => {
    const target = await fresh()
    const other = join(folder, 'other')
    await writeFile(other, bytes)
    await expect(restore(target.db, other, { sets })).rejects.toMatchObject({ code: 'backup-foreign' })
  })
})
