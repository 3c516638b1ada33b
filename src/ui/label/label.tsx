import { type Content, classNames, type Extra } from '../content.ts'

export interface LabelProps extends Extra {
  readonly for?: string | undefined
  readonly size?: 's' | 'm' | 'l' | 'xl' | undefined
  /** The label is the page's title: it is wrapped in the h1. */
  readonly isHeading?: boolean | undefined
  readonly children?: Content
}

/** The name of a control. */
export const Label = ({ for: control, size, isHeading, children, classes, attributes }: LabelProps) => {
  const label = (
    <label class={classNames('govuk-label', size && `govuk-label--${size}`, classes)} for={control} {...attributes}>
      {children}
    </label>
  )
  return isHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}
