import { raw } from 'hono/html'
import type { Page, Visit } from '../../../people/index.ts'
import { Button, ButtonGroup } from '../../../ui/button/button.tsx'
import { Figure } from '../../../ui/figure/figure.tsx'
import { InsetText } from '../../../ui/inset-text/inset-text.tsx'
import { ScrollArea, Table } from '../../../ui/table/table.tsx'
import { askingOf, countryName, crumbsOf, KeyInput, mayPublish, mayRun, periodText } from '../asking.tsx'
import type { ExposureDocument, ScopeFindings } from '../document.ts'
import { StateTag } from '../state-tag.tsx'
import { getDocument, getStudy } from '../store.ts'
import type { FinishedStudy } from '../study.ts'
import { type ChartName, drawnWeeks, findChart } from '../study-charts.ts'
import { words } from '../words/words.generated.ts'
import { LeftOutSection } from './left-out-view.tsx'
import { MethodSection } from './method-view.tsx'

interface ResultProps {
  readonly visit: Visit
  readonly study: FinishedStudy
  readonly document: ExposureDocument
  readonly found: ScopeFindings
}

const shareText = (visit: Visit, share: number | null): string => (share === null ? '–' : visit.format.percent(share))

const BigNumber = ({ visit, study, document, found }: ResultProps) => {
  const t = visit.words(words)
  const share = found.local_share.fractional
  const { low, high } = found.interval
  const { bounds } = found
  if (share === null) return <p class="govuk-body-l">{t('result.no-share')}</p>
  return (
    <>
      <p class="govuk-heading-xl govuk-!-margin-bottom-2">{visit.format.percent(share)}</p>
      <p class="govuk-body-l">{t('result.what', { country: countryName(visit, study.country) })}</p>
      {low === null || high === null ? null : (
        <p class="govuk-body">
          {t('result.interval', {
            level: document.method.interval.level,
            low: visit.format.percent(low),
            high: visit.format.percent(high),
          })}
        </p>
      )}
      {bounds.low === null || bounds.high === null ? null : (
        <p class="govuk-body">
          {found.known === found.slots
            ? t('result.all-known')
            : t('result.bounds', {
                unknown: found.slots - found.known,
                slots: found.slots,
                low: visit.format.percent(bounds.low),
                high: visit.format.percent(bounds.high),
              })}
        </p>
      )}
    </>
  )
}

/** The same question counted in other ways: how far the answer depends on the choice. */
const Ways = ({ visit, found }: ResultProps) => {
  const t = visit.words(words)
  const text = visit.findText(words)
  const others = Object.entries(found.position_models).filter(([name]) => name !== 'flat' && name !== 'log2')
  const rows = [
    [t('ways.fractional'), shareText(visit, found.local_share.fractional)],
    [t('ways.any'), shareText(visit, found.local_share.any)],
    [t('ways.log2'), shareText(visit, found.local_share.log2_weighted)],
    ...others.map(([name, share]) => [text(`ways.model.${name}`) ?? name, shareText(visit, share)]),
  ]
  return (
    <ScrollArea label={t('ways.title')}>
      <Table
        caption={t('ways.title')}
        captionSize="m"
        firstCellIsHeader
        columns={[{ text: t('ways.way') }, { text: t('chart.local-share'), numeric: true }]}
        rows={rows}
      />
    </ScrollArea>
  )
}

const Categories = ({ visit, found }: ResultProps) => {
  const t = visit.words(words)
  const parts = Object.entries(found.categories)
  if (parts.length < 2) return null
  return (
    <ScrollArea label={t('categories.title')}>
      <Table
        caption={t('categories.title')}
        captionSize="m"
        firstCellIsHeader
        columns={[
          { text: t('column.category') },
          { text: t('categories.slots'), numeric: true },
          { text: t('categories.known'), numeric: true },
          { text: t('chart.local-share'), numeric: true },
          { text: t('categories.low'), numeric: true },
          { text: t('categories.high'), numeric: true },
        ]}
        rows={parts.map(([name, part]) => [
          <bdi>{name}</bdi>,
          visit.format.number(part.slots),
          visit.format.number(part.known),
          shareText(visit, part.local_share.fractional),
          shareText(visit, part.bounds.low),
          shareText(visit, part.bounds.high),
        ])}
      />
    </ScrollArea>
  )
}

