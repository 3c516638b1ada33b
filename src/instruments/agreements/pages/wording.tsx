import type { Visit } from '../../../people/index.ts'
import { Link } from '../../../ui/link/link.tsx'
import type { Agreement, Clause } from '../agreement.ts'
import { labelText, ofText, Title } from '../asking.tsx'
import type { ClauseHit } from '../audit.ts'
import { clauseHref } from './policy-space-view.tsx'

const longest = 900

/** A quotation, long ones cut at a word with a mark. */
export const quoteText = ({ quote }: ClauseHit, limit = longest): string => {
  const text = quote.replaceAll(/\s+/g, ' ').trim()
  return text.length <= limit ? text : `${text.slice(0, text.lastIndexOf(' ', limit))} …`
}

export const Quote = ({ hit }: { readonly hit: ClauseHit }) => (
  <blockquote class="govuk-inset-text govuk-!-margin-top-1 govuk-!-margin-bottom-2" {...ofText(hit.language)}>
    {quoteText(hit)}
  </blockquote>
)

interface SourceProps {
  readonly visit: Visit
  readonly clause: Clause
  readonly agreement: Agreement
}

/** Where a wording stands: its article, linked, and its agreement. */
export const WordingSource = ({ visit, clause, agreement }: SourceProps) => (
  <>
    <Link href={clauseHref(visit, clause)}>
      <bdi>{labelText(visit, clause)}</bdi>
    </Link>
    {', '}
    <Title agreement={agreement} />
    {agreement.year === undefined ? null : ` (${agreement.year})`}
  </>
)
