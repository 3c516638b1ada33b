import type { Child } from 'hono/jsx'
import type { Fault } from '../../kernel/fault.ts'
import type { Answer } from '../../people/index.ts'
import { crumbsOf, Faults, type Place } from '../asking.tsx'
import { words } from '../words/words.generated.ts'

interface DraftStep extends Place {
  readonly step: 1 | 2 | 3
  readonly title: string
  readonly faults: readonly Fault[]
  /** The id of the control of a fault's field, where it differs from the field. */
  readonly controlOf?: (field: string) => string
  readonly children: Child
}

/** One of the three steps to a study: what was not accepted, where one stands, and the step itself. */
export const draftStep = ({ step, title, faults, controlOf, children, ...place }: DraftStep): Answer => ({
  kind: 'view',
  title,
  room: place.room.id,
  line: place.room.line,
  crumbs: crumbsOf(place),
  ...(faults.length > 0 ? { status: 422 as const } : {}),
  body: (
    <>
      <Faults {...place} faults={faults} {...(controlOf ? { controlOf } : {})} />
      <span class="govuk-caption-l">{place.visit.words(words)('step', { step, of: 3 })}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      {children}
    </>
  ),
})
