import { createHmac } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { systemClock } from '../platform/clock/clock.ts'
import { findAccount } from './accounts.ts'
import type { Actor } from './actor.ts'
import { type Browser, openBrowser } from './browser-for-tests.ts'
import { makeSetUpLink } from './invitations.ts'
import { systemActor } from './open-people.ts'
import { addParty } from './parties.ts'
import { permissions } from './permissions.ts'
import { createSampleAccounts, type SampleAccount } from './sample-accounts.ts'

type SampleRole = SampleAccount['role']

export const cookiesOf = ({ jar }: Browser): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
export const sessionOf = ({ jar }: Browser): string | undefined => jar.get('people.session_token')

/** The path of the link that the next page shows to its maker. */
export const linkOn = async (visitor: Browser, page: string): Promise<string> =>
  /http:\/\/localhost:8005(\/en\/invitation\/[A-Za-z0-9]+)/.exec((await visitor.get(page)).html)?.[1] ?? 'no link'

/** RFC 6238 with SHA-1, six digits and thirty seconds, written from the RFC. */
export const codeAt = (secret: string, at: Date): string => {
  const bits = [...secret].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  )
  const key = Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at.getTime() / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** The key that the page of the second step shows to be typed by hand. */
export const secretOn = (html: string): string =>
  (/<code>([A-Z2-7 ]+)<\/code>/.exec(html)?.[1] ?? '').replaceAll(' ', '')

/**
 * The fictional Party with an account per role, an administrator, and a second Party without anybody; a clock that moves when a
 * test says so.
 */
export const openPeopleWorld = async (db: Kysely<unknown>) => {
  const clock = { now: systemClock() }
  const given = { db, matrix: permissions, now: () => clock.now, address: '192.0.2.7' }
  const { people, browser } = openBrowser(given)
  const system = systemActor(permissions)
  const setUpLink = await makeSetUpLink(db, system, clock.now)
  await addParty(db, { code: 'XA', region: '001', languages: ['en', 'fr', 'ar'], fictional: true }, clock.now)
  await addParty(db, { code: 'KR', languages: ['ko', 'en'] }, clock.now)
  const samples = await createSampleAccounts(db, { party: 'XA', now: clock.now })
  const sampleOf = (role: SampleRole): { email: string; password: string } => {
    const { email, password } = samples.find((sample) => sample.role === role) ?? { email: '', password: '' }
    return { email, password }
  }
  const signedIn = async (role: SampleRole): Promise<Browser> => {
    const visitor = browser()
    await visitor.post('/en/sign-in', sampleOf(role))
    return visitor
  }
  return {
    clock,
    given,
    people,
    browser,
    system,
    setUpLink,
    sampleOf,
    signedIn,
    later: (seconds: number): Date => new Date(clock.now.getTime() + seconds * 1000),
    actorOf: (visitor: Browser): Promise<Actor> => people.findActor(cookiesOf(visitor)),
    idOf: async (role: SampleRole): Promise<string> =>
      (await findAccount(db, { email: sampleOf(role).email }))?.id ?? '',
    inviteToTeam: async (email: string, role: string): Promise<string> => {
      const contact = await signedIn('contact-point')
      await contact.post('/en/xa/team/invitations', { email, role })
      return linkOn(contact, '/en/xa/team')
    },
    /** Back to the present, with nobody counted. */
    begin: async (): Promise<void> => {
      clock.now = systemClock()
      await sql`delete from people_attempts`.execute(db)
    },
  }
}
