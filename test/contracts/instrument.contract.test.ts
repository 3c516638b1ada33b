import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { migrationSets } from '../../src/app.ts'
import { type NewFact, recordFacts } from '../../src/evidence/index.ts'
import { instruments } from '../../src/instruments/index.ts'
import type { Instrument } from '../../src/instruments/instrument.ts'
import { packageRoot } from '../../src/kernel/package-root.ts'
import { visitorOf } from '../../src/people/index.ts'
import { migrate, withinTransaction } from '../../src/platform/database/index.ts'
import { wordsOfSlice } from '../../src/platform/languages/words-of-slice.ts'
import { openLanguages } from '../../src/platform/languages/words.ts'
import { openTestDatabase } from '../database.ts'
import { locales, openTwoParties, own, today } from '../world/two-parties.ts'

const world = await openTwoParties()
afterAll(world.close)

const { db, framework } = world
const languages = openLanguages({ offered: locales })
const prefix = `/en/${own.toLowerCase()}`

const tablesOf = async (of: Kysely<unknown>): Promise<readonly string[]> => {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(of)
  return rows.map(({ name }) => name)
}

const countOf = async (of: Kysely<unknown>, tables: readonly string[]): Promise<number> => {
  let total = 0
  for (const table of tables) {
    const { rows } = await sql<{ count: number }>`select count(*)::integer as count from ${sql.table(table)}`.execute(
      of,
    )
    total += rows[0]?.count ?? 0
  }
  return total
}

/** Does `work` in a transaction that is always undone, and gives what it gave. */
const undone = async <Value>(work: (tx: Kysely<unknown>) => Promise<Value>): Promise<Value> => {
  let value: { readonly is: Value } | undefined
  const stop = new Error('undone on purpose')
  try {
    await withinTransaction(db, async (tx) => {
      value = { is: await work(tx) }
      throw stop
    })
  } catch (thrown) {
    if (thrown !== stop) throw thrown
  }
  return value!.is
}

const servedBy = ({ serves }: Instrument): readonly string[] => [
  ...serves.activities,
  ...serves.paragraphs,
  ...serves.verifications,
]

