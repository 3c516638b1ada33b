import { type Content, classNames, type Extra } from '../content.ts'

export interface PanelProps extends Extra {
  readonly title: Content
  readonly headingLevel?: 1 | 2 | 3 | undefined
  /** The reference to keep, and the like. */
  readonly children?: Content
}

/** The confirmation that something was received; shown only once it is stored. */
export const Panel = ({ title, headingLevel = 1, children, classes, attributes }: PanelProps) => {
  const Heading = `h${headingLevel}` as 'h1'
  return (
    <div class={classNames('govuk-panel govuk-panel--confirmation', classes)} {...attributes}>
      <Heading class="govuk-panel__title">{title}</Heading>
      {children ? <div class="govuk-panel__body">{children}</div> : null}
    </div>
  )
}
