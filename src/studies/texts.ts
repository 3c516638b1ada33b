import type { ChartFrame, ChartRow, NumberStyle } from '../engines/charts/index.ts'
import { partyNameOf, type Visit } from '../people/index.ts'
import type { Shown, StudyDocument } from './declaration.ts'
import type { Headline, Period } from './study.ts'
import { words } from './words/words.generated.ts'

/** What stands where there is no figure. */
const nothing = '–'

/** A share of 0–1 as a percentage; a dash where there is none. */
export const shareText = (visit: Visit, share: number | null | undefined, digits?: number): string =>
  share === null || share === undefined ? nothing : visit.format.percent(share, digits)

/** A number as the reader writes it; a dash where there is none. */
export const numberText = (visit: Visit, value: number | null | undefined, digits?: number): string =>
  value === null || value === undefined ? nothing : visit.format.number(value, digits)

/** A figure as its unit is written. */
export const figureText = (visit: Visit, value: number | null | undefined, unit: Headline['unit']): string =>
  unit === 'share' ? shareText(visit, value) : numberText(visit, value)

interface Ends {
  readonly low?: number | null | undefined
  readonly high?: number | null | undefined
}

/** “10.1% to 14.5%”; nothing where there is no interval. */
export const rangeText = (visit: Visit, { low, high }: Ends, unit: Headline['unit'] = 'share'): string | undefined =>
  low === null || low === undefined || high === null || high === undefined
    ? undefined
    : visit.words(words)('range', { low: figureText(visit, low, unit), high: figureText(visit, high, unit) })

/** “Interval at 95%: 10.1% to 14.5%.” as a sentence; nothing where there is no interval. */
export const intervalText = (
  visit: Visit,
  { low, high, level = 0.95 }: Ends & { readonly level?: number | undefined },
  unit: Headline['unit'] = 'share',
): string | undefined => {
  const range = rangeText(visit, { low, high }, unit)
  return range === undefined ? undefined : visit.words(words)('interval', { level, range })
}

/** A country in the reader's language: as the Convention's data names it, else as the language's own list does. */
export const countryName = (visit: Visit, code: string): string => {
  if (visit.framework.parties.has(code)) return partyNameOf(visit, code).text
  return visit.findText(words)(`state.${code}`) ?? visit.format.regionName(code)
}

/** “4 July 2021 – 27 February 2022” */
export const periodText = (visit: Visit, { from, to }: Period): string =>
  from === to ? visit.format.day(from) : `${visit.format.day(from)} – ${visit.format.day(to)}`

/** What a chart of a study begins with: its id, language, direction, and its title and description of the instrument's words. */
export const chartFrame = <Document extends StudyDocument>(
  { visit, declaration }: Shown<Document>,
  name: string,
  numbers: NumberStyle = { kind: 'share' },
): ChartFrame => {
  const t = visit.words(words)
  const text = declaration ? visit.findText(declaration.words) : () => undefined
  return {
    id: `study-${name}`,
    locale: visit.locale,
    dir: visit.direction,
    title: text(`chart.${name}`) ?? name,
    description: text(`chart.${name}.what`) ?? '',
    numbers,
    intervalHeadings: { low: t('chart.low'), high: t('chart.high') },
  }
}

interface Ranking {
  readonly nameOf: (key: string) => string
  /** How many stand alone; ten unless told. */
  readonly most?: number
  /** The key that is told apart by its colour. */
  readonly marked?: string | undefined
}

/** The greatest shares one by one in the given order, the others together: rows of a bar chart. */
export const rankedRows = (
  visit: Visit,
  shares: Readonly<Record<string, number>>,
  { nameOf, most = 10, marked }: Ranking,
): readonly ChartRow[] => {
  const entries = Object.entries(shares)
  const rest = entries.slice(most)
  const others = rest.reduce((sum, [, share]) => sum + share, 0)
  return [
    ...entries.slice(0, most).map(([key, value]) => ({
      name: nameOf(key),
      value,
      line: key === marked ? (2 as const) : (1 as const),
    })),
    ...(rest.length > 0 ? [{ name: visit.words(words)('chart.others', { count: rest.length }), value: others }] : []),
  ]
}
