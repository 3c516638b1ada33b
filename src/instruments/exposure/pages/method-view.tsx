import type { Visit } from '../../../people/index.ts'
import { ScrollArea, Table } from '../../../ui/table/table.tsx'
import type { ExposureDocument, InputRecord } from '../document.ts'
import type { FinishedStudy } from '../study.ts'
import { words } from '../words/words.generated.ts'

interface MethodProps {
  readonly visit: Visit
  readonly study: FinishedStudy
  readonly document: ExposureDocument
}

const Inputs = ({ visit, document }: MethodProps) => {
  const t = visit.words(words)
  const { exposures, works } = document.method.inputs
  const row = (what: string, input: InputRecord) => [
    <>
      {what}
      <br />
      <bdi>{input.file}</bdi>
    </>,
    visit.format.number(input.rows),
    input.encoding,
    <code class="or-hash" dir="ltr">
      {input.sha256}
    </code>,
  ]
  return (
    <ScrollArea label={t('method.inputs')}>
      <Table
        caption={t('method.inputs')}
        firstCellIsHeader
        columns={[
          { text: t('method.file') },
          { text: t('method.rows'), numeric: true },
          { text: t('method.encoding') },
          { text: 'SHA-256' },
        ]}
        rows={[row(t('columns.exposures'), exposures), row(t('columns.works'), works)]}
      />
    </ScrollArea>
  )
}

/** One option a line, as a POSIX shell takes it; what stands in quotation marks is left alone. */
const lines = (command: string): string =>
  command.replaceAll(/\\'|'[^']*'|( --)/g, (found, option: string | undefined) => (option ? ' \\\n  --' : found))

/** How the figures were made, in plain words, with what is needed to make them again. */
export const MethodSection = (props: MethodProps) => {
  const { visit, study, document } = props
  const t = visit.words(words)
  const { interval, join, spellings, command, software } = document.method
  const settled = Object.entries(spellings)
  return (
    <>
      <h2 class="govuk-heading-m" id="method">
        {t('method.title')}
      </h2>
      <p class="govuk-body">{t('method.local')}</p>
      <p class="govuk-body">{t('method.unknown')}</p>
      <p class="govuk-body">{join === 'by work_id' ? t('method.join-id') : t('method.join-title')}</p>
      <p class="govuk-body">
        {t('method.interval', { replicates: interval.replicates, seed: interval.seed, level: interval.level })}
      </p>
      <p class="govuk-body">{t('method.limits', { depth: document.overall.deepest_position })}</p>
      {settled.length > 0 ? (
        <p class="govuk-body">
          {t('method.spellings')} <bdi>{settled.map(([text, code]) => `${text} = ${code}`).join(', ')}</bdi>
        </p>
      ) : null}
      <Inputs {...props} />
      <p class="govuk-body">{t('method.command')}</p>
      <ScrollArea label={t('method.command')}>
        <pre dir="ltr">
          <code>{lines(command)}</code>
        </pre>
      </ScrollArea>
      <p class="govuk-hint">{t('method.made', { software, at: visit.format.instant(study.finishedAt) })}</p>
    </>
  )
}
