import type { Kysely, Selectable, Updateable } from 'kysely'
import { appendHistory } from '../engines/history/index.ts'
import type { Framework } from '../framework/index.ts'
import { NotThere } from '../kernel/refusal.ts'
import { type Actor, can, demand } from '../people/index.ts'
import { newId } from '../platform/random/new-id.ts'
import type { AdoptedRoadmap, LineStatus, Marker, RoadmapLine } from './roadmap.ts'

type Tables = {
  readonly roadmaps: { party: string; edition: string; sectors: string[]; adopted_at: Date; is_published: boolean }
  readonly roadmap_lines: {
    id: string
    party: string
    edition: string
    output: string
    activity: string | null
    sector: string | null
    title: string | null
    language: string
    lead: string | null
    partners: string | null
    starts_on: string | null
    ends_on: string | null
    budget_minor: number | null
    budget_currency: string | null
    baseline: string | null
    target: string | null
    verification: string | null
    risk: string | null
    gender: Marker
    youth: Marker
    status: LineStatus
    drop_reason: string | null
    version: number
  }
}

/** Who changes something, and when. */
export interface Change {
  readonly actor: Actor
  readonly at: Date
}

/** What a person writes in a line. `undefined` empties a field. */
export type LineContent = Omit<
  RoadmapLine,
  'id' | 'party' | 'edition' | 'output' | 'activity' | 'version' | 'dropReason'
> & {
  readonly dropReason?: string | undefined
}

const given = <Value>(name: string, value: Value | null): Record<string, Value> =>
  value === null ? {} : { [name]: value }

const lineOf = (row: Selectable<Tables['roadmap_lines']>): RoadmapLine => ({
  id: row.id,
  party: row.party,
  edition: row.edition,
  output: row.output,
  language: row.language,
  gender: row.gender,
  youth: row.youth,
  status: row.status,
  version: row.version,
  ...given('activity', row.activity),
  ...given('sector', row.sector),
  ...given('title', row.title),
  ...given('lead', row.lead),
  ...given('partners', row.partners),
  ...given('startsOn', row.starts_on),
  ...given('endsOn', row.ends_on),
  ...given('baseline', row.baseline),
  ...given('target', row.target),
  ...given('verification', row.verification),
  ...given('risk', row.risk),
  ...given('dropReason', row.drop_reason),
  ...(row.budget_minor === null || row.budget_currency === null
    ? {}
    : { budget: { minor: row.budget_minor, currency: row.budget_currency } }),
})

const columnsOf = (content: LineContent): Updateable<Tables['roadmap_lines']> => ({
  sector: content.sector ?? null,
  title: content.title ?? null,
  language: content.language,
  lead: content.lead ?? null,
  partners: content.partners ?? null,
  starts_on: content.startsOn ?? null,
  ends_on: content.endsOn ?? null,
  budget_minor: content.budget?.minor ?? null,
  budget_currency: content.budget?.currency ?? null,
  baseline: content.baseline ?? null,
  target: content.target ?? null,
  verification: content.verification ?? null,
  risk: content.risk ?? null,
  gender: content.gender,
  youth: content.youth,
  status: content.status,
  drop_reason: content.status === 'dropped' ? (content.dropReason ?? null) : null,
})

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
