import { type Kysely, type Selectable, sql } from 'kysely'
import { appendHistory, type HistoryActor } from '../../engines/history/index.ts'
import { withoutMarkup } from '../../engines/texts/markup.ts'
import { NotThere } from '../../kernel/refusal.ts'
import { type Actor, can, demand } from '../../people/index.ts'
import type { Agreement, Article, ArticleHeading, Clause, Decision } from './agreement.ts'
import type { ClauseDirection, ClauseTypeName } from './rules/clause-type.ts'
import type { AgreementTables } from './tables.ts'

/** Who asks, in which Party, and when. */
export interface Asking {
  readonly db: Kysely<unknown>
  readonly actor: Actor
  readonly party: string
  readonly at: Date
}

export type Reading = Pick<Asking, 'db' | 'actor' | 'party'>

export const tablesOf = (db: Kysely<unknown>) => db.withTables<AgreementTables>()

export const doerOf = ({ userId, name }: Actor): HistoryActor => (userId === undefined ? { name } : { userId, name })

export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

export const agreementOf = (row: Selectable<AgreementTables['agreements']>): Agreement => ({
  id: row.id,
  party: row.party,
  hash: row.hash,
  fileName: row.file_name,
  title: row.title,
  format: row.format,
  language: row.language,
  ...(row.year === null ? {} : { year: row.year }),
  parties: row.parties,
  ...(row.amended_year === null ? {} : { amendedYear: row.amended_year }),
  amendment: row.amendment,
  isOwn: row.is_own,
  isPublished: row.is_published,
  isSynthetic: row.is_synthetic,
  coverage: row.coverage,
  types: row.types,
  createdAt: row.created_at,
})

type ClauseRow = Selectable<AgreementTables['agreements_clauses']> & {
  readonly article_position: number
  readonly node: string
}

export const clauseOf = (row: ClauseRow): Clause => ({
  id: row.id,
  agreementId: row.agreement_id,
  articleId: row.article_id,
  articlePosition: row.article_position,
  type: row.type,
  rule: row.rule,
  direction: row.direction,
  strength: row.strength,
  scope: row.scope,
  modifiers: row.modifiers,
  node: row.node,
  article: row.article,
  label: row.label,
  quote: row.quote,
  start: row.start_at,
  end: row.end_at,
  ...(row.page === null ? {} : { page: row.page }),
  language: row.language,
  reason: { code: `reason.${row.rule}`, values: { cue: row.cue } },
  isAdded: row.is_added,
  ...(row.verdict === null ? {} : { verdict: row.verdict }),
})

/** Filters of the list; everything left out does not filter. */
export interface AgreementWish {
  readonly type?: ClauseTypeName
  readonly from?: number
  readonly to?: number
  /** Code of a Party to the agreement. */
  readonly partyTo?: string
  readonly whose?: 'own' | 'others'
  /** Letters that stand in the title. */
  readonly title?: string
}

/** The agreements of a Party this actor may see: all for the team, what is published for everybody. */
export const visibleAgreements = ({ db, actor, party }: Reading, wish: AgreementWish = {}) => {
  demand(actor, 'agreements.visit', { party })
  let query = tablesOf(db).selectFrom('agreements').where('agreements.party', '=', party)
  if (!can(actor, 'agreements.read', { party })) query = query.where('is_published', '=', true)
  if (wish.type !== undefined) query = query.where(sql<boolean>`${wish.type} = any(types)`)
  if (wish.from !== undefined) query = query.where('year', '>=', wish.from)
  if (wish.to !== undefined) query = query.where('year', '<=', wish.to)
  if (wish.partyTo !== undefined) query = query.where(sql<boolean>`${wish.partyTo} = any(parties)`)
  if (wish.whose !== undefined) query = query.where('is_own', '=', wish.whose === 'own')
  if (wish.title !== undefined)
    query = query.where(sql<boolean>`position(lower(${wish.title}) in lower(agreements.title)) > 0`)
  return query
}

