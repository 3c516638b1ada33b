import { type Kysely, sql } from 'kysely'
import { appendHistory, type HistoryActor } from '../../engines/history/index.ts'
import { newId } from '../../platform/random/new-id.ts'
import type { PreparedArticle, PreparedText } from './prepare-text.ts'
import { articleVector } from './search-index.ts'
import { tablesOf } from './store.ts'

/** To whom a text belongs and how it is told apart. */
export interface Keeping {
  readonly db: Kysely<unknown>
  readonly party: string
  readonly at: Date
  readonly actor: HistoryActor
  readonly fileName: string
  readonly isOwn: boolean
  /** Alpha-2 codes where known. */
  readonly parties: readonly string[]
  readonly isSynthetic?: boolean
}

const inChunks = <Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size))

interface Placed extends PreparedArticle {
  readonly id: string
  readonly position: number
}

const articleRow = (given: Keeping, agreement: string, { document }: PreparedText, article: Placed) => {
  const { node, raw } = article
  const language = article.hits[0]?.language ?? document.language
  const { label = null, name = null } = node
  return {
    id: article.id,
    agreement_id: agreement,
    party: given.party,
    position: article.position,
    node: node.id,
    kind: node.kind,
    label,
    name,
    chapter: article.chapter ?? null,
    page: article.page ?? null,
    start_at: article.start,
    raw,
    is_markup: document.markup,
    language,
    vector: sql<string>`${articleVector({ label, name, raw, is_markup: document.markup })}::tsvector`,
  }
}

const clauseRows = (given: Keeping, agreement: string, { audited }: PreparedText, articles: readonly Placed[]) => {
  const order = new Map(audited.hits.map((hit, index) => [hit, index]))
  return articles.flatMap((article) =>
    article.hits.map((hit) => ({
      id: newId(),
      agreement_id: agreement,
      article_id: article.id,
      party: given.party,
      position: order.get(hit) ?? 0,
      type: hit.type,
      rule: hit.rule,
      direction: hit.direction,
      strength: hit.strength,
      scope: hit.scope,
      modifiers: [...hit.modifiers],
      article: hit.article,
      label: hit.label,
      quote: hit.quote,
      start_at: hit.start,
      end_at: hit.end,
      page: hit.page ?? null,
      language: hit.language,
      cue: hit.reason.values['cue'] ?? '',
      verdict: null,
    })),
  )
}

const insertAgreement = async (given: Keeping, prepared: PreparedText): Promise<string | undefined> => {
  const { document, audited } = prepared
  const row = await tablesOf(given.db)
    .insertInto('agreements')
    .values({
      id: newId(),
      party: given.party,
      hash: document.hash,
      file_name: given.fileName,
      title: prepared.title,
      format: document.format,
      language: document.language,
      other_languages: [...document.otherLanguages],
      year: prepared.year ?? null,
      parties: [...new Set(given.parties)],
      is_own: given.isOwn,
      is_synthetic: given.isSynthetic ?? false,
      coverage: JSON.stringify(audited.coverage),
      types: [...new Set(prepared.articles.flatMap(({ hits }) => hits.map(({ type }) => type)))],
      created_at: given.at,
      updated_at: given.at,
    })
    .onConflict((conflict) => conflict.columns(['party', 'hash']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/**
 * Keeps an audited text with its articles and clauses, in the caller's transaction. The same bytes are kept once: `isNew` is
 * false and `id` that of the agreement already there.
 */
export const keepText = async (
  given: Keeping,
  prepared: PreparedText,
): Promise<{ readonly id: string; readonly isNew: boolean }> => {
  const tables = tablesOf(given.db)
  const id = await insertAgreement(given, prepared)
  if (id === undefined) {
    const known = tables.selectFrom('agreements').select('id').where('party', '=', given.party)
    return { id: (await known.where('hash', '=', prepared.document.hash).executeTakeFirstOrThrow()).id, isNew: false }
  }
  const articles = prepared.articles.map((article, index) => ({ ...article, id: newId(), position: index + 1 }))
  for (const chunk of inChunks(articles, 400))
    await tables
      .insertInto('agreements_articles')
      .values(chunk.map((article) => articleRow(given, id, prepared, article)))
      .execute()
  for (const chunk of inChunks(clauseRows(given, id, prepared, articles), 400))
    await tables
      .insertInto('agreements_clauses')
      .values([...chunk])
      .execute()
  const after = { title: prepared.title, file: given.fileName, sha256: prepared.document.hash, isOwn: given.isOwn }
  const { party, actor, at } = given
  await appendHistory(given.db, { party, actor, at, action: 'agreements.create', object: id, after })
  return { id, isNew: true }
}