const isDeclared = (instrument: Instrument, trace: string): boolean =>
  servedBy(instrument).includes(trace) || (/^report-\d{4}\//.test(trace) && framework.find(trace) !== undefined)

const textOf = ({ statement }: NewFact, locale: string): string | undefined =>
  languages.find(wordsOfSlice(statement.slice), locale)(statement.key, statement.values)

describe('the list of instruments', () => {
  it('names each once, and each table and permission belongs to one of them', () => {
    const isUnique = (names: readonly string[]) =>
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
    isUnique(instruments.map(({ id }) => id))
    isUnique(instruments.flatMap(({ tables }) => tables))
    isUnique(instruments.flatMap(({ permissions }) => Object.keys(permissions)))
    isUnique(instruments.flatMap(({ pages }) => pages.map(({ name }) => name)))
    isUnique(instruments.flatMap(({ jobs }) => jobs.map(({ name }) => name)))
  })
})

describe.each(instruments.map((instrument) => [instrument.id, instrument] as const))(
  'the instrument %s',
  (id, instrument) => {
    const folder = join(packageRoot, 'src', 'instruments', id)
    const facts = () => instrument.evidence(db, own)

    it('has the shape of all instruments', () => {
      const every = ['index.ts', 'README.md', 'words']
      const isStudy = 'study' in instrument
      const parts = isStudy ? every : [...every, 'evidence.ts', 'sample.ts', 'migrations', 'pages']
      expect(parts.filter((part) => !existsSync(join(folder, part)))).toEqual([])
    })

    it('says in its README what it is for, on which legal basis, and whom it could harm', () => {
      const readme = readFileSync(join(folder, 'README.md'), 'utf8')
      expect(readme.split('\n').length).toBeLessThan(80)
      for (const heading of [/what for/i, /legal basis/i, /whom it could harm/i]) expect(readme).toMatch(heading)
    })

    it.each(locales)('has a title and a purpose in %s', (locale) => {
      const text = languages.find(instrument.words, locale)
      for (const key of ['title', 'purpose']) expect(text(key)?.trim()).toBeTruthy()
      if (locale !== 'en') expect(text('purpose')).not.toBe(languages.find(instrument.words, 'en')('purpose'))
    })

    it('serves what the Convention has', () => {
      expect(servedBy(instrument).length).toBeGreaterThan(0)
      expect(servedBy(instrument).filter((served) => framework.find(served) === undefined)).toEqual([])
      expect(instrument.serves.activities.filter((served) => !framework.roadmap.activities.has(served))).toEqual([])
      expect(instrument.serves.paragraphs.filter((served) => !framework.guidelines.has(served))).toEqual([])
    })

    it('names tables, permissions, pages and jobs after itself', () => {
      const table = id.replaceAll('-', '_')
      expect(instrument.tables.filter((name) => name !== table && !name.startsWith(`${table}_`))).toEqual([])
      const named = [
        ...Object.keys(instrument.permissions),
        ...instrument.pages.map(({ name }) => name),
        ...instrument.jobs.map(({ name }) => name),
      ]
      expect(named.filter((name) => !name.startsWith(`${id}.`))).toEqual([])
      expect(
        instrument.pages.filter(
          ({ path }) => path !== `/${id}` && !path.startsWith(`/${id}/`) && !path.startsWith(`/${id}.`),
        ),
      ).toEqual([])
    })

    it('opens with a front page', () => {
      expect(instrument.pages[0]).toMatchObject({ method: 'GET', under: 'party', path: `/${id}` })
    })

    it('makes exactly the tables it declares, whatever else is there already', async () => {
      const fresh = await openTestDatabase(migrationSets.filter(({ room }) => room !== id))
      try {
        const before = await tablesOf(fresh.db)
        await migrate(fresh.db, migrationSets)
        const made = (await tablesOf(fresh.db)).filter((name) => !before.includes(name))
        expect(made).toEqual(instrument.tables.toSorted())
      } finally {
        await fresh.close()
      }
    })

    it('gives evidence after its sample, and only about what it declares', async () => {
      const found = await facts()
      expect(found.length).toBeGreaterThan(0)
      const undeclared = found.flatMap(({ subject, traces }) =>
        traces.filter((trace) => !isDeclared(instrument, trace)).map((trace) => `${subject} → ${trace}`),
      )
      expect(undeclared).toEqual([])
      expect(found.filter(({ traces }) => traces.length === 0)).toEqual([])
      expect(found.filter(({ party, source }) => party !== own || source.instrument !== id)).toEqual([])
      expect(new Set(found.map(({ subject }) => subject)).size).toBe(found.length)
    })

    it.each(locales)('says each fact as a sentence in %s', async (locale) => {
      const unsaid = (await facts()).filter(
        (fact) => !textOf(fact, locale)?.trim() || /[{}]/.test(textOf(fact, locale) ?? ''),
      )
      expect(unsaid.map(({ statement }) => statement.key)).toEqual([])
    })

    it('gives figures that keep their limits', async () => {
      for (const { value, unit, interval, period, subject } of await facts()) {
        expect(period.from <= period.to, `${subject}: ${period.from} to ${period.to}`).toBe(true)
        if (unit === 'share' && value !== undefined)
          expect(value >= 0 && value <= 1, `${subject}: a share of ${value}`).toBe(true)
        if (interval)
          expect(interval.low <= interval.high, `${subject}: from ${interval.low} to ${interval.high}`).toBe(true)
      }
    })

    it('shows the source of a public fact to everybody, of any other to the team', async () => {
      const found = await facts()
      const shut: string[] = []
      for (const href of new Set(found.map(({ source }) => source.href)))
        for (const person of ['contact-point', 'visitor'] as const) {
          const isPublic = found.some(({ source, audience }) => source.href === href && audience === 'public')
          const { status } =
            person === 'contact-point' || isPublic ? await world.get(person, `${prefix}${href}`) : { status: 200 }
          if (status !== 200) shut.push(`${person} at ${href}: ${status}`)
        }
      expect(shut).toEqual([])
    })

    it('says the same again: the ledger does not grow', async () => {
      const found = await facts()
      const grown = await undone(async (tx) => {
        await recordFacts(tx, { party: own, instrument: id, at: today, facts: found })
        const before = await countOf(tx, ['facts'])
        await recordFacts(tx, { party: own, instrument: id, at: today, facts: await instrument.evidence(tx, own) })
        return (await countOf(tx, ['facts'])) - before
      })
      expect(grown).toBe(0)
    })

    it('loads its sample once: a second time adds nothing', async () => {
      const before = await countOf(db, instrument.tables)
      const given = { party: own, now: today, framework, actor: world.actor }
      const second = () => withinTransaction(db, (tx) => instrument.sample(tx, given))
      await second().catch(() => undefined)
      expect(await countOf(db, instrument.tables)).toBe(before)
    })

    it('says why it keeps what it keeps, and deletes what it says', async () => {
      expect(instrument.retention.length).toBeGreaterThan(0)
      for (const locale of locales)
        for (const { basis, words = instrument.words } of instrument.retention)
          expect(languages.find(words, locale)(basis), basis).toBeTruthy()
      for (const { basis, months, remove } of instrument.retention) {
        const [early, late] = [new Date('1990-01-01T00:00:00Z'), new Date('2190-01-01T00:00:00Z')]
        const before = await countOf(db, instrument.tables)
        expect(await undone((tx) => remove(tx, early)), basis).toBe(0)
        const { said, left } = await undone(async (tx) => ({
          said: await remove(tx, late),
          left: await countOf(tx, instrument.tables),
        }))
        if (months === null) expect({ said, left }, basis).toEqual({ said: 0, left: before })
        else expect(said > 0 ? left < before : left === before, basis).toBe(true)
      }
    })

    it('lets everything be taken away in the formats it names', async () => {
      const missing = instrument.exports.filter(
        (format) => !instrument.pages.some(({ method, path }) => method === 'GET' && path.endsWith(`.${format}`)),
      )
      expect(missing).toEqual([])
      for (const { path } of instrument.pages.filter(
        (page) => page.method === 'GET' && !page.path.includes(':') && /\.\w+$/.test(page.path),
      )) {
        const { status, type } = await world.get('contact-point', `${prefix}${path}`)
        expect({ path, status, isFile: !type.startsWith('text/html') }).toEqual({ path, status: 200, isFile: true })
      }
    })

    it.skipIf(instrument.search === undefined)('finds nothing for a visitor that a visitor may not open', async () => {
      const words = (await facts()).flatMap(({ statement }) =>
        Object.values(statement.values).flatMap((value) => String(value).match(/\p{L}{5,}/gu) ?? []),
      )
      const shut: string[] = []
      for (const text of new Set(words.slice(0, 20))) {
        const found =
          (await instrument.search?.({ db, actor: visitorOf(world.matrix), party: own, text, locale: 'en' })) ?? []
        for (const { href } of found) {
          const { status } = await world.get('visitor', `${prefix}${href}`)
          if (status !== 200) shut.push(`${text} → ${href}: ${status}`)
        }
      }
      expect(shut).toEqual([])
    })
  },
)
