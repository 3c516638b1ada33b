import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import type { Page } from '../src/people/index.ts'
import { crawl, routeFinder } from './world/crawl.ts'
import { type Answered, foreign, openTwoParties, own, type Person, people } from './world/two-parties.ts'

const world = await openTwoParties()
afterAll(world.close)

const { pages, matrix } = world
const unknownId = '01890000-0000-7000-8000-000000000000'
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/

const byOwn = await crawl(world, 'contact-point', [`/en/${own.toLowerCase()}`, '/en'])
const byForeign = await crawl(world, 'foreign contact-point', [`/en/${foreign.toLowerCase()}`])

/** An address of the route that exists for the Party, else one with an id that is nobody's. */
const addressOf = (page: Page, party: string): { readonly path: string; readonly isReal: boolean } => {
  const walk = party === foreign ? byForeign : byOwn
  const found = walk.met.find((met) => met.page === page)
  if (found) return { path: found.path, isReal: true }
  const prefix = page.under === 'party' ? `/en/${party.toLowerCase()}` : '/en'
  const path = page.path.replaceAll(/:\w+(\{[^/]*\})?/g, (_parameter, pattern?: string) => sampleOf(pattern))
  return { path: `${prefix}${path === '/' ? '' : path}`, isReal: !page.path.includes(':') }
}

