import { readForm, type Values } from '../../../engines/forms/index.ts'
import {
  ConflictView,
  decimalOf,
  openedForm,
  RecordFaults,
  RecordForm,
  type RegisterRecord,
  type Section,
  sectionTitle,
} from '../../../engines/records/index.ts'
import type { Fault } from '../../../kernel/fault.ts'
import { NotThere } from '../../../kernel/refusal.ts'
import type { Answer, Page, Visit } from '../../../people/index.ts'
import type { SubmittedForm } from '../../../platform/http/submitted-form.ts'
import { askingOf, languagesOf, viewOf } from '../asking.ts'
import { register } from '../register.ts'
import { changeMeasure, getMeasure } from '../store.ts'
import { words } from '../words/words.generated.ts'

const sectionOf = (visit: Visit): Section => {
  const section = register.sections.find(({ key }) => key === visit.parameters['section'])
  if (!section) throw new NotThere(`section ${visit.parameters['section'] ?? ''}`)
  return section
}

interface Shown {
  readonly record: RegisterRecord
  readonly section: Section
  readonly form: SubmittedForm
  readonly faults: readonly Fault[]
  readonly version: number
}

const formProps = (visit: Visit, { record, section, form, faults, version }: Shown) => {
  const view = viewOf(visit)
  const address = visit.to(`/measures/${record.id}`)
  return {
    view,
    fields: section.fields,
    form,
    faults,
    version,
    action: `${address}/${section.key}`,
    cancel: address,
    submit: view.t('record.save'),
    ...(section.key === 'what' ? { languages: [...new Set([...languagesOf(visit), record.language])] } : {}),
  }
}

const frameOf = (visit: Visit, { record, section }: Shown) => ({
  kind: 'view' as const,
  title: visit.words(words)('edit.title', { section: sectionTitle(viewOf(visit), section.key) }),
  room: 'measures',
  crumbs: [
    { text: visit.words(words)('title'), href: visit.to('/measures') },
    { text: record.title, href: visit.to(`/measures/${record.id}`) },
  ],
})

const formView = (visit: Visit, shown: Shown, status?: 422): Answer => {
  const frame = frameOf(visit, shown)
  const props = formProps(visit, shown)
  return {
    ...frame,
    ...(status === undefined ? {} : { status }),
    body: (
      <>
        <RecordFaults view={props.view} faults={shown.faults} />
        <span class="govuk-caption-l" lang={shown.record.language} dir="auto">
          {shown.record.title}
        </span>
        <h1 class="govuk-heading-l">{frame.title}</h1>
        <RecordForm {...props} />
      </>
    ),
  }
}

/** One section of a measure, to be changed. */
export const editPage: Page = {
  name: 'measures.edit',
  method: 'GET',
  under: 'party',
  path: '/measures/:id/:section',
  permission: 'measures.edit',
  respond: async (visit) => {
    const section = sectionOf(visit)
    const record = await getMeasure(askingOf(visit), visit.parameters['id'] ?? '')
    const form = openedForm(section.fields, record)
    return formView(visit, { record, section, form, faults: [], version: record.version })
  },
}

const without = (values: Values, section: Section): Values => {
  const asked = new Set(section.fields.map(({ name }) => name))
  return Object.fromEntries(Object.entries(values).filter(([name]) => !asked.has(name)))
}

export const updatePage: Page = {
  name: 'measures.update',
  method: 'POST',
  under: 'party',
  path: '/measures/:id/:section',
  permission: 'measures.edit',
  respond: async (visit) => {
    const section = sectionOf(visit)
    const asking = askingOf(visit)
    const record = await getMeasure(asking, visit.parameters['id'] ?? '')
    const view = viewOf(visit)
    const version = Number(visit.form.text('version'))
    const reading = { optionsOf: view.form.optionsOf, decimal: decimalOf(view) }
    const { values, faults } = readForm(section.fields, visit.form, reading)
    const shown: Shown = { record, section, form: visit.form, faults, version }
    if (faults.length > 0 || visit.form.has('add')) return formView(visit, shown, 422)
    const typed = visit.form.text('language')
    const language =
      section.key === 'what' && [...languagesOf(visit), record.language].includes(typed) ? typed : record.language
    const saved = await changeMeasure(asking, record, {
      values: { ...without(record.values, section), ...values },
      language,
      version,
    })
    if (saved.kind === 'changed')
      return {
        ...frameOf(visit, shown),
        status: 409,
        body: <ConflictView {...formProps(visit, shown)} current={saved.current} />,
      }
    return { kind: 'see-other', to: visit.to(`/measures/${record.id}`), notice: visit.words(words)('notice.saved') }
  },
}
