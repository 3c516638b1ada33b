import { barChart, type Chart, type ChartFrame, lineChart } from '../../engines/charts/index.ts'
import type { Day } from '../../kernel/day.ts'
import type { Visit } from '../../people/index.ts'
import { countryName } from './asking.tsx'
import type { ScopeFindings } from './document.ts'
import { words } from './words/words.generated.ts'

/** The charts of a study that are drawn, and offered as CSV under the same names. */
export const chartNames = ['weeks', 'origins', 'languages'] as const
export type ChartName = (typeof chartNames)[number]

const shown = 10

/** The weeks a page draws, the last ones: two years; the CSV has all. */
export const drawnWeeks = 104

const frameOf = (visit: Visit, name: ChartName): ChartFrame => {
  const t = visit.words(words)
  return {
    id: `study-${name}`,
    locale: visit.locale,
    dir: visit.direction,
    title: t(`chart.${name}`),
    description: t(`chart.${name}.what`),
    numbers: { kind: 'share' },
    intervalHeadings: { low: t('chart.low'), high: t('chart.high') },
  }
}

const ends = ({ low, high }: { readonly low: number | null; readonly high: number | null }) => ({
  ...(low === null ? {} : { low }),
  ...(high === null ? {} : { high }),
})

const weeksChart = (visit: Visit, weeks: ScopeFindings['weeks']): Chart => {
  const t = visit.words(words)
  return lineChart({
    ...frameOf(visit, 'weeks'),
    dayHeading: t('chart.week'),
    fromZero: true,
    days: weeks.map(({ week }) => week as Day),
    series: [
      {
        name: t('chart.local-share'),
        points: weeks.map(({ local_share, interval }) => ({ value: local_share.fractional, ...ends(interval) })),
      },
    ],
  })
}

/** The greatest shares one by one, the others together. */
const ranked = (
  visit: Visit,
  shares: Readonly<Record<string, number>>,
  nameOf: (key: string) => string,
  local?: string,
) => {
  const entries = Object.entries(shares)
  const rest = entries.slice(shown)
  const others = rest.reduce((sum, [, share]) => sum + share, 0)
  return [
    ...entries.slice(0, shown).map(([key, value]) => ({
      name: nameOf(key),
      value,
      line: key === local ? (2 as const) : (1 as const),
    })),
    ...(rest.length > 0 ? [{ name: visit.words(words)('chart.others', { count: rest.length }), value: others }] : []),
  ]
}

const originsChart = (visit: Visit, found: ScopeFindings, country: string): Chart => {
  const t = visit.words(words)
  return barChart({
    ...frameOf(visit, 'origins'),
    nameHeading: t('chart.origin'),
    valueHeading: t('chart.share'),
    rows: ranked(visit, found.origins, (code) => countryName(visit, code), country),
  })
}

const languagesChart = (visit: Visit, found: ScopeFindings): Chart => {
  const t = visit.words(words)
  return barChart({
    ...frameOf(visit, 'languages'),
    nameHeading: t('chart.language'),
    valueHeading: t('chart.share'),
    rows: ranked(visit, found.languages, visit.format.languageName),
  })
}

/** A chart of the study in the reader's language; nothing where there is nothing to draw. `isWhole` draws every week. */
export const findChart = (
  visit: Visit,
  name: ChartName,
  found: ScopeFindings,
  country: string,
  isWhole = false,
): Chart | undefined => {
  if (name === 'weeks') {
    if (found.weeks.length < 2 || found.known === 0) return undefined
    return weeksChart(visit, isWhole ? found.weeks : found.weeks.slice(-drawnWeeks))
  }
  if (name === 'origins') return found.known > 0 ? originsChart(visit, found, country) : undefined
  return found.known_language > 0 ? languagesChart(visit, found) : undefined
}
