import type { Page, PermissionMatrix } from '../people/index.ts'
import { factPage } from './pages/fact.page.tsx'
import { csvPage, listPage } from './pages/facts.page.tsx'

export type { Audience, Fact, FactSource, Interval, NewFact, Standing } from './fact.ts'
export { type FactQuery, listFacts } from './list-facts.ts'
export { migrations } from './migrations/index.ts'
export { type FactBatch, recordFacts } from './record-facts.ts'
export { regionName, type StatementGiven, statementOf } from './statement.ts'
export { words } from './words/words.generated.ts'

/** Who may read facts kept for the team; public facts are for everybody. */
export const permissions: PermissionMatrix = {
  'evidence.visit': ['visitor'],
  'evidence.read': ['contact-point', 'editor', 'reviewer', 'observer'],
}

export const pages: readonly Page[] = [listPage, csvPage, factPage]
