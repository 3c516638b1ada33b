import { type Cell, csvText } from '../../engines/studies/index.ts'
import type { WorkforceDocument } from './document.ts'
import type { Estimate } from './estimates.ts'
import type { ListFindings, ListRow } from './lists.ts'
import { listNames } from './roles.ts'

const header = ['part', 'table', 'group', 'figure', 'value', 'low', 'high', 'standard_error', 'reliable']

const line = (names: readonly string[], estimate: Estimate | null): Cell[] => [
  ...names,
  ...(estimate
    ? [
        estimate.value,
        estimate.low,
        estimate.high,
        estimate.standard_error,
        estimate.reliable === null ? '' : estimate.reliable ? 'yes' : 'no',
      ]
    : ['hidden']),
]

const employmentLines = ({ employment }: WorkforceDocument): Cell[][] => {
  if (!employment) return []
  const part = (group: string, figure: string, estimate: Estimate | null) =>
    line(['employment', '', group, figure], estimate)
  const { share_bounds: bounds, share_women_bounds: ofWomen } = employment
  return [
    part('all', 'persons', employment.all),
    part('culture', 'persons', employment.culture),
    part('culture', 'share_of_employment', employment.share),
    ['employment', '', 'culture', 'share_of_employment_bounds', null, bounds.low, bounds.high],
    part('culture', 'share_women', employment.share_women),
    ['employment', '', 'culture', 'share_women_bounds', null, ofWomen.low, ofWomen.high],
    part('elsewhere', 'share_women', employment.share_women_elsewhere),
    ['employment', '', 'culture', 'parity', employment.parity],
    ...Object.entries(employment.by_sex).map(([sex, estimate]) => part(sex, 'persons_in_culture', estimate)),
    ...Object.entries(employment.conditions).flatMap(([condition, { women, men }]) => [
      part('women', `share_${condition}`, women),
      part('men', `share_${condition}`, men),
    ]),
    ...Object.entries(employment.tables).flatMap(([table, rows]) =>
      rows.flatMap(({ group, total, women, men, share_women }) => [
        line(['employment', table, group, 'persons'], total),
        line(['employment', table, group, 'women'], women),
        line(['employment', table, group, 'men'], men),
        line(['employment', table, group, 'share_women'], share_women),
      ]),
    ),
  ]
}

const payFigures = ['mean_women', 'mean_men', 'median_women', 'median_men', 'gap_mean', 'gap_median'] as const

const payLines = ({ pay }: WorkforceDocument): Cell[][] =>
  pay?.groups.flatMap((row) =>
    payFigures.map((figure) => line(['pay', `per_${pay.per}`, row.group, figure], row[figure])),
  ) ?? []

const rowLines = (part: string, table: string, row: ListRow): Cell[][] =>
  (['total', 'women', 'men', 'share_women'] as const).map((figure) => [
    part,
    table,
    row.group,
    figure,
    row[figure] ?? 'hidden',
  ])

const listLines = (part: string, found: ListFindings | undefined): Cell[][] =>
  found
    ? [
        ...rowLines(part, '', found.total),
        [part, '', 'all', 'share_women_bounds', null, found.share_women_bounds.low, found.share_women_bounds.high],
        [part, '', 'all', 'parity', found.parity],
        [part, '', 'all', 'parity_adjusted', found.parity_adjusted],
        ...(found.money ? [[part, 'money', 'all', 'share_women', found.money.share_women]] : []),
        ...Object.entries(found.by).flatMap(([table, rows]) => rows.flatMap((row) => rowLines(part, table, row))),
      ]
    : []

/** All figures as one long table: a line per part, table, group and figure; what is hidden says so. */
export const workforceCsv = (document: WorkforceDocument): string =>
  csvText(header, [
    ...employmentLines(document),
    ...payLines(document),
    ...listNames.flatMap((name) => listLines(name, document[name])),
  ])
