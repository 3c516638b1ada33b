import type { IntervalRecord } from '../../engines/studies/index.ts'
import type { Saying } from '../../studies/index.ts'
import type { RemunerationDocument } from './document.ts'

/** Framework ids the study gives evidence about: who receives what of digital income, and what another rule would change. */
export const serves = {
  activities: ['roadmap/2.1', 'roadmap/2.4'],
  paragraphs: ['guidelines/14.6.a', 'guidelines/14.6.b', 'guidelines/26.2'],
  verifications: ['monitoring-2020/6.3', 'monitoring-2020/12.3'],
} as const

/** That there is a study of what creators earn: 2.1, §14.6.b, §26.2, and the question of the report on studies. */
const everySaying = ['roadmap/2.1', 'guidelines/14.6.b', 'guidelines/26.2', 'report-2019/1c.studies'] as const

/** The name of a rule as a sentence can choose by it. */
const ruleOf = (model: string): string => model.replaceAll('-', '_')

/** What fair pay could be under another rule: 2.4, §14.6.a, and the question of the report on the market. */
const fairPay = ['roadmap/2.4', 'guidelines/14.6.a', 'report-2019/1c.market'] as const

/** What part of the use is of domestic works: 12.3, 6.3. */
const domestic = ['monitoring-2020/6.3', 'monitoring-2020/12.3'] as const

const intervalOf = ({ low, high }: IntervalRecord, { method }: RemunerationDocument): Pick<Saying, 'interval'> =>
  low === null || high === null || method.interval === null
    ? {}
    : { interval: { low, high, level: method.interval.level, method: method.interval.resampling } }

/** The share of the money that stays with works from the listener's own country, under one rule. */
const localShare = (document: RemunerationDocument, model: string): Saying[] => {
  const found = document.models[model]!
  if (found.local === null) return []
  const { low, high } = found.local_interval
  const hasInterval = low !== null && high !== null
  return [
    {
      aspect: `local-share.${model}`,
      key: hasInterval ? 'fact.local-share-interval' : 'fact.local-share',
      values: {
        rule: ruleOf(model),
        share: found.local,
        ...(hasInterval ? { low, high, level: document.method.interval?.level ?? 0.95 } : {}),
      },
      standing: hasInterval ? 'estimated' : 'observed',
      unit: 'share',
      value: found.local,
      dimensions: { rule: model },
      ...intervalOf(found.local_interval, document),
      traces: [...everySaying, ...domestic],
    },
  ]
}

/** How much money would go to other creators, how many gain and how many lose: computed on the plays given, so observed. */
const moved = (document: RemunerationDocument, model: string): Saying => {
  const { against, share_moved, creators } = document.changes[model]!
  return {
    aspect: `moved.${model}`,
    key: 'fact.moved',
    values: {
      rule: ruleOf(model),
      before: ruleOf(against),
      share: share_moved,
      gain: creators.gain,
      lose: creators.lose,
    },
    standing: 'observed',
    unit: 'share',
    value: share_moved,
    dimensions: { rule: model, against },
    traces: [...everySaying, ...fairPay],
  }
}

/** How unevenly the money falls: what the best paid one in a hundred creators get. */
const concentration = (document: RemunerationDocument, model: string): Saying[] => {
  const { gini, top_1_percent_share: share } = document.models[model]!
  if (gini === null || share === null) return []
  return [
    {
      aspect: `concentration.${model}`,
      key: 'fact.concentration',
      values: { rule: ruleOf(model), share, gini },
      standing: 'observed',
      unit: 'share',
      value: share,
      dimensions: { rule: model },
      traces: [...everySaying, 'roadmap/2.4', 'report-2019/1c.market'],
    },
  ]
}

/** What a finished study says: local share and concentration under each rule, and what each other rule would move. */
export const sayings = (document: RemunerationDocument): readonly Saying[] => [
  ...Object.keys(document.models).flatMap((model) => localShare(document, model)),
  ...Object.keys(document.changes).map((model) => moved(document, model)),
  ...Object.keys(document.models).flatMap((model) => concentration(document, model)),
]
