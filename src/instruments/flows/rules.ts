import { culturalCodeSource } from './cultural-codes.ts'
import { smallCellsRule } from './document.ts'
import type { Observations } from './observations.ts'
import type { SettledOptions } from './options.ts'

/** How replicates are drawn, in words; null for data that are no sample. */
export const resamplingOf = ({ clusters }: Observations): string | null => {
  switch (clusters.kind) {
    case 'users':
      return 'users are drawn with replacement, with all their plays; two_way_local_interval: users and works each have a Poisson(1) weight, and a play counts their product (not drawn above 10⁹ plays × replicates)'
    case 'votes':
      return 'the votes of one country in one series and period are drawn together, with replacement'
    case 'title-and-week':
      return 'titles and weeks each have a Poisson(1) weight, and a slot counts their product'
    default:
      return null
  }
}

const origins: Readonly<Record<SettledOptions['source'], (options: SettledOptions) => string>> = {
  flows: () => 'as the table says',
  trade: () =>
    'the partner of an import, the reporter of an export: where goods come from, not always where they were made',
  plays: ({ credit }) => `as the list of works says; co-productions: ${credit}`,
  exposures: ({ credit }) => `as the list of works says; co-productions: ${credit}`,
}

const sides = { importer: 'the importer', exporter: 'the exporter', mean: 'the mean of both' } as const

const tradeRules = ({ selection, products, mirror }: SettledOptions) => ({
  products:
    selection === 'all'
      ? 'all products'
      : `${selection}: ${culturalCodeSource.title}; ${culturalCodeSource.version}; ${culturalCodeSource.source}`,
  ...(products.length > 0 ? { product_codes: `those that begin with ${products.join(', ')}` } : {}),
  headings:
    'of a heading and what lies under it the heading counts, within one reporter, partner, direction and period; SK of EBOPS counts where neither SK1 nor SK23 is told',
  mirror: `where importer and exporter tell the same flow (origin, destination, period, heading): ${sides[mirror]}; where one tells it, that one`,
  groups: 'the world and groups of countries as partners are not counted, nor re-exports and re-imports',
})

const counts = {
  slots: 'every slot of the chart',
  works: 'each work once in a territory, in the week it first appears there',
} as const

/** The rules of a study in words, by name. */
export const rulesOf = (options: SettledOptions, data: Observations): Readonly<Record<string, string>> => ({
  flow: 'from the country of origin of a work to the country where it is used, bought or voted for',
  local:
    'works of the own country, of what is of known origin and destination; bounds take all unknown as foreign (low) or local (high)',
  origin: origins[options.source](options),
  developing: `${options.list.title}; ${options.list.version}; ${options.list.source}; verified: ${options.list.verified ? 'yes' : 'no'}`,
  balance: '(sent − received) ÷ (sent + received)',
  duplicates:
    options.source === 'trade'
      ? 'a reporter, partner, direction, period and product is told once: the same amount again counts once, different amounts not at all'
      : 'where the table has a series, a pair of countries is named once in it: the same amount again counts once, different amounts not at all',
  codes: 'a country is taken by its name; a code beside it counts where the name is not recognised',
  ...(options.source === 'trade' ? tradeRules(options) : {}),
  ...(options.source === 'exposures' ? { count: counts[options.count] } : {}),
  ...(data.clusters.kind === 'users' ? { small_cells: smallCellsRule } : {}),
  ...(data.clusters.kind === 'none' ? { intervals: 'none: the table is not a sample' } : {}),
})

/** What the figures cannot tell. */
export const limits: readonly string[] = [
  'Amounts of different kinds are not comparable: a play, a slot, a point and a sum of money are four things.',
  'There is no convention of the United Nations on which countries are developing; another list gives other figures.',
  'Charts: a chart ends at its last position; nothing is said about works below it.',
  'Trade: importers and exporters tell one flow differently (freight, time, country of origin or of consignment); the comparison says by how much.',
  'Trade: customs value carriers, not works. A film sent over a network crosses no border; its licence is a service.',
  'Trade: the choice of codes follows a framework recalled from memory; a Party’s own list may differ.',
]
