import type { CoProductionRule } from '../../engines/metrics/index.ts'
import type { CountryList } from '../../engines/studies/index.ts'
import type { SimulationOptions } from './simulation.ts'
import type { StudyData } from './study-data.ts'
import type { RevenueSource } from './use-data.ts'

interface Told {
  readonly rule: CoProductionRule
  readonly list: CountryList
  readonly simulation: SimulationOptions
  readonly payment: 'user-centric' | 'pro-rata'
}

const revenueRules: Readonly<Record<RevenueSource, string>> = {
  users: 'money by user as the file of revenue says',
  territories: 'money by territory as the file of revenue says, the same for each user there who plays',
  fees: 'fees as the file of users says',
  assumed: 'no file of money: the same fee of every user is assumed',
}

const paymentRules = {
  'user-centric': { user_centric: 'each user’s money is shared by that user’s own plays' },
  'pro-rata': { pro_rata: 'the money of a country is shared by all plays there' },
} as const

/** The rules of a run in words, by name. */
export const rulesOf = (
  data: StudyData,
  { rule, list, simulation, payment }: Told,
): Readonly<Record<string, string>> => {
  const { lists, use, sources } = data
  const first = sources[0]!.name
  return {
    local: 'works of the territory of the list, and of the country of the user',
    origin: `as the ${first === 'works' ? 'works say; of works of the catalogue that they do not tell of, as the catalogue says' : 'catalogue says'}; co-productions: ${rule} (sensitivity gives every rule and source)`,
    unknown:
      'shares are of what is of known origin; bounds take all of unknown origin as foreign (low) or local (high)',
    catalogue: 'each work of the catalogue once, shown and played or not',
    ...(lists ? { exposure: 'slots of lists, each counting the same; models of attention beside it' } : {}),
    ...(use ? { consumption: 'plays', revenue: revenueRules[use.revenueSource], ...paymentRules[payment] } : {}),
    groups:
      'works of several groups count in equal parts; genre and gender of all stages in the words of one list, the catalogue if it tells them; language and age from either; gender never guessed from names',
    join: lists
      ? `lists by title in small letters without outer spaces and, where all files tell it, category${use ? '; plays by identifier through the catalogue' : ''}`
      : 'plays by identifier',
    ...(lists
      ? {
          target: 'the local share of the catalogue, never the make-up of the list itself',
          fair_star: 'FA*IR with adjusted α 0.1 for the length of the list and the target',
        }
      : {}),
    age: `years before ${data.year}`,
    ...(data.popularity
      ? {
          popularity: `${data.popularity.source === 'plays' ? 'by the plays of the study itself' : 'as the catalogue tells'}: head holds the first half of it, middle up to 80 %, tail the rest`,
        }
      : {}),
    developing: `${list.title}; ${list.version}; ${list.source}`,
    ...(use
      ? { small_cells: 'countries of fewer than 10 users and groups of fewer than 10 listeners are not shown' }
      : {}),
    ...(lists && simulation.rules.length > 0
      ? {
          simulation: `lists put in another order, nothing from outside enters; relevance 1/log2(old position + 1); share ${simulation.share}, depth ${simulation.depth}, lambda ${simulation.lambda}`,
        }
      : {}),
  }
}

/** In this order the pages translate them. */
export const limits: readonly string[] = [
  'A list ends at its last position: nothing is said about works below it.',
  'A catalogue of one month is held against all weeks: works that came later are shown and not in it.',
  'A slot counts the same in every territory and week, whatever the number of viewers.',
  'Static: nothing is said about what people would choose from another list, or do under another rule of payment.',
  'Stages of different files are of different people and times as far as the files are.',
]

export const resampling =
  'lists: titles each have a Poisson(1) weight for all their slots, weeks are drawn in blocks of consecutive ones, and a slot counts the product; the interval of one week weights titles alone. ' +
  'Plays and money: users are drawn with replacement, with all their plays. Percentile intervals; the catalogue is taken as it is'
