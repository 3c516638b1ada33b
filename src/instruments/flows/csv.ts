import { type Cell, csvText } from '../../engines/studies/index.ts'
import type { FlowsDocument } from './document.ts'
import type { StatedFlows } from './intervals.ts'

const header = ['scope', 'key', 'period', 'statistic', 'of', 'value', 'low', 'high']

type Scope = StatedFlows & { readonly origins?: Readonly<Record<string, number>> }

/** The figures of all, of a destination or of a period; `list` is the list of countries that count as developing. */
const scopeRows = (name: string, key: string, period: string, found: Scope, list: string): Cell[][] => {
  const row = (statistic: string, of: string, ...figures: Cell[]): Cell[] => [
    name,
    key,
    period,
    statistic,
    of,
    ...figures,
  ]
  const [local, developing] = [found.local_interval, found.developing_interval]
  return [
    row('total', '', found.total),
    row('known', '', found.known),
    row('local_share', '', found.local_share, local.low, local.high),
    row('local_bounds', '', null, found.local_bounds.low, found.local_bounds.high),
    row('developing_share', list, found.developing_share, developing.low, developing.high),
    row('hhi_origin', '', found.concentration.hhi),
    ...Object.entries(found.origins ?? {}).map(([origin, share]) => row('origin_share', origin, share)),
  ]
}

const tradeRows = ({ trade, developing: { list } }: FlowsDocument): Cell[][] => {
  if (!trade) return []
  const { mirror, products } = trade
  const pairs = mirror.greatest.flatMap(({ origin, destination, by_importer, by_exporter }) => [
    ['mirror', destination, '', 'by_importer', origin, by_importer],
    ['mirror', destination, '', 'by_exporter', origin, by_exporter],
  ])
  return [
    ...products.flatMap(({ code, amount, developing_share }) => [
      ['product', code, '', 'amount', '', amount],
      ['product', code, '', 'developing_share', `${list.id}, ${list.version}`, developing_share],
    ]),
    ['mirror', '', '', 'asymmetry', '', mirror.asymmetry],
    ...pairs,
  ]
}

/** The figures as one long table. */
export const flowsCsv = (document: FlowsDocument): string => {
  const { overall, by_destination, by_origin, periods, over_time, matrix, developing } = document
  const list = `${developing.list.id}, ${developing.list.version}`
  const rows: Cell[][] = scopeRows('overall', '', '', overall, list)
  for (const [code, found] of Object.entries(by_destination))
    rows.push(...scopeRows('destination', code, '', found, list))
  for (const [code, found] of Object.entries(by_origin))
    for (const statistic of ['sent', 'received', 'own', 'balance', 'share'] as const)
      rows.push(['origin', code, '', statistic, '', found[statistic]])
  for (const found of periods) rows.push(...scopeRows('overall', '', found.period, found, list))
  for (const [code, found] of Object.entries(over_time))
    periods.forEach(({ period }, at) => {
      for (const statistic of ['sent', 'received', 'own', 'developing_share'] as const)
        rows.push([
          'country',
          code,
          period,
          statistic,
          statistic === 'developing_share' ? list : '',
          found[statistic][at],
        ])
    })
  rows.push(...tradeRows(document))
  matrix.destinations.forEach((destination, row) =>
    matrix.origins.forEach((origin, column) =>
      rows.push(['cell', destination, '', 'amount', origin, matrix.amounts[row]![column]]),
    ),
  )
  return csvText(header, rows)
}
