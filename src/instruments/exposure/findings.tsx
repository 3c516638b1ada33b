import type { Visit } from '../../people/index.ts'
import { type Shown, StudyFigure, shareText } from '../../studies/index.ts'
import { Details } from '../../ui/details/details.tsx'
import { ScrollArea, Table } from '../../ui/table/table.tsx'
import { drawnWeeks, foundIn } from './charts.ts'
import type { ExposureDocument, ScopeFindings } from './document.ts'
import { words } from './words/words.generated.ts'

interface FoundProps {
  readonly visit: Visit
  readonly found: ScopeFindings
}

/** What the slots of unknown origin could change. */
const Bounds = ({ visit, found }: FoundProps) => {
  const t = visit.words(words)
  const { low, high } = found.bounds
  if (low === null || high === null) return null
  return (
    <p class="govuk-body">
      {found.known === found.slots
        ? t('result.all-known')
        : t('result.bounds', {
            unknown: found.slots - found.known,
            slots: found.slots,
            low: visit.format.percent(low),
            high: visit.format.percent(high),
          })}
    </p>
  )
}

/** The same question counted in other ways: how far the answer depends on the choice. */
const Ways = ({ visit, found }: FoundProps) => {
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

const Categories = ({ visit, found }: FoundProps) => {
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

/** Titles of the chart that the list of works does not tell the origin of, over the whole of both files. */
const Unmatched = ({ visit, document }: { readonly visit: Visit; readonly document: ExposureDocument }) => {
  const t = visit.words(words)
  const { unmatched_titles: unmatched, works_that_disagree: disagreeing } = document.left_out
  return (
    <>
      <h2 class="govuk-heading-m">{t('unmatched.title')}</h2>
      {unmatched.titles === 0 ? (
        <p class="govuk-body">{t('unmatched.none')}</p>
      ) : (
        <>
          <p class="govuk-body">{t('unmatched.some', { titles: unmatched.titles, slots: unmatched.slots })}</p>
          <Details summary={t('unmatched.most-shown')}>
            <Table
              firstCellIsHeader
              columns={[{ text: t('column.title') }, { text: t('categories.slots'), numeric: true }]}
              rows={unmatched.most_shown
                .slice(0, 10)
                .map(({ title, slots }) => [<bdi>{title}</bdi>, visit.format.number(slots)])}
            />
          </Details>
        </>
      )}
      {disagreeing > 0 ? <p class="govuk-body">{t('unmatched.disagree', { works: disagreeing })}</p> : null}
    </>
  )
}

/** How the share moved, where the works come from, and how far the figure depends on the way of counting. */
export const Findings = (shown: Shown<ExposureDocument>) => {
  const { visit, document } = shown
  const t = visit.words(words)
  const found = foundIn(document)
  return (
    <>
      <Bounds visit={visit} found={found} />
      <StudyFigure shown={shown} name="weeks">
        {found.weeks.length > drawnWeeks
          ? t('chart.weeks.last', { drawn: drawnWeeks, weeks: found.weeks.length })
          : null}
      </StudyFigure>
      <StudyFigure shown={shown} name="origins" />
      <StudyFigure shown={shown} name="languages" />
      <Ways visit={visit} found={found} />
      <Categories visit={visit} found={found} />
      <Unmatched visit={visit} document={document} />
    </>
  )
}
