import { writeCsv } from '../../engines/documents/csv.ts'
import { type Random, randomStreams } from '../../engines/metrics/index.ts'

const seed = 2005

/** Where the invented works come from, how many of them, and how much they appeal; an empty origin is unknown. */
const origins = [
  { origin: 'Meridia', works: 84, appeal: 1.1 },
  { origin: 'Meridia;France', works: 10, appeal: 1 },
  { origin: 'United States', works: 62, appeal: 3.4 },
  { origin: 'France', works: 26, appeal: 1.2 },
  { origin: 'Nigeria', works: 18, appeal: 1.5 },
  { origin: 'South Korea', works: 14, appeal: 2.1 },
  { origin: 'Spain', works: 12, appeal: 0.9 },
  { origin: '', works: 14, appeal: 0.6 },
] as const

const genres = ['Folk', 'Pop', 'Rap', 'Jazz', 'Electronic'] as const
const genders = ['female', 'male', 'male', 'female', 'group', 'non-binary', 'unknown', 'male'] as const

interface InventedWork {
  readonly id: string
  readonly creator: number
  readonly origin: string
  readonly genre: string
  readonly appeal: number
}

/** About three works a creator; a few creators appeal far more than the others, as everywhere. */
const catalogue = ({ unit, below }: Random): readonly InventedWork[] => {
  const all = origins.flatMap((group) => Array.from({ length: group.works }, () => group))
  let creator = -1
  let [left, fame] = [0, 1]
  return all.map(({ origin, appeal }, at) => {
    if (left === 0 || all[at - 1]!.origin !== origin) {
      creator++
      left = 1 + below(5)
      fame = 1 / (0.04 + unit())
    }
    left--
    return {
      id: `W${String(at + 1).padStart(3, '0')}`,
      creator,
      origin,
      genre: genres[(creator * 7 + (at % 5 === 0 ? 1 : 0)) % genres.length]!,
      appeal: (appeal * fame) / (0.3 + unit()),
    }
  })
}

interface InventedUser {
  readonly id: string
  readonly country: string
  readonly fee: string
  /** How many plays, and how much more works of home appeal to this person. */
  readonly plays: number
  readonly taste: number
}

const fees = ['9.99', '9.99', '9.99', '4.99', '2.50', '0.00'] as const

/** Few listen very much, and mostly to what is known everywhere; many listen a little, and more to what is theirs. */
const users = ({ unit, below }: Random): readonly InventedUser[] =>
  Array.from({ length: 640 }, (_, at) => {
    const isHeavy = unit() < 0.15
    return {
      id: `U${String(at + 1).padStart(4, '0')}`,
      country: at < 560 ? 'Meridia' : at < 616 ? 'France' : '',
      fee: fees[below(fees.length)]!,
      plays: at % 32 === 31 ? 0 : isHeavy ? 150 + below(250) : 4 + below(36),
      taste: isHeavy ? 1 : 1.3 + unit() * 2,
    }
  })

/** A place drawn by weights, which are cumulated. */
const drawn = (cumulated: readonly number[], at: number): number => {
  let [low, high] = [0, cumulated.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (cumulated[middle]! > at) high = middle
    else low = middle + 1
  }
  return low
}

const playsOf = (user: InventedUser, works: readonly InventedWork[], { unit }: Random) => {
  let sum = 0
  const isHome = ({ origin }: InventedWork) => user.country !== '' && origin.includes(user.country)
  const cumulated = works.map((work) => (sum += work.appeal * (isHome(work) ? user.taste : 1)))
  const counts = new Map<number, { plays: number; asked: number }>()
  for (let play = 0; play < user.plays; play++) {
    const work = drawn(cumulated, unit() * sum)
    const before = counts.get(work) ?? { plays: 0, asked: 0 }
    counts.set(work, { plays: before.plays + 1, asked: before.asked + (unit() < 0.6 ? 1 : 0) })
  }
  return [...counts].map(([work, { plays, asked }]) => [user.id, works[work]!.id, plays, asked])
}

/** Rows as real files have them: a play of somebody who is not listed, a slip of the keyboard, a work that is not listed. */
const slips = [
  ['U9999', 'W001', 3, 0],
  ['U0001', 'W002', -4, 0],
  ['U0002', 'W999', 5, 2],
]

/**
 * A month of a music service in Meridia, which does not exist: users with their fees, works with their creators, and plays, drawn with a
 * fixed seed, so that they are the same in every installation.
 */
const sampleFiles = () => {
  const streams = randomStreams(seed)
  const works = catalogue(streams(0))
  const listeners = users(streams(1))
  const random = streams(2)
  const plays = listeners.flatMap((user) => playsOf(user, works, random))
  const numbered = (creator: number) => `Invented creator ${String(creator + 1).padStart(2, '0')}`
  return {
    plays: writeCsv(['user_id', 'work_id', 'plays', 'active_plays'], [...plays, ...slips]),
    works: writeCsv(
      ['work_id', 'title', 'creator', 'origin', 'genre', 'gender'],
      works.map(({ id, creator, origin, genre }, at) => [
        id,
        `Invented song ${at + 1}`,
        numbered(creator),
        origin,
        genre,
        genders[creator % genders.length],
      ]),
    ),
    users: writeCsv(
      ['user_id', 'country', 'fee', 'currency'],
      listeners.map(({ id, country, fee }) => [id, country, fee, 'XTS']),
    ),
  }
}

const files = sampleFiles()

/** What the fictional Party's study is made of. */
export const sample = {
  title: 'A month of an invented music service paid by five rules (synthetic data)',
  period: { from: '2026-03-01', to: '2026-03-31' },
  files: {
    plays: { name: 'meridia-plays-synthetic.csv', text: files.plays },
    works: { name: 'meridia-songs-synthetic.csv', text: files.works },
    users: { name: 'meridia-listeners-synthetic.csv', text: files.users },
  },
  settings: {
    models: ['pro-rata', 'user-centric', 'thresholded', 'artist-centric', 'mixture'],
    fee: ['9.99'],
    currency: ['XTS'],
    'threshold-plays': ['60'],
    'threshold-listeners': ['20'],
    'activity-plays': ['300'],
    'activity-listeners': ['60'],
    cap: ['200'],
  },
  spellings: { Meridia: 'XA' },
} as const
