import type { Fault } from '../../kernel/fault.ts'
import type { Answer, Page } from '../../people/index.ts'
import { askingOf, type Place, type StudyRoom } from '../asking.tsx'
import { changeDraft, doingOf } from '../change-studies.ts'
import type { Study } from '../draft.ts'
import { choicesIn, isReadAnew, mappingFaults, readAnew } from '../read-columns-form.ts'
import { getDraft } from '../read-studies.ts'
import { isUnderWay } from '../steps.ts'
import { words } from '../words/words.generated.ts'
import { columnsView } from './columns-view.tsx'
import { hrefOf, idOf, studyPage } from './study-page.ts'

/** Where a study is shown that is no draft at rest. */
export const elsewhere = async (place: Place, study: Study): Promise<Answer | undefined> => {
  const { visit } = place
  if (study.state === 'done') return { kind: 'see-other', to: hrefOf(place, `/${study.id}`) }
  if (await isUnderWay(visit.db, study)) return { kind: 'see-other', to: visit.to(`/jobs/${study.job}`) }
  return undefined
}

/** Which column stands for what: proposed, shown with the first rows, and to be corrected. */
const columnsPage = (room: StudyRoom): Page =>
  studyPage(room, {
    name: 'columns',
    method: 'GET',
    path: '/drafts/:id/columns',
    permission: 'run',
    respond: async (place) => {
      const study = await getDraft(askingOf(place), idOf(place))
      const faults: readonly Fault[] = study.state === 'columns' ? study.faults : []
      return (await elsewhere(place, study)) ?? columnsView({ ...place, study, faults })
    },
  })

const map = async (place: Place): Promise<Answer> => {
  const { visit, room } = place
  const before = await getDraft(askingOf(place), idOf(place))
  const moved = await elsewhere(place, before)
  if (moved) return moved
  const doing = doingOf(askingOf(place))
  const choices = choicesIn(room, before, visit.form)
  if (Object.keys(before.files).some((role) => isReadAnew(before.choices, choices, role))) {
    const read = await readAnew(room, before, choices, visit.files)
    if (!read.ok) return columnsView({ ...place, study: { ...before, choices }, faults: read.faults })
    await changeDraft(doing, before, { state: 'columns', ...read.value })
    const notice = visit.words(words)('notice.read-anew')
    return { kind: 'see-other', to: hrefOf(place, `/drafts/${before.id}/columns`), notice }
  }
  const study = { ...before, choices }
  const faults = mappingFaults(room, study)
  if (faults.length > 0) return columnsView({ ...place, study, faults })
  await changeDraft(doing, before, { state: 'settings', choices })
  return { kind: 'see-other', to: hrefOf(place, `/drafts/${before.id}/settings`) }
}

/** Keeps the matching of columns; files to be read in another way are read, and the person looks again. */
const mappingPage = (room: StudyRoom): Page =>
  studyPage(room, { name: 'map', method: 'POST', path: '/drafts/:id/columns', permission: 'run', respond: map })

export const columnsPages = (room: StudyRoom): readonly Page[] => [columnsPage(room), mappingPage(room)]
