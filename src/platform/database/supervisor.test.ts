import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { sql } from 'kysely'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { packageRoot } from '../../kernel/package-root.ts'
import { silentLog } from '../log/log.ts'
import { type OpenDatabase, openDatabase } from './connection.ts'
import { findPostmasterPid, isRunning } from './postmaster.ts'
import { holdServer } from './supervisor.ts'

const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'open-roadmap-own-'))
  await chmod(folder, 0o711)
  return folder
}

const folder = await newFolder()
const cluster = join(folder, 'database', 'cluster')
const opened: OpenDatabase[] = []

const open = async (dataDirectory = folder): Promise<OpenDatabase> => {
  const database = await openDatabase({ dataDirectory, log: silentLog })
  opened.push(database)
  return database
}

const serverPid = async (): Promise<number> => {
  const pid = await findPostmasterPid(cluster)
  if (pid === undefined) throw new Error('no server runs')
  return pid
}

const isServerUp = async (): Promise<boolean> => {
  const pid = await findPostmasterPid(cluster)
  return pid !== undefined && (await isRunning(pid))
}

afterEach(async () => {
  for (const database of opened.splice(0)) await database.close()
})

afterAll(async () => {
  const server = await holdServer({ dataDirectory: folder, log: silentLog })
  await server.release()
  await rm(folder, { recursive: true, force: true })
})

interface Writer {
  readonly process: ChildProcess
  /** The number of the last pair the writer was told is saved. */
  readonly lastSaved: () => number
  /** Resolves once so many more pairs are saved. */
  readonly saved: (count: number) => Promise<void>
}

