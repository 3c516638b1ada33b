import type { Page } from '../../../people/index.ts'
import { Link } from '../../../ui/link/link.tsx'
import { articleText, askingOf, crumbsOf, NotAdvice, Pages, pageIn, Title } from '../asking.tsx'
import { countHeadings, getAgreement, listHeadings } from '../store.ts'
import { words } from '../words/words.generated.ts'

const limit = 100

/** The articles of an agreement under their chapters. */
export const contentsPage: Page = {
  name: 'agreements.contents',
  method: 'GET',
  under: 'party',
  path: '/agreements/:id/contents',
  permission: 'agreements.visit',
  respond: async (visit) => {
    const t = visit.words(words)
    const agreement = await getAgreement(askingOf(visit), visit.parameters['id'] ?? '')
    const headings = await listHeadings(visit.db, agreement, { limit, offset: (pageIn(visit) - 1) * limit })
    const count = await countHeadings(visit.db, agreement)
    return {
      kind: 'view',
      title: t('contents.title'),
      room: 'agreements',
      line: 3,
      crumbs: crumbsOf(visit, agreement),
      body: (
        <>
          <span class="govuk-caption-l">
            <Title agreement={agreement} />
          </span>
          <h1 class="govuk-heading-l">{t('contents.title')}</h1>
          <ol class="govuk-list">
            {headings.map((heading, index) => (
              <li>
                {heading.chapter !== undefined && heading.chapter !== headings[index - 1]?.chapter ? (
                  <p class="govuk-body govuk-!-font-weight-bold govuk-!-margin-top-4 govuk-!-margin-bottom-1">
                    <bdi>{heading.chapter}</bdi>
                  </p>
                ) : null}
                <Link href={visit.to(`/agreements/${agreement.id}/articles/${heading.position}`)}>
                  <bdi>{articleText(visit, heading)}</bdi>
                </Link>
              </li>
            ))}
          </ol>
          <Pages visit={visit} path={`/agreements/${agreement.id}/contents`} limit={limit} count={count} />
          <NotAdvice visit={visit} />
        </>
      ),
    }
  },
}
