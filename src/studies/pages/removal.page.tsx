import type { Page } from '../../people/index.ts'
import { Button } from '../../ui/button/button.tsx'
import { askingOf, KeyInput, type Place, type StudyRoom } from '../asking.tsx'
import { removeDraft } from '../change-studies.ts'
import type { Study } from '../draft.ts'
import { getDraft } from '../read-studies.ts'
import { words } from '../words/words.generated.ts'
import { elsewhere } from './columns.page.tsx'
import { hrefOf, idOf, studyPage } from './study-page.ts'

/** The way to give a draft up. */
export const DraftRemoval = ({ study, ...place }: Place & { readonly study: Study }) => (
  <form method="post" action={hrefOf(place, `/drafts/${study.id}/removal`)}>
    <KeyInput visit={place.visit} />
    <Button kind="secondary">{place.visit.words(words)('draft.remove')}</Button>
  </form>
)

export const removalPage = (room: StudyRoom): Page =>
  studyPage(room, {
    name: 'remove',
    method: 'POST',
    path: '/drafts/:id/removal',
    permission: 'run',
    respond: async (place) => {
      const asking = askingOf(place)
      const study = await getDraft(asking, idOf(place))
      const moved = await elsewhere(place, study)
      if (moved) return moved
      await removeDraft(asking, study)
      return { kind: 'see-other', to: hrefOf(place, ''), notice: place.visit.words(words)('notice.removed') }
    },
  })
