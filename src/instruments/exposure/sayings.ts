import type { Saying } from '../../studies/index.ts'
import type { ExposureDocument, ScopeFindings } from './document.ts'

/** That there is a study, with data on what people are offered: 2.1, §26.2, 6.3. */
const everyFact = ['roadmap/2.1', 'guidelines/26.2', 'monitoring-2020/6.3', 'report-2019/1c.studies'] as const

/** What each fact answers besides: discoverability of local works, domestic content consumed, the state of metadata. */
const tracesOf = {
  'local-share': [
    'roadmap/2.4',
    'guidelines/16.1',
    'guidelines/17.1',
    'monitoring-2020/6.1',
    'monitoring-2020/12.3',
    'report-2019/1c.discoverability',
  ],
  bounds: ['guidelines/16.1', 'monitoring-2020/12.3'],
  'unknown-origin': ['guidelines/16.3'],
  'main-foreign-origin': ['guidelines/16.1', 'monitoring-2020/12.3'],
} as const

type Aspect = keyof typeof tracesOf

interface Told extends Omit<Saying, 'unit' | 'traces' | 'dimensions'> {
  readonly aspect: Aspect
}

const localShare = (found: ScopeFindings, document: ExposureDocument): Told[] => {
  const share = found.local_share.fractional
  if (share === null) return []
  const { low, high, method } = found.interval
  if (low === null || high === null)
    return [{ aspect: 'local-share', key: 'fact.local-share', values: { share }, standing: 'observed', value: share }]
  const { level } = document.method.interval
  return [
    {
      aspect: 'local-share',
      key: 'fact.local-share-interval',
      values: { share, low, high, level },
      standing: 'estimated',
      value: share,
      interval: { low, high, level, method },
    },
  ]
}

const bounds = ({ bounds: { low, high }, known, slots }: ScopeFindings): Told[] =>
  low === null || high === null || known === slots
    ? []
    : [
        {
          aspect: 'bounds',
          key: 'fact.bounds',
          values: { low, high },
          standing: 'observed',
          interval: { low, high, level: 1, method: 'all unknown origins foreign; all local' },
        },
      ]

const unknownOrigin = ({ known, slots }: ScopeFindings): Told[] => {
  if (slots === 0) return []
  const share = (slots - known) / slots
  const key = share === 0 ? 'fact.every-origin' : 'fact.unknown-origin'
  const values = { share, slots }
  return [{ aspect: 'unknown-origin', key, values, standing: 'observed', value: share }]
}

const foreignOrigin = ({ origins }: ScopeFindings, country: string): Told[] => {
  const found = Object.entries(origins).find(([code]) => code !== country)
  if (!found) return []
  const [origin, share] = found
  const values = { origin: `region:${origin}`, share }
  return [
    { aspect: 'main-foreign-origin', key: 'fact.main-foreign-origin', values, standing: 'observed', value: share },
  ]
}

/** The country whose chart the study looks at. */
export const countryOf = ({ countries }: ExposureDocument): string => Object.keys(countries)[0] ?? ''

/** What a finished study says. Shares with an interval are estimated, counted ones observed. */
export const sayings = (document: ExposureDocument): readonly Saying[] => {
  const country = countryOf(document)
  const found = document.countries[country]
  if (!found) return []
  const told = [
    ...localShare(found, document),
    ...bounds(found),
    ...unknownOrigin(found),
    ...foreignOrigin(found, country),
  ]
  const common = { place: `region:${country}`, depth: document.overall.deepest_position }
  return told.map((saying) => ({
    ...saying,
    values: { ...common, ...saying.values },
    unit: 'share',
    dimensions: { territory: country },
    traces: [...everyFact, ...tracesOf[saying.aspect]],
  }))
}
