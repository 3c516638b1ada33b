import { type Fact, listFacts } from '../../evidence/index.ts'
import type { Framework, Paragraph, Part } from '../../framework/index.ts'
import { NotThere } from '../../kernel/refusal.ts'
import type { Page, Visit } from '../../people/index.ts'
import { SummaryList, type SummaryRow } from '../../ui/summary-list/summary-list.tsx'
import { Tag } from '../../ui/tag/tag.tsx'
import { currentEdition } from '../assemble.ts'
import { words } from '../words/words.generated.ts'
import { Cited } from './map.tsx'
import { FactList } from './shown.tsx'

/** A paragraph with what lies under it and the facts that speak about it. */
interface Shown {
  readonly paragraph: Paragraph
  readonly facts: readonly Fact[]
  readonly under: readonly Shown[]
}

const underOf = (framework: Framework, id: string): readonly Paragraph[] =>
  [...framework.guidelines.values()].filter(({ parent }) => parent === id)

/** Facts traced to the paragraph, to one under it, or to an activity that carries it out. */
const factsAbout = (framework: Framework, id: string, facts: readonly Fact[]): readonly Fact[] => {
  const activities = new Set(framework.activitiesFor(id).map((activity) => activity.id))
  return facts.filter(({ traces }) =>
    traces.some((trace) => trace === id || trace.startsWith(`${id}.`) || activities.has(trace)),
  )
}

const shownOf = (framework: Framework, paragraph: Paragraph, facts: readonly Fact[]): Shown => ({
  paragraph,
  facts: factsAbout(framework, paragraph.id, facts),
  under: underOf(framework, paragraph.id).map((each) => shownOf(framework, each, facts)),
})

const flatten = (shown: Shown): readonly Shown[] => [shown, ...shown.under.flatMap(flatten)]
const isEmpty = ({ facts }: Shown): boolean => facts.length === 0

/** What stays when only empty paragraphs are asked for: those, and what they stand under. */
const emptyOf = (shown: Shown): readonly Shown[] => {
  const under = shown.under.flatMap(emptyOf)
  return isEmpty(shown) || under.length > 0 ? [{ ...shown, under }] : []
}

const factsOf = (visit: Visit): Promise<readonly Fact[]> =>
  listFacts(visit.db, visit.actor, { party: visit.party?.code ?? '' })

const Unverified = ({ visit }: { visit: Visit }) => (
  <span class="govuk-hint govuk-!-display-inline"> ({visit.words(words)('unverified')})</span>
)

const ParagraphLine = ({ visit, shown }: { visit: Visit; shown: Shown }) => {
  const t = visit.words(words)
  const { paragraph, facts, under } = shown
  const title = visit.framework.titleOf(paragraph.id, visit.locale)
  return (
    <li>
      <bdi dir="ltr">§{paragraph.number}</bdi>{' '}
      <a class="govuk-link" href={visit.to(`/guidelines/${paragraph.number}`)} lang={title.locale}>
        {title.text}
      </a>
      {paragraph.verified ? null : <Unverified visit={visit} />}{' '}
      {isEmpty(shown) ? (
        <Tag colour="grey">{t('standing.empty')}</Tag>
      ) : (
        <span class="govuk-hint govuk-!-display-inline">{t('facts.count', { count: facts.length })}</span>
      )}
      {under.length === 0 ? null : <ParagraphLines visit={visit} list={under} />}
    </li>
  )
}

const ParagraphLines = ({ visit, list }: { visit: Visit; list: readonly Shown[] }) => (
  <ul class="govuk-list govuk-list--spaced or-paragraphs">
    {list.map((shown) => (
      <ParagraphLine visit={visit} shown={shown} />
    ))}
  </ul>
)

const PartSection = ({ visit, part, list }: { visit: Visit; part: Part; list: readonly Shown[] }) =>
  list.length === 0 ? null : (
    <section>
      <h2 class="govuk-heading-m">{visit.framework.titleOf(part.id, visit.locale).text}</h2>
      <ParagraphLines visit={visit} list={list} />
    </section>
  )

