import { type RandomStreams, randomStreams } from '../../engines/metrics/index.ts'
import { csvText } from '../../engines/studies/index.ts'

const seed = 2005
const weeks = 26
const positions = 10
const firstSunday = Date.UTC(2026, 0, 4)
const dayMillis = 86_400_000

interface InventedWork {
  readonly id: string
  readonly title: string
  readonly category: 'Films' | 'Series'
  readonly origin: string
  /** As the second list says; empty where it says nothing. */
  readonly otherOrigin: string
  readonly language: string
  readonly gender: string
  readonly year: number
  readonly appeal: number
}

/** Where the invented works come from, how many, in which language, and how much people like them. */
const origins = [
  { origin: 'Meridia', count: 40, language: 'fr', liking: 0.7 },
  { origin: 'Meridia; France', count: 8, language: 'fr', liking: 0.8 },
  { origin: 'United States', count: 38, language: 'en', liking: 1.2 },
  { origin: 'France', count: 14, language: 'fr', liking: 0.9 },
  { origin: 'South Korea', count: 10, language: 'ko', liking: 1.1 },
  { origin: 'Nigeria', count: 8, language: 'en', liking: 0.7 },
  { origin: 'Egypt', count: 6, language: 'ar', liking: 0.7 },
  { origin: '', count: 6, language: '', liking: 0.8 },
] as const

const genders = ['male', 'male', 'female', 'male', 'female', 'male', 'female', '', 'male', 'non-binary'] as const

const invent = (streams: RandomStreams): readonly InventedWork[] => {
  const { unit, below } = streams(0)
  return origins
    .flatMap((group) => Array.from({ length: group.count }, () => group))
    .map(({ origin, language, liking }, at) => ({
      id: `W${String(at + 1).padStart(3, '0')}`,
      title: `Invented work ${String(at + 1).padStart(3, '0')}`,
      category: at % 2 === 0 ? 'Films' : 'Series',
      origin,
      otherOrigin: origin === 'Meridia; France' && at % 3 === 0 ? 'France' : at % 17 === 0 ? '' : origin,
      language,
      gender: genders[below(genders.length)]!,
      year: 2026 - Math.floor(unit() ** 2 * 30),
      appeal: (liking * 100) / (1 + below(40)),
    }))
}

/** Draws different works by their weights. */
const drawWorks = (
  works: readonly InventedWork[],
  weightOf: (work: InventedWork) => number,
  count: number,
  unit: () => number,
): InventedWork[] => {
  const left = new Map(works.map((work) => [work, weightOf(work)]))
  return Array.from({ length: Math.min(count, works.length) }, () => {
    const whole = [...left.values()].reduce((sum, weight) => sum + weight, 0)
    let rest = unit() * whole
    const drawn = [...left].find(([, weight]) => (rest -= weight) < 0)?.[0] ?? [...left.keys()][0]!
    left.delete(drawn)
    return drawn
  })
}

/** Lists of one week: two platforms, one of them with a row of its own choice that pushes what is liked already. */
const surfaces = [
  { platform: 'Lumen', surface: 'Top 10', push: 1.3 },
  { platform: 'Lumen', surface: 'First row', push: 1.8 },
  { platform: 'Stella', surface: 'Top 10', push: 1 },
] as const

const territories = ['Meridia', 'France'] as const

const isOf = (work: InventedWork, territory: string): boolean => work.origin.includes(territory)

const exposuresOf = (works: readonly InventedWork[], streams: RandomStreams): string => {
  const rows: (string | number)[][] = []
  for (const [place, territory] of territories.entries())
    for (const [row, { platform, surface, push }] of surfaces.entries())
      for (const [kind, category] of ['Films', 'Series'].entries()) {
        const { unit } = streams(1 + place * 10 + row * 2 + kind)
        const ofCategory = works.filter((work) => work.category === category)
        let before: readonly InventedWork[] = []
        for (let week = 0; week < weeks; week++) {
          const day = new Date(firstSunday + week * 7 * dayMillis).toISOString().slice(0, 10)
          const weightOf = (work: InventedWork) =>
            work.appeal ** push * (isOf(work, territory) ? 1.5 : 1) * (before.includes(work) ? 2 : 1)
          before = drawWorks(ofCategory, weightOf, positions, unit)
          rows.push(...before.map(({ title }, at) => [territory, day, category, platform, surface, at + 1, title]))
        }
      }
  const strange = [
    ['Merridia', '2026-02-01', 'Films', 'Stella', 'Top 10', 1, 'Invented work 003'],
    ['Meridia', '2026-07-05', 'Films', 'Stella', 'Top 10', 0, 'Invented work 003'],
  ]
  return csvText(['territory', 'week', 'category', 'platform', 'surface', 'position', 'title'], [...rows, ...strange])
}

const invented = (streams: RandomStreams) =>
  Array.from({ length: 260 }, (_, at) => ({
    id: `U${String(at + 1).padStart(3, '0')}`,
    country: at % 4 === 3 ? 'France' : 'Meridia',
    unit: streams(100 + at).unit,
  }))

const useOf = (works: readonly InventedWork[], streams: RandomStreams) => {
  const users = invented(streams)
  const plays = users.flatMap(({ id, country, unit }) => {
    const taste = 0.5 + 2 * unit()
    const weightOf = (work: InventedWork) => work.appeal * (isOf(work, country) ? taste : 1)
    const count = 2 + Math.floor(unit() * 14)
    return drawWorks(works, weightOf, count, unit).map((work) => [id, work.id, 1 + Math.floor(unit() ** 3 * 12)])
  })
  const revenue = users.map(({ id, unit }) => [id, unit() < 0.6 ? '4.90' : '8.90', 'XTS'])
  return { users, plays, revenue }
}

const streams = randomStreams(seed)
const works = invent(streams)
const use = useOf(works, streams)

/**
 * A catalogue, half a year of lists on two platforms, plays, users and money of Meridia, which does not exist: drawn with a fixed seed, the
 * same in every installation. A row of a misspelt territory and one of position 0 are in it, as in files of the world.
 */
export const sample = {
  title: 'Local works from an invented catalogue to revenue (synthetic data)',
  period: { from: '2026-01-04', to: '2026-06-28' },
  files: {
    catalogue: {
      name: 'meridia-catalogue-synthetic.csv',
      text: csvText(
        ['work_id', 'title', 'category', 'origin', 'language', 'gender', 'year'],
        works.map((work) => [work.id, work.title, work.category, work.origin, work.language, work.gender, work.year]),
      ),
    },
    exposures: { name: 'meridia-lists-synthetic.csv', text: exposuresOf(works, streams) },
    plays: { name: 'meridia-plays-synthetic.csv', text: csvText(['user_id', 'work_id', 'plays'], use.plays) },
    users: {
      name: 'meridia-users-synthetic.csv',
      text: csvText(
        ['user_id', 'country'],
        use.users.map(({ id, country }) => [id, country]),
      ),
    },
    revenue: {
      name: 'meridia-revenue-synthetic.csv',
      text: csvText(['user_id', 'amount', 'currency'], use.revenue),
    },
    works: {
      name: 'meridia-second-labels-synthetic.csv',
      text: csvText(
        ['title', 'category', 'origin'],
        works.map((work) => [work.title, work.category, work.otherOrigin]),
      ),
    },
  },
  settings: { country: ['XA'], simulate: ['floor'] },
  spellings: { Meridia: 'XA' },
} as const
