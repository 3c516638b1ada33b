import type { Content } from '../content.ts'

export interface EmptyStateProps {
  readonly title: Content
  /** What will be here, and what to do first. */
  readonly children?: Content
  /** The button or link to do it. */
  readonly action?: Content
  readonly headingLevel?: 2 | 3 | undefined
}

/** A page or list with nothing in it yet: says what to do first. */
export const EmptyState = ({ title, children, action, headingLevel = 2 }: EmptyStateProps) => {
  const Heading = `h${headingLevel}` as 'h2'
  return (
    <div class="or-empty">
      <svg class="or-empty__mark" width="72" height="28" viewBox="0 0 72 28" aria-hidden="true" focusable="false">
        <path d="M2 14H70" stroke="currentColor" stroke-width="3" stroke-dasharray="1 7" stroke-linecap="round" />
        <circle cx="36" cy="14" r="9" fill="#fff" stroke="currentColor" stroke-width="3" />
      </svg>
      <Heading class="govuk-heading-m">{title}</Heading>
      {children}
      {action}
    </div>
  )
}
