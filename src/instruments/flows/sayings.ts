import type { IntervalRecord } from '../../engines/studies/index.ts'
import { minorDigits } from '../../kernel/money.ts'
import type { FinishedStudy, Saying } from '../../studies/index.ts'
import type { FlowsDocument } from './document.ts'
import { countryOf, flowsOfCountry } from './focus.ts'

/** Framework ids the study gives evidence about: information on flows, their balance, and preference for developing countries. */
export const serves = {
  activities: ['roadmap/2.1', 'roadmap/3.3'],
  paragraphs: ['guidelines/18.1', 'guidelines/26.2'],
  verifications: ['monitoring-2020/12.1', 'monitoring-2020/12.2', 'monitoring-2020/12.3', 'monitoring-2020/12.4'],
} as const

/** That there are data on flows: 2.1, §26.2, 12.4. */
const everySaying = ['roadmap/2.1', 'guidelines/26.2', 'monitoring-2020/12.4'] as const

/** What balance is asked for: 3.3, §18.1. */
const balanced = ['roadmap/3.3', 'guidelines/18.1'] as const

/** Domestic and foreign content consumed, where the data are of use and not of trade: 12.3. */
const contentOf = ({ read_from }: FlowsDocument): readonly string[] =>
  read_from === 'plays' || read_from === 'exposures' ? ['monitoring-2020/12.3'] : []

type Common = Readonly<Record<'place' | 'what', string>>

/** Trade of all products is not called cultural. */
const whatOf = ({ read_from, trade: found }: FlowsDocument): string =>
  found && found.products.every(({ kind }) => kind === null) ? 'all_trade' : read_from

const commonOf = (document: FlowsDocument, country: string): Common => ({
  place: `region:${country}`,
  what: whatOf(document),
})

const intervalOf = ({ low, high }: IntervalRecord, { method }: FlowsDocument): Pick<Saying, 'interval'> =>
  low === null || high === null || method.interval === null
    ? {}
    : { interval: { low, high, level: method.interval.level, method: method.interval.resampling } }

/** A share with its interval, estimated where there is one and else counted. */
const shareSaying = (
  document: FlowsDocument,
  aspect: 'developing-share' | 'local-share',
  share: number,
  ends: IntervalRecord,
  values: Saying['values'],
): Omit<Saying, 'traces'> => {
  const { low, high } = ends
  const hasInterval = low !== null && high !== null
  return {
    aspect,
    key: `fact.${aspect}${hasInterval ? '-interval' : ''}`,
    values: {
      ...values,
      share,
      ...(hasInterval ? { low, high, level: document.method.interval?.level ?? 0.95 } : {}),
    },
    standing: hasInterval ? 'estimated' : 'observed',
    unit: 'share',
    value: share,
    ...intervalOf(ends, document),
  }
}

const received = (document: FlowsDocument, country: string, common: Common): Saying[] => {
  const found = document.by_destination[country]
  if (!found) return []
  const list = document.developing.list.id
  const [partner] = flowsOfCountry(document, country).received
  const content = contentOf(document)
  return [
    ...(found.developing_share === null
      ? []
      : [
          {
            ...shareSaying(document, 'developing-share', found.developing_share, found.developing_interval, {
              ...common,
              list,
            }),
            dimensions: { country, list: `${list}, ${document.developing.list.version}` },
            traces: [...everySaying, ...balanced, ...content],
          },
        ]),
    ...(found.local_share === null || found.local_share === 0
      ? []
      : [
          {
            ...shareSaying(document, 'local-share', found.local_share, found.local_interval, common),
            dimensions: { country },
            traces: [...everySaying, ...content],
          },
        ]),
    ...(partner === undefined || found.origins[partner.from] === undefined
      ? []
      : [
          {
            aspect: 'main-origin',
            key: 'fact.main-origin',
            values: { ...common, partner: `region:${partner.from}`, share: found.origins[partner.from]! },
            standing: 'observed' as const,
            unit: 'share',
            value: found.origins[partner.from]!,
            dimensions: { country },
            traces: [...everySaying, ...content],
          },
        ]),
  ]
}

const balance = (document: FlowsDocument, country: string, common: Common): Saying[] => {
  const found = document.by_origin[country]
  if (!found || found.balance === null) return []
  return [
    {
      aspect: 'balance',
      key: 'fact.balance',
      values: { ...common, balance: found.balance, side: found.balance >= 0 ? 'sender' : 'receiver' },
      standing: 'observed',
      unit: 'balance',
      value: found.balance,
      dimensions: { country },
      traces: [...everySaying, ...balanced],
    },
  ]
}

const tracesOfKind = {
  goods: ['monitoring-2020/12.1', 'report-2019/2b.goods'],
  services: ['monitoring-2020/12.2', 'report-2019/2b.services'],
} as const

/** Money is kept in minor units, as everywhere; amounts in other units as they are. */
const amountOf = (value: number, unit: string): Pick<Saying, 'unit' | 'value'> =>
  /^[A-Z]{3}$/.test(unit)
    ? { unit: `money/${unit}`, value: Math.round(value * 10 ** minorDigits(unit)) }
    : { unit, value }

/** What was traded of goods and of services, by currency where the amounts are in one. */
const trade = (document: FlowsDocument, country: string, common: Common): Saying[] => {
  const { trade: found, unit } = document
  if (!found || document.country !== country) return []
  return (['goods', 'services'] as const).flatMap((kind): Saying[] => {
    const own = found.products.filter((product) => product.kind === kind)
    const [imports, exports] = [
      own.reduce((sum, product) => sum + (product.received ?? 0), 0),
      own.reduce((sum, product) => sum + (product.sent ?? 0), 0),
    ]
    if (imports + exports === 0) return []
    return [
      {
        aspect: `trade.${kind}`,
        key: 'fact.trade',
        values: { ...common, kind, imports, exports, unit },
        standing: 'observed',
        ...amountOf(imports, unit),
        dimensions: { country, kind, direction: 'imports' },
        traces: [...everySaying, ...tracesOfKind[kind]],
      },
    ]
  })
}

/** What a finished study says about the country it was made for. */
export const sayings = (document: FlowsDocument, study: Pick<FinishedStudy, 'party'>): readonly Saying[] => {
  const country = countryOf(document, study.party)
  const common = commonOf(document, country)
  return [
    ...received(document, country, common),
    ...balance(document, country, common),
    ...trade(document, country, common),
  ]
}
