import { type Page, type Party, partyNameOf, type Visit } from '../../people/index.ts'
import type { LineNumber } from '../../ui/line-style/line-style.ts'
import { TransitMap } from '../../ui/transit-map/transit-map.tsx'
import { words } from '../words/words.generated.ts'

const nextReport = '2027-06-30'

const PartyEntry = ({ visit, party }: { visit: Visit; party: Party }) => {
  const name = partyNameOf(visit, party.code)
  return (
    <li>
      <a
        class="govuk-link govuk-!-font-weight-bold"
        href={visit.to(`/${party.code.toLowerCase()}`, 'installation')}
        lang={name.locale}
      >
        {name.text}
      </a>
      {party.fictional ? (
        <span class="govuk-hint govuk-!-margin-bottom-0"> ({visit.words(words)('home.party.fictional')})</span>
      ) : null}
    </li>
  )
}

/** The model every Party begins with, as a picture. */
const ModelMap = ({ visit }: { visit: Visit }) => {
  const t = visit.words(words)
  const { framework, locale } = visit
  const lines = [...framework.roadmap.outputs.values()].map((output) => ({
    number: Number(output.number) as LineNumber,
    title: framework.titleOf(output.id, locale).text,
    stations: output.activities.map((id) => ({
      code: framework.cite(id),
      label: framework.titleOf(id, locale).text,
      share: 0,
      state: '',
    })),
  }))
  return (
    <TransitMap
      title={t('home.map')}
      description={lines.map(({ number, title }) => `${number} ${title}`).join('; ')}
      direction={visit.direction}
      lines={lines}
      junction={{ label: t('home.map.report'), state: visit.format.day(nextReport) }}
    />
  )
}

/** The first page of the installation: what this is, and the Parties that work here. */
export const homePage = (listParties: (visit: Visit) => Promise<readonly Party[]>): Page => ({
  name: 'site.home',
  method: 'GET',
  under: 'installation',
  path: '/',
  permission: 'site.read',
  respond: async (visit) => {
    const t = visit.words(words)
    const parties = await listParties(visit)
    return {
      kind: 'view',
      title: t('home.title'),
      body: (
        <>
          <h1 class="govuk-heading-xl">{t('home.title')}</h1>
          <p class="govuk-body-l">{t('home.lead')}</p>
          <h2 class="govuk-heading-m">{t('home.parties')}</h2>
          {parties.length === 0 ? (
            <p class="govuk-body">
              {t('home.none')} {t('home.none.next')}
            </p>
          ) : (
            <ul class="govuk-list govuk-list--spaced">
              {parties.map((party) => (
                <PartyEntry visit={visit} party={party} />
              ))}
            </ul>
          )}
          <ModelMap visit={visit} />
          <h2 class="govuk-heading-m">{t('home.how.title')}</h2>
          <ol class="govuk-list govuk-list--number govuk-list--spaced">
            {(['home.how.1', 'home.how.2', 'home.how.3', 'home.how.4'] as const).map((key) => (
              <li>{t(key)}</li>
            ))}
          </ol>
          <p class="govuk-inset-text">{t('home.due', { day: visit.format.day(nextReport) })}</p>
        </>
      ),
    }
  },
})
