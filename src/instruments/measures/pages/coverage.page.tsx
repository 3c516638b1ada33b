import { raw } from 'hono/html'
import type { Page, Visit } from '../../../people/index.ts'
import { partyOf } from '../../../people/index.ts'
import { Figure } from '../../../ui/figure/figure.tsx'
import { Link } from '../../../ui/link/link.tsx'
import { Table } from '../../../ui/table/table.tsx'
import { Tag } from '../../../ui/tag/tag.tsx'
import { type Coverage, coverageChart, findCoverage } from '../coverage.ts'
import { policies } from '../evidence.ts'
import { words } from '../words/words.generated.ts'

/** Published measures by output, as a drawing with its table. */
export const CoverageFigure = ({ visit, coverage }: { readonly visit: Visit; readonly coverage: Coverage }) => {
  const t = visit.words(words)
  const chart = coverageChart(coverage, { framework: visit.framework, locale: visit.locale, dir: visit.direction, t })
  return (
    <Figure
      title={t('coverage.chart')}
      drawing={raw(chart.svg)}
      tableLabel={t('coverage.table')}
      table={<Table columns={chart.table.columns} rows={chart.table.rows} firstCellIsHeader />}
    />
  )
}

const Count = ({ visit, count, href }: { readonly visit: Visit; readonly count: number; readonly href: string }) => {
  const t = visit.words(words)
  return count === 0 ? (
    <Tag colour="orange">{t('coverage.none')}</Tag>
  ) : (
    <Link href={href}>{t('coverage.count', { count })}</Link>
  )
}

const Activities = ({ visit, coverage }: { readonly visit: Visit; readonly coverage: Coverage }) => {
  const t = visit.words(words)
  const { framework, locale } = visit
  return (
    <Table
      caption={t('coverage.activities')}
      captionSize="m"
      columns={[{ text: t('field.activities') }, { text: t('title') }]}
      firstCellIsHeader
      rows={[...framework.roadmap.activities.values()].map(({ id }) => [
        `${framework.cite(id)} ${framework.titleOf(id, locale).text}`,
        <Count
          visit={visit}
          count={coverage.activities.get(id) ?? 0}
          href={visit.to(id === policies ? '/measures' : `/measures?activities=${encodeURIComponent(id)}`)}
        />,
      ])}
    />
  )
}

/** Paragraphs that say something a measure can do: the leaves of the Guidelines from paragraph 8 on. */
const paragraphsToCarryOut = ({ framework }: Visit): readonly string[] => {
  const parents = new Set([...framework.guidelines.values()].map(({ parent }) => parent))
  return [...framework.guidelines.values()]
    .filter(({ id, number }) => !parents.has(id) && Number(number.split('.')[0]) >= 8)
    .map(({ id }) => id)
}

const Paragraphs = ({ visit, coverage }: { readonly visit: Visit; readonly coverage: Coverage }) => {
  const t = visit.words(words)
  const { framework, locale } = visit
  const empty = paragraphsToCarryOut(visit).filter((id) => !coverage.paragraphs.has(id))
  return (
    <>
      <h2 class="govuk-heading-m">{t('coverage.paragraphs')}</h2>
      <p class="govuk-body">{t('coverage.paragraphs.lead', { count: empty.length })}</p>
      <ul class="govuk-list">
        {empty.map((id) => (
          <li>
            {framework.cite(id)} {framework.titleOf(id, locale).text}
          </li>
        ))}
      </ul>
    </>
  )
}

/** What the published measures carry out, and what none of them does. */
export const coveragePage: Page = {
  name: 'measures.coverage',
  method: 'GET',
  under: 'party',
  path: '/measures/coverage',
  permission: 'measures.visit',
  shared: true,
  respond: async (visit) => {
    const t = visit.words(words)
    const coverage = await findCoverage(visit.db, partyOf(visit).code)
    return {
      kind: 'view',
      title: t('coverage.title'),
      room: 'measures',
      crumbs: [{ text: t('title'), href: visit.to('/measures') }],
      body: (
        <>
          <h1 class="govuk-heading-l">{t('coverage.title')}</h1>
          <p class="govuk-body-l">{t('coverage.lead')}</p>
          <CoverageFigure visit={visit} coverage={coverage} />
          <Activities visit={visit} coverage={coverage} />
          <Paragraphs visit={visit} coverage={coverage} />
        </>
      ),
    }
  },
}
