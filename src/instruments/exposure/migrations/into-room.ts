import { type Kysely, sql } from 'kysely'
import { makeStudyTables } from '../../../studies/index.ts'

interface OlderFile {
  readonly name: string
}

interface OlderRow {
  readonly id: string
  readonly country: string | null
  readonly files: Readonly<Record<'exposures' | 'works', OlderFile>>
  readonly choices: {
    readonly mappings: Readonly<Record<'exposures' | 'works', Readonly<Record<string, string>>>>
    readonly encodings: Readonly<Record<string, string>>
    readonly dates?: string
    readonly spellings: Readonly<Record<string, string>>
    readonly resampling: Readonly<Record<string, number>>
  }
  readonly state: string
  readonly summary: {
    readonly share: number | null
    readonly low: number | null
    readonly high: number | null
    readonly weeks: { readonly first: string; readonly last: string }
  } | null
  readonly document: { readonly method: Readonly<Record<string, unknown>> } | null
}

/** What was chosen, in the words of the command; the layout stands in the record of what is done. */
const choicesOf = ({ country, choices, document }: OlderRow) => {
  const { mappings, encodings, dates, spellings, resampling } = choices
  const numbers = Object.entries(resampling).map(([name, value]) => [name, [String(value)]] as const)
  return {
    layout: typeof document?.method['layout'] === 'string' ? document.method['layout'] : 'none',
    mappings,
    encodings,
    separators: {},
    spellings,
    settings: {
      ...(country === null ? {} : { country: [country] }),
      ...(dates === undefined ? {} : { dates: [dates] }),
      ...Object.fromEntries(numbers),
    },
    unrecognised: [],
  }
}

/** The record of an older document has its rules side by side; those of every study stand together. No figure changes. */
const documentOf = ({ document }: OlderRow) => {
  if (!document || 'rules' in document.method) return document
  const { join, origin_rule: origin, local, unknown, position_weight, ...method } = document.method
  const joined = join === 'by work_id' ? { join_id: join } : { join_title: join }
  return { ...document, method: { ...method, rules: { ...joined, local, origin, unknown, position_weight } } }
}

const textOrNull = (value: unknown): string | null =>
  value === null || value === undefined ? null : JSON.stringify(value)

const take = async (db: Kysely<unknown>, row: OlderRow): Promise<void> => {
  const { summary } = row
  const period = summary && { from: summary.weeks.first, to: summary.weeks.last }
  const headline = summary && { value: summary.share, low: summary.low, high: summary.high, unit: 'share' }
  await sql`
    insert into exposure_studies (id, party, actor_id, title, language, period, files, choices, faults, state, headline,
      document, is_published, is_synthetic, created_at, finished_at)
    select id, party, actor_id, title, language, ${textOrNull(period)}::jsonb, files, ${JSON.stringify(choicesOf(row))}::jsonb,
      '[]', ${row.state === 'done' ? 'done' : 'columns'}, ${textOrNull(headline)}::jsonb,
      ${textOrNull(documentOf(row))}::json, is_published, is_synthetic, created_at, finished_at
    from exposure_studies_before where id = ${row.id}`.execute(db)
}

/**
 * Moves the studies into tables as every study has them. Finished ones keep their figures, title, publication and days; drafts begin
 * again at the step of the columns.
 */
export const intoRoom = async (db: Kysely<unknown>): Promise<void> => {
  await sql`alter table exposure_studies rename to exposure_studies_before`.execute(db)
  await sql`alter table exposure_studies_before rename constraint exposure_studies_pkey to exposure_studies_before_pkey`.execute(
    db,
  )
  await sql`drop index exposure_studies_party`.execute(db)
  await makeStudyTables(db, 'exposure')
  const { rows } = await sql<OlderRow>`
    select id, country, files, choices, state, summary, document from exposure_studies_before`.execute(db)
  for (const row of rows) await take(db, row)
  await sql`drop table exposure_studies_before`.execute(db)
}