export interface Slice {
  readonly limit: number
  readonly offset: number
}

const everything: Slice = { limit: 5000, offset: 0 }

/** Own agreements first, then by year, the newest first. */
export const listAgreements = async (
  reading: Reading,
  wish: AgreementWish = {},
  { limit, offset }: Slice = everything,
): Promise<readonly Agreement[]> => {
  const rows = await visibleAgreements(reading, wish)
    .selectAll()
    .orderBy('is_own', 'desc')
    .orderBy(sql`year desc nulls last`)
    .orderBy('title')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(agreementOf)
}

export const countAgreements = async (reading: Reading, wish: AgreementWish = {}): Promise<number> => {
  const row = await visibleAgreements(reading, wish)
    .select(sql<number>`count(*)::integer`.as('count'))
    .executeTakeFirst()
  return row?.count ?? 0
}

/** Codes of all Parties to the agreements this actor may see, in their order. */
export const listPartiesTo = async (reading: Reading): Promise<readonly string[]> => {
  const rows = await visibleAgreements(reading).select(sql<string>`unnest(parties)`.as('code')).distinct().execute()
  return rows.map(({ code }) => code)
}

/** An agreement this actor may see; throws NotThere. */
export const getAgreement = async (reading: Reading, id: string): Promise<Agreement> => {
  const row = isId(id)
    ? await visibleAgreements(reading).selectAll().where('id', '=', id).executeTakeFirst()
    : undefined
  if (!row) throw new NotThere(`agreement ${id}`)
  return agreementOf(row)
}

export const headingFrom = (row: {
  position: number
  kind: ArticleHeading['kind']
  label: string | null
  name: string | null
  chapter: string | null
}): ArticleHeading => ({
  position: row.position,
  kind: row.kind,
  ...(row.label === null ? {} : { label: row.label }),
  ...(row.name === null ? {} : { name: row.name }),
  ...(row.chapter === null ? {} : { chapter: row.chapter }),
})

/** The headings of an agreement that `getAgreement` gave, in their order. */
export const listHeadings = async (
  db: Kysely<unknown>,
  { id }: Agreement,
  { limit, offset }: Slice = { limit: 20_000, offset: 0 },
): Promise<readonly ArticleHeading[]> => {
  const query = tablesOf(db).selectFrom('agreements_articles').select(['position', 'kind', 'label', 'name', 'chapter'])
  const rows = await query.where('agreement_id', '=', id).orderBy('position').limit(limit).offset(offset).execute()
  return rows.map(headingFrom)
}

export const countHeadings = async (db: Kysely<unknown>, { id }: Agreement): Promise<number> => {
  const query = tablesOf(db).selectFrom('agreements_articles').where('agreement_id', '=', id)
  const row = await query.select(sql<number>`count(*)::integer`.as('count')).executeTakeFirst()
  return row?.count ?? 0
}

/** One article of an agreement that `getAgreement` gave; throws NotThere. */
export const getArticle = async (db: Kysely<unknown>, { id }: Agreement, position: number): Promise<Article> => {
  const query = tablesOf(db).selectFrom('agreements_articles').selectAll().where('agreement_id', '=', id)
  const row =
    Number.isSafeInteger(position) && position > 0 && position < 1_000_000
      ? await query.where('position', '=', position).executeTakeFirst()
      : undefined
  if (!row) throw new NotThere(`article ${position} of ${id}`)
  return {
    ...headingFrom(row),
    id: row.id,
    agreementId: row.agreement_id,
    ...(row.page === null ? {} : { page: row.page }),
    startAt: row.start_at,
    raw: row.raw,
    isMarkup: row.is_markup,
    language: row.language,
  }
}

/** Which clauses; what is left out does not filter. */
export interface ClauseWish {
  readonly type?: ClauseTypeName
  readonly article?: string
  /** Only those that no reviewer has rejected. */
  readonly standing?: boolean
}

