import type { ExposureDocument, ScopeFindings } from './document.ts'
import type { LocalFindings } from './exposure.ts'

type Cell = string | number | null | undefined

const header = ['scope', 'week', 'category', 'statistic', 'key', 'value', 'low', 'high']

/** A cell as RFC 4180 wants it; a text that a spreadsheet would take for a formula is led by an apostrophe. */
const cellText = (cell: Cell): string => {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

type Place = readonly [scope: string, week: string, category: string]

const localRows = (place: Place, found: LocalFindings, interval?: ScopeFindings['interval']): Cell[][] => [
  [...place, 'slots', '', found.slots],
  [...place, 'known', '', found.known],
  [...place, 'local_share', 'fractional', found.local_share.fractional, interval?.low, interval?.high],
  [...place, 'local_share', 'any', found.local_share.any],
  [...place, 'local_share', 'log2_weighted', found.local_share.log2_weighted],
  [...place, 'bounds', 'unknown_origin', null, found.bounds.low, found.bounds.high],
]

const shareRows = (place: Place, statistic: string, shares: Readonly<Record<string, number | null>>): Cell[][] =>
  Object.entries(shares).map(([key, share]) => [...place, statistic, key, share])

const scopeRows = (scope: string, found: ScopeFindings): Cell[][] => [
  ...localRows([scope, '', ''], found, found.interval),
  [scope, '', '', 'hhi_origin', '', found.hhi_origin],
  ...shareRows([scope, '', ''], 'position_model', found.position_models),
  ...shareRows([scope, '', ''], 'origin', found.origins),
  ...shareRows([scope, '', ''], 'language', found.languages),
  ...shareRows([scope, '', ''], 'unknown_origin', found.unknown_origin),
  ...Object.entries(found.categories).flatMap(([category, part]) => localRows([scope, '', category], part)),
  ...found.weeks.flatMap((week) => localRows([scope, week.week, ''], week, week.interval)),
]

/**
 * The figures of the study as one long table (RFC 4180, UTF-8, CR LF): a line per scope, week, category and statistic, with
 * its value and, where there is one, its interval or bounds. `overall` is the scope of the whole chart.
 */
export const exposureCsv = ({ countries, overall }: ExposureDocument): string => {
  const rows = [
    ...Object.entries(countries).flatMap(([code, found]) => scopeRows(code, found)),
    ...scopeRows('overall', overall),
  ]
  const lines = [header, ...rows].map((row) => header.map((_, at) => cellText(row[at])).join(','))
  return `${lines.join('\r\n')}\r\n`
}
