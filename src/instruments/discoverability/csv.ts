import { type Cell, csvText } from '../../engines/studies/index.ts'
import type { PartShare } from './country-funnel.ts'
import type { DiscoverabilityDocument } from './document.ts'
import type { ListFindings, ScopeFunnel } from './scope-funnel.ts'
import { type StageShare, stageNames } from './stages.ts'

const header = ['scope', 'week', 'stage', 'statistic', 'key', 'value', 'low', 'high']

const shareRows = (start: readonly Cell[], key: string, share: StageShare): Cell[][] => [
  [...start, 'local_share', key, share.local_share, share.interval.low, share.interval.high],
  [...start, 'local_share_bounds', key, null, share.bounds.low, share.bounds.high],
  [...start, 'known', key, share.known],
]

const partRows = (scope: string, facet: string, parts: Readonly<Record<string, PartShare>>): Cell[][] =>
  Object.entries(parts).flatMap(([word, part]) => [
    [scope, '', 'exposure', 'slots', `${facet} ${word}`, part.slots],
    ...shareRows([scope, '', 'exposure'], `${facet} ${word}`, part),
  ])

const listRows = (scope: string, lists: ListFindings): Cell[][] => [
  [scope, '', 'exposure', 'slots', '', lists.slots],
  ...Object.entries(lists.position_models).flatMap(([model, share]) =>
    shareRows([scope, '', 'exposure'], `model ${model}`, share),
  ),
  ...partRows(scope, 'category', lists.categories),
  ...partRows(scope, 'platform', lists.platforms),
  ...partRows(scope, 'surface', lists.surfaces),
  ...lists.weeks.flatMap((week) => shareRows([scope, week.week, 'exposure'], '', week)),
  ...(lists.trend
    ? [[scope, '', 'exposure', 'trend_per_week', '', lists.trend.per_week, lists.trend.low, lists.trend.high]]
    : []),
  ...(lists.fairness
    ? [
        [scope, '', 'exposure', 'lists', '', lists.fairness.lists],
        [scope, '', 'exposure', 'lists_that_meet_fair_star', '', lists.fairness.meet_fair_star],
        [scope, '', 'exposure', 'mean_awrf', '', lists.fairness.mean_awrf],
        [scope, '', 'exposure', 'mean_ndkl', '', lists.fairness.mean_ndkl],
      ]
    : []),
  ...Object.entries(lists.simulations).flatMap(([rule, found]) => [
    [scope, '', 'exposure', 'simulated_share_before', rule, found.share_before],
    [scope, '', 'exposure', 'simulated_share_after', rule, found.share_after],
    [scope, '', 'exposure', 'simulated_relevance_lost', rule, found.relevance_lost],
    [scope, '', 'exposure', 'simulated_rbo', rule, found.rbo],
    [scope, '', 'exposure', 'simulated_lists_changed', rule, found.lists_changed],
  ]),
]

const scopeRows = (scope: string, found: ScopeFunnel): Cell[][] => [
  ...stageNames.flatMap((name) => {
    const share = found.stages[name]
    return share ? shareRows([scope, '', name], '', share) : []
  }),
  ...found.ratios.map(({ from, to, ratio, low, high }): Cell[] => [scope, '', to, 'ratio_to', from, ratio, low, high]),
  ...(found.users === null ? [] : [[scope, '', 'consumption', 'users', '', found.users]]),
  ...(found.mean_of_users_shares === null
    ? []
    : [[scope, '', 'consumption', 'mean_of_users_shares', '', found.mean_of_users_shares]]),
  ...Object.entries(found.sensitivity).flatMap(([source, rules]) =>
    Object.entries(rules).flatMap(([rule, shares]) =>
      Object.entries(shares).map(([stage, share]): Cell[] => [scope, '', stage, `labels_of_${source}`, rule, share]),
    ),
  ),
  ...(found.lists ? listRows(scope, found.lists) : []),
]

const groupRows = ({ groups }: DiscoverabilityDocument): Cell[][] =>
  Object.entries(groups).flatMap(([facet, funnel]) => [
    ...Object.entries(funnel.groups).flatMap(([label, found]) =>
      stageNames.flatMap((name): Cell[][] => {
        const share = found.shares[name]
        if (share === undefined) return []
        const [interval, bounds, ratio] = [found.intervals[name], found.bounds[name], found.ratios[name]]
        return [
          [facet, '', name, 'share', label, share, interval?.low, interval?.high],
          ...(bounds ? [[facet, '', name, 'share_bounds', label, null, bounds.low, bounds.high]] : []),
          ...(ratio === undefined ? [] : [[facet, '', name, 'ratio_to_stage_before', label, ratio]]),
        ]
      }),
    ),
    ...Object.entries(funnel.unknown).map(([name, share]): Cell[] => [facet, '', name, 'unknown', '', share]),
    ...Object.entries(funnel.diversity).flatMap(([name, found]): Cell[][] =>
      Object.entries(found ?? {}).map(([metric, value]) => [facet, '', name, metric, '', value]),
    ),
  ])

/** The figures as one long table: a line per scope, week, stage and statistic. */
export const discoverabilityCsv = (document: DiscoverabilityDocument): string => {
  const { countries, overall, developing, territories, reach } = document
  return csvText(header, [
    ...Object.entries(countries).flatMap(([code, found]) => scopeRows(code, found)),
    ...scopeRows('overall', overall),
    ...scopeRows(developing.list.id, developing.funnel),
    ...Object.entries(territories).flatMap(([code, { catalogue, exposure, consumption }]): Cell[][] => [
      [code, '', 'catalogue', 'territory_local_share', '', catalogue],
      ...(exposure
        ? [
            [
              code,
              '',
              'exposure',
              'territory_local_share',
              '',
              exposure.local_share,
              exposure.interval.low,
              exposure.interval.high,
            ],
          ]
        : []),
      ...(consumption ? [[code, '', 'consumption', 'territory_local_share', '', consumption.local_share]] : []),
    ]),
    ...groupRows(document),
    ['overall', '', 'catalogue', 'works', '', reach.catalogue_works],
    ...Object.entries(reach.stages).flatMap(([name, found]): Cell[][] => [
      ['overall', '', name, 'works', '', found.works],
      ['overall', '', name, 'coverage', '', found.coverage],
      ['overall', '', name, 'gini', '', found.gini],
    ]),
  ])
}
