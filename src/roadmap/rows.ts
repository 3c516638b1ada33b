import type { Selectable, Updateable } from 'kysely'
import type { Actor } from '../people/index.ts'
import type { LineStatus, Marker, RoadmapLine } from './roadmap.ts'

export type Tables = {
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

/** A row as the line it holds. */
export const lineOf = (row: Selectable<Tables['roadmap_lines']>): RoadmapLine => ({
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

/** What a person writes, as columns. */
export const columnsOf = (content: LineContent): Updateable<Tables['roadmap_lines']> => ({
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
