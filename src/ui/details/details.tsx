import { type Content, classNames, type Extra } from '../content.ts'

export interface DetailsProps extends Extra {
  readonly summary: Content
  readonly id?: string | undefined
  readonly open?: boolean | undefined
  readonly children?: Content
}

/** Something only some readers need, folded away. */
export const Details = ({ summary, id, open, children, classes, attributes }: DetailsProps) => (
  <details id={id} class={classNames('govuk-details', classes)} open={open} {...attributes}>
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{summary}</span>
    </summary>
    <div class="govuk-details__text">{children}</div>
  </details>
)
