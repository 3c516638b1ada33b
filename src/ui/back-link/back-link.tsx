import { type Content, classNames, type Extra } from '../content.ts'
import { safeUrl } from '../link/safe-url.ts'

/** One step back in a form of several pages. */
export const BackLink = ({
  href,
  children,
  classes,
  attributes,
}: Extra & { readonly href: string; readonly children?: Content }) => (
  <a href={safeUrl(href)} class={classNames('govuk-back-link', classes)} {...attributes}>
    {children}
  </a>
)
