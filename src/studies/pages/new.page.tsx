import type { Fault } from '../../kernel/fault.ts'
import type { Answer, Page } from '../../people/index.ts'
import { askingOf, type Place, type StudyRoom, textOf } from '../asking.tsx'
import { createStudy } from '../change-studies.ts'
import { firstChoices, takeFiles } from '../take-files.ts'
import { words } from '../words/words.generated.ts'
import { draftStep } from './draft-step.tsx'
import { FilesForm } from './files-form.tsx'
import { hrefOf, studyPage } from './study-page.ts'

const newView = (place: Place, faults: readonly Fault[]): Answer => {
  const { visit, room } = place
  const t = visit.words(words)
  return draftStep({
    visit,
    room,
    step: 1,
    title: t('new.title'),
    faults,
    children: (
      <>
        <p class="govuk-body-l">{textOf(place, 'new.lead') ?? t('new.lead', { files: room.roles.length })}</p>
        <FilesForm {...place} faults={faults} path="/drafts" />
      </>
    ),
  })
}

/** Where a study begins: its files. */
const newPage = (room: StudyRoom): Page =>
  studyPage(room, {
    name: 'new',
    method: 'GET',
    path: '/new',
    permission: 'run',
    respond: (place) => newView(place, []),
  })

const upload = async (place: Place): Promise<Answer> => {
  const { visit } = place
  const taken = await takeFiles(place)
  if (!taken.ok) return newView(place, taken.faults)
  const { files, isExchanged } = taken.value
  const choices = await firstChoices(place, files)
  const id = await createStudy(askingOf(place), { files, choices, language: visit.locale })
  return {
    kind: 'see-other',
    to: hrefOf(place, `/drafts/${id}/columns`),
    ...(isExchanged ? { notice: visit.words(words)('notice.exchanged') } : {}),
  }
}

/** Takes files into the store and begins a draft; what is no table is refused with its reason, and nothing is kept. */
const uploadPage = (room: StudyRoom): Page =>
  studyPage(room, {
    name: 'upload',
    method: 'POST',
    path: '/drafts',
    permission: 'run',
    uploads: true,
    respond: upload,
  })

export const newPages = (room: StudyRoom): readonly Page[] => [newPage(room), uploadPage(room)]
