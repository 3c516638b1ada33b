import { type Cell, csvText } from '../../engines/studies/index.ts'
import type { FlowsDocument, StatedFlows } from './document.ts'

const header = ['scope', 'key', 'period', 'statistic', 'of', 'value', 'low', 'high']

/** The figures as one long table. */
export const flowsCsv = ({ overall, by_destination, by_origin, periods, matrix }: FlowsDocument): string => {
  const rows: Cell[][] = []
  const scope = (name: string, key: string, found: StatedFlows & { origins: Readonly<Record<string, number>> }) => {
    const { low, high } = found.local_interval
    rows.push([name, key, '', 'total', '', found.total], [name, key, '', 'known', '', found.known])
    rows.push([name, key, '', 'local_share', '', found.local_share, low, high])
    rows.push([name, key, '', 'local_bounds', '', null, found.local_bounds.low, found.local_bounds.high])
    const { low: least, high: most } = found.developing_interval
    rows.push([name, key, '', 'developing_share', '', found.developing_share, least, most])
    rows.push([name, key, '', 'hhi_origin', '', found.concentration.hhi])
    for (const [origin, share] of Object.entries(found.origins))
      rows.push([name, key, '', 'origin_share', origin, share])
  }
  scope('overall', '', overall)
  for (const [code, found] of Object.entries(by_destination)) scope('destination', code, found)
  for (const [code, found] of Object.entries(by_origin))
    for (const statistic of ['sent', 'received', 'own', 'balance', 'share'] as const)
      rows.push(['origin', code, '', statistic, '', found[statistic]])
  for (const found of periods)
    for (const statistic of ['total', 'known', 'local_share', 'developing_share'] as const)
      rows.push(['overall', '', found.period, statistic, '', found[statistic]])
  matrix.destinations.forEach((destination, row) =>
    matrix.origins.forEach((origin, column) =>
      rows.push(['cell', destination, '', 'amount', origin, matrix.amounts[row]![column]]),
    ),
  )
  return csvText(header, rows)
}
