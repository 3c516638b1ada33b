import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { migrationSets } from '../app.ts'
import { backup, DatabaseProblem, restore } from '../platform/database/index.ts'
import { wordsOfSlice } from '../platform/languages/words-of-slice.ts'
import { silentLog } from '../platform/log/log.ts'
import { openHouse } from './open-house.ts'
import { format, refuse, speak, t } from './speak.ts'

const fileGiven = (positionals: readonly string[], usage: 'backup.usage' | 'restore.usage'): string => {
  const [file] = positionals
  return file === undefined || positionals.length > 1 ? refuse([{ code: usage }], [], 2) : resolve(file)
}

const telling = async <Value>(work: () => Promise<Value>): Promise<Value> => {
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof DatabaseProblem)
      return refuse([{ code: `problem.${cause.code}`, values: cause.values }], [wordsOfSlice('platform/database')])
    throw cause
  }
}

/** `open-roadmap backup FILE`: everything in one file, as of one moment, while people go on working. */
export const backupCommand = async (words: readonly string[]): Promise<number> => {
  const { positionals } = parseArgs({ args: [...words], allowPositionals: true })
  const file = fileGiven(positionals, 'backup.usage')
  const house = await openHouse({ log: silentLog })
  try {
    const made = await telling(() => backup(house.db, file, { filesDirectory: house.files.directory }))
    speak.say(t('backup.done', { file, rows: made.rows, megabytes: format.number(made.bytes / 1_048_576, 1) }))
    return 0
  } finally {
    await house.close()
  }
}

/** `open-roadmap restore FILE [--replace]`: the whole backup or nothing. */
export const restoreCommand = async (words: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { replace: { type: 'boolean', default: false } },
  })
  const file = fileGiven(positionals, 'restore.usage')
  const house = await openHouse({ shouldMigrate: false, log: silentLog })
  try {
    const made = await telling(() =>
      restore(house.db, file, { filesDirectory: house.files.directory, replace: values.replace, sets: migrationSets }),
    )
    speak.say(t('restore.done', { file, rows: made.rows }))
    return 0
  } finally {
    await house.close()
  }
}
