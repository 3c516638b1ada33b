import {
  barChart,
  type Chart,
  type FlowEnd,
  flowMapChart,
  type LineSeries,
  lineChart,
} from '../../engines/charts/index.ts'
import type { IntervalRecord } from '../../engines/studies/index.ts'
import type { Day } from '../../kernel/day.ts'
import type { Visit } from '../../people/index.ts'
import { chartFrame, countryName, rankedRows, type Shown } from '../../studies/index.ts'
import type { FlowsDocument } from './document.ts'
import { flowsOfCountry, focusOf, partnersOf } from './focus.ts'
import { matrixChart } from './matrix-figures.ts'
import { dayOfPeriod } from './periods.ts'
import { unitText } from './unit-text.ts'
import { words } from './words/words.generated.ts'

type ShownFlows = Shown<FlowsDocument>

const drawn = 10

/** In the middle of the Atlantic, where no land is: the place of a Party that does not exist. */
const fictionalPlace = [-36, 18] as const

const endOf = (visit: Visit, code: string): FlowEnd => {
  const party = visit.framework.parties.get(code)
  const name = countryName(visit, code)
  if (party?.kind === 'fictional') return { code, name, place: fictionalPlace }
  return { code: party?.m49 ?? code, name }
}

const amounts = { kind: 'number' } as const

const mapOf = (shown: ShownFlows): Chart | undefined => {
  const { visit, document } = shown
  const t = visit.words(words)
  const focus = focusOf(shown)
  const { received, sent } = flowsOfCountry(document, focus)
  if (received.length + sent.length === 0) return undefined
  const country = countryName(visit, focus)
  const flow = (kind: 'in' | 'out') => (pair: (typeof received)[number]) => ({
    from: endOf(visit, pair.from),
    to: endOf(visit, pair.to),
    value: pair.amount,
    kind,
  })
  return flowMapChart({
    ...chartFrame(shown, 'map', amounts),
    fromHeading: t('column.origin'),
    toHeading: t('column.destination'),
    valueHeading: unitText(visit, document),
    flows: [...received.map(flow('in')), ...sent.map(flow('out'))],
    kindNames: { in: t('chart.map.in', { country }), out: t('chart.map.out', { country }) },
    most: drawn,
    focus: endOf(visit, focus).code,
    notPlaced: (count) => t('chart.map.not-placed', { count }),
  })
}

const originsOf = (shown: ShownFlows): Chart | undefined => {
  const { visit, document } = shown
  const focus = focusOf(shown)
  const origins = document.by_destination[focus]?.origins ?? {}
  if (Object.keys(origins).length === 0) return undefined
  const t = visit.words(words)
  return barChart({
    ...chartFrame(shown, 'origins'),
    nameHeading: t('column.origin'),
    valueHeading: t('share'),
    rows: rankedRows(visit, origins, { nameOf: (code) => countryName(visit, code), most: drawn, marked: focus }),
  })
}

/** What a country sends a partner less what it receives from it: to the one side or the other of zero. */
const balanceOf = (shown: ShownFlows): Chart | undefined => {
  const { visit, document } = shown
  const partners = partnersOf(document, focusOf(shown)).slice(0, drawn)
  if (partners.length === 0) return undefined
  const t = visit.words(words)
  return barChart({
    ...chartFrame(shown, 'balance', amounts),
    nameHeading: t('column.partner'),
    valueHeading: t('balance.value', { unit: unitText(visit, document) }),
    rows: partners.map(({ code, sent, received }) => ({
      name: countryName(visit, code),
      value: sent - received,
      line: sent < received ? (1 as const) : (2 as const),
    })),
  })
}

const daysOf = ({ periods }: FlowsDocument): readonly Day[] | undefined => {
  const days = periods.map(({ period }) => dayOfPeriod(period))
  const known = days.flatMap((day) => (day === undefined ? [] : [day]))
  return known.length > 1 && known.length === days.length && new Set(known).size === known.length ? known : undefined
}

/** Years a page draws, the last ones; the CSV of the study has all. */
const drawnPeriods = 60

const lastOf = <Item>(items: readonly Item[]): readonly Item[] => items.slice(-drawnPeriods)

const ends = ({ low, high }: IntervalRecord) => ({
  ...(low === null ? {} : { low }),
  ...(high === null ? {} : { high }),
})

const developingOf = (shown: ShownFlows): Chart | undefined => {
  const { visit, document } = shown
  const days = daysOf(document)
  if (!days) return undefined
  const t = visit.words(words)
  const focus = focusOf(shown)
  const own = document.over_time[focus]?.developing_share ?? []
  const series: LineSeries[] = [
    {
      name: t('everywhere'),
      points: lastOf(document.periods).map(({ developing_share, developing_interval }) => ({
        value: developing_share,
        ...ends(developing_interval),
      })),
    },
    ...(own.some((share) => share !== null)
      ? [{ name: countryName(visit, focus), points: lastOf(own).map((value) => ({ value })) }]
      : []),
  ]
  return lineChart({
    ...chartFrame(shown, 'developing'),
    dayHeading: t('column.period'),
    days: lastOf(days),
    fromZero: true,
    series,
  })
}

const exchangeOf = (shown: ShownFlows): Chart | undefined => {
  const { visit, document } = shown
  const [days, own] = [daysOf(document), document.over_time[focusOf(shown)]]
  if (!days || !own) return undefined
  const t = visit.words(words)
  const points = (values: readonly number[]) => lastOf(values).map((value) => ({ value }))
  return lineChart({
    ...chartFrame(shown, 'exchange', amounts),
    dayHeading: t('column.period'),
    days: lastOf(days),
    fromZero: true,
    series: [
      { name: t('received'), points: points(own.received) },
      { name: t('sent'), points: points(own.sent) },
    ],
  })
}

/** What is drawn of a study, and offered as CSV under the same names. */
export const charts: Readonly<Record<string, (shown: ShownFlows) => Chart | undefined>> = {
  map: mapOf,
  origins: originsOf,
  balance: balanceOf,
  matrix: matrixChart,
  developing: developingOf,
  exchange: exchangeOf,
}
