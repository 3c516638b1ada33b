import { Button, ButtonGroup } from '../../ui/button/button.tsx'
import { Link } from '../../ui/link/link.tsx'
import { SummaryList, type SummaryRow } from '../../ui/summary-list/summary-list.tsx'
import { ScrollArea, Table } from '../../ui/table/table.tsx'
import { Tag } from '../../ui/tag/tag.tsx'
import type { ImportReport } from './import-run.ts'
import type { ImportRecord } from './import-store.ts'
import { ImportNotes } from './import-mapping-view.tsx'
import { KeyInput } from './record-view.tsx'
import { recordFaultText, type RegisterView } from './view-context.ts'

interface ReportProps {
  readonly view: RegisterView
  readonly record: ImportRecord
  readonly report: ImportReport
}

/** The counts of a report with their names, in reading order; counts of nothing that went wrong are left out. */
export const reportCounts = (
  t: RegisterView['t'],
  report: ImportReport,
): readonly { readonly name: string; readonly count: number }[] => {
  const always = [
    { name: t('import.rows'), count: report.rows },
    { name: t('import.records'), count: report.records },
    { name: t('import.outcome.new'), count: report.new },
    { name: t('import.outcome.changed'), count: report.changed },
    { name: t('import.outcome.unchanged'), count: report.unchanged },
  ]
  const wherePresent = [
    { name: t('import.outcome.faulty'), count: report.faulty },
    { name: t('import.left-out'), count: report.leftOut },
    { name: t('import.repeated'), count: report.repeated },
    { name: t('import.ragged'), count: report.ragged.count },
  ]
  return [...always, ...wherePresent.filter(({ count }) => count > 0)]
}

const droppedRow = ({ view, report }: ReportProps): readonly SummaryRow[] =>
  report.dropped.length === 0
    ? []
    : [
        {
          key: view.t('import.dropped'),
          value: (
            <ul class="govuk-list">
              {report.dropped.map(({ column, cells }) => (
                <li dir="auto">{view.t('import.dropped.cells', { column, count: cells })}</li>
              ))}
            </ul>
          ),
        },
      ]

const Counts = (props: ReportProps) => {
  const { view, report } = props
  const rows = reportCounts(view.t, report).map(({ name, count }) => ({
    key: name,
    value: view.page.format.number(count),
  }))
  return <SummaryList rows={[...rows, ...droppedRow(props)]} />
}

const colours = { new: 'green', changed: 'blue', unchanged: 'grey' } as const

const FirstRecords = ({ view, report }: ReportProps) =>
  report.first.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">{view.t('import.first')}</h2>
      <Table
        columns={[]}
        rows={report.first.map(({ title, outcome, lines }) => [
          <span dir="auto">{title}</span>,
          <Tag colour={colours[outcome]}>{view.t(`import.outcome.${outcome}`)}</Tag>,
          view.t('import.lines', {
            count: lines.length,
            lines: lines.map((line) => view.page.format.number(line)).join(', '),
          }),
        ])}
        firstCellIsHeader
      />
    </>
  )

const faultsShown = 20

const FaultyRows = ({ view, record, report }: ReportProps) => {
  if (report.faulty === 0) return null
  const { t } = view
  return (
    <>
      <h2 class="govuk-heading-m">{t('import.faults')}</h2>
      <p class="govuk-body">{t('import.faults.note')}</p>
      <ScrollArea label={t('import.faults')}>
        <Table
          rows={report.faultyRows.slice(0, faultsShown).map(({ line, faults }) => [
            t('import.faults.line', { line }),
            <ul class="govuk-list">
              {faults.map((fault) => (
                <li dir="auto">{recordFaultText(view, fault)}</li>
              ))}
            </ul>,
          ])}
          firstCellIsHeader
        />
      </ScrollArea>
      {report.faulty > faultsShown ? <p class="govuk-body">{t('import.faults.more', { count: faultsShown })}</p> : null}
      <p class="govuk-body">
        <Link href={`${view.base}/imports/${record.id}/faults.csv`}>{t('import.faults.download')}</Link>
      </p>
    </>
  )
}

/** What an import would do, before anything is done. */
export const ImportPreview = (props: ReportProps) => {
  const { view, record, report } = props
  const { t } = view
  const count = report.new + report.changed
  const isHeldBack = (record.mapping.strict ?? false) && report.faulty > 0
  return (
    <>
      <h1 class="govuk-heading-l">{t('import.preview.title')}</h1>
      <ImportNotes view={view} record={record} />
      <Counts {...props} />
      {count === 0 ? <p class="govuk-body">{t('import.preview.nothing')}</p> : null}
      {report.new > 0 ? <p class="govuk-body">{t('import.drafts')}</p> : null}
      {isHeldBack ? (
        <p class="govuk-body">{recordFaultText(view, { code: 'strict-faults', values: { count: report.faulty } })}</p>
      ) : null}
      <ButtonGroup>
        {count === 0 || isHeldBack ? null : (
          <form method="post" action={`${view.base}/imports/${record.id}/confirmation`}>
            <KeyInput view={view} />
            <Button preventDoubleClick>{t('import.confirm', { count })}</Button>
          </form>
        )}
        <Link href={`${view.base}/imports/${record.id}?step=mapping`}>{t('import.back')}</Link>
      </ButtonGroup>
      <FirstRecords {...props} />
      <FaultyRows {...props} />
    </>
  )
}

/** What an import did. */
export const ImportResult = (props: ReportProps) => {
  const { view } = props
  return (
    <>
      <h1 class="govuk-heading-l">{view.t('import.result.title')}</h1>
      <ImportNotes view={view} record={props.record} />
      <Counts {...props} />
      <Button href={view.base}>{view.t('import.to-list')}</Button>
      <FaultyRows {...props} />
    </>
  )
}
