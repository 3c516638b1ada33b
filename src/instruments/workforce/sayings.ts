import type { Saying } from '../../studies/index.ts'
import type { WorkforceDocument } from './document.ts'
import type { Estimate } from './estimates.ts'
import { type ListName, listNames } from './roles.ts'

/** Framework ids the study gives evidence about: data on women in the sectors, in posts, among those funded, in programmes. */
export const serves = {
  activities: ['roadmap/1.1', 'roadmap/5.1'],
  paragraphs: ['guidelines/8.10', 'guidelines/26.2'],
  verifications: ['monitoring-2020/2.4', 'monitoring-2020/20.1', 'monitoring-2020/20.2', 'monitoring-2020/20.3'],
} as const

/** That there are data on women in culture: 5.1, §8.10, §26.2, and the question of the report on such data. */
const everySaying = ['roadmap/5.1', 'guidelines/8.10', 'guidelines/26.2', 'report-2019/4a.data'] as const

const ofEmployment = ['roadmap/1.1', 'monitoring-2020/2.4', 'report-2019/1a.employment'] as const

const ofList: Readonly<Record<ListName, readonly string[]>> = {
  posts: ['monitoring-2020/20.1', 'report-2019/4a.decision-posts'],
  awards: ['monitoring-2020/20.2', 'report-2019/4a.funding'],
  works: ['monitoring-2020/20.3', 'report-2019/4a.works-shown'],
}

const method = 'rescaled bootstrap of the units within strata'

/** An estimate with its interval; without one it is told as counted in the file. Unreliable ones are not told. */
const estimated = (
  aspect: string,
  estimate: Estimate | null | undefined,
  level: number,
  unit: string,
  traces: readonly string[],
  values: Readonly<Record<string, number>> = {},
): Saying[] => {
  if (!estimate || estimate.value === null || estimate.reliable === false) return []
  const { value, low, high } = estimate
  const told = { aspect, unit, value, traces: [...everySaying, ...traces] }
  if (low === null || high === null)
    return [{ ...told, key: `fact.${aspect}`, values: { ...values, value }, standing: 'observed' }]
  return [
    {
      ...told,
      key: `fact.${aspect}-interval`,
      values: { ...values, value, low, high, level },
      standing: 'estimated',
      interval: { low, high, level, method },
    },
  ]
}

const paySaying = ({ pay, method }: WorkforceDocument): Saying[] => {
  const all = pay?.groups.find(({ group }) => group === 'all')
  if (!pay || !all || all.reliable === false) return []
  const level = method.interval?.level ?? 0.95
  const aspect = pay.per === 'hour' ? 'pay-gap-hour' : 'pay-gap'
  return estimated(aspect, all.gap_mean, level, 'share', [])
}

const listSaying = (name: ListName, document: WorkforceDocument): Saying[] => {
  const found = document[name]
  const share = found?.total.share_women
  if (!found || share === null || share === undefined || found.total.total === null) return []
  const common = { standing: 'observed', unit: 'share', traces: [...everySaying, ...ofList[name]] } as const
  return [
    { ...common, aspect: name, key: `fact.${name}`, values: { share, total: found.total.total }, value: share },
    ...(name === 'awards' && found.money?.share_women
      ? [
          {
            ...common,
            aspect: 'awards-money',
            key: 'fact.awards-money',
            values: { share: found.money.share_women },
            value: found.money.share_women,
          },
        ]
      : []),
  ]
}

/**
 * What a finished study says. Figures of a sample are estimated and carry their interval; lists are counted, so observed. What is hidden or
 * unreliable is not said.
 */
export const sayings = (document: WorkforceDocument): readonly Saying[] => {
  const { employment } = document
  const level = document.method.interval?.level ?? 0.95
  return [
    ...estimated('employment', employment?.culture, level, 'count', ofEmployment),
    ...estimated('employment-share', employment?.share, level, 'share', ofEmployment),
    ...estimated('women', employment?.share_women, level, 'share', []),
    ...paySaying(document),
    ...listNames.flatMap((name) => listSaying(name, document)),
  ]
}
