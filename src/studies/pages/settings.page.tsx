import type { Answer, Page } from '../../people/index.ts'
import { Link } from '../../ui/link/link.tsx'
import { askingOf, type Place, roleText, type StudyRoom } from '../asking.tsx'
import { changeDraft, doingOf } from '../change-studies.ts'
import type { Study } from '../draft.ts'
import { inputOf } from '../jobs.ts'
import { fromForm, readSettings, typedOf } from '../read-settings-form.ts'
import { getDraft } from '../read-studies.ts'
import { words } from '../words/words.generated.ts'
import { draftStep } from './draft-step.tsx'
import { elsewhere } from './columns.page.tsx'
import { DraftRemoval } from './removal.page.tsx'
import { controlOf, SettingsForm, type SettingsProps } from './settings-form.tsx'
import { hrefOf, idOf, studyPage } from './study-page.ts'
import { SurveyView } from './survey-view.tsx'

/** A name in another script keeps its own direction inside a sentence. */
const isolated = (text: string): string => `\u2068${text}\u2069`

const filesText = (place: Place, { files }: Study): string =>
  place.visit.format.list(
    place.room.roles.flatMap(({ name }) => {
      const file = files[name]
      return file ? [`${roleText(place, name)} (${isolated(file.name)})`] : []
    }),
  )

const settingsView = (props: SettingsProps): Answer => {
  const { visit, room, study, faults } = props
  const t = visit.words(words)
  return draftStep({
    visit,
    room,
    step: 3,
    title: t('settings.title'),
    faults,
    controlOf: controlOf(props),
    children: (
      <>
        <p class="govuk-body">
          {t('settings.files', { files: filesText(props, study) })}{' '}
          <Link href={hrefOf(props, `/drafts/${study.id}/columns`)}>{t('settings.back')}</Link>
        </p>
        <SurveyView {...props} />
        <SettingsForm {...props} />
        <DraftRemoval {...props} />
      </>
    ),
  })
}

/** Where a draft is shown that is not at this step. */
const awayFrom = async (place: Place, study: Study): Promise<Answer | undefined> => {
  const moved = await elsewhere(place, study)
  if (moved || (study.state !== 'columns' && study.state !== 'looking')) return moved
  return { kind: 'see-other', to: hrefOf(place, `/drafts/${study.id}/columns`) }
}

/** What is to be worked out: title, period, settings, spellings. */
const settingsPage = (room: StudyRoom): Page =>
  studyPage(room, {
    name: 'settings',
    method: 'GET',
    path: '/drafts/:id/settings',
    permission: 'run',
    respond: async (place) => {
      const study = await getDraft(askingOf(place), idOf(place))
      const moved = await awayFrom(place, study)
      return moved ?? settingsView({ ...place, study, typed: typedOf(place.visit, room, study), faults: study.faults })
    },
  })

const run = async (place: Place): Promise<Answer> => {
  const { visit, room } = place
  const study = await getDraft(askingOf(place), idOf(place))
  const moved = await awayFrom(place, study)
  if (moved) return moved
  const typed = fromForm(visit, room, study)
  const { settings, period, faults } = readSettings(visit, room, study, typed)
  if (faults.length > 0) return settingsView({ ...place, study, typed, faults })
  const job = await visit.startJob(visit.db, `${room.id}.run`, inputOf(place, study))
  await changeDraft(doingOf(askingOf(place)), study, {
    state: 'running',
    choices: { ...study.choices, settings, spellings: typed.spellings },
    title: typed.title,
    language: visit.locale,
    ...(period ? { period } : {}),
    job,
  })
  return { kind: 'see-other', to: visit.to(`/jobs/${job}`) }
}

/** Begins the computation of a study. */
const runPage = (room: StudyRoom): Page =>
  studyPage(room, { name: 'run', method: 'POST', path: '/drafts/:id/settings', permission: 'run', respond: run })

export const settingsPages = (room: StudyRoom): readonly Page[] => [settingsPage(room), runPage(room)]
