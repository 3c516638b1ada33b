import type { Visit } from '../../people/index.ts'
import { numberText, type Shown } from '../../studies/index.ts'
import { Details } from '../../ui/details/details.tsx'
import { InsetText } from '../../ui/inset-text/inset-text.tsx'
import { SummaryList } from '../../ui/summary-list/summary-list.tsx'
import { ScrollArea, Table } from '../../ui/table/table.tsx'
import type { CodeFindings, WorkforceDocument } from './document.ts'
import { words } from './words/words.generated.ts'

interface Props {
  readonly shown: Shown<WorkforceDocument>
}

const listed = 10

const Unreadable = ({
  shown,
  codes,
  side,
}: Props & { readonly codes: CodeFindings; readonly side: 'isco' | 'isic' }) => {
  const { visit } = shown
  const t = visit.words(words)
  if (codes.unreadable.length === 0) return null
  return (
    <ScrollArea label={t('codes.unreadable')}>
      <Table
        caption={t(`codes.unreadable.${side}`, { rows: codes.rows?.unreadable ?? 0 })}
        firstCellIsHeader
        columns={[{ text: t('codes.found') }, { text: t('codes.why') }, { text: t('codes.rows'), numeric: true }]}
        rows={codes.unreadable
          .slice(0, listed)
          .map(({ found, fault, rows }) => [<bdi>{found}</bdi>, t(`code-fault.${fault}`), visit.format.number(rows)])}
      />
    </ScrollArea>
  )
}

const CodeList = ({ shown: { visit }, codes }: Props & { readonly codes: CodeFindings }) => {
  const t = visit.words(words)
  const line = (label: string, list: readonly string[]) =>
    list.length === 0 ? null : (
      <p class="govuk-body-s">
        {label} <bdi>{list.join(', ')}</bdi>
      </p>
    )
  return (
    <Details summary={t('codes.list')}>
      {line(t('codes.fully'), codes.fully)}
      {line(t('codes.partly'), codes.partly)}
      <p class="govuk-body-s" lang="en" dir="ltr">
        {codes.source}
      </p>
    </Details>
  )
}

const digitsText = (visit: Visit, { digits }: CodeFindings): string =>
  visit.format.list(
    Object.entries(digits)
      .toReversed()
      .map(([length, rows]) => visit.words(words)('codes.digits', { digits: Number(length), rows })),
  )

/** Which codes counted as culture, where they come from, and what could not be read. */
export const Codes = ({ shown }: Props) => {
  const { visit, document } = shown
  const { codes } = document
  if (!codes) return null
  const t = visit.words(words)
  const { occupations, industries, rows_of_the_other_classification: others } = codes
  const isUnverified = !occupations.verified || !industries.verified
  return (
    <>
      <h2 class="govuk-heading-m">{t('codes.title')}</h2>
      {isUnverified ? <InsetText>{t('codes.unverified')}</InsetText> : null}
      <SummaryList
        rows={([occupations, industries] as const).map((side, at) => ({
          key: t(at === 0 ? 'column.isco' : 'column.isic'),
          value: (
            <>
              <bdi lang="en">{side.version}</bdi>
              <br />
              {side.rows ? digitsText(visit, side) : t('codes.no-column')}
              <br />
              {t('codes.counted', { fully: side.fully.length, partly: side.partly.length })}
              <CodeList shown={shown} codes={side} />
            </>
          ),
        }))}
      />
      {[occupations, industries].some(({ digits }) => digits['2'] || digits['3']) ? (
        <p class="govuk-body">{t('codes.coarse')}</p>
      ) : null}
      {others > 0 ? <p class="govuk-body">{t('codes.other-classification', { rows: others })}</p> : null}
      <Unreadable shown={shown} codes={occupations} side="isco" />
      <Unreadable shown={shown} codes={industries} side="isic" />
    </>
  )
}

/** How the sample was drawn and what it is worth. */
export const Sample = ({ shown }: Props) => {
  const { visit, document } = shown
  const { sample, employment } = document
  if (!sample) return null
  const t = visit.words(words)
  const number = (value: number | null | undefined, digits?: number) => numberText(visit, value, digits)
  return (
    <>
      <h2 class="govuk-heading-m">{t('sample.title')}</h2>
      {sample.weighted ? null : <InsetText>{t('sample.unweighted')}</InsetText>}
      {sample.degrees_of_freedom < 1 ? (
        <InsetText>{t(sample.table ? 'sample.table' : 'sample.no-intervals')}</InsetText>
      ) : null}
      <SummaryList
        rows={[
          { key: t('sample.persons'), value: number(sample.persons) },
          ...(sample.table
            ? []
            : [
                { key: t('sample.effective'), value: number(sample.effective_persons) },
                { key: t('sample.strata'), value: number(sample.strata) },
                { key: t(`sample.units.${sample.units_are}`), value: number(sample.units) },
                { key: t('sample.freedom'), value: number(sample.degrees_of_freedom) },
                { key: t('sample.design-effect'), value: number(employment?.share_women_design_effect, 2) },
                { key: t('sample.design-effect-share'), value: number(employment?.share_design_effect, 2) },
              ]),
        ]}
      />
      {sample.strata_of_one_unit > 0 && !sample.table ? (
        <p class="govuk-body">{t('sample.lone', { count: sample.strata_of_one_unit })}</p>
      ) : null}
    </>
  )
}

/** Words that count as not told. */
export const NotUnderstood = ({ shown }: Props) => {
  const { visit, document } = shown
  const t = visit.words(words)
  const rows = Object.entries(document.not_understood).flatMap(([place, spellings]) =>
    spellings.slice(0, listed).map(({ spelling, rows }) => {
      const [role = '', column = ''] = place.split('.')
      const text = visit.findText(words)
      return [
        <bdi>{spelling}</bdi>,
        `${text(`role.${role}`) ?? role}: ${text(`column.${column}`) ?? column}`,
        visit.format.number(rows),
      ]
    }),
  )
  if (rows.length === 0) return null
  return (
    <ScrollArea label={t('not-understood.title')}>
      <Table
        caption={t('not-understood.title')}
        firstCellIsHeader
        columns={[
          { text: t('codes.found') },
          { text: t('not-understood.where') },
          { text: t('codes.rows'), numeric: true },
        ]}
        rows={rows}
      />
    </ScrollArea>
  )
}
