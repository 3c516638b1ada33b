import { writeCsv } from '../../engines/documents/csv.ts'
import type { Page, Visit } from '../../people/index.ts'
import { Button } from '../../ui/button/button.tsx'
import { Select } from '../../ui/select/select.tsx'
import { ScrollArea, Table } from '../../ui/table/table.tsx'
import type { Fact } from '../fact.ts'
import { listFacts } from '../list-facts.ts'
import { statementOf } from '../statement.ts'
import { words } from '../words/words.generated.ts'
import { instrumentTitle, periodOf } from './shown-fact.ts'

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

/** The ledger as a list, by instrument or by what it answers. */
export const listPage: Page = {
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

export const csvPage: Page = {
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
