import type { SubmittedForm } from '../../platform/http/submitted-form.ts'
import { Button, ButtonGroup } from '../../ui/button/button.tsx'
import { Checkboxes } from '../../ui/checkboxes/checkboxes.tsx'
import { InsetText } from '../../ui/inset-text/inset-text.tsx'
import { Link } from '../../ui/link/link.tsx'
import { Radios } from '../../ui/radios/radios.tsx'
import { Select } from '../../ui/select/select.tsx'
import { ScrollArea, Table } from '../../ui/table/table.tsx'
import { TextInput } from '../../ui/text-input/text-input.tsx'
import type { DayOrder } from '../forms/index.ts'
import { type ImportMapping, targetsOf } from './import-mapping.ts'
import type { ImportRecord } from './import-store.ts'
import { KeyInput } from './record-view.tsx'
import { recordFaultText, type RegisterView, targetLabel } from './view-context.ts'

const columnName = (at: number): string => `column.${at}`

/** Reads the mapping a person chose; targets the register does not have are left out. */
export const readMapping = (view: RegisterView, record: ImportRecord, form: SubmittedForm): ImportMapping => {
  const targets = new Set(targetsOf(view.register))
  const chosen = record.header.map((column, at) => [column, form.text(columnName(at))] as const)
  const order = form.text('day-order')
  const only = { column: form.text('only-column'), value: form.text('only-value').trim() }
  return {
    columns: Object.fromEntries(chosen.filter(([, target]) => targets.has(target))),
    language: form.text('language') || view.page.locale,
    ...(order === 'day-first' || order === 'month-first' ? { dayOrder: order satisfies DayOrder } : {}),
    ...(record.header.includes(only.column) && only.value !== '' ? { only } : {}),
    ...(form.has('strict') ? { strict: true } : {}),
    ...(record.mapping.preset === undefined ? {} : { preset: record.mapping.preset }),
  }
}

interface MappingProps {
  readonly view: RegisterView
  readonly record: ImportRecord
  readonly languages: readonly string[]
  /** A known layout by its name in the register's words (`preset.<name>`). */
  readonly presetText?: string | undefined
}

const sampleText = (record: ImportRecord, at: number): string => {
  const texts = record.sample.map((row) => row[at] ?? '').filter((text) => text !== '')
  const short = [...new Set(texts)].slice(0, 3).map((text) => (text.length > 60 ? `${text.slice(0, 60)}…` : text))
  return short.join(' · ')
}

const ColumnsTable = ({ view, record }: MappingProps) => {
  const { t } = view
  const options = [
    { value: '', text: t('import.target.none') },
    ...targetsOf(view.register).map((target) => ({ value: target, text: targetLabel(view, target) })),
  ]
  return (
    <ScrollArea label={t('import.column')}>
      <Table
        columns={[{ text: t('import.column') }, { text: t('import.sample') }, { text: t('import.target') }]}
        firstCellIsHeader
        rows={record.header.map((column, at) => [
          <span dir="auto">{column}</span>,
          <span class="govuk-hint" dir="auto">
            {sampleText(record, at)}
          </span>,
          <Select
            name={columnName(at)}
            id={`column-${at}`}
            label={<span class="govuk-visually-hidden">{`${t('import.target')}: ${column}`}</span>}
            value={record.mapping.columns[column] ?? ''}
            options={options}
          />,
        ])}
      />
    </ScrollArea>
  )
}

const OnlyFilter = ({ view, record }: MappingProps) => {
  const { t } = view
  const { only } = record.mapping
  const columns = record.header.map((column) => ({ value: column, text: column }))
  return (
    <>
      <Select
        name="only-column"
        id="only-column"
        label={t('import.only.column')}
        labelSize="s"
        hint={t('import.only.hint')}
        value={only?.column ?? ''}
        options={[{ value: '', text: t('import.only.all') }, ...columns]}
      />
      <TextInput
        name="only-value"
        id="only-value"
        label={t('import.only.value')}
        value={only?.value ?? ''}
        width={20}
      />
    </>
  )
}

const HowToRead = ({ view, record, languages }: MappingProps) => {
  const { t } = view
  const orders = ['', 'day-first', 'month-first'] as const
  const { mapping } = record
  return (
    <>
      <Select
        name="language"
        id="language"
        label={t('import.language')}
        labelSize="s"
        value={mapping.language}
        options={languages.map((code) => ({ value: code, text: view.page.format.languageName(code) }))}
      />
      <Radios
        name="day-order"
        id="day-order"
        label={t('import.day-order')}
        labelSize="s"
        size="small"
        options={orders.map((order) => ({
          value: order,
          label: t(`import.day-order.${order === '' ? 'unsaid' : order}`),
          checked: (mapping.dayOrder ?? '') === order,
        }))}
      />
      <OnlyFilter view={view} record={record} languages={languages} />
      <Checkboxes
        name="strict"
        id="strict"
        size="small"
        options={[{ value: 'yes', label: t('import.strict'), checked: mapping.strict ?? false }]}
      />
    </>
  )
}

/** The columns of an uploaded file, each with what it is to become; what was guessed or saved is filled in. */
export const ImportMappingForm = (props: MappingProps) => {
  const { view, record, presetText } = props
  const { t } = view
  return (
    <>
      <h1 class="govuk-heading-l">{t('import.mapping.title', { name: record.name })}</h1>
      <p class="govuk-body">{t('import.mapping.lead')}</p>
      {presetText === undefined ? null : <InsetText>{t('import.mapping.known', { preset: presetText })}</InsetText>}
      <ImportNotes view={view} record={record} />
      <form method="post" action={`${view.base}/imports/${record.id}/mapping`}>
        <KeyInput view={view} />
        <ColumnsTable {...props} />
        <HowToRead {...props} />
        <ButtonGroup>
          <Button preventDoubleClick>{t('import.check')}</Button>
          <Link href={`${view.base}/imports`}>{t('record.cancel')}</Link>
        </ButtonGroup>
      </form>
    </>
  )
}

/** What is to be told about the file before anything else. */
export const ImportNotes = ({ view, record }: { readonly view: RegisterView; readonly record: ImportRecord }) =>
  record.notes.length === 0 ? null : (
    <ul class="govuk-list govuk-list--bullet">
      {record.notes.map((note) => (
        <li>{recordFaultText(view, note)}</li>
      ))}
    </ul>
  )
