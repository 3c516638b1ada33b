import { afterAll, beforeAll } from 'vitest'
import { type OpenDatabase, openDatabase } from '../../src/platform/database/index.ts'
import { silentLog } from '../../src/platform/log/log.ts'
import { findFreePort, makeFolder, removeFolder, type RunningHouse, startHouse } from './running-house.ts'

export interface UsedHouse {
  readonly folder: string
  readonly house: RunningHouse
}

/** A house that runs for the length of a test file, with the sample in it. Call at the top of the file. */
export const useHouse = (): UsedHouse => {
  let folder = ''
  let house: RunningHouse | undefined
  beforeAll(async () => {
    folder = await makeFolder()
    house = await startHouse(folder, await findFreePort())
  }, 120_000)
  afterAll(async () => {
    await house?.stop()
    await removeFolder(folder)
  })
  return {
    get folder() {
      return folder
    },
    get house() {
      if (!house) throw new Error('The house of this test file does not run')
      return house
    },
  }
}

/** Works on the database of a data folder, whether a house runs on it or not. */
export const withDatabase = async <Value>(
  folder: string,
  work: (database: OpenDatabase) => Promise<Value>,
): Promise<Value> => {
  const database = await openDatabase({ dataDirectory: folder, log: silentLog })
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}
