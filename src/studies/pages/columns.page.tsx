import type { Fault } from '../../kernel/fault.ts'
import type { Answer, Page } from '../../people/index.ts'
import { askingOf, type Place, type StudyRoom } from '../asking.tsx'
import { changeDraft, doingOf } from '../change-studies.ts'
import { commandWords } from '../command-words.ts'
import type { Study } from '../draft.ts'
import { surveyInWorker } from '../in-worker.ts'
import { inputOf } from '../jobs.ts'
import { choicesIn, isReadAnew, mappingFaults, readAnew } from '../read-columns-form.ts'
import { settingsOfFiles } from '../read-settings-form.ts'
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

/** Files up to this size are looked through while the page waits; larger ones by a job. */
const inlineBytes = 24 * 1024 ** 2

const lookThrough = async (place: Place, study: Study, survey: URL): Promise<Answer> => {
  const { visit, room } = place
  const { files, choices } = study
  const doing = doingOf(askingOf(place))
  const bytes = Object.values(files).reduce((sum, file) => sum + file.bytes, 0)
  if (bytes > inlineBytes) {
    const job = await visit.startJob(visit.db, `${room.id}.look`, inputOf(place, study))
    await changeDraft(doing, study, { state: 'looking', choices, job })
    return { kind: 'see-other', to: visit.to(`/jobs/${job}`) }
  }
  const words = commandWords(room, study, (sha256) => visit.files.pathOf(sha256))
  const found = await surveyInWorker(survey, words, new AbortController().signal)
  if (!found.ok) return columnsView({ ...place, study, faults: found.faults })
  await changeDraft(doing, study, { state: 'settings', choices, survey: found.value })
  return { kind: 'see-other', to: hrefOf(place, `/drafts/${study.id}/settings`) }
}

const isOfFiles = (room: StudyRoom, setting: string): boolean =>
  room.settings.some(({ name, isOfFiles }) => name === setting && isOfFiles === true)

const map = async (place: Place): Promise<Answer> => {
  const { visit, room } = place
  const before = await getDraft(askingOf(place), idOf(place))
  const moved = await elsewhere(place, before)
  if (moved) return moved
  const doing = doingOf(askingOf(place))
  const chosen = choicesIn(room, before, visit.form)
  const others = Object.entries(chosen.settings).filter(([name]) => !isOfFiles(room, name))
  const choices = { ...chosen, settings: { ...Object.fromEntries(others), ...settingsOfFiles(visit, room) } }
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
  if (room.survey) return lookThrough(place, study, room.survey)
  await changeDraft(doing, before, { state: 'settings', choices })
  return { kind: 'see-other', to: hrefOf(place, `/drafts/${before.id}/settings`) }
}

/** Keeps the matching of columns; files to be read in another way are read, and the person looks again. */
const mappingPage = (room: StudyRoom): Page =>
  studyPage(room, { name: 'map', method: 'POST', path: '/drafts/:id/columns', permission: 'run', respond: map })

export const columnsPages = (room: StudyRoom): readonly Page[] => [columnsPage(room), mappingPage(room)]