const clausesQuery = (db: Kysely<unknown>, { type, article, standing }: ClauseWish) => {
  let query = tablesOf(db)
    .selectFrom('agreements_clauses')
    .innerJoin('agreements_articles', 'agreements_articles.id', 'agreements_clauses.article_id')
    .selectAll('agreements_clauses')
    .select(['agreements_articles.position as article_position', 'agreements_articles.node as node'])
  if (type !== undefined) query = query.where('agreements_clauses.type', '=', type)
  if (article !== undefined) query = query.where('agreements_clauses.article_id', '=', article)
  if (standing) query = query.where(sql<boolean>`agreements_clauses.verdict is distinct from 'reject'`)
  return query
}

/** Clauses of agreements that the actor was shown to see, best rule first within each agreement. */
export const listClauses = async (
  db: Kysely<unknown>,
  agreements: readonly Pick<Agreement, 'id'>[],
  wish: ClauseWish = {},
): Promise<readonly Clause[]> => {
  if (agreements.length === 0) return []
  const rows = await clausesQuery(db, wish)
    .where(
      'agreements_clauses.agreement_id',
      'in',
      agreements.map(({ id }) => id),
    )
    .orderBy('agreements_clauses.agreement_id')
    .orderBy('agreements_clauses.position')
    .orderBy('agreements_clauses.id')
    .execute()
  return rows.map(clauseOf)
}

/** One type's standing wordings over all agreements the actor may see, the Party's own first, then by year. */
export const listWordings = async (
  reading: Reading,
  wish: { readonly type: ClauseTypeName; readonly direction?: ClauseDirection },
  { limit, offset }: Slice,
): Promise<{
  readonly wordings: readonly { readonly clause: Clause; readonly agreement: Agreement }[]
  readonly count: number
}> => {
  const agreements = await listAgreements(reading, { type: wish.type })
  if (agreements.length === 0) return { wordings: [], count: 0 }
  const order = new Map(agreements.map((agreement, index) => [agreement.id, { agreement, index }]))
  const found = (await listClauses(reading.db, agreements, { type: wish.type, standing: true }))
    .filter(({ direction }) => wish.direction === undefined || direction === wish.direction)
    .toSorted((a, b) => order.get(a.agreementId)!.index - order.get(b.agreementId)!.index)
  const shown = found.slice(offset, offset + limit)
  return {
    wordings: shown.map((clause) => ({ clause, agreement: order.get(clause.agreementId)!.agreement })),
    count: found.length,
  }
}

/** What reviewers said about an agreement's clauses, latest first. */
export const listDecisions = async (db: Kysely<unknown>, { id }: Agreement): Promise<readonly Decision[]> => {
  const rows = await tablesOf(db)
    .selectFrom('agreements_decisions')
    .selectAll()
    .where('agreement_id', '=', id)
    .orderBy('decided_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    clauseId: row.clause_id,
    verdict: row.verdict,
    reason: row.reason,
    actorName: row.actor_name,
    at: row.decided_at,
  }))
}

/** Writes down a change in the Party's history. */
export const note = (
  { db, actor, party, at }: Asking,
  action: string,
  object: string,
  after: unknown,
  before?: unknown,
): Promise<unknown> =>
  appendHistory(db, { party, actor: doerOf(actor), at, action: `agreements.${action}`, object, before, after })

/** The wording before the first article, where people say what an agreement is for; empty where the text has none. */
export const findPreamble = async (db: Kysely<unknown>, { id }: Agreement): Promise<string> => {
  const query = tablesOf(db).selectFrom('agreements_articles').select(['raw', 'is_markup'])
  const first = query.where('agreement_id', '=', id).where('kind', '=', 'preamble').orderBy('position').limit(1)
  const row = await first.executeTakeFirst()
  return row === undefined ? '' : row.is_markup ? withoutMarkup(row.raw) : row.raw
}
