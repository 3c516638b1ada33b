import type { Saying } from '../../studies/index.ts'
import type { MetadataDocument } from './document.ts'

/** Framework ids the study gives evidence about: studies of traceability and metadata, and the standards that carry them. */
export const serves = {
  activities: ['roadmap/2.1', 'roadmap/2.4'],
  paragraphs: ['guidelines/16.3', 'guidelines/26.2'],
  verifications: ['monitoring-2020/6.3'],
} as const

/** That there is such a study: 2.1, §16.3, §26.2, 6.3, and the question of the report on studies. */
const everySaying = [
  'roadmap/2.1',
  'guidelines/16.3',
  'guidelines/26.2',
  'monitoring-2020/6.3',
  'report-2019/1c.studies',
] as const

/** What helps works to be found and creators to be paid: 2.4 and the question of the report on discoverability. */
const findable = ['roadmap/2.4', 'report-2019/1c.discoverability'] as const

const counted = { standing: 'observed', unit: 'share' } as const

const reach = ({ reach: { subject, rows, as_it_stands: own, after_repair: mended } }: MetadataDocument): Saying => {
  const [share, repaired] = [own / rows, mended / rows]
  const key = `fact.reach.${subject}${mended > own ? '-repairable' : ''}`
  const values = { share, rows, ...(mended > own ? { repaired } : {}) }
  return { aspect: 'reach', key, values, value: share, traces: [...everySaying, ...findable], ...counted }
}

const wholeWay = ({ reach: { subject }, traceability: { rows, whole_way } }: MetadataDocument): Saying[] => {
  if (subject !== 'works') return []
  const share = whole_way / rows
  const values = { share, rows }
  return [
    {
      aspect: 'whole-way',
      key: 'fact.whole-way',
      values,
      value: share,
      traces: [...everySaying, ...findable],
      ...counted,
    },
  ]
}

const damaged = ({ identifiers }: MetadataDocument): Saying[] => {
  const all = Object.values(identifiers)
  const sum = (of: (found: (typeof all)[number]) => number) => all.reduce((total, found) => total + of(found), 0)
  const present = sum((found) => found.present)
  if (present === 0) return []
  const wrong = sum(({ repaired, invalid }) => repaired + invalid)
  const repaired = sum((found) => found.repaired)
  const share = wrong / present
  const told = { aspect: 'damaged', value: share, traces: everySaying, ...counted }
  return wrong === 0
    ? [{ ...told, key: 'fact.undamaged', values: { present } }]
    : [{ ...told, key: 'fact.damaged', values: { share, present, repaired, wrong } }]
}

const complete = ({ completeness, rows }: MetadataDocument): Saying[] => {
  const expected = Object.values(completeness).filter((field) => field.expected)
  if (expected.length === 0) return []
  const share = expected.reduce((sum, { filled }) => sum + filled, 0) / (expected.length * rows)
  const values = { share, fields: expected.length }
  return [{ aspect: 'completeness', key: 'fact.completeness', values, value: share, traces: everySaying, ...counted }]
}

/** What a finished study says: counted in the whole list, so observed and without intervals. An empty list says nothing. */
export const sayings = (document: MetadataDocument): readonly Saying[] =>
  document.rows === 0 ? [] : [reach(document), ...wholeWay(document), ...damaged(document), ...complete(document)]
