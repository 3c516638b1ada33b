import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, describe, expect, it } from 'vitest'
import { readPlaysByUser } from './read-plays.ts'

const folder = mkdtempSync(join(tmpdir(), 'killed-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const write = async (): Promise<string> => {
  const path = join(folder, 'plays.parquet')
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(
    `COPY (SELECT (hash(range) % 100000)::INTEGER user_id, range % 900 AS work_id FROM range(6000000)) TO '${path}' (FORMAT parquet)`,
  )
  connection.closeSync()
  instance.closeSync()
  return path
}

/** Processes that were started by this one, on Linux. */
const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)

const hasEnded = async (pid: number): Promise<void> => {
  for (;;) {
    try {
      if (readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z')) return
    } catch {
      return
    }
    await new Promise((resolve) => setImmediate(resolve))
  }
}

const isLinux = process.platform === 'linux'
if (!isLinux) console.info('Skipped: processes are looked at by way of /proc, which only Linux has.')

describe.runIf(isLinux)('a program that is killed while it reads plays', () => {
  it('takes its reading process with it and leaves nothing on the disk', async () => {
    const [path, own] = [await write(), mkdtempSync(join(folder, 'own-'))]
    const limits = { rowsMegabytes: 0 }
    const program = `
      const { readPlaysByUser } = await import(${JSON.stringify(new URL('./read-plays.ts', import.meta.url).href)})
      const progress = () => process.stdout.write('row')
      await readPlaysByUser([${JSON.stringify(path)}], { user: 'user_id', work: 'work_id' },
        { folder: ${JSON.stringify(own)}, limits: ${JSON.stringify(limits)}, progress })`
    const victim = spawn(process.execPath, ['--input-type=module', '--eval', program], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    await new Promise((resolve) => victim.stdout.once('data', resolve))
    const readers = childrenOf(victim.pid!)
    expect(readdirSync(own)).toHaveLength(1)
    const gone = new Promise((resolve) => victim.once('exit', resolve))
    victim.kill('SIGKILL')
    await gone
    await Promise.all(readers.map(hasEnded))
    expect(readers).toHaveLength(1)
    const read = await readPlaysByUser([path], { user: 'user_id', work: 'work_id' }, { folder: own })
    expect(read.ok && read.value.rows).toBe(6_000_000)
    expect(readdirSync(own)).toEqual([])
  }, 30_000)
})
