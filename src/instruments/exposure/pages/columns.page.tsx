import { type ColumnMapping, checkMapping, encodings, openDataFile } from '../../../engines/tables/index.ts'
import type { Fault } from '../../../kernel/fault.ts'
import type { Answer, Page, Visit } from '../../../people/index.ts'
import { Button, ButtonGroup } from '../../../ui/button/button.tsx'
import { Details } from '../../../ui/details/details.tsx'
import { Fieldset } from '../../../ui/fieldset/fieldset.tsx'
import { InsetText } from '../../../ui/inset-text/inset-text.tsx'
import { Radios } from '../../../ui/radios/radios.tsx'
import { Select } from '../../../ui/select/select.tsx'
import { ScrollArea, Table } from '../../../ui/table/table.tsx'
import { askingOf, crumbsOf, errorOf, Faults, faultText, KeyInput } from '../asking.tsx'
import { isUnderWay } from '../draft-job.ts'
import type { StudyInput } from '../jobs.ts'
import { keptFile } from '../kept-file.ts'
import { noLayout } from '../layouts.ts'
import { changeDraft, doingOf, getDraft } from '../store.ts'
import { type Choices, type KeptFile, layoutOf, optionsOf, type Study } from '../study.ts'
import { columnsOf, type FileRole } from '../study-files.ts'
import { surveyFiles } from '../survey.ts'
import { words } from '../words/words.generated.ts'
import { DraftRemoval } from './removal.page.tsx'

const roles = ['exposures', 'works'] as const

/** Files up to this size are looked through while the page waits; larger ones by a job. */
const inlineBytes = 24 * 1024 ** 2

const controlOf = (field: string): string => {
  if (field === 'exposures') return 'exposures.title'
  return field === 'works' ? 'works.title' : field
}

interface StepProps {
  readonly visit: Visit
  readonly study: Study
  readonly faults: readonly Fault[]
}

const Preview = ({ visit, file }: { readonly visit: Visit; readonly file: KeptFile }) => (
  <ScrollArea label={visit.words(words)('columns.preview', { name: file.name })}>
    <Table
      classes="or-preview"
      columns={file.header.map((text) => ({ text: <bdi>{text}</bdi> }))}
      rows={file.sample.map((row) => file.header.map((_, at) => <bdi>{row[at] ?? ''}</bdi>))}
    />
  </ScrollArea>
)

const Columns = ({ visit, study, faults, role }: StepProps & { readonly role: FileRole }) => {
  const t = visit.words(words)
  const text = visit.findText(words)
  const [file, mapping] = [study.files[role], study.choices.mappings[role]]
  const whole = errorOf(visit, faults, role)
  return (
    <Fieldset legend={t(`columns.${role}`)} legendSize="m">
      <p class="govuk-body">
        <bdi>{file.name}</bdi>
      </p>
      {file.notes.map((note) => (
        <p class="govuk-hint">{faultText(visit, note)}</p>
      ))}
      <Details summary={t('columns.first-rows')} open>
        <Preview visit={visit} file={file} />
      </Details>
      {columnsOf[role].map(({ name, required }) => (
        <Select
          name={`${role}.${name}`}
          label={text(`column.${name}`) ?? name}
          hint={text(`column.${role}.${name}.hint`)}
          error={errorOf(visit, faults, `${role}.${name}`) ?? (name === 'title' ? whole : undefined)}
          errorPrefix={t('error')}
          value={mapping[name] ?? ''}
          options={[
            { value: '', text: required ? t('columns.choose') : t('columns.none') },
            ...file.header.map((column) => ({ value: column, text: column })),
          ]}
        />
      ))}
    </Fieldset>
  )
}

const Reading = ({ visit, study, faults }: StepProps) => {
  const t = visit.words(words)
  const orders = ['', 'dmy', 'mdy'] as const
  const isAsked = faults.some(({ code }) => code === 'days-ambiguous')
  const isGuessed = roles.some((role) => study.files[role].notes.some(({ code }) => code === 'encoding-guessed'))
  return (
    <Details summary={t('columns.reading')} open={isAsked || isGuessed}>
      <Radios
        name="dates"
        label={t('columns.dates')}
        labelSize="s"
        size="small"
        options={orders.map((order) => ({
          value: order,
          label: t(order === '' ? 'columns.dates.found' : `columns.dates.${order}`),
          checked: (study.choices.dates ?? '') === order,
        }))}
      />
      {roles.map((role) => (
        <Select
          name={`${role}-encoding`}
          label={t(`columns.encoding.${role}`)}
          value={study.choices.encodings[role] ?? ''}
          options={[
            { value: '', text: t('columns.encoding.found', { encoding: study.files[role].encoding }) },
            ...encodings.map((encoding) => ({ value: encoding, text: encoding })),
          ]}
        />
      ))}
    </Details>
  )
}

const columnsView = (visit: Visit, study: Study, faults: readonly Fault[]): Answer => {
  const t = visit.words(words)
  const isKnown = layoutOf(study.choices.mappings) !== noLayout
  return {
    kind: 'view',
    title: t('columns.title'),
    room: 'exposure',
    crumbs: crumbsOf(visit),
    ...(faults.length > 0 ? { status: 422 as const } : {}),
    body: (
      <>
        <Faults visit={visit} faults={faults} controlOf={controlOf} />
        <span class="govuk-caption-l">{t('step', { step: 2, of: 3 })}</span>
        <h1 class="govuk-heading-l">{t('columns.title')}</h1>
        <p class="govuk-body">{t('columns.lead')}</p>
        {isKnown ? <InsetText>{t('columns.known')}</InsetText> : null}
        <form method="post" action={visit.to(`/exposure/drafts/${study.id}/columns`)}>
          <KeyInput visit={visit} />
          {roles.map((role) => (
            <Columns visit={visit} study={study} faults={faults} role={role} />
          ))}
          <Reading visit={visit} study={study} faults={faults} />
          <ButtonGroup>
            <Button preventDoubleClick>{t('continue')}</Button>
          </ButtonGroup>
        </form>
        <DraftRemoval visit={visit} study={study} />
      </>
    ),
  }
}

