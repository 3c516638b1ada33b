import { tmpdir } from 'node:os'
import { afterAll, expect, test } from 'vitest'
import { openTestDatabase } from '../../../test/database.ts'
import { openStoredFiles } from '../files/stored-files.ts'
import { silentLog } from '../log/log.ts'
import { newId } from '../random/new-id.ts'
import {
  cancelJob,
  findJob,
  findSecondsLeft,
  JobRefused,
  migrations,
  type OpenJobsOptions,
  openJobs,
  startJob,
} from './index.ts'
import type { Job } from './job.ts'

const database = await openTestDatabase([{ room: 'jobs', migrations }])
const files = await openStoredFiles(`${tmpdir()}/jobs-test-${process.pid}`)
afterAll(database.close)

const now = new Date('2027-01-15T10:00:00Z')

const open = (jobs: readonly Job<never>[], more: Partial<OpenJobsOptions> = {}) =>
  openJobs({
    db: database.db,
    connection: { connectionString: database.url },
    jobs,
    files,
    log: silentLog,
    clock: () => now,
    ...more,
  })

const gate = () => {
  let release = (): void => {}
  const passed = new Promise<void>((resolve) => {
    release = resolve
  })
  return { passed, release }
}

test('a job runs once its transaction has committed, and says where it leads', async () => {
  const work: Job<{ rows: number }> = {
    name: 'trial.count',
    work: async ({ input, progress }) => {
      await progress(input.rows, input.rows)
      return { href: '/trial/result' }
    },
  }
  const jobs = await open([work])
  const id = await database.db.transaction().execute((tx) => startJob(tx, 'trial.count', 'XA', 'somebody', { rows: 7 }))
  await jobs.idle()
  expect(await findJob(database.db, id)).toMatchObject({
    state: 'done',
    done: 7,
    total: 7,
    share: 1,
    href: '/trial/result',
  })
  await jobs.close()
})

test('a job whose transaction was rolled back never was', async () => {
  let id = ''
  const failing = database.db.transaction().execute(async (tx) => {
    id = await startJob(tx, 'trial.count', 'XA', undefined, {})
    throw new Error('rolled back')
  })
  await expect(failing).rejects.toThrow('rolled back')
  expect(await findJob(database.db, id)).toBeUndefined()
})

test('a refusal is told by its code, a failure of the program as broken', async () => {
  const refusing: Job = { name: 'trial.refuse', work: () => Promise.reject(new JobRefused('nothing-to-import')) }
  const breaking: Job = { name: 'trial.break', work: () => Promise.reject(new Error('password in this text')) }
  const jobs = await open([refusing, breaking])
  const refused = await startJob(database.db, 'trial.refuse', 'XA', undefined, {})
  const broken = await startJob(database.db, 'trial.break', 'XA', undefined, {})
  await jobs.idle()
  expect(await findJob(database.db, refused)).toMatchObject({ state: 'failed', fault: 'nothing-to-import' })
  expect(await findJob(database.db, broken)).toMatchObject({ state: 'failed', fault: 'broken' })
  await jobs.close()
})

test('a waiting job is cancelled at once, a running one at its next step', async () => {
  const started = gate()
  const goOn = gate()
  const long: Job = {
    name: 'trial.long',
    work: async ({ progress }) => {
      started.release()
      await goOn.passed
      await progress(10, 10)
      return { href: '/never' }
    },
  }
  const jobs = await open([long], { atOnce: 1 })
  const running = await startJob(database.db, 'trial.long', 'XA', undefined, {})
  const waiting = await startJob(database.db, 'trial.long', 'XA', undefined, {})
  await started.passed
  expect(await cancelJob(database.db, waiting, now)).toBe(true)
  expect((await findJob(database.db, waiting))?.state).toBe('cancelled')
  expect(await cancelJob(database.db, running, now)).toBe(true)
  goOn.release()
  await jobs.idle()
  expect((await findJob(database.db, running))?.state).toBe('cancelled')
  await jobs.close()
})

test('a job that a stopped process left behind is run again by the next one', async () => {
  const started = gate()
  const first: Job = {
    name: 'trial.restart',
    work: ({ signal }) =>
      new Promise((_, reject) => {
        started.release()
        signal.addEventListener('abort', () => reject(new Error('stopped')))
      }),
  }
  const before = await open([first])
  const id = await startJob(database.db, 'trial.restart', 'XA', undefined, {})
  await started.passed
  await before.close()
  expect((await findJob(database.db, id))?.state).toBe('running')
  const after = await open([{ name: 'trial.restart', work: () => Promise.resolve({ href: '/again' }) }])
  await after.idle()
  expect(await findJob(database.db, id)).toMatchObject({ state: 'done', href: '/again' })
  await after.close()
})

test('two processes never run the same job at the same time', async () => {
  let runs = 0
  const once: Job = {
    name: 'trial.once',
    work: () => {
      runs += 1
      return Promise.resolve({ href: '/once' })
    },
  }
  const one = await open([once])
  const other = await open([once])
  for (let count = 0; count < 20; count += 1) await startJob(database.db, 'trial.once', 'XA', undefined, {})
  await one.idle()
  await other.idle()
  expect(runs).toBe(20)
  await one.close()
  await other.close()
})

test('the time left follows from the pace so far', () => {
  const job = { id: newId(), name: 'x.y', party: 'XA', state: 'running' as const, done: 25, total: 100, share: 0.25 }
  const at = { createdAt: now, startedAt: new Date(now.getTime() - 10_000) }
  expect(findSecondsLeft({ ...job, ...at }, now)).toBe(30)
  expect(findSecondsLeft({ ...job, ...at, share: 0.001 }, now)).toBeUndefined()
})
