import { random } from '../src/engines/metrics/index.ts'
import { missing } from '../test/shared-files.ts'
import { archive, openAgreementsHouse } from './agreements-house.ts'
import { siteOver } from './site-over.ts'

/**
 * Time and size of the search over the 41 000 articles of the 450 agreements, whole pages as a visitor gets them, every address a
 * different one (so that none comes from the kept pages). Argument: pages of each kind (60).
 */
const pagesOfEach = Number(process.argv[2] ?? 60)

const subjects =
  'cultural audiovisual digital customs electronic broadcasting copyright investment services subsidies'.split(' ')
const objects =
  'industries services products duties transmissions commerce cooperation treatment information heritage'.split(' ')
const phrases = [
  'diversity of cultural expressions',
  'less favourable treatment',
  'customs duties',
  'national treatment',
]
const spanish = [
  'industrias culturales',
  'productos digitales',
  'derechos aduaneros',
  'comercio electrónico',
  'tesoros',
]

const { unit } = random('search in agreements')
const one = (from: readonly string[]): string => from[Math.floor(unit() * from.length)]!

const kinds: Readonly<Record<string, () => Record<string, string>>> = {
  'one word': () => ({ search: one([...subjects, ...objects]) }),
  'two words': () => ({ search: `${one(subjects)} ${one(objects)}` }),
  phrase: () => ({ search: `"${one(phrases)}"` }),
  near: () => ({ search: `${one(subjects)} NEAR/6 ${one(objects)}` }),
  'or, without': () => ({ search: `${one(subjects)} or ${one(subjects)} -${one(objects)}` }),
  spanish: () => ({ search: one(spanish) }),
  'with filters': () => ({ search: `${one(subjects)} ${one(objects)}`, from: '1995', type: 'ecommerce_chapter' }),
}

const at = (sorted: readonly number[], share: number): number =>
  Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10

const measure = async (): Promise<Record<string, unknown>> => {
  const house = await openAgreementsHouse()
  const site = await siteOver(house)
  const ask = async (query: Readonly<Record<string, string>>) => {
    const url = `http://localhost/en/xb/agreements?${new URLSearchParams({ ...query, unkept: String(unit()) }).toString()}`
    const begun = performance.now()
    const response = await site.fetch(new Request(url))
    const body = await response.text()
    if (response.status !== 200) throw new Error(`${response.status} ${url}`)
    return { millis: performance.now() - begun, bytes: Buffer.byteLength(body) }
  }
  const figuresOf = (pages: readonly { readonly millis: number; readonly bytes: number }[]) => {
    const times = pages.map(({ millis }) => millis).toSorted((a, b) => a - b)
    return {
      p50_ms: at(times, 0.5),
      p95_ms: at(times, 0.95),
      most_ms: at(times, 1),
      bytes: Math.max(...pages.map(({ bytes }) => bytes)),
    }
  }
  try {
    const articles = await house.pool.query<{ count: number }>('select count(*)::int as count from agreements_articles')
    for (let warm = 0; warm < 20; warm += 1) await ask(kinds['two words']!())
    const figures: Record<string, unknown> = {}
    const everything: Awaited<ReturnType<typeof ask>>[] = []
    for (const [kind, query] of Object.entries(kinds)) {
      const pages: Awaited<ReturnType<typeof ask>>[] = []
      for (let count = 0; count < pagesOfEach; count += 1) pages.push(await ask(query()))
      figures[kind] = figuresOf(pages)
      everything.push(...pages)
    }
    return { articles: articles.rows[0]?.count, taken: house.taken, ...figures, all: figuresOf(everything) }
  } finally {
    await house.close()
  }
}

const outcome = missing(...archive) ? { skipped: 'the agreements are not here' } : await measure()
process.stdout.write(`${JSON.stringify({ benchmark: 'agreements-search', ...outcome })}\n`)
