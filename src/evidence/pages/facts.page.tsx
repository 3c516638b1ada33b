import { writeCsv } from '../../engines/documents/csv.ts'
import { NotThere } from '../../kernel/refusal.ts'
import type { Page, Visit } from '../../people/index.ts'
import { wordsOfSlice } from '../../platform/languages/words-of-slice.ts'
import { Button } from '../../ui/button/button.tsx'
import { Select } from '../../ui/select/select.tsx'
import { SummaryList } from '../../ui/summary-list/summary-list.tsx'
import { ScrollArea, Table } from '../../ui/table/table.tsx'
import type { Fact } from '../fact.ts'
import { listFacts } from '../list-facts.ts'
import { statementOf } from '../statement.ts'
import { words } from '../words/words.generated.ts'

/** The title of an instrument from its own words: the ledger knows it by name only. */
const instrumentTitle = (visit: Visit, id: string): string =>
  visit.findText(wordsOfSlice(`instruments/${id}`))('title') ?? id

const periodOf = (visit: Visit, { period }: Fact): string =>
  period.from === period.to
    ? visit.format.day(period.from)
    : `${visit.format.day(period.from)} – ${visit.format.day(period.to)}`

interface Chosen {
  readonly all: readonly Fact[]
  readonly shown: readonly Fact[]
  readonly instrument: string
  /** What the facts shown answer: a question, an activity, a paragraph. */
  readonly answering: string
}

/** Ids that lead to the one asked for: itself, and for a question whatever the spine ties to it. */
const leadingTo = (visit: Visit, id: string): ReadonlySet<string> => {
  const { activities, paragraphs, verifications, sdg } = visit.framework.answers(id)
  return new Set([id, ...activities, ...paragraphs, ...verifications, ...sdg])
}

const chosenFacts = async (visit: Visit): Promise<Chosen> => {
  const all = await listFacts(visit.db, visit.actor, { party: visit.party?.code ?? '' })
  const instrument = visit.query.get('instrument') ?? ''
  const answering = visit.query.get('answering') ?? ''
  const wanted = answering === '' ? undefined : leadingTo(visit, answering)
  const shown = all.filter(
    ({ source, traces }) =>
      (instrument === '' || source.instrument === instrument) &&
      (wanted === undefined || traces.some((trace) => wanted.has(trace))),
  )
  return { all, instrument, answering, shown }
}

const perPage = 100

const Filter = ({ visit, all, instrument }: { visit: Visit; all: readonly Fact[]; instrument: string }) => {
  const t = visit.words(words)
  const options = [...new Set(all.map(({ source }) => source.instrument))].map((value) => ({
    value,
    text: instrumentTitle(visit, value),
  }))
  return (
    <form method="get" action={visit.to('/evidence')}>
      <Select
        name="instrument"
        label={t('filter.instrument')}
        options={[{ value: '', text: t('filter.all') }, ...options]}
        value={instrument}
      />
      <Button kind="secondary">{t('filter.apply')}</Button>
    </form>
  )
}

const list: Page = {
  name: 'evidence.list',
  method: 'GET',
  under: 'party',
  path: '/evidence',
  permission: 'evidence.visit',
  shared: true,
  respond: async (visit) => {
    const t = visit.words(words)
    const { all, shown, instrument, answering } = await chosenFacts(visit)
    const from = Math.max(0, Number(visit.query.get('from') ?? 0) || 0)
    const query = new URLSearchParams({
      ...(instrument === '' ? {} : { instrument }),
      ...(answering === '' ? {} : { answering }),
    }).toString()
    return {
      kind: 'view',
      title: t('title'),
      room: 'evidence',
      body: (
        <>
          <h1 class="govuk-heading-l">{t('title')}</h1>
          <p class="govuk-body">{t('what')}</p>
          {answering === '' ? null : (
            <p class="govuk-inset-text">
              {t('answering', { title: visit.framework.titleOf(answering, visit.locale).text })}
            </p>
          )}
          {all.length === 0 ? (
            <p class="govuk-inset-text">{t('none')}</p>
          ) : (
            <Filter visit={visit} all={all} instrument={instrument} />
          )}
          {shown.length === 0 ? null : (
            <ScrollArea label={t('title')}>
              <Table
                caption={t('count', { count: shown.length })}
                columns={[
                  { text: t('column.number') },
                  { text: t('column.fact') },
                  { text: t('column.period') },
                  { text: t('column.standing') },
                ]}
                rows={shown.slice(from, from + perPage).map((fact) => [
                  <a class="govuk-link" href={visit.to(`/evidence/${fact.number}`)}>
                    <bdi dir="ltr">F{fact.number}</bdi>
                  </a>,
                  statementOf(visit, fact),
                  periodOf(visit, fact),
                  t(`standing.${fact.standing}`),
                ])}
              />
            </ScrollArea>
          )}
          <p class="govuk-body">
            {from + perPage < shown.length ? (
              <a class="govuk-link" href={visit.to(`/evidence?${query}&from=${from + perPage}`)}>
                {t('more')}
              </a>
            ) : null}{' '}
            {all.length > 0 ? (
              <a class="govuk-link" href={visit.to('/evidence.csv')}>
                CSV
              </a>
            ) : null}
          </p>
        </>
      ),
    }
  },
}

const headings = [
  'fact',
  'statement',
  'value',
  'unit',
  'low',
  'high',
  'from',
  'to',
  'standing',
  'instrument',
  'source',
  'traces',
] as const

