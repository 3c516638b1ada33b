import type { NewFact, Standing } from '../../evidence/index.ts'
import { version } from '../../kernel/version.ts'
import type { ExposureDocument, ScopeFindings } from './document.ts'
import type { FinishedStudy } from './study.ts'

const instrument = 'exposure'
const slice = 'instruments/exposure'

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

/** Noon of a day in UTC: the same day in nearly every time zone a sentence may be written in. */
const noonOf = (day: string): number => Date.parse(`${day}T12:00:00Z`)

interface Saying {
  readonly aspect: Aspect
  readonly key: string
  readonly values: Readonly<Record<string, string | number>>
  readonly standing: Standing
  readonly value?: number
  readonly interval?: NewFact['interval']
}

const factOf = (study: FinishedStudy, document: ExposureDocument, saying: Saying): NewFact => {
  const { aspect, key, values, standing, value, interval } = saying
  const { first, last } = study.summary.weeks
  const { exposures, works } = document.method.inputs
  const common = {
    place: `region:${study.country}`,
    depth: document.overall.deepest_position,
    from: noonOf(first),
    to: noonOf(last),
  }
  return {
    party: study.party,
    subject: `${study.id}/${aspect}`,
    period: { from: first, to: last },
    statement: { slice, key, values: { ...common, ...values } },
    ...(value === undefined ? {} : { value }),
    unit: 'share',
    dimensions: { territory: study.country, ...(study.isSynthetic ? { data: 'synthetic' } : {}) },
    ...(interval ? { interval } : {}),
    standing,
    source: {
      instrument,
      href: `/exposure/${study.id}`,
      method: document.method.command,
      inputs: [exposures.sha256, works.sha256],
      version,
    },
    traces: [...everyFact, ...tracesOf[aspect]],
    audience: study.isPublished ? 'public' : 'team',
  }
}

const localShare = (found: ScopeFindings, document: ExposureDocument): Saying[] => {
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

const bounds = ({ bounds: { low, high }, known, slots }: ScopeFindings): Saying[] =>
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

const unknownOrigin = ({ known, slots }: ScopeFindings): Saying[] => {
  if (slots === 0) return []
  const share = (slots - known) / slots
  const key = share === 0 ? 'fact.every-origin' : 'fact.unknown-origin'
  const values = { share, slots }
  return [{ aspect: 'unknown-origin', key, values, standing: 'observed', value: share }]
}

const foreignOrigin = ({ origins }: ScopeFindings, country: string): Saying[] => {
  const found = Object.entries(origins).find(([code]) => code !== country)
  if (!found) return []
  const [origin, share] = found
  const values = { origin: `region:${origin}`, share }
  return [
    { aspect: 'main-foreign-origin', key: 'fact.main-foreign-origin', values, standing: 'observed', value: share },
  ]
}

/** What a finished study says. Shares with an interval are estimated, counted ones observed; drafts say nothing. */
export const factsOf = (study: FinishedStudy, document: ExposureDocument): readonly NewFact[] => {
  const found = document.countries[study.country]
  if (!found) return []
  const sayings = [
    ...localShare(found, document),
    ...bounds(found),
    ...unknownOrigin(found),
    ...foreignOrigin(found, study.country),
  ]
  return sayings.map((saying) => factOf(study, document, saying))
}
