import type { Page } from '../../people/index.ts'
import { crumbsOf, type StudyRoom } from '../asking.tsx'
import { getShown } from '../shown.ts'
import { words } from '../words/words.generated.ts'
import { Method } from './method-view.tsx'
import { hrefOf, studyPage } from './study-page.ts'

/** How the figures of a study were made: enough for a sceptic to make them again. */
export const methodPage = (room: StudyRoom): Page =>
  studyPage(room, {
    name: 'method',
    method: 'GET',
    path: '/:id/method',
    permission: 'visit',
    shared: true,
    respond: async (place) => {
      const { study, document } = await getShown(room, place.visit)
      const title = place.visit.words(words)('method.title')
      return {
        kind: 'view',
        title: `${title} – ${study.title}`,
        room: room.id,
        line: room.line,
        crumbs: [...crumbsOf(place), { text: study.title, href: hrefOf(place, `/${study.id}`) }],
        body: (
          <>
            <h1 class="govuk-heading-l">{title}</h1>
            <Method {...place} study={study} document={document} />
          </>
        ),
      }
    },
  })
