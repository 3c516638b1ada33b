import { appendFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { verifyHistory } from '../../src/engines/history/index.ts'
import { random } from '../../src/engines/metrics/index.ts'
import { type Person, signIn } from './person.ts'
import { compare, pressAgain, pressAway } from './presses.ts'
import {
  type Account,
  findDatabasePid,
  findFreePort,
  killDatabase,
  makeFolder,
  removeFolder,
  type RunningHouse,
  startHouse,
} from './running-house.ts'
import { withDatabase } from './used-house.ts'

/** Cycles of each kind: one in the gate; `CYCLES=1000 npx vitest run test/reliability/killing.test.ts` for the published figures. */
const cycles = Number(process.env['CYCLES'] ?? 1)
const people = Number(process.env['PEOPLE'] ?? 6)
const journal = process.env['JOURNAL']
const { unit } = random(process.env['SEED'] ?? 'killing')

const patience = { timeout: 60_000, interval: 10 }

let folder: string
let port: number
let house: RunningHouse
let account: Account | undefined
let person: Person

beforeAll(async () => {
  folder = await makeFolder()
  port = await findFreePort()
  house = await startHouse(folder, port)
  account = house.accounts.get('editor')
  person = await signIn(house.origin, account)
}, 120_000)

afterAll(async () => {
  await house?.stop()
  await removeFolder(folder)
})

/** What is killed, and how the house comes back: never with anything but the command that starts it. */
const ways = {
  'the app': async () => {
    await house.kill()
    house = await startHouse(folder, port)
  },
  'the database': async (killedPid: number | undefined) => {
    await killDatabase(folder)
    await vi.waitFor(async () => expect(await findDatabasePid(folder)).not.toBe(killedPid), patience)
  },
  'both at once': async () => {
    await Promise.all([house.kill(), killDatabase(folder)])
    house = await startHouse(folder, port)
  },
} as const

/** One line for each cycle that was compared, so that a long run that is broken off still says what it found. */
const note = (line: object): void => {
  if (journal !== undefined) appendFileSync(journal, `${JSON.stringify(line)}\n`)
}

/** Kills in the middle of the load, a random moment into it, and gives everything that was pressed. */
const oneCycle = async (way: keyof typeof ways, cycle: number) => {
  const series = `Killing ${way} ${cycle}:`
  const load = pressAway(() => person, people, series)
  await pause(100 + unit() * 400)
  const killed = performance.now()
  await ways[way](await findDatabasePid(folder))
  const answered = load.acknowledged().length
  await vi.waitFor(() => expect(load.acknowledged().length).toBeGreaterThan(answered + people), patience)
  const millis = performance.now() - killed
  await load.stop()
  await pressAgain(person, load.unknown())
  return { series, presses: load.acknowledged(), sent: load.sent(), backAfterMillis: Math.round(millis) }
}

for (const way of Object.keys(ways) as (keyof typeof ways)[])
  it(
    `killing ${way} under load loses nothing that was answered, does nothing twice and leaves nothing half-done`,
    async () => {
      let acknowledged = 0
      for (let cycle = 1; cycle <= cycles; cycle += 1) {
        const { series, presses, sent, backAfterMillis } = await oneCycle(way, cycle)
        acknowledged += presses.length
        expect(presses.length, `cycle ${cycle}: answers`).toBeGreaterThan(0)
        const ledger = await withDatabase(folder, (database) => compare(database, series, presses))
        const { lost, twice, partial } = ledger
        note({
          way,
          cycle,
          sent,
          answered: presses.length,
          measures: ledger.measures,
          lost: lost.length,
          twice: twice.length,
          partial: partial.length,
          back_after_ms: backAfterMillis,
        })
        expect(ledger, `cycle ${cycle}`).toEqual({ measures: presses.length, lost: [], twice: [], partial: [] })
      }
      expect(await withDatabase(folder, ({ db }) => verifyHistory(db, 'XA'))).toMatchObject({ holds: true })
      console.log(`killed ${way} ${cycles} times: ${acknowledged} answers, none lost, none twice, none half-done`)
    },
    60_000 + cycles * 120_000,
  )