const startWriter = (): Writer => {
  const child = spawn(process.execPath, [join(packageRoot, 'test', 'database-writer.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let last = 0
  let count = 0
  let wake = (): void => {}
  createInterface({ input: child.stdout }).on('line', (line) => {
    last = Number(line)
    count += 1
    wake()
  })
  const saved = (wanted: number): Promise<void> =>
    new Promise((resolve, reject) => {
      child.once('exit', () => reject(new Error('the writer ended by itself')))
      wake = () => {
        if (count >= wanted) resolve()
      }
    })
  return { process: child, lastSaved: () => last, saved }
}

const kill = async (writer: Writer): Promise<void> => {
  const gone = new Promise((resolve) => writer.process.once('close', resolve))
  writer.process.kill('SIGKILL')
  await gone
}

const torn = async (db: OpenDatabase['db']): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (select from ledger group by pair having count(*) <> 2) as one_sided`.execute(db)
  return rows[0]!.count
}

const lastPair = async (db: OpenDatabase['db']): Promise<number> => {
  const { rows } = await sql<{ last: number; count: number }>`
    select max(pair) as last, count(distinct pair) as count from ledger`.execute(db)
  expect(rows[0]!.count).toBe(rows[0]!.last)
  return rows[0]!.last
}

describe('the built-in database', () => {
  it('is made on the first start, forces every commit to the disk, and gives the app no superuser', async () => {
    const { db } = await open()
    const { rows } = await sql<Record<string, unknown>>`
      select current_setting('fsync') as fsync, current_setting('data_checksums') as checksums,
        current_setting('server_encoding') as encoding, current_setting('listen_addresses') as network,
        (select rolsuper from pg_roles where rolname = current_user) as superuser`.execute(db)
    expect(rows[0]).toEqual({ fsync: 'on', checksums: 'on', encoding: 'UTF8', network: '', superuser: false })
  })

  it('stops when the last app leaves, and not before', async () => {
    const first = await open()
    const second = await open()
    await first.close()
    expect((await sql<{ one: number }>`select 1 as one`.execute(second.db)).rows).toEqual([{ one: 1 }])
    await second.close()
    expect(await isServerUp()).toBe(false)
  })

  it('is taken over as it runs by the next app when the last one was killed', async () => {
    const writer = startWriter()
    await writer.saved(5)
    await kill(writer)
    const before = await serverPid()
    await open()
    expect(await serverPid()).toBe(before)
  })

  it('comes back by itself when it is killed under a running app', async () => {
    const { db } = await open()
    await sql`select 1`.execute(db)
    const before = await serverPid()
    process.kill(before, 'SIGKILL')
    await expect.poll(() => findPostmasterPid(cluster), { timeout: 20_000 }).not.toBe(before)
    const ask = () => sql<{ one: number }>`select 1 as one`.execute(db)
    await expect
      .poll(
        () =>
          ask().then(
            ({ rows }) => rows,
            () => [],
          ),
        { timeout: 20_000 },
      )
      .toEqual([{ one: 1 }])
  })

  it.each(['the app', 'the database', 'both'] as const)(
    'loses nothing that was saved when %s is killed again and again',
    async (victim) => {
      for (let round = 0; round < 5; round += 1) {
        const writer = startWriter()
        await writer.saved(20 + round * 7)
        const pid = await serverPid()
        if (victim !== 'the app') process.kill(pid, 'SIGKILL')
        await kill(writer)
        const acknowledged = writer.lastSaved()
        const { db, close } = await open()
        expect(await lastPair(db)).toBeGreaterThanOrEqual(acknowledged)
        expect(await torn(db)).toBe(0)
        await close()
      }
    },
  )

  it('starts although the number in its lock files now belongs to another program', async () => {
    await (await open()).close()
    const lines = [process.pid, cluster, 1, 5432, join(folder, 'database', 'run'), '', '  1 1', 'ready']
    await writeFile(join(cluster, 'postmaster.pid'), `${lines.join('\n')}\n`)
    await writeFile(join(folder, 'database', 'run', '.s.PGSQL.5432.lock'), `${lines.join('\n')}\n`)
    await open()
    expect(await serverPid()).not.toBe(process.pid)
  })

  it('two data folders have two databases that know nothing of each other', async () => {
    const other = await newFolder()
    const here = await open()
    const there = await open(other)
    await sql`create table only_here (id integer)`.execute(here.db)
    await expect(sql`select from only_here`.execute(there.db)).rejects.toThrow(/does not exist/)
    await there.close()
    await rm(other, { recursive: true, force: true })
  })

  it('refuses data of a newer PostgreSQL with a plain reason and leaves it as it is', async () => {
    await (await open()).close()
    const file = join(cluster, 'PG_VERSION')
    const version = await readFile(file, 'utf8')
    await writeFile(file, '99\n')
    await expect(open()).rejects.toMatchObject({ code: 'newer-cluster', values: { found: '99' } })
    await writeFile(file, version)
    await open()
  })

  it('works in a folder whose path is too long for a socket', async () => {
    const other = join(await newFolder(), 'a-long-name-'.repeat(9))
    const { db, close, connection } = await open(other)
    expect((await sql<{ one: number }>`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }])
    await close()
    await rm(connection.host!, { recursive: true })
    await rm(join(other, '..'), { recursive: true, force: true })
  })
})

describe('an existing database', () => {
  it.each([
    ['not an address', 'address-malformed'],
    ['mysql://localhost/roadmap', 'address-malformed'],
    ['postgres://somebody@127.0.0.1:1/roadmap', 'address-unreachable'],
  ])('%s is refused with a plain reason', async (url, code) => {
    await expect(openDatabase({ url, dataDirectory: folder, log: silentLog })).rejects.toMatchObject({ code })
  })

  it('a wrong name of the database is refused with a plain reason', async () => {
    const { connection } = await open()
    const url = `postgres://${connection.user}@localhost/wrong?host=${connection.host}`
    const refused = openDatabase({ url, dataDirectory: folder, log: silentLog })
    await expect(refused).rejects.toMatchObject({ code: 'address-refused', values: { reason: '3D000' } })
  })
})
