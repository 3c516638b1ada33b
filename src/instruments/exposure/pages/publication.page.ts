import type { Answer, Page, Visit } from '../../../people/index.ts'
import { askingOf } from '../asking.tsx'
import { getStudy, setPublished } from '../store.ts'
import { words } from '../words/words.generated.ts'

const publish = async (visit: Visit, isPublished: boolean): Promise<Answer> => {
  const asking = askingOf(visit)
  const study = await getStudy(asking, visit.parameters['id'] ?? '')
  await setPublished(asking, study, isPublished)
  const notice = visit.words(words)(isPublished ? 'notice.published' : 'notice.withdrawn')
  return { kind: 'see-other', to: visit.to(`/exposure/${study.id}`), notice }
}

const page = (name: string, resource: string, isPublished: boolean): Page => ({
  name: `exposure.${name}`,
  method: 'POST',
  under: 'party',
  path: `/exposure/:id/${resource}`,
  permission: 'exposure.publish',
  respond: (visit) => publish(visit, isPublished),
})

/** A study and its facts shown to everybody, and taken back. */
export const publicationPages: readonly Page[] = [
  page('publish', 'publication', true),
  page('withdraw', 'withdrawal', false),
]
