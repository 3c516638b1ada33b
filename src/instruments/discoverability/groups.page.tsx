import type { Page } from '../../people/index.ts'
import { getShown, type StudyDeclaration, StudyFigure } from '../../studies/index.ts'
import type { DiscoverabilityDocument } from './document.ts'
import { GroupDetails } from './group-details.tsx'
import { facets } from './looked-at.ts'
import { words } from './words/words.generated.ts'

/** Every group at every stage, with interval, bounds and ratio: what the charts of groups leave out. */
export const groupsPage = (declaration: () => StudyDeclaration<DiscoverabilityDocument>): Page => ({
  name: 'discoverability.groups',
  method: 'GET',
  under: 'party',
  path: '/discoverability/:id/groups',
  permission: 'discoverability.visit',
  respond: async (visit) => {
    const shown = await getShown(declaration(), visit)
    const t = visit.words(words)
    return {
      kind: 'view',
      title: t('groups.title'),
      room: 'studies',
      line: 2,
      crumbs: [
        { text: t('title'), href: visit.to('/discoverability') },
        { text: shown.study.title, href: visit.to(`/discoverability/${shown.study.id}`) },
      ],
      body: (
        <>
          <h1 class="govuk-heading-l">{t('groups.title')}</h1>
          <p class="govuk-body">
            {t('groups.lead')} {t('groups.details.lead')}{' '}
            {shown.document.popularity_from === null ? null : t(`popularity.from.${shown.document.popularity_from}`)}
          </p>
          {facets
            .filter((facet) => shown.document.groups[facet])
            .map((facet) => (
              <>
                <StudyFigure shown={shown} name={facet} />
                <GroupDetails shown={shown} facet={facet} />
              </>
            ))}
        </>
      ),
    }
  },
})
