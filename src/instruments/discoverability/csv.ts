import { type Cell, csvText } from '../../engines/studies/index.ts'
import type { DiscoverabilityDocument, ScopeFunnel } from './document.ts'

const header = ['scope', 'week', 'statistic', 'key', 'value', 'low', 'high']

const scopeRows = (scope: string, found: ScopeFunnel): Cell[][] => {
  const { exposure } = found
  return [
    [scope, '', 'catalogue_local_share', '', found.catalogue?.local_share],
    [scope, '', 'slots', '', exposure.slots],
    [scope, '', 'known', '', exposure.known],
    [scope, '', 'exposure_local_share', '', exposure.local_share, exposure.interval.low, exposure.interval.high],
    [scope, '', 'bounds', 'unknown_origin', null, exposure.bounds.low, exposure.bounds.high],
    [scope, '', 'exposure_to_catalogue', '', found.ratio, found.ratio_interval.low, found.ratio_interval.high],
    ...Object.entries(exposure.position_models).map(([model, share]): Cell[] => [
      scope,
      '',
      'position_model',
      model,
      share,
    ]),
    ...Object.entries(found.sensitivity).flatMap(([source, rules]) =>
      Object.entries(rules).map(([rule, share]): Cell[] => [scope, '', `labels_of_${source}`, rule, share]),
    ),
    ...found.weeks.map(({ week, local_share, interval }): Cell[] => [
      scope,
      week,
      'exposure_local_share',
      '',
      local_share,
      interval.low,
      interval.high,
    ]),
    ...Object.entries(found.simulations).flatMap(([rule, { share_before, share_after, relevance_lost, rbo }]) => [
      [scope, '', `${rule}_share`, 'before', share_before],
      [scope, '', `${rule}_share`, 'after', share_after],
      [scope, '', `${rule}_relevance_lost`, '', relevance_lost],
      [scope, '', `${rule}_rbo`, '', rbo],
    ]),
  ]
}

/** The figures as one long table: a line per scope, week and statistic. */
export const discoverabilityCsv = ({
  countries,
  overall,
  developing,
  groups,
  reach,
}: DiscoverabilityDocument): string =>
  csvText(header, [
    ...Object.entries(countries).flatMap(([code, found]) => scopeRows(code, found)),
    ...scopeRows('overall', overall),
    ...scopeRows(developing.list.id, developing.funnel),
    ...Object.entries(groups).flatMap(([facet, { groups: list }]) =>
      Object.entries(list).flatMap(([group, { catalogue, exposure, ratio }]): Cell[][] => [
        [facet, '', 'catalogue', group, catalogue],
        [facet, '', 'exposure', group, exposure],
        [facet, '', 'exposure_to_catalogue', group, ratio],
      ]),
    ),
    ['overall', '', 'coverage', '', reach.coverage],
    ['overall', '', 'gini', '', reach.gini],
  ])
