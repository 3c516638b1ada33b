import type { Visit } from '../../../people/index.ts'
import { Link } from '../../../ui/link/link.tsx'
import { articleText, askingOf, ofText, Pages, pageIn } from '../asking.tsx'
import { type FoundArticle, searchArticles } from '../search-articles.ts'
import type { AgreementWish } from '../store.ts'
import { words } from '../words/words.generated.ts'

const limit = 10

const FoundItem = ({ visit, found }: { readonly visit: Visit; readonly found: FoundArticle }) => (
  <li>
    <p class="govuk-body govuk-!-margin-bottom-1">
      <Link href={visit.to(`/agreements/${found.agreementId}/articles/${found.position}`)}>
        <bdi>{articleText(visit, found)}</bdi>
      </Link>
      <br />
      <bdi>{found.title}</bdi>
      {found.year === undefined ? null : ` (${found.year})`}
    </p>
    <blockquote class="govuk-inset-text govuk-!-margin-top-1" {...ofText(found.language)}>
      {found.marked.map((text, index) => (index % 2 === 1 ? <mark>{text}</mark> : text))}
    </blockquote>
  </li>
)

interface FoundProps {
  readonly visit: Visit
  readonly wish: AgreementWish
  readonly text: string
}

/** The articles in which the words stand, hits marked, the closest first. */
export const FoundArticles = async ({ visit, wish, text }: FoundProps) => {
  const t = visit.words(words)
  const offset = (pageIn(visit) - 1) * limit
  const { articles, count, isCapped } = await searchArticles(askingOf(visit), text, wish, { limit, offset })
  return (
    <>
      <p class="govuk-body">
        <strong>{isCapped ? t('search.capped', { count }) : t('search.count', { count })}</strong>
      </p>
      <p class="govuk-hint">{t('search.hint')}</p>
      <ol class="govuk-list">
        {articles.map((found) => (
          <FoundItem visit={visit} found={found} />
        ))}
      </ol>
      <Pages visit={visit} path="/agreements" limit={limit} count={count} />
    </>
  )
}