/** Which column stands for what: proposed, shown with the first rows, and to be corrected. */
export const columnsPage: Page = {
  name: 'exposure.columns',
  method: 'GET',
  under: 'party',
  path: '/exposure/drafts/:id/columns',
  permission: 'exposure.run',
  respond: async (visit) => {
    const study = await getDraft(askingOf(visit), visit.parameters['id'] ?? '')
    if (study.state === 'done') return { kind: 'see-other', to: visit.to(`/exposure/${study.id}`) }
    if (await isUnderWay(visit.db, study)) return { kind: 'see-other', to: visit.to(`/jobs/${study.job}`) }
    return columnsView(visit, study, study.state === 'columns' ? study.faults : [])
  },
}

const mappingOf = (visit: Visit, role: FileRole, { header }: KeptFile): ColumnMapping =>
  Object.fromEntries(
    columnsOf[role]
      .map(({ name }) => [name, visit.form.text(`${role}.${name}`)] as const)
      .filter(([, column]) => header.includes(column)),
  )

const choicesOf = (visit: Visit, { files, choices }: Study): Choices => {
  const order = visit.form.text('dates')
  const encodingOf = (role: FileRole) => {
    const encoding = encodings.find((each) => each === visit.form.text(`${role}-encoding`))
    return encoding === undefined ? {} : { [role]: encoding }
  }
  const { dates: _, ...kept } = choices
  return {
    ...kept,
    mappings: {
      exposures: mappingOf(visit, 'exposures', files.exposures),
      works: mappingOf(visit, 'works', files.works),
    },
    encodings: { ...encodingOf('exposures'), ...encodingOf('works') },
    ...(order === 'dmy' || order === 'mdy' ? { dates: order } : {}),
  }
}

/** Files read anew in another encoding, so that the person sees what it makes of them; nothing when none was changed. */
const readAnew = async (visit: Visit, before: Study, choices: Choices): Promise<Answer | undefined> => {
  const changed = roles.filter((role) => choices.encodings[role] !== before.choices.encodings[role])
  if (changed.length === 0) return undefined
  const files = { ...before.files }
  for (const role of changed) {
    const { sha256, name } = before.files[role]
    const encoding = choices.encodings[role]
    const opened = await openDataFile(visit.files.pathOf(sha256), { name, ...(encoding ? { encoding } : {}) })
    if (!opened.ok)
      return columnsView(
        visit,
        { ...before, choices },
        opened.faults.map((fault) => ({ ...fault, field: role })),
      )
    files[role] = keptFile(opened.value)
  }
  await changeDraft(doingOf(askingOf(visit)), before, { state: 'columns', files, choices })
  return {
    kind: 'see-other',
    to: visit.to(`/exposure/drafts/${before.id}/columns`),
    notice: visit.words(words)('notice.read-anew'),
  }
}

const lookThrough = async (visit: Visit, study: Study): Promise<Answer> => {
  const { files, choices } = study
  if (files.exposures.bytes + files.works.bytes > inlineBytes) {
    const { userId, name } = visit.actor
    const input: StudyInput = { studyId: study.id, actor: userId === undefined ? { name } : { userId, name } }
    const job = await visit.startJob(visit.db, 'exposure.look', input)
    await changeDraft(doingOf(askingOf(visit)), study, { state: 'looking', choices, job })
    return { kind: 'see-other', to: visit.to(`/jobs/${job}`) }
  }
  const survey = await surveyFiles(optionsOf(study, visit.files))
  if (!survey.ok) return columnsView(visit, study, survey.faults)
  await changeDraft(doingOf(askingOf(visit)), study, { state: 'country', choices, survey: survey.value })
  return { kind: 'see-other', to: visit.to(`/exposure/drafts/${study.id}/country`) }
}

/** Columns that are needed and not chosen, and columns chosen for two things. */
const mappingFaults = ({ files, choices }: Study, role: FileRole): Fault[] => {
  const mapping = choices.mappings[role]
  const checked = checkMapping(mapping, columnsOf[role], files[role].name)
  const chosen = Object.entries(mapping)
  const twice = chosen.filter(([, column], at) => chosen.findIndex(([, other]) => other === column) < at)
  return [
    ...(checked.ok ? [] : checked.faults),
    ...twice.map(([field, found]) => ({ code: 'column-twice', field, values: { found } })),
  ].map((fault) => ({ ...fault, field: `${role}.${fault.field}` }))
}

/** Keeps the matching of columns and looks what the files hold together. */
export const mappingPage: Page = {
  name: 'exposure.map',
  method: 'POST',
  under: 'party',
  path: '/exposure/drafts/:id/columns',
  permission: 'exposure.run',
  respond: async (visit) => {
    const before = await getDraft(askingOf(visit), visit.parameters['id'] ?? '')
    if (before.state === 'done') return { kind: 'see-other', to: visit.to(`/exposure/${before.id}`) }
    if (await isUnderWay(visit.db, before)) return { kind: 'see-other', to: visit.to(`/jobs/${before.job}`) }
    const choices = choicesOf(visit, before)
    const study: Study = { ...before, choices }
    const anew = await readAnew(visit, before, choices)
    if (anew) return anew
    const faults = roles.flatMap((role) => mappingFaults(study, role))
    return faults.length > 0 ? columnsView(visit, study, faults) : await lookThrough(visit, study)
  },
}
