import { parseHTML } from 'linkedom'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Person, signIn, textOf } from './person.ts'
import { compare, pressAway } from './presses.ts'
import { findPeakMegabytes, forgetPeak } from './running-house.ts'
import { useHouse, withDatabase } from './used-house.ts'

/** Presses in the gate; `PRESSES=100000 npx vitest run test/reliability/forms.test.ts` for the published figures. */
const wanted = Number(process.env['PRESSES'] ?? 150)
const mostMegabytes = 150
const fields = 1_000_000

const used = useHouse()
let person: Person

beforeAll(async () => {
  person = await signIn(used.house.origin, used.house.accounts.get('editor'))
})

const measures = (): Promise<number> =>
  withDatabase(used.folder, async ({ pool }) => {
    const { rows } = await pool.query<{ count: number }>('select count(*)::int as count from measures')
    return rows[0]?.count ?? 0
  })

/** Megabytes the app grew by while it did something, where the system tells. */
const growth = async (work: () => Promise<void>): Promise<number> => {
  const { pid } = used.house
  await forgetPeak(pid)
  const before = (await findPeakMegabytes(pid)) ?? 0
  await work()
  return ((await findPeakMegabytes(pid)) ?? 0) - before
}

it('a press sent one to five times at once is done once, and every copy gets the same answer', async () => {
  const load = pressAway(() => person, 8, 'Pressing')
  while (load.acknowledged().length < wanted) await new Promise((resolve) => setTimeout(resolve, 5))
  await load.stop()
  const presses = load.acknowledged()
  const ledger = await withDatabase(used.folder, (database) => compare(database, 'Pressing', presses))
  expect(load.unknown()).toEqual([])
  expect(ledger).toEqual({ measures: presses.length, lost: [], twice: [], partial: [] })
  console.log(`${load.sent()} submissions of ${presses.length} presses: ${ledger.measures} measures, none twice`)
}, 600_000)

it('a key that belongs to somebody else is refused, and nothing is done', async () => {
  const key = crypto.randomUUID()
  await person.post('/en/xa/measures/new', { key, title: 'Foreign key' })
  const other = await signIn(used.house.origin, used.house.accounts.get('contact-point'))
  const before = await measures()
  const seen = await other.post('/en/xa/measures/new', { key, title: 'Foreign key' })
  expect(seen.status).toBe(422)
  expect(textOf(seen.html)).toContain('opened by somebody else')
  expect(await measures()).toBe(before)
})

describe('a form of a million fields', () => {
  const piece = (at: number): string => `field${at}=${at}&`

  it('is refused with a sentence while memory stays bounded', async () => {
    const before = await measures()
    const body = Array.from({ length: fields }, (_, at) => piece(at)).join('')
    const megabytes = await growth(async () => {
      const seen = await person.send('/en/xa/measures/new', body, 'application/x-www-form-urlencoded')
      expect(seen.status).toBe(413)
      expect(textOf(seen.html)).toContain('longer than the 1,024 kilobytes one form can carry')
    })
    expect(megabytes).toBeLessThan(mostMegabytes)
    expect(await measures()).toBe(before)
  })

  it('is refused as well when it is short enough to be read whole', async () => {
    const seen = await person.send('/en/xa/measures/new', 'a=&'.repeat(300_000), 'application/x-www-form-urlencoded')
    expect(seen.status).toBe(422)
    expect(textOf(seen.html)).toContain('more than 2,000 fields')
  })

  it('is refused as well when it comes in parts', async () => {
    const part = (at: number): string => `--cut\r\nContent-Disposition: form-data; name="f${at}"\r\n\r\n${at}\r\n`
    const body = `${Array.from({ length: 100_000 }, (_, at) => part(at)).join('')}--cut--\r\n`
    const megabytes = await growth(async () => {
      const seen = await person.send('/en/xa/measures/imports', body, 'multipart/form-data; boundary=cut')
      expect(seen.status).toBe(422)
      expect(textOf(seen.html)).toContain('more than 2,000 fields')
    })
    expect(megabytes).toBeLessThan(mostMegabytes)
  })
})

const endSessions = (): Promise<unknown> =>
  withDatabase(used.folder, ({ pool }) =>
    pool.query(`update people_sessions set expires_at = now() - interval '1 hour'`),
  )

/** The form of a page with what it would send, as a browser reads it. */
const formIn = (html: string, action: RegExp) => {
  const { document } = parseHTML(html)
  const form = [...document.querySelectorAll('form[method=post]')].find((found) =>
    action.test(found.getAttribute('action') ?? ''),
  )
  if (!form) throw new Error(`No form to ${action} in: ${textOf(html)}`)
  const entries = [...form.querySelectorAll('input[name], textarea[name]')].map(
    (input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? input.textContent ?? ''] as const,
  )
  return { action: form.getAttribute('action') ?? '', fields: Object.fromEntries(entries) }
}

it('what was typed before a session ended is kept through the sign-in and taken when it is sent again', async () => {
  const typed = {
    title: 'Typed before the session ended: “ة” & <b>',
    type: 'financial',
    mainFeatures: 'First line\nSecond line, with "quotes"',
  }
  const account = used.house.accounts.get('editor')
  const late = await signIn(used.house.origin, account)
  await endSessions()
  const refused = await late.post('/en/xa/measures/new', { ...typed, key: crypto.randomUUID() })
  expect(refused.status).toBe(401)
  const again = formIn(refused.html, /\/sign-in$/)
  const mistyped = await late.post(again.action, { ...again.fields, email: account?.email ?? '', password: 'wrong' })
  const third = formIn(mistyped.html, /\/sign-in$/)
  const signedIn = await late.post(third.action, { ...third.fields, ...account })
  const resumed = formIn(signedIn.html, /\/measures\/new$/)
  expect(resumed.fields).toMatchObject({ title: typed.title, type: typed.type })
  const sent = await late.post(resumed.action, resumed.fields)
  expect(sent.status, textOf(sent.html)).toBe(303)
  const shown = textOf((await late.get(sent.to ?? '')).html)
  expect(shown).toContain('Second line, with')
  person = late
})
