import type { Kysely } from 'kysely'
import { appendHistory } from '../engines/history/index.ts'
import type { Framework } from '../framework/index.ts'
import { type Actor, can, demand } from '../people/index.ts'
import { newId } from '../platform/random/new-id.ts'
import type { AdoptedRoadmap } from './roadmap.ts'
import type { Change, Tables } from './rows.ts'

/** The adopted roadmap: for the Party's people always, for others once it is published; otherwise nothing. */
export const findRoadmap = async (
  db: Kysely<unknown>,
  actor: Actor,
  party: string,
  edition: string,
): Promise<AdoptedRoadmap | undefined> => {
  const row = await db
    .withTables<Tables>()
    .selectFrom('roadmaps')
    .selectAll()
    .where('party', '=', party)
    .where('edition', '=', edition)
    .executeTakeFirst()
  if (!row || !(row.is_published || can(actor, 'roadmap.read', { party }))) return undefined
  return { party, edition, sectors: row.sectors, adoptedAt: row.adopted_at, isPublished: row.is_published }
}

/** Adopts the edition of the framework: one line for each activity, for all chosen sectors. Nothing if already adopted. */
export const adoptRoadmap = async (
  db: Kysely<unknown>,
  change: Change,
  {
    party,
    sectors,
    language,
    framework,
  }: { party: string; sectors: readonly string[]; language: string; framework: Framework },
): Promise<void> => {
  demand(change.actor, 'roadmap.adopt', { party })
  const { edition, activities } = framework.roadmap
  const tables = db.withTables<Tables>()
  const made = await tables
    .insertInto('roadmaps')
    .values({ party, edition, sectors: [...sectors], adopted_at: change.at, is_published: false })
    .onConflict((conflict) => conflict.columns(['party', 'edition']).doNothing())
    .returning('party')
    .executeTakeFirst()
  if (!made) return
  const lines = [...activities.values()].map(({ id, output }) => ({
    id: newId(),
    party,
    edition,
    output,
    activity: id,
    language,
    ...blankLine,
  }))
  await tables.insertInto('roadmap_lines').values(lines).execute()
  await appendHistory(db, {
    party,
    actor: change.actor,
    at: change.at,
    action: 'roadmap.adopt',
    object: edition,
    after: { sectors },
  })
}

const blankLine = { gender: 'none', youth: 'none', status: 'planned', version: 1 } as const

export const chooseSectors = async (
  db: Kysely<unknown>,
  change: Change,
  roadmap: AdoptedRoadmap,
  sectors: readonly string[],
): Promise<void> => {
  const { party, edition } = roadmap
  demand(change.actor, 'roadmap.edit', { party })
  await db
    .withTables<Tables>()
    .updateTable('roadmaps')
    .set({ sectors: [...sectors] })
    .where('party', '=', party)
    .where('edition', '=', edition)
    .execute()
  await appendHistory(db, {
    party,
    actor: change.actor,
    at: change.at,
    action: 'roadmap.sectors',
    object: edition,
    before: { sectors: roadmap.sectors },
    after: { sectors },
  })
}

export const setPublished = async (
  db: Kysely<unknown>,
  change: Change,
  roadmap: AdoptedRoadmap,
  isPublished: boolean,
): Promise<void> => {
  const { party, edition } = roadmap
  demand(change.actor, 'roadmap.publish', { party })
  await db
    .withTables<Tables>()
    .updateTable('roadmaps')
    .set({ is_published: isPublished })
    .where('party', '=', party)
    .where('edition', '=', edition)
    .execute()
  await appendHistory(db, {
    party,
    actor: change.actor,
    at: change.at,
    action: isPublished ? 'roadmap.publish' : 'roadmap.withdraw',
    object: edition,
  })
}
