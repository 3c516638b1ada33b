import { barChart, type Chart, lineChart } from '../../engines/charts/index.ts'
import type { Day } from '../../kernel/day.ts'
import { chartFrame, countryName, rankedRows, type Shown, type StudyDeclaration } from '../../studies/index.ts'
import type { ExposureDocument, ScopeFindings } from './document.ts'
import { countryOf } from './sayings.ts'
import { words } from './words/words.generated.ts'

/** The weeks a page draws, the last ones: two years; the CSV has all. */
export const drawnWeeks = 104

const ends = ({ low, high }: { readonly low: number | null; readonly high: number | null }) => ({
  ...(low === null ? {} : { low }),
  ...(high === null ? {} : { high }),
})

const weeksChart = (shown: Shown<ExposureDocument>, weeks: ScopeFindings['weeks']): Chart => {
  const t = shown.visit.words(words)
  return lineChart({
    ...chartFrame(shown, 'weeks'),
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

const originsChart = (shown: Shown<ExposureDocument>, found: ScopeFindings, country: string): Chart => {
  const { visit } = shown
  const t = visit.words(words)
  return barChart({
    ...chartFrame(shown, 'origins'),
    nameHeading: t('chart.origin'),
    valueHeading: t('chart.share'),
    rows: rankedRows(visit, found.origins, { nameOf: (code) => countryName(visit, code), marked: country }),
  })
}

const languagesChart = (shown: Shown<ExposureDocument>, found: ScopeFindings): Chart => {
  const { visit } = shown
  const t = visit.words(words)
  return barChart({
    ...chartFrame(shown, 'languages'),
    nameHeading: t('chart.language'),
    valueHeading: t('chart.share'),
    rows: rankedRows(visit, found.languages, { nameOf: visit.format.languageName }),
  })
}

/** What was found for the country of the study. */
export const foundIn = (document: ExposureDocument): ScopeFindings => document.countries[countryOf(document)]!

/** The charts of a study; nothing where there is nothing to draw. The page draws the last weeks, the CSV has all. */
export const charts: StudyDeclaration<ExposureDocument>['charts'] = {
  weeks: (shown, isWhole = false) => {
    const found = foundIn(shown.document)
    if (found.weeks.length < 2 || found.known === 0) return undefined
    return weeksChart(shown, isWhole ? found.weeks : found.weeks.slice(-drawnWeeks))
  },
  origins: (shown) => {
    const found = foundIn(shown.document)
    return found.known > 0 ? originsChart(shown, found, countryOf(shown.document)) : undefined
  },
  languages: (shown) => {
    const found = foundIn(shown.document)
    return found.known_language > 0 ? languagesChart(shown, found) : undefined
  },
}
