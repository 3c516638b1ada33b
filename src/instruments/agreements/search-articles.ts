import { type Kysely, type RawBuilder, sql } from 'kysely'
import { withoutMarkup } from '../../engines/texts/markup.ts'
import { markedPassages } from '../../engines/texts/search-marks.ts'
import { findSearchText, readSearch, type SearchQuery } from '../../engines/texts/search-query.ts'
import type { ArticleHeading } from './agreement.ts'
import { type AgreementWish, type Reading, visibleAgreements } from './store.ts'

/** An article in which what was sought stands. `marked` alternates between text and hit: odd places are hits. */
export interface FoundArticle extends ArticleHeading {
  readonly agreementId: string
  readonly title: string
  readonly year?: number
  readonly language: string
  readonly marked: readonly string[]
}

export interface ArticleSearch {
  readonly articles: readonly FoundArticle[]
  readonly count: number
  /** True when there are more than `count`; only so many are ranked. */
  readonly isCapped: boolean
}

const mostRanked = 1000
/** Characters of an article in which hits are marked; beyond, only the search itself sees them. */
const markedCharacters = 120_000

interface Row extends Record<string, unknown> {
  readonly agreement_id: string
  readonly title: string
  readonly year: number | null
  readonly position: number
  readonly kind: ArticleHeading['kind']
  readonly label: string | null
  readonly name: string | null
  readonly chapter: string | null
  readonly language: string
  readonly raw: string
  readonly is_markup: boolean
  readonly total: number
}

const foundOf = (row: Row, query: SearchQuery): FoundArticle => ({
  agreementId: row.agreement_id,
  title: row.title,
  ...(row.year === null ? {} : { year: row.year }),
  position: row.position,
  kind: row.kind,
  ...(row.label === null ? {} : { label: row.label }),
  ...(row.name === null ? {} : { name: row.name }),
  ...(row.chapter === null ? {} : { chapter: row.chapter }),
  language: row.language,
  marked: markedPassages(row.is_markup ? withoutMarkup(row.raw) : row.raw, query),
})

/** Words near each other are many phrases to PostgreSQL, too many to weigh by how closely they stand: they are close already. */
const hasNear = (query: SearchQuery): boolean => query.flat().some(({ kind }) => kind === 'near')

const ranked = async (
  db: Kysely<unknown>,
  { sought, hasNear }: { readonly sought: string; readonly hasNear: boolean },
  agreements: RawBuilder<unknown>,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly Row[]> => {
  const query = sql`${sought}::tsquery`
  const rank = hasNear ? sql`ts_rank(found.vector, ${query}, 1)` : sql`ts_rank_cd(found.vector, ${query}, 1)`
  const { rows } = await sql<Row>`
    with seen as (${agreements}),
    found as materialized (
      select articles.id, articles.vector, articles.position, seen.year, seen.title
      from agreements_articles articles join seen on seen.id = articles.agreement_id
      where articles.vector @@ ${query} limit ${mostRanked}),
    best as materialized (
      select found.id, found.title, found.year,
        ${rank} as rank, count(*) over ()::integer as total
      from found
      order by rank desc, year desc nulls last, title, position limit ${limit} offset ${offset})
    select articles.agreement_id, best.title, best.year, articles.position, articles.kind, articles.label, articles.name,
      articles.chapter, articles.language, articles.is_markup, best.total, left(articles.raw, ${markedCharacters}) as raw
    from best join agreements_articles articles on articles.id = best.id
    order by best.rank desc, best.year desc nulls last, best.title, articles.position`.execute(db)
  return rows
}

/**
 * Full-text search by article, in any language with the analyser of the house: “phrases” in quotation marks, `or`, `-without`,
 * `word NEAR/6 word` and `begin*`. The thousand first matches are ranked.
 */
export const searchArticles = async (
  reading: Reading,
  text: string,
  wish: AgreementWish,
  slice: { readonly limit: number; readonly offset: number },
): Promise<ArticleSearch> => {
  const query = readSearch(text.slice(0, 200))
  const sought = findSearchText(query)
  if (sought === undefined) return { articles: [], count: 0, isCapped: false }
  const seen = visibleAgreements(reading, wish).select(['id', 'year', 'title'])
  const rows = await ranked(reading.db, { sought, hasNear: hasNear(query) }, sql`${seen}`, slice)
  const count = rows[0]?.total ?? 0
  return { articles: rows.map((row) => foundOf(row, query)), count, isCapped: count >= mostRanked }
}
