import { createHash } from 'node:crypto'
import type { NewFact } from './fact.ts'

const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner)]),
  )
}

/** Two facts with the same hash say the same; the software's version alone does not make a new fact. */
export const contentHash = (fact: NewFact): string => {
  const { version: _version, ...source } = fact.source
  return createHash('sha256')
    .update(JSON.stringify(canonical({ ...fact, source, traces: fact.traces.toSorted() })))
    .digest('hex')
}
