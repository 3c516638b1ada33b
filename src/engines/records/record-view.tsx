import type { Fault } from '../../kernel/fault.ts'
import type { SubmittedForm } from '../../platform/http/submitted-form.ts'
import { formOf } from '../../platform/http/submitted-form.ts'
import { Button, ButtonGroup } from '../../ui/button/button.tsx'
import type { Content } from '../../ui/content.ts'
import { Link } from '../../ui/link/link.tsx'
import { Select } from '../../ui/select/select.tsx'
import { SummaryCard, SummaryList } from '../../ui/summary-list/summary-list.tsx'
import { TaskList } from '../../ui/task-list/task-list.tsx'
import { ErrorSummary } from '../../ui/error-summary/error-summary.tsx'
import { controlId, type Field, formEntriesOf, FormFields, readForm, summaryRows } from '../forms/index.ts'
import { fieldsOf, type RegisterRecord, type Section } from './register.ts'
import { recordFaultText, type RegisterView } from './view-context.ts'

export const sectionTitle = (view: RegisterView, key: string): string => view.form.fieldText(`section.${key}`) ?? key

interface SectionsProps {
  readonly view: RegisterView
  readonly record: RegisterRecord
  readonly canEdit: boolean
}

const answersOf = ({ view, record }: SectionsProps, section: Section) =>
  summaryRows(view.form, section.fields, record.values)

const SectionCard = (props: SectionsProps & { readonly section: Section }) => {
  const { view, record, section, canEdit } = props
  const rows = answersOf(props, section)
  const missing = section.fields.length - rows.length
  const text = missing === 0 ? view.t('record.change') : view.t('record.change-more', { count: missing })
  const change = { href: `${view.base}/${record.id}/${section.key}`, text }
  return <SummaryCard title={sectionTitle(view, section.key)} actions={canEdit ? [change] : []} list={{ rows }} />
}

const StillToSay = (props: SectionsProps & { readonly sections: readonly Section[] }) => {
  const { view, record, sections } = props
  return (
    <>
      <h2 class="govuk-heading-m">{view.t('record.still-to-say')}</h2>
      <TaskList
        idPrefix="still"
        tasks={sections.map(({ key, fields }) => ({
          title: sectionTitle(view, key),
          href: `${view.base}/${record.id}/${key}`,
          status: view.t('record.unanswered', { count: fields.length }),
        }))}
      />
    </>
  )
}

/** Everything a record says, section by section, each with its way to change it; then the sections that say nothing yet. */
export const RecordSections = (props: SectionsProps) => {
  const { view, record, canEdit } = props
  const isFilled = (section: Section): boolean => answersOf(props, section).length > 0
  const empty = view.register.sections.filter((section) => !isFilled(section))
  return (
    <>
      <div lang={record.language === view.page.locale ? undefined : record.language}>
        {view.register.sections.filter(isFilled).map((section) => (
          <SectionCard {...props} section={section} />
        ))}
      </div>
      {canEdit && empty.length > 0 ? <StillToSay {...props} sections={empty} /> : null}
    </>
  )
}

/** The hidden idempotency key every form carries. */
export const KeyInput = ({ view }: { readonly view: RegisterView }) => (
  <input type="hidden" name="key" value={view.page.newKey()} />
)

interface RecordFormProps {
  readonly view: RegisterView
  readonly fields: readonly Field[]
  readonly form: SubmittedForm
  readonly faults: readonly Fault[]
  readonly action: string
  /** The version the form was opened on; none for a new record. */
  readonly version?: number
  readonly cancel: string
  readonly submit: string
  /** Also asks for the language of the texts, with these to choose from. */
  readonly languages?: readonly string[]
  readonly before?: Content
}

/** What was not accepted, each sentence linked to its control. */
export const RecordFaults = ({ view, faults }: { readonly view: RegisterView; readonly faults: readonly Fault[] }) =>
  faults.length === 0 ? null : (
    <ErrorSummary
      title={view.form.t('summary.title')}
      errors={faults.map((fault) => ({
        text: recordFaultText(view, fault),
        ...(fault.field === undefined ? {} : { href: `#${controlId(fault.field)}` }),
      }))}
    />
  )

/** The form of some fields of a record: what was typed is kept, whatever happens. */
export const RecordForm = (props: RecordFormProps) => {
  const { view, fields, form, faults, action, version, cancel, submit, languages } = props
  const chosen = form.text('language') || view.page.locale
  return (
    <form method="post" action={action} novalidate>
      <KeyInput view={view} />
      {version === undefined ? null : <input type="hidden" name="version" value={String(version)} />}
      {languages ? (
        <Select
          name="language"
          id="f-language"
          label={view.t('record.language')}
          labelSize="s"
          hint={view.t('record.language.hint')}
          value={chosen}
          options={languages.map((code) => ({ value: code, text: view.page.format.languageName(code) }))}
        />
      ) : null}
      <FormFields fields={fields} form={form} faults={faults} context={view.form} />
      <ButtonGroup>
        <Button preventDoubleClick>{submit}</Button>
        <Link href={cancel}>{view.t('record.cancel')}</Link>
      </ButtonGroup>
    </form>
  )
}

/** A form opened on what a record holds. */
export const openedForm = (fields: readonly Field[], record: RegisterRecord): SubmittedForm =>
  formOf([['language', record.language], ...formEntriesOf(fields, record.values)])

/** Somebody else changed the record meanwhile: what stands now beside what was typed, and the form to save over it. */
export const ConflictView = (props: RecordFormProps & { readonly current: RegisterRecord }) => {
  const { view, fields, form, current } = props
  const typed = readForm(fields, form, { optionsOf: view.form.optionsOf, decimal: decimalOf(view) }).values
  return (
    <>
      <h1 class="govuk-heading-l">{view.t('conflict.title')}</h1>
      <p class="govuk-body">{view.t('conflict.text')}</p>
      <h2 class="govuk-heading-m">{view.t('conflict.now')}</h2>
      <SummaryList rows={summaryRows(view.form, fields, current.values, { all: true })} />
      <h2 class="govuk-heading-m">{view.t('conflict.yours')}</h2>
      <SummaryList rows={summaryRows(view.form, fields, typed, { all: true })} />
      <RecordForm {...props} version={current.version} submit={view.t('conflict.save')} />
    </>
  )
}

/** The decimal sign of the page's language and region. */
export const decimalOf = (view: RegisterView): '.' | ',' => (view.page.format.number(1.5, 1).includes(',') ? ',' : '.')

/** Fields of a register by name, in the given order. */
export const fieldsNamed = (view: RegisterView, names: readonly string[]): readonly Field[] =>
  names.flatMap((name) => fieldsOf(view.register).filter((field) => field.name === name))
