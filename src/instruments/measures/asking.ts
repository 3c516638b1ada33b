import { openView, type RegisterView } from '../../engines/records/index.ts'
import { can, partyOf, type Visit } from '../../people/index.ts'
import { optionsFor } from './options.ts'
import { register } from './register.ts'
import type { Asking } from './store.ts'

/** What the store needs, from a page's visit. */
export const askingOf = (visit: Visit): Asking => ({
  db: visit.db,
  actor: visit.actor,
  party: partyOf(visit).code,
  at: visit.now,
  framework: visit.framework,
})

/** The register as this page shows it. */
export const viewOf = (visit: Visit): RegisterView =>
  openView(register, visit, {
    optionsOf: optionsFor(visit.framework, visit.locale),
    languages: languagesOf(visit),
  })

/** Languages a measure may be written in: the Party's, and the one of the page. */
export const languagesOf = (visit: Visit): readonly string[] => [
  ...new Set([...partyOf(visit).languages, visit.locale]),
]

export const mayEdit = (visit: Visit): boolean => can(visit.actor, 'measures.edit', { party: partyOf(visit).code })

export const mayPublish = (visit: Visit): boolean =>
  can(visit.actor, 'measures.publish', { party: partyOf(visit).code })
