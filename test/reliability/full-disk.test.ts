import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { signIn, textOf } from './person.ts'
import { compare, pressAgain, pressAway } from './presses.ts'
import { findFreePort, removeFolder, startHouse } from './running-house.ts'
import { withDatabase } from './used-house.ts'

/** A small file system of its own, for instance `mount -t tmpfs -o size=260m,mode=711 tmpfs /mnt/small`. */
const disk = process.env['SMALL_DISK']
if (disk === undefined) console.warn('skipped: a full disk needs a small file system to fill, named in SMALL_DISK')

const fill = (file: string): Promise<unknown> =>
  promisify(execFile)('dd', ['if=/dev/zero', `of=${file}`, 'bs=64k']).catch(() => {})

const tableOf = (rows: number): FormData => {
  const form = new FormData()
  form.set('key', crypto.randomUUID())
  form.set('file', new Blob([`Reference,Title\r\n${'R,Synthetic\r\n'.repeat(rows)}`]), 'measures.csv')
  return form
}

it.skipIf(disk === undefined)(
  'a full disk is said, pages are still read, and all goes on by itself once there is room',
  async () => {
    const folder = join(disk ?? '', 'data')
    const filler = join(disk ?? '', 'filler')
    const house = await startHouse(folder, await findFreePort())
    try {
      const person = await signIn(house.origin, house.accounts.get('editor'))
      const load = pressAway(() => person, 4, 'Full disk')
      await pause(300)
      await fill(filler)
      const refused = await person.send('/en/xa/measures/imports', tableOf(2_000_000))
      expect(textOf(refused.html)).toContain('The disk of this installation is full')
      expect((await person.get('/en/xa/measures')).status).toBe(200)
      await rm(filler)
      await load.stop()
      await pressAgain(person, load.unknown())
      const presses = load.acknowledged()
      const ledger = await withDatabase(folder, (database) => compare(database, 'Full disk', presses))
      expect(ledger).toEqual({ measures: presses.length, lost: [], twice: [], partial: [] })
      console.log(`disk full and freed: ${presses.length} answers, none lost, none twice, none half-done`)
    } finally {
      await rm(filler, { force: true })
      await house.stop()
      await removeFolder(folder)
    }
  },
  200_000,
)
