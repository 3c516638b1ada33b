import { ScrollArea, Table } from '../../ui/table/table.tsx'
import { cellText, labelOf, type Values } from '../forms/index.ts'
import type { HistoryLine } from '../history/index.ts'
import { fieldsOf, type RecordState } from './register.ts'
import type { RegisterView } from './view-context.ts'

interface Kept {
  readonly state?: RecordState
  readonly language?: string
  readonly values?: Values
}

interface FieldChange {
  readonly label: string
  readonly before: string
  readonly after: string
}

const changesOf = (view: RegisterView, { before, after }: HistoryLine): readonly FieldChange[] => {
  const [was, is] = [(before ?? {}) as Kept, (after ?? {}) as Kept]
  const fields = fieldsOf(view.register).flatMap((field) => {
    const [one, other] = [cellText(field, was.values?.[field.name]), cellText(field, is.values?.[field.name])]
    return one === other ? [] : [{ label: labelOf(view.form, field.name), before: one, after: other }]
  })
  const stateText = (state: RecordState | undefined): string => (state === undefined ? '' : view.t(`state.${state}`))
  const state =
    was.state === is.state
      ? []
      : [{ label: view.t('record.state'), before: stateText(was.state), after: stateText(is.state) }]
  return [...state, ...fields]
}

const Changes = ({ view, line }: { readonly view: RegisterView; readonly line: HistoryLine }) => (
  <ul class="govuk-list">
    {changesOf(view, line).map(({ label, before, after }) => (
      <li>
        <strong>{label}</strong>
        {line.before === undefined ? null : (
          <div class="govuk-hint govuk-!-margin-bottom-0" dir="auto">
            {view.t('history.before', { text: before || view.t('history.nothing') })}
          </div>
        )}
        <div dir="auto">
          {line.before === undefined ? after : view.t('history.after', { text: after || view.t('history.nothing') })}
        </div>
      </li>
    ))}
  </ul>
)

const known = ['create', 'edit', 'publish', 'withdraw', 'import'] as const

const actionText = (view: RegisterView, action: string): string => {
  const verb = known.find((each) => action === `${view.register.id}.${each}`)
  return verb ? view.t(`history.action.${verb}`) : action
}

/** Who changed what, and when, newest first; each line with its place in the chain. */
export const HistoryTable = ({
  view,
  lines,
}: {
  readonly view: RegisterView
  readonly lines: readonly HistoryLine[]
}) => (
  <ScrollArea label={view.t('history.title')}>
    <Table
      columns={[
        { text: view.t('history.at') },
        { text: view.t('history.who') },
        { text: view.t('history.what') },
        { text: view.t('history.changes') },
      ]}
      rows={lines.map((line) => [
        <>
          {view.page.format.instant(line.at)}
          <div class="govuk-hint govuk-!-margin-bottom-0">
            {view.t('history.number', { number: line.number, hash: line.hash.slice(0, 12) })}
          </div>
        </>,
        line.actorName,
        actionText(view, line.action),
        <Changes view={view} line={line} />,
      ])}
    />
  </ScrollArea>
)
