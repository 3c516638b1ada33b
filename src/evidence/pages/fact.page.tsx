import { NotThere } from '../../kernel/refusal.ts'
import type { Page, Visit } from '../../people/index.ts'
import { SummaryList } from '../../ui/summary-list/summary-list.tsx'
import type { Fact } from '../fact.ts'
import { listFacts } from '../list-facts.ts'
import { statementOf } from '../statement.ts'
import { words } from '../words/words.generated.ts'
import { instrumentTitle, periodOf } from './shown-fact.ts'

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

/** One fact: its value, its uncertainty, its source, what it answers, what it took the place of. */
export const factPage: Page = {
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
