export type { Audience, Fact, FactSource, Interval, NewFact, Standing } from './fact.ts'
export { type FactQuery, listFacts } from './list-facts.ts'
export { migrations } from './migrations/index.ts'
export { type FactBatch, recordFacts } from './record-facts.ts'

/** Who may read facts kept for the team; public facts are for everybody. */
export const permissions = { 'evidence.read': ['contact-point', 'editor', 'reviewer', 'observer'] } as const
