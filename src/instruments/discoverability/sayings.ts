import type { FinishedStudy, Saying } from '../../studies/index.ts'
import type { DiscoverabilityDocument } from './document.ts'
import { lookedAt } from './looked-at.ts'
import type { StageName, StageShare } from './stages.ts'

/** Framework ids the study gives evidence about: visibility of local works, data on access, works by women shown. */
export const serves = {
  activities: ['roadmap/2.1', 'roadmap/2.4'],
  paragraphs: [
    'guidelines/16.1',
    'guidelines/16.2',
    'guidelines/16.3',
    'guidelines/17.1',
    'guidelines/17.4',
    'guidelines/26.2',
  ],
  verifications: ['monitoring-2020/6.1', 'monitoring-2020/6.3', 'monitoring-2020/12.3', 'monitoring-2020/20.3'],
} as const

/** That there is a study, with data on what people are offered: 2.1, §26.2, 6.3. */
const everySaying = ['roadmap/2.1', 'guidelines/26.2', 'monitoring-2020/6.3', 'report-2019/1c.studies'] as const

const discoverable = [
  'roadmap/2.4',
  'guidelines/16.1',
  'monitoring-2020/6.1',
  'report-2019/1c.discoverability',
] as const

/** What each statement answers besides. */
const tracesOf: Readonly<Record<string, readonly string[]>> = {
  exposure: [...discoverable, 'guidelines/17.1', 'monitoring-2020/12.3'],
  consumption: [...discoverable, 'monitoring-2020/12.3'],
  revenue: ['roadmap/2.4', 'guidelines/16.1'],
  ranking: ['roadmap/2.4', 'guidelines/16.2', 'guidelines/17.1', 'report-2019/1c.discoverability'],
  bounds: ['guidelines/16.3', 'monitoring-2020/12.3'],
  languages: ['guidelines/17.4', 'report-2019/1c.discoverability'],
  women: ['monitoring-2020/20.3'],
  reach: [...discoverable],
}

type Told = Omit<Saying, 'traces'>

const stage = (name: StageName, share: StageShare | undefined, level: number | undefined): Told[] => {
  if (!share || share.local_share === null) return []
  const { low, high } = share.interval
  const value = share.local_share
  const common = { aspect: name, unit: 'share', value }
  if (low === null || high === null || level === undefined)
    return [{ ...common, key: `fact.${name}`, values: { share: value }, standing: 'observed' }]
  const method = name === 'exposure' ? 'bootstrap of titles and blocks of weeks' : 'bootstrap of users'
  return [
    {
      ...common,
      key: `fact.${name}-interval`,
      values: { share: value, low, high, level },
      standing: 'estimated',
      interval: { low, high, level, method },
    },
  ]
}

const ranking = (document: DiscoverabilityDocument): Told[] => {
  const { scope } = lookedAt(document)
  const found = scope.ratios.find(({ from, to }) => from === 'catalogue' && to === 'exposure')
  const [catalogue, exposure] = [scope.stages.catalogue?.local_share, scope.stages.exposure?.local_share]
  if (!found || found.ratio === null || catalogue == null || exposure == null) return []
  const values = { ratio: found.ratio, catalogue, exposure }
  return [{ aspect: 'ranking', key: 'fact.ranking', values, unit: 'ratio', value: found.ratio, standing: 'estimated' }]
}

const bounds = (document: DiscoverabilityDocument): Told[] => {
  const found = lookedAt(document).scope.stages.exposure
  if (!found || found.known === null || found.known === 1) return []
  const { low, high } = found.bounds
  if (low === null || high === null) return []
  return [
    {
      aspect: 'bounds',
      key: 'fact.bounds',
      values: { low, high, unknown: 1 - found.known },
      unit: 'share',
      standing: 'observed',
      interval: { low, high, level: 1, method: 'all unknown origins foreign; all local' },
    },
  ]
}

/** Works by women at the stage that people meet: what is shown, else what is played. */
const women = ({ groups, stages }: DiscoverabilityDocument): Told[] => {
  const at = stages.includes('exposure') ? 'exposure' : 'consumption'
  const female = groups['gender']?.groups['female']
  const [share, catalogue] = [female?.shares[at], female?.shares.catalogue]
  if (share == null || catalogue == null) return []
  const values = { share, catalogue }
  return [{ aspect: 'women', key: `fact.women-${at}`, values, unit: 'share', value: share, standing: 'observed' }]
}

/** Effective number of languages (Hill number of order 1) in the catalogue and in what is shown. */
const languages = ({ groups }: DiscoverabilityDocument): Told[] => {
  const found = groups['language']?.diversity
  const [catalogue, shown] = [found?.catalogue?.hill_1, found?.exposure?.hill_1]
  if (catalogue === undefined || shown === undefined) return []
  const values = { catalogue, shown }
  return [{ aspect: 'languages', key: 'fact.languages', values, unit: 'number', value: shown, standing: 'observed' }]
}

const reach = ({ reach: { stages, catalogue_works: works } }: DiscoverabilityDocument): Told[] => {
  const share = stages.exposure?.coverage
  if (share == null) return []
  const values = { share, works }
  return [{ aspect: 'reach', key: 'fact.reach', values, unit: 'share', value: share, standing: 'observed' }]
}

/** What a finished study of one country says; of all countries together nothing is said of a Party. */
export const sayings = (document: DiscoverabilityDocument, _study: FinishedStudy): readonly Saying[] => {
  const { code, scope } = lookedAt(document)
  if (code === undefined) return []
  const level = document.method.interval?.level
  const told = [
    ...stage('exposure', scope.stages.exposure, level),
    ...stage('consumption', scope.stages.consumption, level),
    ...(document.revenue?.source === 'assumed' ? [] : stage('revenue', scope.stages.revenue, level)),
    ...ranking(document),
    ...bounds(document),
    ...languages(document),
    ...women(document),
    ...reach(document),
  ]
  return told.map((saying) => ({
    ...saying,
    values: { place: `region:${code}`, ...saying.values },
    dimensions: { territory: code },
    traces: [...everySaying, ...(tracesOf[saying.aspect] ?? [])],
  }))
}
