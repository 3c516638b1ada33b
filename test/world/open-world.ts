import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp, migrationSets, permissionMatrix } from '../../src/app.ts'
import { loadSample } from '../../src/commands/sample.ts'
import { loadFramework } from '../../src/framework/index.ts'
import { type SampleAccount, systemActor } from '../../src/people/index.ts'
import { systemClock } from '../../src/platform/clock/clock.ts'
import { openStoredFiles } from '../../src/platform/files/stored-files.ts'
import { openLanguages } from '../../src/platform/languages/words.ts'
import { silentLog } from '../../src/platform/log/log.ts'
import { readSettings } from '../../src/platform/settings/settings.ts'
import { listen } from '../../src/server.ts'
import { openTestDatabase, type TestDatabase } from '../database.ts'

/** The fictional Party served on a port of its own: what journeys walk through. */
export interface World {
  readonly db: TestDatabase['db']
  /** Where it is served: `http://localhost:…`. */
  readonly origin: string
  readonly account: (role: SampleAccount['role']) => SampleAccount
  readonly close: () => Promise<void>
}

/** Opens a fresh database, loads the sample as a first start does, and listens. */
export const openWorld = async (): Promise<World> => {
  const database = await openTestDatabase(migrationSets)
  const { db } = database
  const folder = await mkdtemp(join(tmpdir(), 'open-roadmap-world-'))
  const settings = readSettings({ DATA_DIR: folder }, '/')
  if (!settings.ok) throw new Error('the settings of the world are off')
  const framework = loadFramework()
  const accounts = await loadSample({ db, framework, actor: systemActor(permissionMatrix) })
  const { site } = createApp({
    db,
    framework,
    languages: openLanguages({ offered: ['en', 'fr', 'ar'] }),
    files: await openStoredFiles(folder),
    settings: settings.value,
    secret: 'a secret of the journeys, long enough',
    log: silentLog,
    now: systemClock,
  })
  const server = await listen(site, { host: '127.0.0.1', port: 0 })
  return {
    db,
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    account: (role) => {
      const account = accounts.find((each) => each.role === role)
      if (!account) throw new Error(`the sample has no account of a ${role}`)
      return account
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
