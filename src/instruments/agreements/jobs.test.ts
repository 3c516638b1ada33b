import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../../test/database.ts'
import { migrations as historyMigrations } from '../../engines/history/index.ts'
import { migrations as evidenceMigrations } from '../../evidence/index.ts'
import { actorOf, addParty, peopleMigrations } from '../../people/index.ts'
import { openStoredFiles } from '../../platform/files/stored-files.ts'
import { type JobGiven, migrations as jobMigrations } from '../../platform/jobs/index.ts'
import { silentLog } from '../../platform/log/log.ts'
import { jobs, type UploadInput } from './jobs.ts'
import { migrations } from './migrations/index.ts'
import { permissions } from './permissions.ts'
import { sampleTexts } from './sample-texts.ts'
import { type Asking, listAgreements } from './store.ts'
import { createUpload, getUpload } from './uploads.ts'

const database = await openTestDatabase([
  { room: 'jobs', migrations: jobMigrations },
  { room: 'history', migrations: historyMigrations },
  { room: 'people', migrations: peopleMigrations },
  { room: 'evidence', migrations: evidenceMigrations },
  { room: 'agreements', migrations },
])
const folder = await mkdtemp(join(tmpdir(), 'agreements-'))
const files = await openStoredFiles(folder)
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const { db } = database
const at = new Date('2027-02-01T09:00:00Z')

const askingIn = (party: string): Asking => ({
  db,
  party,
  at,
  actor: actorOf(
    { userId: 'u', name: 'Amina', administrator: false, roles: new Map([[party, 'editor']]) },
    permissions,
  ),
})

const archive = zipSync({
  ...Object.fromEntries(sampleTexts.map(({ name, text }) => [`texts/${name}`, strToU8(text)])),
  'texts/bomb.xml': strToU8('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><treaty><body>&b;</body></treaty>'),
  'README.md': strToU8('About these files.'),
})

const begin = async (party: string) => {
  await addParty(db, { code: party, languages: ['en'] }, at)
  const asking = askingIn(party)
  const file = await files.keepBytes(archive)
  const uploadId = await createUpload(asking, { file, fileName: 'texts.zip', whose: 'own' })
  const work = (progress: JobGiven<UploadInput>['progress']) =>
    (jobs[0] as unknown as { work: (given: JobGiven<UploadInput>) => Promise<{ href: string }> }).work({
      id: uploadId,
      party,
      input: { uploadId, actor: { userId: 'u', name: 'Amina' } },
      db,
      files,
      log: silentLog,
      now: () => at,
      progress,
      signal: new AbortController().signal,
    })
  return { asking, uploadId, work }
}

describe('an archive of texts', () => {
  it('is taken in whole; what cannot be read is told by name, and the facts follow', async () => {
    const { asking, uploadId, work } = await begin('XB')
    const steps: number[] = []
    const { href } = await work(async (done, total) => void steps.push(done / total))
    expect(href).toBe(`/agreements/uploads/${uploadId}`)
    expect(steps.at(-1)).toBe(1)
    expect(steps.length).toBe(5)
    const { outcome, state } = await getUpload(asking, uploadId)
    expect(state).toBe('done')
    expect(outcome).toMatchObject({ texts: 4, added: 3, known: 0 })
    expect(outcome.faults).toMatchObject([{ code: 'text-doctype', values: { file: 'bomb.xml' } }])
    expect(await listAgreements(asking)).toHaveLength(3)
    const facts = await db
      .withTables<{ facts: { party: string; instrument: string; subject: string } }>()
      .selectFrom('facts')
      .select('subject')
      .where('party', '=', 'XB')
      .where('instrument', '=', 'agreements')
      .execute()
    expect(facts.map(({ subject }) => subject)).toContain('audit')
  })

  it('goes on where it was stopped, and adds nothing twice', async () => {
    const { asking, uploadId, work } = await begin('XC')
    const stopping = work(async (done) => {
      if (done === 2) throw new Error('the process ends')
    })
    await expect(stopping).rejects.toThrow('the process ends')
    const before = await listAgreements(asking)
    expect(before.length).toBeGreaterThan(0)
    await work(async () => {})
    expect((await getUpload(asking, uploadId)).outcome).toMatchObject({
      added: 3 - before.length,
      known: before.length,
    })
    expect(await listAgreements(asking)).toHaveLength(3)
  })
})
