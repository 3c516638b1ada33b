import { type Content, classNames, type Extra } from '../content.ts'

export interface FieldsetProps extends Extra {
  readonly legend?: Content
  readonly legendSize?: 's' | 'm' | 'l' | 'xl' | undefined
  readonly legendClasses?: string | undefined
  /** The legend is the page's title: it is wrapped in the h1. */
  readonly legendIsHeading?: boolean | undefined
  readonly describedBy?: string | undefined
  /** Announces the description too, where the controls are text boxes. */
  readonly isGroup?: boolean | undefined
  readonly children?: Content
}

/** Controls that belong to one question. */
export const Fieldset = (props: FieldsetProps) => {
  const { legend, legendSize, legendClasses, legendIsHeading, describedBy, isGroup, children, classes, attributes } =
    props
  return (
    <fieldset
      class={classNames('govuk-fieldset', classes)}
      role={isGroup ? 'group' : undefined}
      aria-describedby={describedBy}
      {...attributes}
    >
      {legend ? (
        <legend
          class={classNames(
            'govuk-fieldset__legend',
            legendSize && `govuk-fieldset__legend--${legendSize}`,
            legendClasses,
          )}
        >
          {legendIsHeading ? <h1 class="govuk-fieldset__heading">{legend}</h1> : legend}
        </legend>
      ) : null}
      {children}
    </fieldset>
  )
}
