import type { NewFact, Standing } from '../../evidence/index.ts'
import type { RegisterRecord } from '../../engines/records/index.ts'
import type { Framework } from '../../framework/index.ts'
import { version } from '../../kernel/version.ts'

const instrument = 'measures'
const slice = 'instruments/measures'
const reportEdition = '2019'

const list = (record: RegisterRecord, field: string): readonly string[] =>
  Array.isArray(record.values[field]) ? (record.values[field] as readonly string[]) : []

const text = (record: RegisterRecord, field: string): string | undefined =>
  typeof record.values[field] === 'string' ? record.values[field] : undefined

/** A measure is shown to exist by its text online, by a citation of the law together with a day of adoption, or by such a day alone. */
export const hasProof = (record: RegisterRecord): boolean =>
  text(record, 'url') !== undefined || text(record, 'adopted') !== undefined

const standingOf = (proven: boolean): Standing => (proven ? 'observed' : 'declared')

const firstDay = (day: string): string => (day.length === 4 ? `${day}-01-01` : day.length === 7 ? `${day}-01` : day)

const lastDay = (day: string): string => {
  if (day.length === 10) return day
  if (day.length === 4) return `${day}-12-31`
  const [year, month] = day.split('-').map(Number)
  return new Date(Date.UTC(year!, month!, 0)).toISOString().slice(0, 10)
}

/** The time a measure speaks about: what its dates say, and where they are silent the day it was last looked at. */
export const periodOf = (record: RegisterRecord): { readonly from: string; readonly to: string } => {
  const seen = record.updatedAt.toISOString().slice(0, 10)
  const [start, end, adopted] = [text(record, 'start'), text(record, 'end'), text(record, 'adopted')]
  const begun = start ?? adopted
  const from = begun === undefined ? seen : firstDay(begun)
  const to = end === undefined ? seen : lastDay(end)
  return from <= to ? { from, to } : { from, to: from }
}

/** Questions of the report that ask for the measures of an area, or for those of civil society under a goal. */
const questionsOf = (record: RegisterRecord, framework: Framework): readonly string[] => {
  const form = framework.reportForms.get(reportEdition)
  if (!form) return []
  if (record.values['civilSociety'] === true)
    return list(record, 'goals')
      .map((goal) => `report-${reportEdition}/cso.goal-${goal}`)
      .filter((id) => form.questions.has(id))
  const areas = new Set(list(record, 'areas'))
  return [...form.questions.values()].flatMap((question) => {
    const area = form.sections.get(question.section)?.area
    return question.role === 'measures' && area !== undefined && areas.has(area) ? [question.id] : []
  })
}

/** The activity that asks for policies: every measure carries it out, whether it names it or not. */
export const policies = 'roadmap/1.4'

/**
 * What a measure answers: the activities, paragraphs and means of verification it names, activity 1.4 because it is a policy, 5.2 when it
 * addresses women, and the questions that ask for the measures of its areas.
 */
export const tracesOf = (record: RegisterRecord, framework: Framework): readonly string[] => {
  const named = [...list(record, 'activities'), ...list(record, 'paragraphs'), ...list(record, 'verifications')]
  const addressesWomen = list(record, 'targetGroups').includes('women')
  const ids = [policies, ...(addressesWomen ? ['roadmap/5.2'] : []), ...named, ...questionsOf(record, framework)]
  return [...new Set(ids)].filter((id) => framework.find(id) !== undefined)
}

const source = (href: string) => ({ instrument, href, version })

const measureFact = (record: RegisterRecord, framework: Framework): NewFact => {
  const stage = text(record, 'stage')
  const agency = list(record, 'agencies')[0]
  return {
    party: record.party,
    subject: `${record.id}/measure`,
    period: periodOf(record),
    statement: {
      slice,
      key: agency === undefined ? 'fact.measure' : 'fact.measure-by',
      values: {
        title: record.title,
        stage: (stage ?? 'unsaid').replaceAll('-', '_'),
        ...(agency === undefined ? {} : { agency }),
      },
    },
    standing: standingOf(hasProof(record)),
    source: source(`/measures/${record.id}`),
    traces: tracesOf(record, framework),
    audience: 'public',
  }
}

interface Counting {
  readonly party: string
  readonly key: 'fact.count-activity' | 'fact.count-women' | 'fact.count-evaluated'
  readonly subject: string
  readonly values: Readonly<Record<string, string>>
  readonly traces: readonly string[]
  readonly href: string
}

/** How many measures there are of a kind, and how many of them are shown to exist; nothing for none. */
const countFact = (counting: Counting, records: readonly RegisterRecord[]): NewFact[] => {
  if (records.length === 0) return []
  const proven = records.filter(hasProof).length
  const periods = records.map(periodOf)
  return [
    {
      party: counting.party,
      subject: counting.subject,
      period: {
        from: periods.map(({ from }) => from).toSorted()[0]!,
        to: periods
          .map(({ to }) => to)
          .toSorted()
          .at(-1)!,
      },
      statement: { slice, key: counting.key, values: { ...counting.values, count: records.length, proven } },
      value: records.length,
      unit: 'count',
      standing: standingOf(proven > 0),
      source: source(counting.href),
      traces: counting.traces,
      audience: 'public',
    },
  ]
}

const countFacts = (party: string, records: readonly RegisterRecord[], framework: Framework): readonly NewFact[] => {
  const perActivity = [...framework.roadmap.activities.values()].flatMap((activity) =>
    countFact(
      {
        party,
        key: 'fact.count-activity',
        subject: `count/${activity.id}`,
        values: { activity: framework.cite(activity.id) },
        traces: [activity.id],
        href: activity.id === policies ? '/measures' : `/measures?activities=${encodeURIComponent(activity.id)}`,
      },
      activity.id === policies ? records : records.filter((record) => list(record, 'activities').includes(activity.id)),
    ),
  )
  const women = countFact(
    {
      party,
      key: 'fact.count-women',
      subject: 'count/women',
      values: {},
      traces: ['roadmap/5.2'],
      href: '/measures?targetGroups=women',
    },
    records.filter((record) => list(record, 'targetGroups').includes('women')),
  )
  const evaluated = countFact(
    {
      party,
      key: 'fact.count-evaluated',
      subject: 'count/evaluated',
      values: {},
      traces: ['roadmap/1.3'],
      href: '/measures?evaluated=yes',
    },
    records.filter((record) => record.values['evaluated'] === true),
  )
  return [...perActivity, ...women, ...evaluated]
}

/** Everything the published measures of a Party say, as facts. A draft says nothing yet, a withdrawn measure nothing any more. */
export const factsOf = (
  party: string,
  records: readonly RegisterRecord[],
  framework: Framework,
): readonly NewFact[] => {
  const published = records.filter(({ state }) => state === 'published')
  return [...published.map((record) => measureFact(record, framework)), ...countFacts(party, published, framework)]
}
