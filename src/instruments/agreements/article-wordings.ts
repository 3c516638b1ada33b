import { type Kysely, sql } from 'kysely'
import type { Agreement, ArticleHeading } from './agreement.ts'
import { headingFrom, tablesOf } from './store.ts'

/** An article with as much of its wording as a comparison of whole agreements reads. */
export interface ArticleWording extends ArticleHeading {
  readonly raw: string
  readonly isMarkup: boolean
}

/** About as much as is shown and compared of one article (`comparedLimit` words). */
const wordingRead = 5000

/** The articles of an agreement that `getAgreement` gave, in their order, each with the beginning of its wording. */
export const listArticleWordings = async (
  db: Kysely<unknown>,
  { id }: Agreement,
): Promise<readonly ArticleWording[]> => {
  const rows = await tablesOf(db)
    .selectFrom('agreements_articles')
    .select(['position', 'kind', 'label', 'name', 'chapter', 'is_markup'])
    .select(sql<string>`left(raw, ${wordingRead})`.as('raw'))
    .where('agreement_id', '=', id)
    .orderBy('position')
    .limit(2000)
    .execute()
  return rows.map((row) => ({ ...headingFrom(row), raw: row.raw, isMarkup: row.is_markup }))
}