const Choice = ({ visit, onlyEmpty, empty }: { visit: Visit; onlyEmpty: boolean; empty: number }) => {
  const t = visit.words(words)
  const choices = [
    { text: t('guidelines.all'), href: visit.to('/guidelines'), isCurrent: !onlyEmpty },
    {
      text: t('guidelines.only-empty', { count: empty }),
      href: visit.to('/guidelines?show=empty'),
      isCurrent: onlyEmpty,
    },
  ]
  return (
    <nav aria-label={t('guidelines.shown')}>
      <ul class="govuk-list or-actions">
        {choices.map(({ text, href, isCurrent }) => (
          <li>
            {isCurrent ? (
              <strong>{text}</strong>
            ) : (
              <a class="govuk-link" href={href}>
                {text}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

const listPage: Page = {
  name: 'report.guidelines',
  method: 'GET',
  under: 'party',
  path: '/guidelines',
  permission: 'report.map',
  shared: true,
  respond: async (visit) => {
    const t = visit.words(words)
    const { framework } = visit
    const onlyEmpty = visit.query.get('show') === 'empty'
    const facts = await factsOf(visit)
    const parts = [...framework.parts.values()].map((part) => ({
      part,
      list: underPart(framework, part).map((paragraph) => shownOf(framework, paragraph, facts)),
    }))
    const all = parts.flatMap(({ list }) => list.flatMap(flatten))
    const empty = all.filter(isEmpty).length
    return {
      kind: 'view',
      title: t('guidelines.title'),
      room: 'roadmap',
      crumbs: [{ text: t('map.title'), href: visit.to('/roadmap') }],
      body: (
        <>
          <h1 class="govuk-heading-l">{t('guidelines.title')}</h1>
          <p class="govuk-body">{t('guidelines.what')}</p>
          <p class="govuk-body-l">{t('guidelines.covered', { covered: all.length - empty, total: all.length })}</p>
          <Choice visit={visit} onlyEmpty={onlyEmpty} empty={empty} />
          {onlyEmpty && empty === 0 ? <p class="govuk-inset-text">{t('guidelines.none-empty')}</p> : null}
          {parts.map(({ part, list }) => (
            <PartSection visit={visit} part={part} list={onlyEmpty ? list.flatMap(emptyOf) : list} />
          ))}
        </>
      ),
    }
  },
}

const underPart = (framework: Framework, part: Part): readonly Paragraph[] =>
  part.paragraphs.flatMap((id) => {
    const paragraph = framework.guidelines.get(id)
    return paragraph && paragraph.parent === undefined ? [paragraph] : []
  })

const titlesOf = (visit: Visit, ids: readonly string[]): string =>
  visit.format.list(ids.map((id) => visit.framework.titleOf(id, visit.locale).text))

const Source = ({ visit, paragraph }: { visit: Visit; paragraph: Paragraph }) => {
  const t = visit.words(words)
  const source = visit.framework.sources.get(paragraph.source)
  return (
    <>
      {source?.address === undefined ? (
        <span lang="en">{source?.title ?? paragraph.source}</span>
      ) : (
        <a class="govuk-link" href={source.address} lang="en" rel="noreferrer">
          {source.title}
        </a>
      )}{' '}
      <span class="govuk-hint govuk-!-display-inline">
        {source ? <bdi dir="ltr">{source.date}</bdi> : null} ·{' '}
        {paragraph.verified ? t('guidelines.verified') : t('unverified')}
      </span>
    </>
  )
}

const rowsOf = (visit: Visit, paragraph: Paragraph, under: readonly Paragraph[]): readonly SummaryRow[] => {
  const t = visit.words(words)
  const { framework } = visit
  const questions = framework.questionsFor(paragraph.id, currentEdition(framework))
  const activities = framework.activitiesFor(paragraph.id).map(({ id }) => id)
  const cited = (key: string, ids: readonly string[]): readonly SummaryRow[] =>
    ids.length === 0 ? [] : [{ key, value: <Cited visit={visit} ids={ids} /> }]
  const listed = (key: string, ids: readonly string[]): readonly SummaryRow[] =>
    ids.length === 0 ? [] : [{ key, value: titlesOf(visit, ids) }]
  const beyond = framework.beyondActivities.find(({ paragraph: id }) => id === paragraph.id)?.servedBy ?? []
  return [
    ...cited(t('guidelines.within'), paragraph.parent === undefined ? [] : [paragraph.parent]),
    ...listed(t('guidelines.stages'), paragraph.stages),
    ...listed(t('guidelines.actors'), paragraph.actors),
    ...cited(
      t('guidelines.under'),
      under.map(({ id }) => id),
    ),
    activities.length === 0
      ? { key: t('guidelines.activities'), value: t('guidelines.no-activity') }
      : { key: t('guidelines.activities'), value: <Cited visit={visit} ids={activities} /> },
    ...listed(t('guidelines.served-by'), beyond),
    ...cited(t('activity.questions'), questions),
    { key: t('guidelines.source'), value: <Source visit={visit} paragraph={paragraph} /> },
  ]
}

const paragraphPage: Page = {
  name: 'report.paragraph',
  method: 'GET',
  under: 'party',
  path: '/guidelines/:number{[0-9]+(?:\\.[0-9a-z]+)*}',
  permission: 'report.map',
  shared: true,
  respond: async (visit) => {
    const t = visit.words(words)
    const { framework, locale } = visit
    const paragraph = framework.guidelines.get(`guidelines/${visit.parameters['number']}`)
    if (!paragraph) throw new NotThere('paragraph')
    const facts = factsAbout(framework, paragraph.id, await factsOf(visit))
    const title = framework.titleOf(paragraph.id, locale)
    return {
      kind: 'view',
      title: `§${paragraph.number} ${title.text}`,
      room: 'roadmap',
      crumbs: [
        { text: t('map.title'), href: visit.to('/roadmap') },
        { text: t('guidelines.title'), href: visit.to('/guidelines') },
      ],
      body: (
        <>
          <span class="govuk-caption-l">{framework.titleOf(paragraph.part, locale).text}</span>
          <h1 class="govuk-heading-l" lang={title.locale}>
            <bdi dir="ltr">§{paragraph.number}</bdi> {title.text}
          </h1>
          <p class="govuk-hint">{t('guidelines.our-title')}</p>
          <SummaryList rows={rowsOf(visit, paragraph, underOf(framework, paragraph.id))} />
          <h2 class="govuk-heading-m">{t('activity.facts')}</h2>
          {facts.length === 0 ? (
            <p class="govuk-body">{t('activity.no-facts')}</p>
          ) : (
            <FactList visit={visit} facts={facts} />
          )}
        </>
      ),
    }
  },
}

/** The Guidelines as a Party meets them: what each paragraph asks, who carries it out, and what has been found. */
export const guidelinePages: readonly Page[] = [listPage, paragraphPage]
