import { withoutMarkup } from '../../../engines/texts/markup.ts'
import type { Visit } from '../../../people/index.ts'
import { Link } from '../../../ui/link/link.tsx'
import { ScrollArea, Table } from '../../../ui/table/table.tsx'
import { type Agreement, headingOf } from '../agreement.ts'
import { type ArticleWording, listArticleWordings } from '../article-wordings.ts'
import { addressWith, Pages, pageIn, Title, wordOf } from '../asking.tsx'
import { type ArticlePair, pairArticles, shinglesOf, similarity } from '../similar.ts'
import { words } from '../words/words.generated.ts'
import { Bounds, getShown, SideBySide } from './side-by-side.tsx'

const path = '/agreements/comparison'
const limit = 50

interface AllProps {
  readonly visit: Visit
  readonly one: { readonly agreement: Agreement }
  readonly other: { readonly agreement: Agreement }
}

const plainOf = ({ raw, isMarkup }: ArticleWording): string => (isMarkup ? withoutMarkup(raw) : raw)

/** The number of an article without the word before it: `ARTICLE 14.4` and `ARTÍCULO 14.4` have the same. */
const numberIn = ({ label }: ArticleWording): string | undefined => /\d+(?:[.-]\d+)*/.exec(label ?? '')?.[0]

/** Across languages nothing reads alike: articles of the same number stand side by side, and that is all that is said. */
const pairByNumber = (left: readonly ArticleWording[], right: readonly ArticleWording[]): readonly ArticlePair[] => {
  const places = new Map(right.map((article, index) => [numberIn(article), index] as const).toReversed())
  return left.flatMap((article, index) => {
    const number = numberIn(article)
    const place = number === undefined ? undefined : places.get(number)
    places.delete(number)
    return place === undefined ? [] : [{ left: index, right: place, alike: 0 }]
  })
}

const positionIn = (visit: Visit, name: string): number => Number(visit.query.get(name) ?? Number.NaN)

const Chosen = async ({ visit, one, other }: AllProps) => {
  const [left, right] = [positionIn(visit, 'left'), positionIn(visit, 'right')]
  if (!Number.isInteger(left) || !Number.isInteger(right)) return null
  const [first, second] = [await getShown(visit, one.agreement, left), await getShown(visit, other.agreement, right)]
  const isOneLanguage = one.agreement.language === other.agreement.language
  return (
    <section id="compared">
      <SideBySide
        visit={visit}
        one={first}
        other={second}
        alike={similarity(shinglesOf(first.wording), shinglesOf(second.wording))}
        isOneLanguage={isOneLanguage}
      />
    </section>
  )
}

/** All articles of two agreements, each beside the one of the other that reads most like it. */
export const AllArticles = async ({ visit, one, other }: AllProps) => {
  const t = visit.words(words)
  const [left, right] = [
    await listArticleWordings(visit.db, one.agreement),
    await listArticleWordings(visit.db, other.agreement),
  ]
  const isOneLanguage = one.agreement.language === other.agreement.language
  const pairs = isOneLanguage ? pairArticles(left.map(plainOf), right.map(plainOf)) : pairByNumber(left, right)
  const partner = new Map(pairs.map((pair) => [pair.left, pair]))
  const taken = new Set(pairs.map((pair) => pair.right))
  const rows = [
    ...left.map((article, index) => ({ article, pair: partner.get(index) })),
    ...right.flatMap((article, index) => (taken.has(index) ? [] : [{ article: undefined, only: article }])),
  ]
  const offset = (pageIn(visit) - 1) * limit
  const link = ({ agreement }: { readonly agreement: Agreement }, article: ArticleWording) => (
    <Link href={visit.to(`/agreements/${agreement.id}/articles/${article.position}`)}>
      <bdi>{headingOf(article, (kind) => wordOf(visit, `kind.${kind}`)).slice(0, 90)}</bdi>
    </Link>
  )
  const likeness = (article: ArticleWording, pair: ArticlePair) => (
    <Link
      href={`${addressWith(visit, path, { left: String(article.position), right: String(right[pair.right]!.position) })}#compared`}
    >
      {isOneLanguage ? visit.format.percent(pair.alike, 0) : t('comparison.show')}
    </Link>
  )
  return (
    <>
      <p class="govuk-body">{t('comparison.pairs', { pairs: pairs.length, left: left.length, right: right.length })}</p>
      <Bounds visit={visit} isOneLanguage={isOneLanguage} />
      {await Chosen({ visit, one, other })}
      <ScrollArea label={t('comparison.by-article')}>
        <Table
          columns={[
            { text: <Title agreement={one.agreement} />, classes: 'or-table__name' },
            { text: <Title agreement={other.agreement} />, classes: 'or-table__name' },
            { text: isOneLanguage ? t('lineage.alike') : t('comparison.show'), numeric: true },
          ]}
          rows={rows
            .slice(offset, offset + limit)
            .map((row) =>
              row.article === undefined
                ? ['–', link(other, row.only), '']
                : [
                    link(one, row.article),
                    row.pair ? link(other, right[row.pair.right]!) : '–',
                    row.pair ? likeness(row.article, row.pair) : '',
                  ],
            )}
        />
      </ScrollArea>
      <Pages visit={visit} path={path} limit={limit} count={rows.length} />
    </>
  )
}
