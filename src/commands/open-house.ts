import type { Kysely } from 'kysely'
import { jobs, migrationSets, permissionMatrix } from '../app.ts'
import { type Framework, loadFramework } from '../framework/index.ts'
import { type Actor, systemActor, touchParty } from '../people/index.ts'
import { systemClock } from '../platform/clock/clock.ts'
import { DatabaseProblem, migrate, type OpenDatabase, openDatabase } from '../platform/database/index.ts'
import { openStoredFiles, type StoredFiles } from '../platform/files/stored-files.ts'
import { type Job, type OpenJobs, openJobs } from '../platform/jobs/index.ts'
import { words as settingWords } from '../platform/languages/words/words.generated.ts'
import { wordsOfSlice } from '../platform/languages/words-of-slice.ts'
import { type Log, openLog } from '../platform/log/log.ts'
import { readSettings, type Settings } from '../platform/settings/settings.ts'
import { refuse } from './speak.ts'

/** An opened installation: what every command that needs the database works with. */
export interface House {
  readonly settings: Settings
  readonly framework: Framework
  readonly database: OpenDatabase
  readonly db: Kysely<unknown>
  readonly files: StoredFiles
  readonly log: Log
  /** Whoever runs the command line on this machine. */
  readonly actor: Actor
  readonly startJobs: () => Promise<OpenJobs>
  readonly close: () => Promise<void>
}

export const settingsOrRefuse = (): Settings => {
  const settings = readSettings()
  return settings.ok ? settings.value : refuse(settings.faults, [settingWords])
}

/** A job that marks its Party as changed when it ends, so that kept public pages are renewed. */
const renewing = (job: Job, db: Kysely<unknown>): Job => ({
  ...job,
  work: async (given) => {
    const outcome = await job.work(given)
    await touchParty(db, given.party)
    return outcome
  },
})

/** Opens database and files as the settings say and brings the schema up to this program. Says what is wrong and ends otherwise. */
export const openHouse = async ({
  shouldMigrate = true,
  log = openLog(),
}: {
  shouldMigrate?: boolean
  log?: Log
} = {}): Promise<House> => {
  const settings = settingsOrRefuse()
  const framework = loadFramework()
  try {
    const database = await openDatabase({ url: settings.databaseUrl, dataDirectory: settings.dataDirectory, log })
    const files = await openStoredFiles(settings.dataDirectory)
    if (shouldMigrate) await migrate(database.db, migrationSets)
    const startJobs = (): Promise<OpenJobs> =>
      openJobs({
        db: database.db,
        connection: database.connection,
        jobs: jobs.map((job) => renewing(job, database.db)),
        files,
        log,
        clock: systemClock,
      })
    return {
      settings,
      framework,
      database,
      db: database.db,
      files,
      log,
      actor: systemActor(permissionMatrix),
      startJobs,
      close: database.close,
    }
  } catch (cause) {
    if (cause instanceof DatabaseProblem)
      return refuse([{ code: `problem.${cause.code}`, values: cause.values }], [wordsOfSlice('platform/database')])
    throw cause
  }
}
