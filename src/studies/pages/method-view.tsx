import type { FileRecord } from '../../engines/studies/index.ts'
import { Link } from '../../ui/link/link.tsx'
import { ScrollArea, Table } from '../../ui/table/table.tsx'
import { chosenValues, type Place, roleText, textOf } from '../asking.tsx'
import type { StudyDocument } from '../declaration.ts'
import type { FinishedStudy } from '../study.ts'
import { words } from '../words/words.generated.ts'
import { hrefOf } from './study-page.ts'

type MethodProps = Place & { readonly study: FinishedStudy; readonly document: StudyDocument }

const Inputs = ({ document, ...place }: MethodProps) => {
  const { visit } = place
  const t = visit.words(words)
  const row = (role: string, input: FileRecord) => [
    <>
      {roleText(place, role)}
      <br />
      <bdi>{input.file}</bdi>
    </>,
    visit.format.number(input.rows),
    visit.format.number(input.bytes),
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
          { text: t('method.bytes'), numeric: true },
          { text: t('method.encoding') },
          { text: 'SHA-256' },
        ]}
        rows={Object.entries(document.method.inputs).flatMap(([role, input]) => [
          row(role, input),
          ...(input.further ?? []).map((file) => row(role, file)),
        ])}
      />
    </ScrollArea>
  )
}

/** A sentence of the record: in the reader's language where the instrument has it, else the record's own English. */
const Sentence = ({ place, name, text, values }: SentenceProps) => {
  const said = textOf(place, name, values)
  if (said !== undefined) return <li>{said}</li>
  return (
    <li lang="en" dir="ltr">
      {text}
    </li>
  )
}

interface SentenceProps {
  readonly place: Place
  readonly name: string
  readonly text: string
  readonly values: Readonly<Record<string, string>>
}

/** Every rule by which the figures were made, and how their intervals were drawn. */
const Rules = (props: MethodProps) => {
  const { visit, room, study, document } = props
  const { rules, interval } = document.method
  const place = { visit, room }
  const values = chosenValues(props, study)
  return (
    <ul class="govuk-list govuk-list--bullet">
      {Object.entries(rules).map(([name, text]) => (
        <Sentence place={place} name={`rule.${name}`} text={text} values={values} />
      ))}
      {interval ? (
        <>
          <Sentence place={place} name="method.resampling" text={interval.resampling} values={values} />
          <li>
            {visit.words(words)('method.interval', {
              level: interval.level,
              replicates: interval.replicates,
              seed: interval.seed,
            })}
          </li>
        </>
      ) : null}
    </ul>
  )
}

const Limits = (props: MethodProps) => {
  const { visit, room, study, document } = props
  const values = chosenValues(props, study)
  return (
    <ul class="govuk-list govuk-list--bullet">
      {document.method.limits.map((text, at) => (
        <Sentence place={{ visit, room }} name={`limit.${at + 1}`} text={text} values={values} />
      ))}
    </ul>
  )
}

/** One option a line, as a POSIX shell takes it; what stands in quotation marks is left alone. */
const lines = (command: string): string =>
  command.replaceAll(/\\'|'[^']*'|( --)/g, (found, option: string | undefined) => (option ? ' \\\n  --' : found))

const Command = ({ visit, study, document }: MethodProps) => {
  const t = visit.words(words)
  const { command, software } = document.method
  return (
    <>
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

/** What the figures do not say, the command that makes them again, and the way to the whole record. */
export const MethodSection = (props: MethodProps) => {
  const t = props.visit.words(words)
  return (
    <>
      <h2 class="govuk-heading-m" id="method">
        {t('method.title')}
      </h2>
      <h3 class="govuk-heading-s">{t('method.limits')}</h3>
      <Limits {...props} />
      <Command {...props} />
      <p class="govuk-body">
        <Link href={hrefOf(props, `/${props.study.id}/method`)}>{t('method.more')}</Link>
      </p>
    </>
  )
}

/** The whole record: rules, limits, files with their hashes, what was settled by hand, the command. */
export const Method = (props: MethodProps) => {
  const t = props.visit.words(words)
  const settled = Object.entries(props.document.method.spellings)
  return (
    <>
      <h2 class="govuk-heading-m">{t('method.rules')}</h2>
      <Rules {...props} />
      {settled.length > 0 ? (
        <p class="govuk-body">
          {t('method.spellings')} <bdi>{settled.map(([text, code]) => `${text} = ${code}`).join(', ')}</bdi>
        </p>
      ) : null}
      <h2 class="govuk-heading-m">{t('method.limits')}</h2>
      <Limits {...props} />
      <h2 class="govuk-heading-m">{t('method.again')}</h2>
      <Inputs {...props} />
      <Command {...props} />
    </>
  )
}
