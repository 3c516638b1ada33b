import type { Visit } from '../../../people/index.ts'
import { Details } from '../../../ui/details/details.tsx'
import { ScrollArea, Table } from '../../../ui/table/table.tsx'
import { countryName } from '../asking.tsx'
import type { ExposureDocument, LeftOut } from '../document.ts'
import { words } from '../words/words.generated.ts'

interface LeftOutProps {
  readonly visit: Visit
  readonly leftOut: LeftOut
}

const Rows = ({ visit, leftOut: { rows } }: LeftOutProps) => {
  const t = visit.words(words)
  if (rows.length === 0) return <p class="govuk-body">{t('left-out.no-rows')}</p>
  return (
    <ScrollArea label={t('left-out.rows')}>
      <Table
        caption={t('left-out.rows')}
        firstCellIsHeader
        columns={[
          { text: t('left-out.reason') },
          { text: t('left-out.count'), numeric: true },
          { text: t('left-out.lines') },
          { text: t('left-out.found') },
        ]}
        rows={rows.map(({ reason, rows: count, lines, found }) => [
          t(`left-out.${reason}`),
          visit.format.number(count),
          visit.format.list(lines.map((line) => visit.format.number(line))),
          <bdi>{found.join(' · ')}</bdi>,
        ])}
      />
    </ScrollArea>
  )
}

const Unmatched = ({ visit, leftOut: { unmatched_titles: unmatched } }: LeftOutProps) => {
  const t = visit.words(words)
  if (unmatched.titles === 0) return <p class="govuk-body">{t('left-out.all-matched')}</p>
  return (
    <>
      <p class="govuk-body">{t('left-out.unmatched', { titles: unmatched.titles, slots: unmatched.slots })}</p>
      <Details summary={t('left-out.most-shown')}>
        <Table
          firstCellIsHeader
          columns={[{ text: t('column.title') }, { text: t('categories.slots'), numeric: true }]}
          rows={unmatched.most_shown
            .slice(0, 10)
            .map(({ title, slots }) => [<bdi>{title}</bdi>, visit.format.number(slots)])}
        />
      </Details>
    </>
  )
}

const Spellings = ({ visit, leftOut: { unrecognised_countries: spellings } }: LeftOutProps) => {
  const t = visit.words(words)
  if (spellings.length === 0) return null
  return (
    <>
      <p class="govuk-body">{t('left-out.spellings', { count: spellings.length })}</p>
      <ul class="govuk-list govuk-list--bullet">
        {spellings.slice(0, 10).map(({ spelling, works, suggestion }) => (
          <li>
            <bdi>{spelling}</bdi>
            {' – '}
            {suggestion === null
              ? t('country.spelling.works', { works })
              : t('country.spelling.suggestion', { works, name: countryName(visit, suggestion), code: suggestion })}
          </li>
        ))}
      </ul>
    </>
  )
}

/** What could not be used, over the whole of the files, and why. */
export const LeftOutSection = ({ visit, document }: { readonly visit: Visit; readonly document: ExposureDocument }) => {
  const t = visit.words(words)
  const leftOut = document.left_out
  return (
    <>
      <h2 class="govuk-heading-m" id="left-out">
        {t('left-out.title')}
      </h2>
      <p class="govuk-body">{t('left-out.lead')}</p>
      <Rows visit={visit} leftOut={leftOut} />
      <Unmatched visit={visit} leftOut={leftOut} />
      <Spellings visit={visit} leftOut={leftOut} />
      {leftOut.works_that_disagree > 0 ? (
        <p class="govuk-body">{t('left-out.disagree', { works: leftOut.works_that_disagree })}</p>
      ) : null}
    </>
  )
}
