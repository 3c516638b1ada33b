import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrationSets } from '../src/app.ts'
import { loadFramework } from '../src/framework/index.ts'
import { addParty, systemActor } from '../src/people/index.ts'
import { permissionMatrix } from '../src/app.ts'
import { migrate, openDatabase, withinTransaction } from '../src/platform/database/index.ts'
import { silentLog } from '../src/platform/log/log.ts'

/** A migrated house in a folder of its own with one empty Party, on the embedded database as it is shipped. */
export const openBenchmarkHouse = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'open-roadmap-bench-'))
  const database = await openDatabase({ url: process.env['DATABASE_URL'], dataDirectory: folder, log: silentLog })
  await migrate(database.db, migrationSets)
  const at = new Date('2027-01-15T12:00:00Z')
  await withinTransaction(database.db, (tx) => addParty(tx, { code: 'XB', region: 'MA', languages: ['en'] }, at))
  const close = async (): Promise<void> => {
    await database.close()
    await rm(folder, { recursive: true, force: true })
  }
  return {
    folder,
    ...database,
    framework: loadFramework(),
    actor: systemActor(permissionMatrix),
    at,
    party: 'XB',
    close,
  }
}
