import type { Kysely } from 'kysely'
import { listFacts, statementOf } from '../../evidence/index.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Actor, Page, Visit } from '../../people/index.ts'
import { Button } from '../../ui/button/button.tsx'
import { TextInput } from '../../ui/text-input/text-input.tsx'
import { words } from '../words/words.generated.ts'

export interface SearchHit {
  readonly kind: string
  readonly title: string
  readonly href: string
  readonly language?: string
}

/** How a room looks for words in what it holds. */
export interface SearchSource {
  readonly kind: (visit: Visit) => string
  readonly search: (given: {
    readonly db: Kysely<unknown>
    readonly actor: Actor
    readonly party: string
    readonly text: string
    readonly locale: Locale
  }) => Promise<readonly { readonly title: string; readonly href: string; readonly language?: string }[]>
}

const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

const holdsAll = (text: string, wanted: readonly string[]): boolean => {
  const inside = folded(text)
  return wanted.every((word) => inside.includes(word))
}

const frameworkHits = (visit: Visit, wanted: readonly string[]): readonly SearchHit[] => {
  const t = visit.words(words)
  const { framework, locale } = visit
  const activities = [...framework.roadmap.activities.values()].map((item) => ({
    kind: t('search.kind.activity'),
    title: `${item.number} ${framework.titleOf(item.id, locale).text}`,
    href: visit.to(`/roadmap/${item.number}`),
  }))
  const paragraphs = [...framework.guidelines.values()].map((item) => ({
    kind: t('search.kind.paragraph'),
    title: `${framework.cite(item.id)} ${framework.titleOf(item.id, locale).text}`,
    href: visit.to(`/guidelines/${item.number}`),
  }))
  return [...activities, ...paragraphs].filter(({ title }) => holdsAll(title, wanted)).slice(0, 20)
}

const factHits = async (visit: Visit, party: string, wanted: readonly string[]): Promise<readonly SearchHit[]> => {
  const kind = visit.words(words)('search.kind.fact')
  const facts = await listFacts(visit.db, visit.actor, { party })
  return facts
    .map((fact) => ({
      kind,
      title: statementOf(visit, fact),
      href: visit.to(`/evidence/${fact.number}`),
    }))
    .filter(({ title }) => holdsAll(title, wanted))
    .slice(0, 20)
}

const sourceHits = async (
  visit: Visit,
  party: string,
  text: string,
  sources: readonly SearchSource[],
): Promise<readonly SearchHit[]> => {
  const found = await Promise.all(
    sources.map(async (source) => {
      const hits = await source.search({ db: visit.db, actor: visit.actor, party, text, locale: visit.locale })
      return hits.map((hit) => ({ ...hit, kind: source.kind(visit), href: visit.to(hit.href) }))
    }),
  )
  return found.flat()
}

const Results = ({ visit, hits }: { visit: Visit; hits: readonly SearchHit[] }) => {
  const t = visit.words(words)
  return (
    <>
      <h2 class="govuk-heading-m">{t('search.count', { count: hits.length })}</h2>
      {hits.length === 0 ? <p class="govuk-body">{t('search.none.next')}</p> : null}
      <ol class="govuk-list govuk-list--spaced">
        {hits.map((hit) => (
          <li>
            <a class="govuk-link" href={hit.href} lang={hit.language} dir="auto">
              {hit.title}
            </a>
            <br />
            <span class="govuk-hint">{hit.kind}</span>
          </li>
        ))}
      </ol>
    </>
  )
}

/** Looks through everything of a Party that the reader may see. */
export const searchPage = (sources: readonly SearchSource[]): Page => ({
  name: 'site.search',
  method: 'GET',
  under: 'party',
  path: '/search',
  permission: 'site.read',
  respond: async (visit) => {
    const t = visit.words(words)
    const text = (visit.query.get('q') ?? '').trim().slice(0, 200)
    const wanted = folded(text).split(/\s+/).filter(Boolean)
    const party = visit.party?.code ?? ''
    const hits =
      wanted.length === 0
        ? undefined
        : [
            ...frameworkHits(visit, wanted),
            ...(await sourceHits(visit, party, text, sources)),
            ...(await factHits(visit, party, wanted)),
          ]
    return {
      kind: 'view',
      title: t('search.title'),
      body: (
        <>
          <h1 class="govuk-heading-l">{t('search.title')}</h1>
          <form method="get" action={visit.to('/search')}>
            <TextInput id="q" name="q" label={t('search.label')} value={text} type="search" />
            <Button>{t('search.button')}</Button>
          </form>
          {hits ? <Results visit={visit} hits={hits} /> : null}
        </>
      ),
    }
  },
})
