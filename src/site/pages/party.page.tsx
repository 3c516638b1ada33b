import { listFacts } from '../../evidence/index.ts'
import { type Page, partyNameOf, type Visit } from '../../people/index.ts'
import { Button } from '../../ui/button/button.tsx'
import type { Content } from '../../ui/content.ts'
import { TextInput } from '../../ui/text-input/text-input.tsx'
import { words } from '../words/words.generated.ts'
import { Doors, doorsOf, type InstrumentLink } from './doors.tsx'

const SearchForm = ({ visit }: { visit: Visit }) => {
  const t = visit.words(words)
  return (
    <form method="get" action={visit.to('/search')}>
      <TextInput name="q" label={t('party.search')} type="search" />
      <Button kind="secondary">{t('search.button')}</Button>
    </form>
  )
}

/** A Party's front page: the map of its roadmap, and the way to everything else. */
export const partyPage = (map: (visit: Visit) => Promise<Content>, instruments: readonly InstrumentLink[]): Page => ({
  name: 'site.party',
  method: 'GET',
  under: 'party',
  path: '/',
  permission: 'site.read',
  shared: true,
  respond: async (visit) => {
    const t = visit.words(words)
    const party = visit.party?.code ?? ''
    const facts = await listFacts(visit.db, visit.actor, { party })
    const name = partyNameOf(visit, party)
    const links = [
      ...doorsOf(visit, instruments),
      {
        text: t('party.evidence'),
        what: t('party.evidence.what', { count: facts.filter(({ audience }) => audience === 'public').length }),
        href: '/evidence',
      },
      { text: t('party.report'), what: t('party.report.what'), href: '/report' },
    ]
    return {
      kind: 'view',
      title: name.text,
      body: (
        <>
          <h1 class="govuk-heading-xl" lang={name.locale}>
            {name.text}
          </h1>
          <p class="govuk-body-l">{t('party.lead', { party: name.text })}</p>
          <h2 class="govuk-heading-m">
            <a class="govuk-link" href={visit.to('/roadmap')}>
              {t('party.roadmap')}
            </a>
          </h2>
          {await map(visit)}
          <Doors visit={visit} doors={links} />
          <SearchForm visit={visit} />
        </>
      ),
    }
  },
})