/** A value that fits a parameter's pattern. */
const sampleOf = (pattern: string | undefined): string => {
  const candidates = [unknownId, '7', '1.4', 'a', 'music', 'docx', 'en', 'csv', '14.2', '4b/executive-summary']
  const fits = new RegExp(`^(?:${pattern?.slice(1, -1) ?? '.+'})$`)
  const [, first] = /^\{\(?(?:\?:)?([a-z-]+)\|/.exec(pattern ?? '') ?? []
  return candidates.find((candidate) => fits.test(candidate)) ?? first ?? unknownId
}

type Verdict = 'allowed' | 'sign in' | 'not allowed' | 'not there'

/** What the permission matrix says, worked out here without the code under test. */
const verdictOn = (page: Page, person: Person, party: string): Verdict => {
  const granted = matrix[page.permission] ?? []
  if (granted.includes('visitor')) return 'allowed'
  if (person === 'visitor') return 'sign in'
  if (granted.includes('signed-in')) return 'allowed'
  if (person === 'administrator') {
    if (granted.includes('administrator')) return 'allowed'
    return page.under === 'party' ? 'not there' : 'not allowed'
  }
  const home = person === 'foreign contact-point' ? foreign : own
  const role = person === 'foreign contact-point' ? 'contact-point' : person
  if (page.under === 'installation') return 'not allowed'
  if (home !== party) return 'not there'
  return granted.includes(role) ? 'allowed' : 'not allowed'
}

const isRefusal = ({ status, location }: Answered): boolean =>
  status === 401 || status === 403 || (status === 303 && (location ?? '').includes('/sign-in?'))

const isAsSaid = (verdict: Verdict, method: Page['method'], answered: Answered, isReal: boolean): boolean => {
  const { status, location } = answered
  if (verdict === 'not there') return status === 404
  if (verdict === 'not allowed') return status === 403
  if (verdict === 'sign in')
    return method === 'POST' ? status === 401 : status === 303 && (location ?? '').startsWith('/en/sign-in?return=')
  if (method === 'POST') return status === 422
  return !isRefusal(answered) && (isReal ? status === 200 || status === 303 : status < 500)
}

/** A document that takes seconds to make is made once for each kind of answer, not for each person. */
const isSlow = ({ path }: Page): boolean => path.endsWith('.pdf')

/** A form without its key is asked for its right to be there first, and then changes nothing. */
const ask = (page: Page, person: Person, path: string): Promise<Answered> =>
  page.method === 'POST' ? world.post(person, path, { key: '' }) : world.get(person, path)

/** One line per table with rows that belong to a Party: a hash over all of them. */
const stateOf = async (party: string): Promise<readonly string[]> => {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'party' order by table_name`.execute(world.db)
  const lines: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`
      select to_jsonb(t)::text as row from ${sql.table(name)} as t where party = ${party} order by 1`.execute(world.db)
    lines.push(
      `${name} ${rows.length} ${createHash('sha256')
        .update(rows.map(({ row }) => row).join('\n'))
        .digest('hex')}`,
    )
  }
  return lines
}

const stateBefore = { own: await stateOf(own), foreign: await stateOf(foreign) }

describe('who may come where', () => {
  it('knows a permission for every page, and holds none that grants nothing', () => {
    expect(pages.filter(({ permission }) => matrix[permission] === undefined).map(({ name }) => name)).toEqual([])
    expect(Object.entries(matrix).filter(([, granted]) => granted.length === 0)).toEqual([])
  })

  const outsiders: readonly Person[] = ['foreign contact-point', 'administrator', 'visitor']

  it.each(pages.filter(({ repeatable }) => !repeatable).map((page) => [`${page.method} ${page.path}`, page] as const))(
    '%s answers each role as the matrix says',
    async (_title, page) => {
      const off: string[] = []
      const parties = page.under === 'party' ? [own, foreign] : [own]
      const asked = new Set<string>()
      for (const party of parties)
        for (const person of people) {
          const verdict = verdictOn(page, person, party)
          const kind = `${party} ${verdict} ${person === 'visitor'}`
          if (isSlow(page) && asked.has(kind)) continue
          asked.add(kind)
          const { path, isReal } = addressOf(page, party)
          const answered = await ask(page, person, path)
          const isStranger = party === foreign || outsiders.includes(person)
          const expectsReal = isReal && !isStranger && person === 'contact-point'
          if (!isAsSaid(verdict, page.method, answered, expectsReal))
            off.push(`${person} at ${path}: ${answered.status} ${answered.location ?? ''} instead of ${verdict}`)
        }
      expect(off).toEqual([])
    },
  )
})

describe('what belongs to another Party', () => {
  const foreignPaths = byForeign.met
    .map(({ path }) => path)
    .filter((path) => uuid.test(path))
    .map((path) => path.replace(`/en/${foreign.toLowerCase()}/`, `/en/${own.toLowerCase()}/`))

  it('is met by its own people', () => {
    expect(foreignPaths.length).toBeGreaterThan(0)
  })

  it.each(people)('is not there under the own Party for: %s', async (person) => {
    const found: string[] = []
    for (const path of new Set(foreignPaths)) {
      const { status, location } = await world.get(person, path)
      const isShut = status === 404 || status === 403 || (status === 303 && (location ?? '').includes('/sign-in?'))
      if (!isShut) found.push(`${path}: ${status}`)
    }
    expect(found).toEqual([])
  })

  it('cannot be changed by its id, and nothing of it changes', async () => {
    const found: string[] = []
    const ids = new Set(foreignPaths.flatMap((path) => uuid.exec(path) ?? []))
    for (const page of pages.filter(
      ({ method, under, path }) => method === 'POST' && under === 'party' && path.includes(':'),
    ))
      for (const id of ids) {
        const path = `/en/${own.toLowerCase()}${page.path.replaceAll(/:\w+(\{[^/]*\})?/g, (_all, pattern?: string) =>
          pattern === undefined || new RegExp(`^(?:${pattern.slice(1, -1)})$`).test(id) ? id : sampleOf(pattern),
        )}`
        if (!path.includes(id)) continue
        for (const person of ['contact-point', 'editor', 'observer', 'visitor'] as const) {
          const { status } = await world.post(person, path)
          if (![401, 403, 404, 422].includes(status)) found.push(`${person} at ${path}: ${status}`)
        }
      }
    expect(found).toEqual([])
    expect(await stateOf(foreign)).toEqual(stateBefore.foreign)
  })
})

describe('addresses written in other ways', () => {
  const guarded = pages.filter(({ method, permission }) => method === 'GET' && !matrix[permission]?.includes('visitor'))
  const tricks: readonly ((path: string) => string)[] = [
    (path) => `/${path}`,
    (path) => path.replaceAll('/', '//'),
    (path) => `${path.slice(0, path.lastIndexOf('/'))}%2f${path.slice(path.lastIndexOf('/') + 1)}`,
    (path) => path.replace('/en/', '/en%2F'),
    (path) => `/en/about/..%2f..${path}`,
    (path) => `/en/about/%2e%2e/%2e%2e${path}`,
    (path) => `${path}/`,
    (path) => `${path}//`,
    (path) => `${path}%00`,
    (path) => `${path};a=b`,
    (path) => path.toUpperCase(),
    (path) => `/EN${path.slice(3)}`,
  ]

  it.each(guarded.map((page) => [page.path, page] as const))('open nothing: %s', async (_title, page) => {
    const found: string[] = []
    for (const trick of tricks)
      for (const person of ['visitor', 'foreign contact-point'] as const) {
        if (person !== 'visitor' && verdictOn(page, person, own) === 'allowed') continue
        const path = trick(addressOf(page, own).path)
        const { status, location } = await world.get(person, path)
        const isShut =
          status === 400 ||
          status === 403 ||
          status === 404 ||
          (status === 303 && (location ?? '').includes('/sign-in?'))
        if (!isShut) found.push(`${person} at ${path}: ${status} ${location ?? ''}`)
      }
    expect(found).toEqual([])
  })
})

describe('the walk', () => {
  it('meets no page that is broken and no link or form that leads nowhere', () => {
    const all = [...byOwn.met, ...byForeign.met]
    expect(
      all.filter(({ answered }) => answered.status >= 400).map(({ path, answered }) => `${path}: ${answered.status}`),
    ).toEqual([])
    expect([...byOwn.dead, ...byForeign.dead]).toEqual([])
    expect(routeFinder(pages)('GET', '/en/xa/nowhere/at/all')).toBeUndefined()
  })

  it('changes nothing by looking', async () => {
    expect(await stateOf(own)).toEqual(stateBefore.own)
    expect(world.broken).toEqual([])
  })
})
