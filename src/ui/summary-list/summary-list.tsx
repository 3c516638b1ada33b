import { type Content, classNames, type Extra } from '../content.ts'
import { safeUrl } from '../link/safe-url.ts'

export interface SummaryAction extends Extra {
  readonly href: string
  readonly text: Content
  /** What the action is about, told to screen readers: “Change *name*”. */
  readonly hiddenText?: string | undefined
}

export interface SummaryRow {
  readonly key: Content
  readonly value: Content
  readonly actions?: readonly SummaryAction[] | undefined
  readonly classes?: string | undefined
  readonly keyClasses?: string | undefined
  readonly valueClasses?: string | undefined
}

export interface SummaryListProps extends Extra {
  readonly rows: readonly SummaryRow[]
  readonly borders?: boolean | undefined
}

const ActionLink = ({ action, cardTitle }: { readonly action: SummaryAction; readonly cardTitle?: Content }) => (
  <a class={classNames('govuk-link', action.classes)} href={safeUrl(action.href)} {...action.attributes}>
    {action.text}
    {action.hiddenText || cardTitle ? (
      <span class="govuk-visually-hidden">
        {action.hiddenText ? <> {action.hiddenText}</> : null}
        {cardTitle ? <> ({cardTitle})</> : null}
      </span>
    ) : null}
  </a>
)

const RowActions = ({
  actions,
  cardTitle,
}: {
  readonly actions: readonly SummaryAction[]
  readonly cardTitle?: Content
}) => (
  <dd class="govuk-summary-list__actions">
    {actions.length === 1 ? (
      <ActionLink action={actions[0]!} cardTitle={cardTitle} />
    ) : (
      <ul class="govuk-summary-list__actions-list">
        {actions.map((action) => (
          <li class="govuk-summary-list__actions-list-item">
            <ActionLink action={action} cardTitle={cardTitle} />
          </li>
        ))}
      </ul>
    )}
  </dd>
)

/** Keys with their values, as on “check your answers”. */
export const SummaryList = ({
  rows,
  borders,
  classes,
  attributes,
  cardTitle,
}: SummaryListProps & { readonly cardTitle?: Content }) => {
  const isActive = rows.some(({ actions }) => actions && actions.length > 0)
  return (
    <dl
      class={classNames('govuk-summary-list', borders === false && 'govuk-summary-list--no-border', classes)}
      {...attributes}
    >
      {rows.map(({ key, value, actions, classes: rowClasses, keyClasses, valueClasses }) => (
        <div
          class={classNames(
            'govuk-summary-list__row',
            isActive && !actions && 'govuk-summary-list__row--no-actions',
            rowClasses,
          )}
        >
          <dt class={classNames('govuk-summary-list__key', keyClasses)}>{key}</dt>
          <dd class={classNames('govuk-summary-list__value', valueClasses)}>{value}</dd>
          {actions && actions.length > 0 ? <RowActions actions={actions} cardTitle={cardTitle} /> : null}
        </div>
      ))}
    </dl>
  )
}

export interface SummaryCardProps extends Extra {
  readonly title: Content
  readonly headingLevel?: 2 | 3 | 4 | undefined
  readonly actions?: readonly SummaryAction[] | undefined
  readonly list: SummaryListProps
}

/** A summary list with a title and actions of its own, for one thing among several. */
export const SummaryCard = ({ title, headingLevel = 2, actions = [], list, classes, attributes }: SummaryCardProps) => {
  const Heading = `h${headingLevel}` as 'h2'
  return (
    <div class={classNames('govuk-summary-card', classes)} {...attributes}>
      <div class="govuk-summary-card__title-wrapper">
        <Heading class="govuk-summary-card__title">{title}</Heading>
        {actions.length === 1 ? (
          <div class="govuk-summary-card__actions">
            <ActionLink action={actions[0]!} cardTitle={title} />
          </div>
        ) : null}
        {actions.length > 1 ? (
          <ul class="govuk-summary-card__actions">
            {actions.map((action) => (
              <li class="govuk-summary-card__action">
                <ActionLink action={action} cardTitle={title} />
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      <div class="govuk-summary-card__content">
        <SummaryList {...list} cardTitle={title} />
      </div>
    </div>
  )
}
