import type { Answer, Page } from '../../people/index.ts'
import { askingOf, type Place, type StudyRoom } from '../asking.tsx'
import { setPublished } from '../change-studies.ts'
import { getDone } from '../read-studies.ts'
import { words } from '../words/words.generated.ts'
import { hrefOf, idOf, studyPage } from './study-page.ts'

const publish = async (place: Place, isPublished: boolean): Promise<Answer> => {
  const asking = askingOf(place)
  const study = await getDone(asking, idOf(place))
  await setPublished(asking, place.room, study, isPublished)
  const notice = place.visit.words(words)(isPublished ? 'notice.published' : 'notice.withdrawn')
  return { kind: 'see-other', to: hrefOf(place, `/${study.id}`), notice }
}

const page = (room: StudyRoom, name: string, resource: string, isPublished: boolean): Page =>
  studyPage(room, {
    name,
    method: 'POST',
    path: `/:id/${resource}`,
    permission: 'publish',
    respond: (place) => publish(place, isPublished),
  })

/** A study and its facts shown to everybody, and taken back. */
export const publicationPages = (room: StudyRoom): readonly Page[] => [
  page(room, 'publish', 'publication', true),
  page(room, 'withdraw', 'withdrawal', false),
]
