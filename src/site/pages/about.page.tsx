import type { Page, Visit } from '../../people/index.ts'
import { Table } from '../../ui/table/table.tsx'
import { words } from '../words/words.generated.ts'

const counts = (visit: Visit): readonly (readonly [string, readonly { readonly verified: boolean }[]])[] => {
  const t = visit.words(words)
  const { framework } = visit
  return [
    [t('about.paragraphs'), [...framework.guidelines.values()]],
    [t('about.activities'), [...framework.roadmap.activities.values()]],
    ...[...framework.monitoring].flatMap(([edition, data]) => [
      [t('about.indicators', { edition }), [...data.indicators.values()]] as const,
      [t('about.verifications', { edition }), [...data.verifications.values()]] as const,
    ]),
    ...[...framework.reportForms].map(
      ([edition, form]) => [t('about.questions', { edition }), [...form.questions.values()]] as const,
    ),
  ]
}

/** What the product is, what it is not, and how much of the Convention's data was compared with the official texts. */
export const aboutPage = (version: string): Page => ({
  name: 'site.about',
  method: 'GET',
  under: 'installation',
  path: '/about',
  permission: 'site.read',
  respond: (visit) => {
    const t = visit.words(words)
    const number = visit.format.number
    return {
      kind: 'view',
      title: t('about.title'),
      body: (
        <>
          <h1 class="govuk-heading-l">{t('about.title')}</h1>
          <p class="govuk-body">{t('about.what')}</p>
          <p class="govuk-body">{t('about.not-official')}</p>
          <p class="govuk-body">{t('about.figures')}</p>
          <Table
            caption={t('about.framework')}
            columns={[
              { text: t('about.item') },
              { text: t('about.number'), numeric: true },
              { text: t('about.unverified'), numeric: true },
            ]}
            firstCellIsHeader
            rows={counts(visit).map(([item, list]) => [
              item,
              number(list.length),
              number(list.filter(({ verified }) => !verified).length),
            ])}
          />
          <p class="govuk-body">{t('about.version', { version })}</p>
        </>
      ),
    }
  },
})
