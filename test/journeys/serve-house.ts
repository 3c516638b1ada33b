import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Locator } from 'playwright-core'
import { createApp, jobs, migrationSets, permissionMatrix } from '../../src/app.ts'
import { loadSample } from '../../src/commands/sample.ts'
import { loadFramework } from '../../src/framework/index.ts'
import { type SampleAccount, systemActor } from '../../src/people/index.ts'
import { systemClock } from '../../src/platform/clock/clock.ts'
import { openStoredFiles } from '../../src/platform/files/stored-files.ts'
import { openJobs } from '../../src/platform/jobs/index.ts'
import { builtLanguages } from '../../src/platform/languages/offered-languages.ts'
import { openLanguages } from '../../src/platform/languages/words.ts'
import { silentLog } from '../../src/platform/log/log.ts'
import { readSettings } from '../../src/platform/settings/settings.ts'
import { listen } from '../../src/server.ts'
import { openTestDatabase, type TestDatabase } from '../database.ts'

/** The whole house, listening over a database of its own with the fictional Party loaded: what journeys walk through. */
export interface ServedHouse {
  readonly origin: string
  readonly database: TestDatabase
  readonly account: (role: SampleAccount['role']) => SampleAccount
  readonly close: () => Promise<void>
}

export const serveHouse = async (): Promise<ServedHouse> => {
  const database = await openTestDatabase(migrationSets)
  const { db } = database
  const folder = await mkdtemp(join(tmpdir(), 'open-roadmap-journey-'))
  const read = readSettings({ DATA_DIR: folder, PORT: '0' })
  if (!read.ok) throw new Error('The settings of the journeys are wrong')
  const framework = loadFramework()
  const accounts = await loadSample({ db, framework, actor: systemActor(permissionMatrix) })
  const files = await openStoredFiles(folder)
  const running = await openJobs({
    db,
    connection: { connectionString: database.url },
    jobs,
    files,
    log: silentLog,
    clock: systemClock,
  })
  const { site } = createApp({
    db,
    framework,
    languages: openLanguages({ offered: builtLanguages() }),
    files,
    settings: { ...read.value, origin: 'http://localhost' },
    secret: 'a secret of the journeys, long enough',
    log: silentLog,
    now: systemClock,
  })
  const server = await listen(site, { host: '127.0.0.1', port: 0 })
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    database,
    account: (role) => {
      const found = accounts.find((account) => account.role === role)
      if (!found) throw new Error(`No sample account for ${role}`)
      return found
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await running.close()
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Presses what leads to another page, and waits for that page: who goes on at once would call back what was sent. */
export const press = async (control: Locator): Promise<void> => {
  const arrived = control.page().waitForEvent('load')
  await Promise.all([arrived, control.click()])
}

/** Signs somebody in through the page, as a person does. */
export const signIn = async (
  context: BrowserContext,
  house: ServedHouse,
  role: SampleAccount['role'],
): Promise<void> => {
  const page = await context.newPage()
  const { email, password } = house.account(role)
  await page.goto(`${house.origin}/en/sign-in`)
  await page.fill('input[name=email]', email)
  await page.fill('input[name=password]', password)
  await press(page.locator('main button[type=submit]'))
  await page.close()
}
