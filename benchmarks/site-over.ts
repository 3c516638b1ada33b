import type { Hono } from 'hono'
import type { Kysely } from 'kysely'
import { createApp } from '../src/app.ts'
import type { Framework } from '../src/framework/index.ts'
import { openStoredFiles } from '../src/platform/files/stored-files.ts'
import { builtLanguages } from '../src/platform/languages/offered-languages.ts'
import { openLanguages } from '../src/platform/languages/words.ts'
import { silentLog } from '../src/platform/log/log.ts'
import { readSettings } from '../src/platform/settings/settings.ts'

interface House {
  readonly db: Kysely<unknown>
  readonly folder: string
  readonly framework: Framework
  readonly at: Date
}

/** The pages over the database of a benchmark, asked in this process without the network. */
export const siteOver = async ({ db, folder, framework, at }: House): Promise<Hono> => {
  const settings = readSettings({ DATA_DIR: folder })
  if (!settings.ok) throw new Error('settings')
  return createApp({
    db,
    framework,
    languages: openLanguages({ offered: builtLanguages() }),
    files: await openStoredFiles(folder),
    settings: settings.value,
    secret: 'x'.repeat(40),
    log: silentLog,
    now: () => at,
  }).site
}
