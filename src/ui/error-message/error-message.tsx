import { type Content, classNames, type Extra } from '../content.ts'

export interface ErrorMessageProps extends Extra {
  readonly id?: string | undefined
  /** The translated word “Error”, read out before the message. */
  readonly prefix?: string | undefined
  readonly children?: Content
}

/** What was not accepted, beside its control. */
export const ErrorMessage = ({ id, prefix, children, classes, attributes }: ErrorMessageProps) => (
  <p id={id} class={classNames('govuk-error-message', classes)} {...attributes}>
    {prefix ? <span class="govuk-visually-hidden">{prefix}:</span> : null} {children}
  </p>
)
