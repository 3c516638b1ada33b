import { type Content, classNames, type Extra } from '../content.ts'

/** A paragraph set apart from the rest: a quotation, an example, a caution. */
export const InsetText = ({
  id,
  children,
  classes,
  attributes,
}: Extra & { readonly id?: string; readonly children?: Content }) => (
  <div id={id} class={classNames('govuk-inset-text', classes)} {...attributes}>
    {children}
  </div>
)
