import type { Kysely } from 'kysely'
import { appendHistory } from '../engines/history/index.ts'
import { NotThere } from '../kernel/refusal.ts'
import { type Actor, demand } from '../people/index.ts'
import { newId } from '../platform/random/new-id.ts'
import type { AdoptedRoadmap, RoadmapLine } from './roadmap.ts'
import { type Change, columnsOf, type LineContent, lineOf, type Tables } from './rows.ts'
import { findRoadmap } from './store.ts'

/** Lines of a roadmap the actor may see, in the order of the model; own lines after the model's of their output. */
export const listLines = async (
  db: Kysely<unknown>,
  actor: Actor,
  party: string,
  edition: string,
): Promise<readonly RoadmapLine[]> => {
  if (!(await findRoadmap(db, actor, party, edition))) return []
  const rows = await db
    .withTables<Tables>()
    .selectFrom('roadmap_lines')
    .selectAll()
    .where('party', '=', party)
    .where('edition', '=', edition)
    .orderBy('output')
    .orderBy('activity')
    .orderBy('sector')
    .orderBy('id')
    .execute()
  return rows.map(lineOf)
}

/** Throws NotThere for a line of another Party, or of a roadmap that is not published for this actor. */
export const getLine = async (db: Kysely<unknown>, actor: Actor, party: string, id: string): Promise<RoadmapLine> => {
  const row = await db
    .withTables<Tables>()
    .selectFrom('roadmap_lines')
    .selectAll()
    .where('party', '=', party)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row || !(await findRoadmap(db, actor, party, row.edition))) throw new NotThere(`line ${id}`)
  return lineOf(row)
}

/** Adds a line: an activity for one sector, or a line of the Party's own under an output (then with a title). `taken` when that activity already has that sector. */
export const addLine = async (
  db: Kysely<unknown>,
  change: Change,
  roadmap: AdoptedRoadmap,
  place: { readonly output: string; readonly activity?: string },
  content: LineContent,
): Promise<{ readonly id: string } | 'taken'> => {
  const { party, edition } = roadmap
  demand(change.actor, 'roadmap.edit', { party })
  const id = newId()
  const made = await db
    .withTables<Tables>()
    .insertInto('roadmap_lines')
    .values({
      ...columnsOf(content),
      id,
      party,
      edition,
      output: place.output,
      activity: place.activity ?? null,
      language: content.language,
      gender: content.gender,
      youth: content.youth,
      status: content.status,
      version: 1,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return 'taken'
  await appendHistory(db, {
    party,
    actor: change.actor,
    at: change.at,
    action: 'roadmap.add-line',
    object: id,
    after: { ...place, ...content },
  })
  return { id }
}

/** Writes a line anew. `stale` when somebody changed it since `version` was read, `taken` when the sector already has a line. */
export const updateLine = async (
  db: Kysely<unknown>,
  change: Change,
  line: RoadmapLine,
  content: LineContent,
  version: number,
): Promise<'saved' | 'stale' | 'taken'> => {
  demand(change.actor, 'roadmap.edit', { party: line.party })
  const tables = db.withTables<Tables>()
  if (line.activity !== undefined) {
    const twin = await tables
      .selectFrom('roadmap_lines')
      .select('id')
      .where('party', '=', line.party)
      .where('edition', '=', line.edition)
      .where('activity', '=', line.activity)
      .where('sector', content.sector === undefined ? 'is' : '=', content.sector ?? null)
      .where('id', '<>', line.id)
      .executeTakeFirst()
    if (twin) return 'taken'
  }
  const saved = await tables
    .updateTable('roadmap_lines')
    .set({ ...columnsOf(content), version: version + 1 })
    .where('id', '=', line.id)
    .where('party', '=', line.party)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!saved) return 'stale'
  await appendHistory(db, {
    party: line.party,
    actor: change.actor,
    at: change.at,
    action: 'roadmap.update-line',
    object: line.id,
    before: line,
    after: content,
  })
  return 'saved'
}
