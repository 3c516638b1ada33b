import { type Content, classNames, type Extra } from '../content.ts'

/** The first thing a keyboard reaches: past the header to the content. */
export const SkipLink = ({
  href = '#content',
  children,
  classes,
  attributes,
}: Extra & { readonly href?: string; readonly children?: Content }) => (
  <a href={href} class={classNames('govuk-skip-link', classes)} data-module="govuk-skip-link" {...attributes}>
    {children}
  </a>
)
