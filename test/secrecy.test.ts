import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addParty } from '../src/people/index.ts'
import { crawl, type Met } from './world/crawl.ts'
import { foreign, openTwoParties, type Person, today, type TwoParties } from './world/two-parties.ts'

interface Column {
  readonly table: string
  readonly column: string
}

let world: TwoParties
afterAll(() => world.close())

const columnsNamed = async (...names: readonly string[]): Promise<readonly Column[]> => {
  const { rows } = await sql<Column>`
    select a.table_name as table, a.column_name as column from information_schema.columns a
    join information_schema.columns p on p.table_name = a.table_name and p.table_schema = 'public' and p.column_name = 'party'
    where a.table_schema = 'public' and a.column_name in (${sql.join(names)}) order by 1`.execute(world.db)
  return rows
}

/** Makes everything of the foreign Party private, as if nothing had been published yet; how many rows that changed. */
const hideAll = async (): Promise<number> => {
  let hidden = 0
  const update = async ({ table, column }: Column, to: unknown, from: unknown): Promise<void> => {
    const { rows } = await sql`
      update ${sql.table(table)} set ${sql.ref(column)} = ${to}
      where party = ${foreign} and ${sql.ref(column)}::text = ${from} returning 1`.execute(world.db)
    hidden += rows.length
  }
  for (const place of await columnsNamed('state')) await update(place, 'draft', 'published')
  for (const place of await columnsNamed('published', 'is_published')) await update(place, false, 'true')
  for (const place of await columnsNamed('audience')) {
    // The ledger itself refuses this: here the facts are to look as if they had been the team's from the beginning.
    await sql`alter table ${sql.table(place.table)} disable trigger user`.execute(world.db)
    await update(place, 'team', 'public')
    await sql`alter table ${sql.table(place.table)} enable trigger user`.execute(world.db)
  }
  for (const { table, column } of await columnsNamed('published_at'))
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = null where party = ${foreign}`.execute(world.db)
  return hidden
}

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}

/** Long enough to be nobody else's: a title, a name, a text, an id. */
const isTelling = (text: string): boolean =>
  text.length >= 12 && /\p{L}/u.test(text) && !/^\d{4}-\d{2}-\d{2}/.test(text)

const privateTexts = async (): Promise<readonly string[]> => {
  const tables = new Set((await columnsNamed('party')).map(({ table }) => table))
  const found = new Set<string>()
  for (const table of tables) {
    const { rows } = await sql<{ row: unknown }>`
      select to_jsonb(t) as row from ${sql.table(table)} as t where party = ${foreign}`.execute(world.db)
    for (const text of rows.flatMap(({ row }) => textsIn(row)).filter(isTelling)) found.add(text)
  }
  return [...found]
}

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

describe('what a Party has not published', () => {
  let secrets: readonly string[] = []
  let known: readonly Met[] = []

  beforeAll(async () => {
    world = await openTwoParties()
    const hidden = await hideAll()
    expect(hidden).toBeGreaterThan(10)
    await addParty(world.db, { code: 'FR', languages: ['en'] }, today)
    const walks = [
      await crawl(world, 'visitor', ['/en/fr', '/en'], 30),
      await crawl(world, 'contact-point', ['/en/xa'], 1),
    ]
    const common = walks.flatMap(({ met }) => met.map(({ answered }) => answered.text)).join('\n')
    secrets = (await privateTexts()).filter((text) => !common.includes(text) && !common.includes(escaped(text)))
    known = (await crawl(world, 'foreign contact-point', [`/en/${foreign.toLowerCase()}`], 5)).met
  })

  it('is there for its own people, so that the trial means something', () => {
    const all = known.map(({ answered }) => answered.text).join('\n')
    expect(secrets.length).toBeGreaterThan(20)
    expect(secrets.filter((text) => all.includes(text) || all.includes(escaped(text))).length).toBeGreaterThan(20)
  })

  it.each<Person>(['visitor', 'contact-point', 'administrator'])(
    'is not told to the %s of elsewhere at any address',
    async (person) => {
      const leaks: string[] = []
      const own = await crawl(world, person, [`/en/${foreign.toLowerCase()}`], 5)
      const paths = new Set([...known.map(({ path }) => path), ...own.met.map(({ path }) => path)])
      for (const path of paths) {
        const { text, status } = await world.get(person, path)
        if (status >= 500) leaks.push(`${path}: ${status}`)
        for (const secret of secrets)
          if (!path.includes(secret) && (text.includes(secret) || text.includes(escaped(secret))))
            leaks.push(`${path} tells ${secret}`)
      }
      expect(leaks).toEqual([])
    },
  )

  it.each<Person>(['visitor', 'contact-point', 'administrator'])(
    'is not found by the search of the %s of elsewhere',
    async (person) => {
      const leaks: string[] = []
      const terms = secrets.flatMap((secret) => secret.match(/\p{L}{6,}/gu) ?? []).slice(0, 40)
      for (const term of new Set(terms)) {
        const { text } = await world.get(person, `/en/${foreign.toLowerCase()}/search?q=${encodeURIComponent(term)}`)
        for (const secret of secrets) if (text.includes(escaped(secret))) leaks.push(`${term} finds ${secret}`)
      }
      expect(leaks).toEqual([])
    },
  )
})
