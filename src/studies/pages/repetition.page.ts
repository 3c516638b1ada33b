import { readDecidedPairs, withDecidedPairs } from '../../engines/tables/index.ts'
import type { Answer, Page } from '../../people/index.ts'
import { askingOf, type Place, type StudyRoom } from '../asking.tsx'
import { createStudy } from '../change-studies.ts'
import { getDocument, getDone } from '../read-studies.ts'
import { hrefOf, idOf, studyPage } from './study-page.ts'

/** The invented files of a sample are in its declaration; they come into the store when somebody wants to run them again. */
const keepSampleFiles = async ({ visit, room }: Place): Promise<void> => {
  for (const { text } of Object.values(room.sample.files)) await visit.files.keepBytes(Buffer.from(text))
}

const repeat = async (place: Place): Promise<Answer> => {
  const { visit, room } = place
  const asking = askingOf(place)
  const study = await getDone(asking, idOf(place))
  const document = await getDocument(visit.db, room.id, study.id)
  if (study.isSynthetic) await keepSampleFiles(place)
  const settings = withDecidedPairs(study.choices.settings, readDecidedPairs(visit.form))
  const id = await createStudy(asking, {
    files: study.files,
    choices: { ...study.choices, settings, unrecognised: room.notUsed(document).spellings },
    language: study.language,
    title: study.title,
    period: study.period,
    ...(study.survey ? { survey: study.survey } : {}),
    state: 'settings',
    isSynthetic: study.isSynthetic,
  })
  return { kind: 'see-other', to: hrefOf(place, `/drafts/${id}/settings`) }
}

/**
 * A new draft over the same files with the same choices, what was decided about titles added, and the spellings that were not recognised to
 * be settled.
 */
export const repetitionPage = (room: StudyRoom): Page =>
  studyPage(room, { name: 'repeat', method: 'POST', path: '/:id/repetition', permission: 'run', respond: repeat })
