import { type Content, classNames, type Extra } from '../content.ts'
import { safeUrl } from '../link/safe-url.ts'

export interface ErrorSummaryProps extends Extra {
  readonly title: Content
  readonly description?: Content
  /** `href` is `#<id of the control>`; without one the error belongs to no single control. */
  readonly errors: readonly {
    readonly text: Content
    readonly href?: string | undefined
    readonly attributes?: Extra['attributes']
  }[]
  /** False keeps the focus where it is; by default the script moves it here. */
  readonly movesFocus?: boolean | undefined
}

/** What was not accepted, at the top of the page, each error linked to its control. */
export const ErrorSummary = ({ title, description, errors, movesFocus, classes, attributes }: ErrorSummaryProps) => (
  <div
    class={classNames('govuk-error-summary', classes)}
    data-disable-auto-focus={movesFocus === undefined ? undefined : String(!movesFocus)}
    data-module="govuk-error-summary"
    {...attributes}
  >
    <div role="alert">
      <h2 class="govuk-error-summary__title">{title}</h2>
      <div class="govuk-error-summary__body">
        {description ? <p>{description}</p> : null}
        {errors.length > 0 ? (
          <ul class="govuk-list govuk-error-summary__list">
            {errors.map((error) => (
              <li>
                {error.href ? (
                  <a href={safeUrl(error.href)} {...error.attributes}>
                    {error.text}
                  </a>
                ) : (
                  error.text
                )}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  </div>
)
