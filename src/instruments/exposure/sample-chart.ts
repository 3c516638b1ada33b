import { writeCsv } from '../../engines/documents/csv.ts'
import { randomStreams } from '../../engines/metrics/uncertainty/random.ts'

/** A work of the invented catalogue; `appeal` decides how often it comes into the chart. */
interface InventedWork {
  readonly title: string
  readonly category: string
  readonly origin: string
  readonly language: string
  readonly appeal: number
}

const [weeks, positions, seed] = [26, 10, 2005]
const firstSunday = Date.UTC(2026, 0, 4)
const dayMillis = 86_400_000

/** Where the invented works come from, how many of a hundred, and in which language; an empty origin is unknown. */
const origins = [
  { origin: 'Meridia', share: 27, language: 'fr' },
  { origin: "['Meridia', 'France']", share: 6, language: 'fr' },
  { origin: 'United States', share: 33, language: 'en' },
  { origin: 'South Korea', share: 9, language: 'ko' },
  { origin: 'France', share: 8, language: 'fr' },
  { origin: 'Spain', share: 6, language: 'es' },
  { origin: 'Nigeria', share: 5, language: 'en' },
  { origin: '', share: 6, language: '' },
] as const

const catalogue = (): readonly InventedWork[] => {
  const random = randomStreams(seed)(0)
  return origins
    .flatMap((group) => Array.from({ length: group.share }, () => group))
    .map(({ origin, language }, at) => ({
      title: `Invented work ${String(at + 1).padStart(3, '0')}`,
      category: at % 2 === 0 ? 'Films' : 'Series',
      origin,
      language,
      appeal: 1 / (1 + random.below(60)),
    }))
}

/** Ten different works of a category, drawn by their appeal; what was in the chart last week is three times as likely again. */
const draw = (works: readonly InventedWork[], before: ReadonlySet<string>, unit: () => number): InventedWork[] => {
  const left = new Map(works.map((work) => [work, work.appeal * (before.has(work.title) ? 3 : 1)]))
  return Array.from({ length: positions }, () => {
    const whole = [...left.values()].reduce((sum, weight) => sum + weight, 0)
    let rest = unit() * whole
    const drawn = [...left].find(([, weight]) => (rest -= weight) < 0)?.[0] ?? [...left.keys()][0]!
    left.delete(drawn)
    return drawn
  })
}

/**
 * The chart and the works of Meridia, which does not exist: half a year of a weekly Top 10 of films and one of series, drawn with
 * a fixed seed, so that it is the same in every installation. Two CSV texts.
 */
export const sampleFiles = (): { readonly chart: string; readonly works: string } => {
  const works = catalogue()
  const rows: (string | number)[][] = []
  for (const [stream, category] of ['Films', 'Series'].entries()) {
    const { unit } = randomStreams(seed)(stream + 1)
    const ofCategory = works.filter((work) => work.category === category)
    let before: ReadonlySet<string> = new Set()
    for (let week = 0; week < weeks; week++) {
      const day = new Date(firstSunday + week * 7 * dayMillis).toISOString().slice(0, 10)
      const drawn = draw(ofCategory, before, unit)
      rows.push(...drawn.map(({ title }, at) => ['Meridia', day, category, at + 1, title]))
      before = new Set(drawn.map(({ title }) => title))
    }
  }
  return {
    chart: writeCsv(['territory', 'week', 'category', 'position', 'title'], rows),
    works: writeCsv(
      ['title', 'category', 'origin', 'language'],
      works.map(({ title, category, origin, language }) => [title, category, origin, language]),
    ),
  }
}
