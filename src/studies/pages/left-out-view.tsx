import type { UnrecognisedSpelling } from '../../engines/studies/index.ts'
import { ScrollArea, Table } from '../../ui/table/table.tsx'
import { type Place, roleText, textOf } from '../asking.tsx'
import type { NotUsed } from '../study.ts'
import { countryName } from '../texts.ts'
import { words } from '../words/words.generated.ts'

type LeftOutProps = Place & { readonly notUsed: NotUsed }

const Rows = ({ notUsed: { rows }, ...place }: LeftOutProps) => {
  const { visit } = place
  const t = visit.words(words)
  if (rows.length === 0) return <p class="govuk-body">{t('left-out.no-rows')}</p>
  const hasAmounts = rows.some(({ amount }) => amount > 0)
  return (
    <ScrollArea label={t('left-out.rows')}>
      <Table
        caption={t('left-out.rows')}
        firstCellIsHeader
        columns={[
          { text: t('left-out.reason') },
          { text: t('left-out.file') },
          { text: t('left-out.count'), numeric: true },
          ...(hasAmounts ? [{ text: t('left-out.amount'), numeric: true }] : []),
          { text: t('left-out.lines') },
          { text: t('left-out.found') },
        ]}
        rows={rows.map(({ file, reason, rows: count, amount, lines, found }) => [
          textOf(place, `left-out.${reason}`) ?? reason,
          roleText(place, file),
          visit.format.number(count),
          ...(hasAmounts ? [visit.format.number(amount)] : []),
          lines.length === 0 ? '–' : visit.format.list(lines.map((line) => visit.format.number(line))),
          <bdi>{found.length === 0 ? '–' : found.join(' · ')}</bdi>,
        ])}
      />
    </ScrollArea>
  )
}

const mostSpellings = 20

const Spelling = ({ visit, entry }: { readonly visit: Place['visit']; readonly entry: UnrecognisedSpelling }) => {
  const t = visit.words(words)
  const { spelling, rows, suggestion } = entry
  return (
    <li>
      <bdi>{spelling}</bdi>
      {' – '}
      {suggestion === null
        ? t('spelling.rows', { rows })
        : t('spelling.suggestion', { rows, name: countryName(visit, suggestion), code: suggestion })}
    </li>
  )
}

const Spellings = ({ visit, notUsed: { spellings } }: LeftOutProps) => {
  const t = visit.words(words)
  if (spellings.length === 0) return null
  return (
    <>
      <p class="govuk-body">{t('left-out.spellings', { count: spellings.length })}</p>
      <ul class="govuk-list govuk-list--bullet">
        {spellings.slice(0, mostSpellings).map((entry) => (
          <Spelling visit={visit} entry={entry} />
        ))}
      </ul>
      <p class="govuk-body">{t('left-out.settle')}</p>
    </>
  )
}

/** What could not be used, over the whole of the files, and why. */
export const LeftOutSection = (props: LeftOutProps) => {
  const t = props.visit.words(words)
  return (
    <>
      <h2 class="govuk-heading-m" id="left-out">
        {t('left-out.title')}
      </h2>
      <p class="govuk-body">{t('left-out.lead')}</p>
      <Rows {...props} />
      <Spellings {...props} />
    </>
  )
}
