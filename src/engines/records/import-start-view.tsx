import type { Fault } from '../../kernel/fault.ts'
import { Button } from '../../ui/button/button.tsx'
import { FileUpload } from '../../ui/file-upload/file-upload.tsx'
import { Link } from '../../ui/link/link.tsx'
import { ScrollArea, Table } from '../../ui/table/table.tsx'
import type { ImportRecord } from './import-store.ts'
import { KeyInput, RecordFaults } from './record-view.tsx'
import { recordFaultText, type RegisterView } from './view-context.ts'

interface StartProps {
  readonly view: RegisterView
  readonly faults: readonly Fault[]
  readonly recent: readonly ImportRecord[]
  readonly limitBytes: number
}

const Recent = ({ view, recent }: StartProps) =>
  recent.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">{view.t('import.recent')}</h2>
      <ScrollArea label={view.t('import.recent')}>
        <Table
          rows={recent.map((record) => [
            <Link href={`${view.base}/imports/${record.id}`} attributes={{ dir: 'auto' }}>
              {record.name}
            </Link>,
            view.t(`import.state.${record.state}`),
            view.page.format.instant(record.createdAt),
          ])}
          firstCellIsHeader
        />
      </ScrollArea>
    </>
  )

/** Where an import begins: the file, and the imports before it. */
export const ImportStart = (props: StartProps) => {
  const { view, faults, limitBytes } = props
  const { t } = view
  return (
    <>
      <RecordFaults view={view} faults={faults.map((fault) => ({ ...fault, field: 'file' }))} />
      <h1 class="govuk-heading-l">{t('import.title')}</h1>
      <p class="govuk-body-l">{t('import.lead')}</p>
      <form method="post" action={`${view.base}/imports`} enctype="multipart/form-data">
        <KeyInput view={view} />
        <FileUpload
          name="file"
          id="f-file"
          label={t('import.file')}
          labelSize="m"
          hint={t('import.file.hint', { megabytes: Math.floor(limitBytes / 1024 ** 2) })}
          error={faults.length === 0 ? undefined : faults.map((fault) => recordFaultText(view, fault)).join(' ')}
          errorPrefix={view.form.t('error')}
          accept=".csv,.tsv,.txt,.xlsx,.jsonl,.ndjson,.gz,.zst"
          progressText={t('import.progress')}
        />
        <Button preventDoubleClick>{t('import.upload')}</Button>
      </form>
      <p class="govuk-body">
        <Link href={`${view.base}/imports/template.csv`}>{t('import.template')}</Link>
      </p>
      <Recent {...props} />
    </>
  )
}
