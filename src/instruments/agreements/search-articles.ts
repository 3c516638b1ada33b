import { type Kysely, type RawBuilder, sql } from 'kysely'
import { withoutMarkup } from '../../engines/texts/markup.ts'
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
const [opening, closing] = ['\uE000', '\uE001']
const headline = `StartSel=${opening}, StopSel=${closing}, MaxFragments=2, MaxWords=32, MinWords=14, FragmentDelimiter=" … "`

const analysers = [
  ['en', 'english'],
  ['fr', 'french'],
  ['es', 'spanish'],
  ['und', 'simple'],
] as const

const nearby = /^\s*(\S+)\s+NEAR(?:\/(\d{1,2}))?\s+(\S+)\s*$/u

/** `cultural NEAR/6 industries`: both words, at most so many places apart, in either order; everything else as on the web. */
const queryIn = (analyser: string, text: string): RawBuilder<unknown> => {
  const near = nearby.exec(text)
  const config = sql`${sql.lit(analyser)}::regconfig`
  if (!near) return sql`websearch_to_tsquery(${config}, ${text})`
  const [one, other] = [sql`plainto_tsquery(${config}, ${near[1]})`, sql`plainto_tsquery(${config}, ${near[3]})`]
  const places = Array.from({ length: Math.min(20, Math.max(1, Number(near[2] ?? 8))) }, (_, index) => index + 1)
  const either = places.flatMap((place) => [
    sql`tsquery_phrase(${one}, ${other}, ${sql.lit(place)})`,
    sql`tsquery_phrase(${other}, ${one}, ${sql.lit(place)})`,
  ])
  return sql`(${sql.join(either, sql` || `)})`
}

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
  readonly marked: string
  readonly total: number
}

const foundOf = (row: Row): FoundArticle => ({
  agreementId: row.agreement_id,
  title: row.title,
  ...(row.year === null ? {} : { year: row.year }),
  position: row.position,
  kind: row.kind,
  ...(row.label === null ? {} : { label: row.label }),
  ...(row.name === null ? {} : { name: row.name }),
  ...(row.chapter === null ? {} : { chapter: row.chapter }),
  language: row.language,
  marked: row.marked.split(/[\uE000\uE001]/).map(withoutMarkup),
})

const ranked = async (
  db: Kysely<unknown>,
  text: string,
  agreements: RawBuilder<unknown>,
  { limit, offset }: { limit: number; offset: number },
): Promise<readonly Row[]> => {
  const matches = analysers.map(
    ([language, analyser]) =>
      sql`(articles.language = ${sql.lit(language)} and articles.vector @@ ${queryIn(analyser, text)})`,
  )
  const wanted = sql.join(
    analysers.map(
      ([language, analyser]) =>
        sql`(${sql.lit(language)}, ${sql.lit(analyser)}::regconfig, ${queryIn(analyser, text)})`,
    ),
  )
  const { rows } = await sql<Row>`
    with seen as (${agreements}),
    wanted(language, config, query) as (values ${wanted}),
    found as materialized (
      select articles.id, articles.language, articles.vector, articles.position, seen.year, seen.title
      from agreements_articles articles join seen on seen.id = articles.agreement_id
      where ${sql.join(matches, sql` or `)} limit ${mostRanked}),
    best as materialized (
      select found.id, found.title, found.year, wanted.query, wanted.config,
        ts_rank_cd(found.vector, wanted.query, 1) as rank, count(*) over ()::integer as total
      from found join wanted using (language)
      order by rank desc, year desc nulls last, title, position limit ${limit} offset ${offset})
    select articles.agreement_id, best.title, best.year, articles.position, articles.kind, articles.label, articles.name,
      articles.chapter, articles.language, best.total,
      ts_headline(best.config, left(articles.raw, 120000), best.query, ${headline}) as marked
    from best join agreements_articles articles on articles.id = best.id
    order by best.rank desc, best.year desc nulls last, best.title, articles.position`.execute(db)
  return rows
}

/**
 * Full-text search by article, each text with the analyser of its own language. “Phrases” in quotation marks, `or`, `-without`,
 * and `word NEAR/6 word`. The thousand first matches are ranked.
 */
export const searchArticles = async (
  reading: Reading,
  text: string,
  wish: AgreementWish,
  slice: { readonly limit: number; readonly offset: number },
): Promise<ArticleSearch> => {
  const seen = visibleAgreements(reading, wish).select(['id', 'year', 'title'])
  const rows = await ranked(reading.db, text.slice(0, 200).replaceAll(/[“”«»]/g, '"'), sql`${seen}`, slice)
  const count = rows[0]?.total ?? 0
  return { articles: rows.map(foundOf), count, isCapped: count >= mostRanked }
}
