import { join } from 'node:path'
import { random } from '../src/engines/metrics/index.ts'
import { importMeasures } from '../src/instruments/measures/index.ts'
import { openBenchmarkHouse } from './measures-house.ts'
import { siteOver } from './site-over.ts'
import { searchFilters, searchWords, writeMeasures } from './synthetic-measures.ts'

/**
 * Time and size of the list of measures, whole pages as a visitor gets them, every address a different one (so that none comes from the
 * kept pages): filtered, searched, both, sorted by title, and ten pages on. Arguments: measures (100 000), pages of each kind (100).
 */
const rows = Number(process.argv[2] ?? 100_000)
const pagesOfEach = Number(process.argv[3] ?? 100)

const house = await openBenchmarkHouse()
const path = join(house.folder, 'measures.csv')
await writeMeasures(path, rows)
const imported = await importMeasures({ ...house, path })
if (!imported.ok) throw new Error(JSON.stringify(imported.faults))
await house.pool.query(
  `update measures set state = 'published' where id in (select id from measures order by key limit ${Math.floor(rows * 0.8)})`,
)
await house.pool.query('vacuum analyze measures')

const site = await siteOver(house)

const { unit } = random('list of measures')
const one = (from: readonly string[]): string => from[Math.floor(unit() * from.length)]!
const filters = Object.keys(searchFilters) as (keyof typeof searchFilters)[]
const address = (query: Readonly<Record<string, string>>): string =>
  `http://localhost/en/xb/measures?${new URLSearchParams({ ...query, unkept: String(unit()) }).toString()}`

const filtered = (): Record<string, string> => {
  const name = filters[Math.floor(unit() * filters.length)]!
  return { [name]: one(searchFilters[name]) }
}

const kinds: Readonly<Record<string, () => Record<string, string>>> = {
  plain: () => ({}),
  filter: filtered,
  'two filters': () => ({ ...filtered(), ...filtered() }),
  search: () => ({ search: one(searchWords) }),
  'rare search': () => ({ search: `${Math.floor(unit() * rows)}` }),
  'filter and search': () => ({ ...filtered(), search: `${one(searchWords)} ${one(searchWords)}` }),
  'by title': () => ({ ...filtered(), sort: 'title' }),
}

interface Page {
  readonly millis: number
  readonly bytes: number
  readonly body: string
}

const fetchPage = async (url: string): Promise<Page> => {
  const begun = performance.now()
  const response = await site.fetch(new Request(url))
  const body = await response.text()
  if (response.status !== 200) throw new Error(`${response.status} ${url}`)
  return { millis: performance.now() - begun, bytes: Buffer.byteLength(body), body }
}

const at = (sorted: readonly number[], share: number): number =>
  Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10

const figuresOf = (pages: readonly Page[]) => {
  const times = pages.map(({ millis }) => millis).toSorted((one, other) => one - other)
  return {
    p50_ms: at(times, 0.5),
    p95_ms: at(times, 0.95),
    most_ms: at(times, 1),
    bytes: Math.max(...pages.map(({ bytes }) => bytes)),
  }
}

const onwards = async (url: string, steps: number): Promise<Page[]> => {
  const pages: Page[] = []
  let next = url
  for (let step = 0; step < steps; step += 1) {
    const page = await fetchPage(next)
    pages.push(page)
    const link = /rel="next"[^>]*href="([^"]+)"|href="([^"]+)"[^>]*rel="next"/.exec(page.body)
    if (!link) break
    next = new URL((link[1] ?? link[2] ?? '').replaceAll('&amp;', '&'), url).href
  }
  return pages
}

try {
  for (let warm = 0; warm < 20; warm += 1) await fetchPage(address(filtered()))
  const figures: Record<string, unknown> = {}
  const everything: Page[] = []
  for (const [kind, query] of Object.entries(kinds)) {
    const pages: Page[] = []
    for (let count = 0; count < pagesOfEach; count += 1) pages.push(await fetchPage(address(query())))
    figures[kind] = figuresOf(pages)
    everything.push(...pages)
  }
  const further = await onwards(address({ type: 'financial' }), 20)
  figures['further pages'] = figuresOf(further)
  figures['all'] = figuresOf([...everything, ...further])
  process.stdout.write(
    `${JSON.stringify({ benchmark: 'measures-list', measures: rows, pages_of_each: pagesOfEach, ...figures })}\n`,
  )
} finally {
  await house.close()
}
