import { resamplingFaults } from '../../../engines/studies/resampling.ts'
import type { Fault } from '../../../kernel/fault.ts'
import type { Answer, Page, Visit } from '../../../people/index.ts'
import { askingOf, crumbsOf, Faults } from '../asking.tsx'
import { isUnderWay } from '../draft-job.ts'
import type { Resampling } from '../intervals.ts'
import type { StudyInput } from '../jobs.ts'
import { changeDraft, doingOf, getDraft } from '../store.ts'
import type { Choices, Study } from '../study.ts'
import { studyCountries } from '../study-countries.ts'
import { words } from '../words/words.generated.ts'
import { CountryForm, fromForm, type StepProps, type Surveyed, type Typed, typedOf } from './country-form.tsx'
import { DraftRemoval } from './removal.page.tsx'

const countryView = (props: StepProps): Answer => {
  const { visit, study, faults } = props
  const t = visit.words(words)
  return {
    kind: 'view',
    title: t('country.title'),
    room: 'exposure',
    crumbs: crumbsOf(visit),
    ...(faults.length > 0 ? { status: 422 as const } : {}),
    body: (
      <>
        <Faults visit={visit} faults={faults} />
        <span class="govuk-caption-l">{t('step', { step: 3, of: 3 })}</span>
        <h1 class="govuk-heading-l">{t('country.title')}</h1>
        <CountryForm {...props} />
        <DraftRemoval visit={visit} study={study} />
      </>
    ),
  }
}

/** Where a draft that is not at this step is shown. */
const elsewhere = async (visit: Visit, study: Study): Promise<Answer | undefined> => {
  if (study.state === 'done') return { kind: 'see-other', to: visit.to(`/exposure/${study.id}`) }
  if (await isUnderWay(visit.db, study)) return { kind: 'see-other', to: visit.to(`/jobs/${study.job}`) }
  if (study.survey !== undefined && study.state !== 'columns' && study.state !== 'looking') return undefined
  return { kind: 'see-other', to: visit.to(`/exposure/drafts/${study.id}/columns`) }
}

/** Whose works are local, and the spellings of countries a person has to settle. */
export const countryPage: Page = {
  name: 'exposure.country',
  method: 'GET',
  under: 'party',
  path: '/exposure/drafts/:id/country',
  permission: 'exposure.run',
  respond: async (visit) => {
    const study = await getDraft(askingOf(visit), visit.parameters['id'] ?? '')
    const moved = await elsewhere(visit, study)
    if (moved) return moved
    const surveyed = study as Surveyed
    return countryView({ visit, study: surveyed, typed: typedOf(visit, surveyed), faults: study.faults })
  },
}

/** Digits of any script and a decimal comma or point; NaN for what is no number. */
const numberOf = (text: string): number => {
  const plain = text
    .trim()
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replaceAll(/[,٫]/g, '.')
  return plain === '' ? Number.NaN : Number(plain)
}

const resamplingOf = (typed: Typed): Resampling => ({
  replicates: numberOf(typed.replicates),
  seed: numberOf(typed.seed),
  level: numberOf(typed.level),
})

const faultsOf = ({ survey }: Surveyed, typed: Typed, resampling: Resampling): Fault[] => {
  const country = studyCountries(typed.spellings)
  const spellings = survey.spellings.flatMap(({ spelling }, at): Fault[] => {
    const text = typed.spellings[spelling]
    if (text === undefined || country(text) !== undefined) return []
    return [{ code: 'spelling-without-country', field: `spelling.${at}`, values: { spelling, country: text } }]
  })
  const isThere = survey.territories.some(({ code }) => code === typed.country)
  return [
    ...(isThere ? [] : [{ code: 'no-country', field: 'country' }]),
    ...(typed.title.trim() === '' ? [{ code: 'no-title', field: 'title' }] : []),
    ...(typed.title.length > 200 ? [{ code: 'title-too-long', field: 'title', values: { most: 200 } }] : []),
    ...spellings,
    ...resamplingFaults(resampling),
  ]
}

/** Begins the computation of a study. */
export const runPage: Page = {
  name: 'exposure.run',
  method: 'POST',
  under: 'party',
  path: '/exposure/drafts/:id/country',
  permission: 'exposure.run',
  respond: async (visit) => {
    const found = await getDraft(askingOf(visit), visit.parameters['id'] ?? '')
    const moved = await elsewhere(visit, found)
    if (moved) return moved
    const study = found as Surveyed
    const typed = fromForm(study, visit.form)
    const resampling = resamplingOf(typed)
    const faults = faultsOf(study, typed, resampling)
    if (faults.length > 0) return countryView({ visit, study, typed, faults })
    const { userId, name } = visit.actor
    const input: StudyInput = { studyId: study.id, actor: userId === undefined ? { name } : { userId, name } }
    const job = await visit.startJob(visit.db, 'exposure.run', input)
    const choices: Choices = { ...study.choices, spellings: typed.spellings, resampling }
    const { country } = typed
    const title = typed.title.trim()
    await changeDraft(doingOf(askingOf(visit)), study, {
      state: 'running',
      choices,
      country,
      title,
      language: visit.locale,
      job,
    })
    return { kind: 'see-other', to: visit.to(`/jobs/${job}`) }
  },
}
