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

const intervalOf = (
  { low, high, method: own }: IntervalRecord & { readonly method?: string },
  { method }: RemunerationDocument,
): Pick<Saying, 'interval'> =>
  low === null || high === null || method.interval === null
    ? {}
    : { interval: { low, high, level: method.interval.level, method: own ?? method.interval.resampling } }

/** The share of the money that stays with works from the listener's own country, under one rule. */
const localShare = (document: RemunerationDocument, model: string): Saying[] => {
  const found = document.models[model]!
  if (found.local === null) return []
  const { low, high } = found.local_interval
  const hasInterval = low !== null && high !== null
  return [
    {
      aspect: 'local-share',
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

/** How much money would go to other creators, how many would gain and how many would lose: what would be is never observed. */
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
    standing: 'estimated',
    unit: 'share',
    value: share_moved,
    dimensions: { rule: model, against },
    traces: [...everySaying, ...fairPay],
  }
}

/** How the share that stays with works from the listener's own country would change, with the interval of the difference. */
const localChange = (document: RemunerationDocument, model: string): Saying[] => {
  const { against, local } = document.changes[model]!
  const { difference, low, high } = local
  if (difference === null || low === null || high === null) return []
  const inPoints = { low: low * 100, high: high * 100, standard_error: null }
  return [
    {
      aspect: `local-change.${model}`,
      key: 'fact.local-change',
      values: {
        rule: ruleOf(model),
        before: ruleOf(against),
        points: difference * 100,
        low: inPoints.low,
        high: inPoints.high,
        level: document.method.interval?.level ?? 0.95,
      },
      standing: 'estimated',
      unit: 'percentage points',
      value: difference * 100,
      dimensions: { rule: model, against },
      ...intervalOf(inPoints, document),
      traces: [...everySaying, ...fairPay, ...domestic],
    },
  ]
}

/** How unevenly the money falls under a rule: what the best paid one in a hundred creators would get. */
const concentration = (document: RemunerationDocument, model: string): Saying[] => {
  const { gini, top_1_percent_share: share, gini_interval: interval } = document.models[model]!
  if (gini === null) return []
  const rule = ruleOf(model)
  return [
    {
      aspect: 'concentration',
      key: share === null ? 'fact.gini' : 'fact.concentration',
      values: { rule, gini, ...(share === null ? {} : { share }) },
      standing: 'estimated',
      unit: 'Gini coefficient',
      value: gini,
      dimensions: { rule: model },
      ...(interval ? intervalOf(interval, document) : {}),
      traces: [...everySaying, 'roadmap/2.4', 'report-2019/1c.market'],
    },
  ]
}

/** What a finished study says: local share and concentration under the first rule, and what each other rule that pays would change. */
export const sayings = (document: RemunerationDocument): readonly Saying[] => {
  const first = Object.keys(document.models)[0]!
  const others = Object.keys(document.changes).filter((model) => document.models[model]!.gini !== null)
  return [
    ...localShare(document, first),
    ...concentration(document, first),
    ...others.flatMap((model) => [moved(document, model), ...localChange(document, model)]),
  ]
}