const ChartFigure = ({ visit, study, found, name }: ResultProps & { readonly name: ChartName }) => {
  const t = visit.words(words)
  const chart = findChart(visit, name, found, study.country)
  if (!chart) return null
  const isCut = name === 'weeks' && found.weeks.length > drawnWeeks
  return (
    <Figure
      id={name}
      title={t(`chart.${name}`)}
      drawing={raw(chart.svg)}
      tableLabel={t(`chart.table.${name}`)}
      table={<Table columns={chart.table.columns} rows={chart.table.rows} firstCellIsHeader />}
      downloads={[{ href: visit.to(`/exposure/${study.id}/${name}.csv`), text: 'CSV' }]}
      source={
        <>
          {t(`chart.${name}.what`)}{' '}
          {isCut ? t('chart.weeks.last', { drawn: drawnWeeks, weeks: found.weeks.length }) : null}
        </>
      }
    />
  )
}

const Actions = ({ visit, study }: ResultProps) => {
  const t = visit.words(words)
  const isOut = study.isPublished
  return (
    <>
      {mayRun(visit) ? (
        <p class="govuk-body">
          <StateTag visit={visit} study={study} /> {isOut ? t('result.published') : t('result.unpublished')}
        </p>
      ) : null}
      {mayPublish(visit) ? (
        <form method="post" action={visit.to(`/exposure/${study.id}/${isOut ? 'withdrawal' : 'publication'}`)}>
          <KeyInput visit={visit} />
          <Button kind={isOut ? 'warning' : 'primary'} preventDoubleClick>
            {isOut ? t('result.withdraw') : t('result.publish')}
          </Button>
        </form>
      ) : null}
    </>
  )
}

const Downloads = ({ visit, study }: ResultProps) => {
  const t = visit.words(words)
  return (
    <ButtonGroup>
      <Button kind="secondary" href={visit.to(`/exposure/${study.id}/study.csv`)}>
        {t('result.csv')}
      </Button>
      <Button kind="secondary" href={visit.to(`/exposure/${study.id}/study.json`)}>
        {t('result.json')}
      </Button>
    </ButtonGroup>
  )
}

const Result = (props: ResultProps) => {
  const { visit, study, document } = props
  const t = visit.words(words)
  return (
    <>
      <span class="govuk-caption-l">
        {countryName(visit, study.country)} · {periodText(visit, study.summary.weeks)}
      </span>
      <h1 class="govuk-heading-l">
        <bdi lang={study.language === visit.locale ? undefined : study.language}>{study.title}</bdi>
      </h1>
      {study.isSynthetic ? <InsetText>{t('result.synthetic')}</InsetText> : null}
      <BigNumber {...props} />
      <Actions {...props} />
      <ChartFigure {...props} name="weeks" />
      <ChartFigure {...props} name="origins" />
      <ChartFigure {...props} name="languages" />
      <Ways {...props} />
      <Categories {...props} />
      <LeftOutSection visit={visit} document={document} />
      <MethodSection visit={visit} study={study} document={document} />
      <Downloads {...props} />
    </>
  )
}

/** The result of a study: the share, how sure it is, how it moved, where the works come from, and how it was made. */
export const studyPage: Page = {
  name: 'exposure.show',
  method: 'GET',
  under: 'party',
  path: '/exposure/:id',
  permission: 'exposure.visit',
  shared: true,
  respond: async (visit) => {
    const study = await getStudy(askingOf(visit), visit.parameters['id'] ?? '')
    const document = await getDocument(visit.db, study)
    const found = document.countries[study.country]!
    return {
      kind: 'view',
      title: study.title,
      room: 'exposure',
      line: 2,
      crumbs: crumbsOf(visit),
      body: <Result visit={visit} study={study} document={document} found={found} />,
    }
  },
}
