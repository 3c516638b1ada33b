import type { Fault } from '../../kernel/fault.ts'
import type { Answer, Page } from '../../people/index.ts'
import { askingOf, type Place, type StudyRoom } from '../asking.tsx'
import { changeDraft, doingOf } from '../change-studies.ts'
import type { Study } from '../draft.ts'
import { getDraft } from '../read-studies.ts'
import { choicesAfter, takeFiles } from '../take-files.ts'
import { words } from '../words/words.generated.ts'
import { draftStep } from './draft-step.tsx'
import { elsewhere } from './columns.page.tsx'
import { FilesForm } from './files-form.tsx'
import { hrefOf, idOf, studyPage } from './study-page.ts'

const filesView = (place: Place, { id, files }: Study, faults: readonly Fault[]): Answer => {
  const { visit, room } = place
  const t = visit.words(words)
  return draftStep({
    visit,
    room,
    step: 1,
    title: t('files.title'),
    faults,
    children: (
      <>
        <p class="govuk-body-l">{t('files.lead')}</p>
        <FilesForm {...place} faults={faults} kept={files} path={`/drafts/${id}/files`} />
      </>
    ),
  })
}

/** The files of a draft: exchanged for others, added to, taken out. */
const filesPage = (room: StudyRoom): Page =>
  studyPage(room, {
    name: 'files',
    method: 'GET',
    path: '/drafts/:id/files',
    permission: 'run',
    respond: async (place) => {
      const study = await getDraft(askingOf(place), idOf(place))
      return (await elsewhere(place, study)) ?? filesView(place, study, [])
    },
  })

const change = async (place: Place): Promise<Answer> => {
  const { visit, room } = place
  const study = await getDraft(askingOf(place), idOf(place))
  const moved = await elsewhere(place, study)
  if (moved) return moved
  const out = visit.form
    .all('without')
    .filter((role) => room.roles.some(({ name, required }) => name === role && !required))
  const kept = Object.fromEntries(Object.entries(study.files).filter(([role]) => !out.includes(role)))
  const taken = await takeFiles(place, kept)
  if (!taken.ok) return filesView(place, study, taken.faults)
  const { files, changed, isExchanged } = taken.value
  const choices = await choicesAfter(place, study, files, changed)
  await changeDraft(doingOf(askingOf(place)), study, { state: 'columns', files, choices })
  return {
    kind: 'see-other',
    to: hrefOf(place, `/drafts/${study.id}/columns`),
    ...(isExchanged ? { notice: visit.words(words)('notice.exchanged') } : {}),
  }
}

const changePage = (room: StudyRoom): Page =>
  studyPage(room, {
    name: 'change-files',
    method: 'POST',
    path: '/drafts/:id/files',
    permission: 'run',
    uploads: true,
    respond: change,
  })

export const filesPages = (room: StudyRoom): readonly Page[] => [filesPage(room), changePage(room)]
