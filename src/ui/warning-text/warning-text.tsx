import { type Content, classNames, type Extra } from '../content.ts'

export interface WarningTextProps extends Extra {
  /** The translated “Warning”, read before the text. */
  readonly prefix: string
  readonly children?: Content
}

/** Something that has consequences. */
export const WarningText = ({ prefix, children, classes, attributes }: WarningTextProps) => (
  <div class={classNames('govuk-warning-text', classes)} {...attributes}>
    <span class="govuk-warning-text__icon" aria-hidden="true">
      !
    </span>
    <strong class="govuk-warning-text__text">
      <span class="govuk-visually-hidden">{prefix}</span> {children}
    </strong>
  </div>
)