const exported: Page = {
  name: 'evidence.csv',
  method: 'GET',
  under: 'party',
  path: '/evidence.csv',
  permission: 'evidence.visit',
  respond: async (visit) => {
    const { shown } = await chosenFacts(visit)
    const rows = shown.map((fact) => [
      `F${fact.number}`,
      statementOf(visit, fact),
      fact.value,
      fact.unit,
      fact.interval?.low,
      fact.interval?.high,
      fact.period.from,
      fact.period.to,
      fact.standing,
      fact.source.instrument,
      visit.to(fact.source.href),
      fact.traces.join(' '),
    ])
    return {
      kind: 'download',
      name: `evidence-${visit.party?.code.toLowerCase()}.csv`,
      type: 'text/csv; charset=utf-8',
      body: writeCsv(headings, rows),
    }
  },
}

const Traces = ({ visit, fact }: { visit: Visit; fact: Fact }) => (
  <ul class="govuk-list">
    {fact.traces.map((id) => (
      <li>
        {visit.framework.cite(id)} {visit.framework.titleOf(id, visit.locale).text}
      </li>
    ))}
  </ul>
)

const valueText = (visit: Visit, fact: Fact): string => {
  if (fact.value === undefined) return '–'
  if (fact.unit === 'share') return visit.format.percent(fact.value, 2)
  if (fact.unit?.startsWith('money/'))
    return visit.format.money({ minor: fact.value, currency: fact.unit.slice('money/'.length) })
  return visit.format.number(fact.value)
}

const intervalText = (visit: Visit, fact: Fact): string | undefined => {
  if (!fact.interval) return undefined
  const show = (value: number): string =>
    fact.unit === 'share' ? visit.format.percent(value, 2) : visit.format.number(value)
  return `${show(fact.interval.low)} – ${show(fact.interval.high)} (${visit.format.percent(fact.interval.level, 0)}, ${fact.interval.method})`
}

const rowsOf = (visit: Visit, fact: Fact) => {
  const t = visit.words(words)
  const interval = intervalText(visit, fact)
  return [
    { key: t('fact.value'), value: valueText(visit, fact) },
    ...(interval === undefined ? [] : [{ key: t('fact.interval'), value: interval }]),
    { key: t('column.period'), value: periodOf(visit, fact) },
    { key: t('column.standing'), value: `${t(`standing.${fact.standing}`)}: ${t(`standing.${fact.standing}.what`)}` },
    {
      key: t('fact.source'),
      value: (
        <a class="govuk-link" href={visit.to(fact.source.href)}>
          {instrumentTitle(visit, fact.source.instrument)}
        </a>
      ),
    },
    ...(fact.source.method === undefined ? [] : [{ key: t('fact.method'), value: fact.source.method }]),
    ...(fact.source.inputs === undefined
      ? []
      : [{ key: t('fact.inputs'), value: fact.source.inputs.map((hash) => <code class="or-hash">{hash}</code>) }]),
    { key: t('fact.version'), value: fact.source.version },
    { key: t('fact.recorded'), value: visit.format.instant(fact.recordedAt) },
    { key: t('fact.audience'), value: t(`audience.${fact.audience}`) },
    { key: t('fact.traces'), value: <Traces visit={visit} fact={fact} /> },
  ]
}

/** What came before and after a fact about the same subject. */
const Succession = async ({ visit, fact }: { visit: Visit; fact: Fact }) => {
  const t = visit.words(words)
  const all = await listFacts(visit.db, visit.actor, {
    party: fact.party,
    instrument: fact.source.instrument,
    ended: true,
  })
  const earlier = all.find(({ id }) => id === fact.supersedes)
  const later = all.find(({ supersedes }) => supersedes === fact.id)
  const link = (other: Fact) => (
    <a class="govuk-link" href={visit.to(`/evidence/${other.number}`)}>
      <bdi dir="ltr">F{other.number}</bdi>
    </a>
  )
  return (
    <>
      {fact.endedAt ? (
        <p class="govuk-inset-text">
          {t('fact.ended', { day: visit.format.day(fact.endedAt) })} {later ? link(later) : t('fact.withdrawn')}
        </p>
      ) : null}
      {earlier ? (
        <p class="govuk-body">
          {t('fact.corrects')} {link(earlier)}
        </p>
      ) : null}
    </>
  )
}

const show: Page = {
  name: 'evidence.fact',
  method: 'GET',
  under: 'party',
  path: '/evidence/:number{[0-9]{1,9}}',
  permission: 'evidence.visit',
  shared: true,
  respond: async (visit) => {
    const t = visit.words(words)
    const number = Number(visit.parameters['number'])
    const [fact] = await listFacts(visit.db, visit.actor, {
      party: visit.party?.code ?? '',
      numbers: [number],
      ended: true,
    })
    if (!fact) throw new NotThere(`fact ${number}`)
    return {
      kind: 'view',
      title: t('fact.title', { number }),
      room: 'evidence',
      crumbs: [{ text: t('title'), href: visit.to('/evidence') }],
      body: (
        <>
          <span class="govuk-caption-l">{t('fact.title', { number })}</span>
          <h1 class="govuk-heading-l">{statementOf(visit, fact)}</h1>
          <Succession visit={visit} fact={fact} />
          <SummaryList rows={rowsOf(visit, fact)} />
        </>
      ),
    }
  },
}

export const pages: readonly Page[] = [list, exported, show]
