import type { Kysely, Selectable } from 'kysely'
import { type Actor, can } from '../people/index.ts'
import type { Fact } from './fact.ts'
import type { FactTables } from './tables.ts'

export interface FactQuery {
  readonly party: string
  /** Facts traced to any of these framework ids. */
  readonly traces?: readonly string[]
  readonly instrument?: string
  /** Facts by their number within the Party, current or ended: what a text cites. */
  readonly numbers?: readonly number[]
  /** Ended facts too; default only what is current. */
  readonly ended?: boolean
}

const factOf = (row: Selectable<FactTables['facts']>): Fact => ({
  id: row.id,
  party: row.party,
  number: row.number,
  subject: row.subject,
  period: { from: row.period_from, to: row.period_to },
  statement: row.statement,
  ...(row.value === null ? {} : { value: row.value }),
  ...(row.unit === null ? {} : { unit: row.unit }),
  ...(row.dimensions === null ? {} : { dimensions: row.dimensions }),
  ...(row.interval === null ? {} : { interval: row.interval }),
  standing: row.standing,
  source: row.source,
  traces: row.traces,
  audience: row.audience,
  recordedAt: row.recorded_at,
  ...(row.supersedes === null ? {} : { supersedes: row.supersedes }),
  ...(row.ended_at === null ? {} : { endedAt: row.ended_at }),
})

/** Facts the actor may see, by number: the team's and the public's for members, the public's for everybody else. */
export const listFacts = async (given: Kysely<unknown>, actor: Actor, query: FactQuery): Promise<readonly Fact[]> => {
  const db = given.withTables<FactTables>()
  let select = db.selectFrom('facts').selectAll().where('party', '=', query.party)
  if (!can(actor, 'evidence.read', { party: query.party })) select = select.where('audience', '=', 'public')
  if (query.traces) select = select.where('traces', '&&', [...query.traces])
  if (query.instrument) select = select.where('instrument', '=', query.instrument)
  if (query.numbers) {
    if (query.numbers.length === 0) return []
    select = select.where('number', 'in', [...query.numbers])
  }
  if (!query.ended) select = select.where('ended_at', 'is', null)
  return (await select.orderBy('number').execute()).map(factOf)
}
