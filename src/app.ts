import type { Hono } from 'hono'
import type { Kysely } from 'kysely'
import { migrations as historyMigrations } from './engines/history/index.ts'
import * as evidence from './evidence/index.ts'
import type { Framework } from './framework/index.ts'
import { instruments } from './instruments/index.ts'
import type { Instrument } from './instruments/instrument.ts'
import { version } from './kernel/version.ts'
import {
  listParties,
  openPeople,
  type Page,
  type People,
  type PermissionMatrix,
  peopleMigrations,
  peoplePermissions,
  peopleWords,
} from './people/index.ts'
import type { Clock } from './platform/clock/clock.ts'
import type { MigrationSet } from './platform/database/index.ts'
import type { StoredFiles } from './platform/files/stored-files.ts'
import { migrations as submissionMigrations } from './platform/http/answer-once.ts'
import { type Job, migrations as jobMigrations, startJob } from './platform/jobs/index.ts'
import type { Languages } from './platform/languages/words.ts'
import type { Log } from './platform/log/log.ts'
import type { Settings } from './platform/settings/settings.ts'
import * as report from './report/index.ts'
import * as roadmap from './roadmap/index.ts'
import { createSite, frameOf, type Room, roomOf, sitePages, sitePermissions, studiesRoom } from './site/index.ts'
import { readAssets } from './ui/layout/assets.ts'

/** All tables of the house, room by room in the order of the data's way. */
export const migrationSets: readonly MigrationSet[] = [
  { room: 'http', migrations: submissionMigrations },
  { room: 'jobs', migrations: jobMigrations },
  { room: 'history', migrations: historyMigrations },
  { room: 'people', migrations: peopleMigrations },
  { room: 'roadmap', migrations: roadmap.migrations },
  { room: 'evidence', migrations: evidence.migrations },
  ...instruments.map(({ id, migrations }) => ({ room: id, migrations })),
  { room: 'report', migrations: report.migrations },
]

/** Who may do what, in the whole house. */
export const permissionMatrix: PermissionMatrix = Object.assign(
  {},
  sitePermissions,
  peoplePermissions,
  roadmap.permissions,
  evidence.permissions,
  ...instruments.map(({ permissions }) => permissions),
  report.permissions,
)

export const jobs: readonly Job[] = instruments.flatMap((instrument) => instrument.jobs)

export interface AppGiven {
  readonly db: Kysely<unknown>
  /** Connections of their own for counting attempts to sign in, so that many at once never wait for each other. */
  readonly counters?: Kysely<unknown>
  readonly framework: Framework
  readonly languages: Languages
  readonly files: StoredFiles
  readonly settings: Settings
  readonly secret: string
  readonly log: Log
  readonly now: Clock
}

/** Every page of the house, in reading order. */
export const pagesOf = (people: Pick<People, 'pages'>): readonly Page[] => [
  ...sitePages({
    version,
    listParties: (visit) => listParties(visit.db),
    map: report.mapView,
    instruments: instruments.map(({ words, pages, family }) => ({
      words,
      path: pages[0]?.path ?? '/',
      ...(family ? { family } : {}),
    })),
    sources: instruments.flatMap(({ words, search }) =>
      search ? [{ kind: roomOf('', '', '', words).text, search }] : [],
    ),
  }),
  ...people.pages,
  ...report.pages,
  ...roadmap.pages,
  ...evidence.pages,
  ...instruments.flatMap((instrument) => instrument.pages),
]

const studies = instruments.filter(({ family }) => family === 'studies').map(({ id }) => id)

const roomOfInstrument = ({ id, pages, words }: Instrument): Room =>
  roomOf(id, pages[0]?.path ?? '/', pages[0]?.permission ?? '', words)

const navigation: readonly Room[] = [
  roomOf('roadmap', '/roadmap', 'report.map', roadmap.words),
  ...instruments.filter(({ family }) => family === undefined).map(roomOfInstrument),
  studiesRoom(studies),
  roomOf('evidence', '/evidence', 'evidence.visit', evidence.words),
  roomOf('report', '/report', 'report.visit', report.words),
  roomOf('team', '/team', 'people.team', peopleWords),
]

/** Puts the house together: pages, people and the front door over one database. */
export const createApp = (given: AppGiven): { readonly site: Hono; readonly people: People } => {
  const { db, framework, languages, files, settings, log, now } = given
  const people = openPeople({
    db,
    ...(given.counters ? { counters: given.counters } : {}),
    secret: given.secret,
    origin: settings.origin,
    matrix: permissionMatrix,
    now,
  })
  const site = createSite({
    pages: pagesOf(people),
    db,
    framework,
    languages,
    files,
    settings,
    log,
    now,
    frame: frameOf({ assets: readAssets(), rooms: navigation, languages }),
    findActor: people.findActor,
    findParty: people.findParty,
    touchParty: people.touchParty,
    hasSession: people.hasSession,
    signInAgain: people.signInAgain,
    startJob: (tx, name, party, actor, input) => startJob(tx, name, party, actor.userId, input),
  })
  return { site, people }
}
