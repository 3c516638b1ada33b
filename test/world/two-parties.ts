import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp, migrationSets, pagesOf, permissionMatrix } from '../../src/app.ts'
import { type Framework, loadFramework } from '../../src/framework/index.ts'
import { instruments } from '../../src/instruments/index.ts'
import { addAccount, setRole } from '../../src/people/accounts.ts'
import {
  type Actor,
  addParty,
  type Page,
  type PermissionMatrix,
  type Role,
  roles,
  systemActor,
} from '../../src/people/index.ts'
import { withinTransaction } from '../../src/platform/database/index.ts'
import { openStoredFiles } from '../../src/platform/files/stored-files.ts'
import { openLanguages } from '../../src/platform/languages/words.ts'
import { type Log, silentLog } from '../../src/platform/log/log.ts'
import { newId } from '../../src/platform/random/new-id.ts'
import { readSettings } from '../../src/platform/settings/settings.ts'
import { sampleReport } from '../../src/report/index.ts'
import { sampleRoadmap } from '../../src/roadmap/index.ts'
import { openTestDatabase, type TestDatabase } from '../database.ts'

/** Two Parties with the same sample each: what one of them has is foreign to the other. */
export const own = 'XA'
export const foreign = 'KR'

export const origin = 'http://localhost:8005'
export const locales = ['en', 'fr', 'ar'] as const

/** The clock of the tests. */
export const today = new Date('2026-11-23T09:00:00Z')

/** Somebody who comes: a role for the own Party, the other Party's contact point, the administrator, nobody. */
export type Person = Role | 'foreign contact-point' | 'administrator' | 'visitor'
export const people: readonly Person[] = [...roles, 'foreign contact-point', 'administrator', 'visitor']

export interface Answered {
  readonly status: number
  readonly location: string | undefined
  readonly type: string
  readonly text: string
}

export interface TwoParties {
  readonly db: TestDatabase['db']
  readonly framework: Framework
  readonly pages: readonly Page[]
  readonly matrix: PermissionMatrix
  /** The command line's own actor, which may do everything. */
  readonly actor: Actor
  /** What the log took down as broken, in order. */
  readonly broken: readonly string[]
  readonly get: (person: Person, path: string) => Promise<Answered>
  /** Posts fields as a form of our own pages would; `key` is added unless given. */
  readonly post: (person: Person, path: string, fields?: Readonly<Record<string, string>>) => Promise<Answered>
  readonly close: () => Promise<void>
}

const password = 'a long enough passphrase 4711'
const emailOf = (person: Person): string => `${person.replace(' ', '-')}@world.example`

const addPeople = async (db: TestDatabase['db']): Promise<void> => {
  for (const person of people.filter((each) => each !== 'visitor')) {
    const account = { email: emailOf(person), name: person, password, administrator: person === 'administrator' }
    const id = await addAccount(db, account, today)
    if (person === 'foreign contact-point') await setRole(db, id, foreign, 'contact-point', today)
    else if (person !== 'administrator') await setRole(db, id, own, person, today)
  }
}

const addSample = async (db: TestDatabase['db'], framework: Framework, actor: Actor, party: string): Promise<void> => {
  const given = { party, now: today, framework, actor }
  await withinTransaction(
    db,
    async (tx) => {
      await addParty(tx, { code: party, languages: ['en'], fictional: party === own }, today)
      await sampleRoadmap(tx, given)
      for (const instrument of instruments) await instrument.sample(tx, given)
      await sampleReport(tx, given)
    },
    { isolation: 'read committed' },
  )
}

const loggingTo = (broken: string[]): Log => ({
  ...silentLog,
  error: (event, cause) => {
    broken.push(`${event}: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`)
  },
})

const answeredOf = async (response: Response): Promise<Answered> => {
  const type = response.headers.get('content-type') ?? ''
  const isText = /^text\/|json|xml/.test(type)
  const text = isText ? await response.text() : String((await response.arrayBuffer()).byteLength)
  return { status: response.status, location: response.headers.get('location') ?? undefined, type, text }
}

/** The whole house over a fresh database, with two Parties, people in every role, and nobody listening. */
export const openTwoParties = async (): Promise<TwoParties> => {
  const database = await openTestDatabase(migrationSets)
  const { db } = database
  const folder = await mkdtemp(join(tmpdir(), 'open-roadmap-world-'))
  const settings = readSettings({ ORIGIN: origin, DATA_DIR: folder }, '/')
  if (!settings.ok) throw new Error('the settings of the test world are off')
  const framework = loadFramework()
  const actor = systemActor(permissionMatrix)
  for (const party of [own, foreign]) await addSample(db, framework, actor, party)
  await addPeople(db)
  const broken: string[] = []
  const house = createApp({
    db,
    framework,
    languages: openLanguages({ offered: locales }),
    files: await openStoredFiles(folder),
    settings: settings.value,
    secret: 'a secret of the test world, long enough',
    log: loggingTo(broken),
    now: () => today,
  })
  const cookies = new Map<Person, string>()
  const ask = async (person: Person, path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers)
    const cookie = cookies.get(person)
    if (cookie !== undefined) headers.set('cookie', cookie)
    return await house.site.fetch(new Request(`${origin}${path}`, { ...init, headers }))
  }
  const send = (person: Person, path: string, fields: Readonly<Record<string, string>>): Promise<Response> =>
    ask(person, path, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ key: newId(), ...fields }).toString(),
    })
  for (const person of people.filter((each) => each !== 'visitor')) {
    const response = await send('visitor', '/en/sign-in', { email: emailOf(person), password })
    const session = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
    if (response.status !== 303 || session.length === 0) throw new Error(`${person} cannot sign in: ${response.status}`)
    cookies.set(person, session.join('; '))
  }
  return {
    db,
    framework,
    pages: pagesOf(house.people),
    matrix: permissionMatrix,
    actor,
    broken,
    get: async (person, path) => await answeredOf(await ask(person, path)),
    post: async (person, path, fields = {}) => await answeredOf(await send(person, path, fields)),
    close: async () => {
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
