import { raw } from 'hono/html'
import { barChart } from '../../../engines/charts/index.ts'
import { writeCsv } from '../../../engines/documents/index.ts'
import type { Page, Visit } from '../../../people/index.ts'
import { Figure } from '../../../ui/figure/figure.tsx'
import { Filter } from '../../../ui/filter/filter.tsx'
import { Select } from '../../../ui/select/select.tsx'
import { Table } from '../../../ui/table/table.tsx'
import { askingOf, crumbsOf, NotAdvice, wordOf } from '../asking.tsx'
import { type ClauseTypeName, clauseTypeNames } from '../rules/clause-type.ts'
import { type Family, familiesOf, type Period, periodsOf, takenUpFrom } from '../spread.ts'
import { listAgreements, listWordings } from '../store.ts'
import { words } from '../words/words.generated.ts'
import { LineageView, lineageCsvOf } from './lineage-view.tsx'
import { Quote, quoteText, WordingSource } from './wording.tsx'

const everything = { limit: 5000, offset: 0 }
const [familiesShown, laterShown] = [6, 10]

const typeIn = (visit: Visit): ClauseTypeName =>
  clauseTypeNames.find((type) => type === visit.query.get('type')) ?? clauseTypeNames[0]

interface TimeProps {
  readonly visit: Visit
  readonly type: ClauseTypeName
  readonly periods: readonly Period[]
}

const periodText = ({ from, to }: Period): string => `${from}–${to}`

const Timeline = ({ visit, type, periods }: TimeProps) => {
  const t = visit.words(words)
  const name = wordOf(visit, `type.${type}`)
  const chart = barChart({
    id: 'spread',
    locale: visit.locale,
    dir: visit.direction,
    title: name,
    description: t('spread.chart'),
    numbers: { kind: 'number' },
    nameHeading: t('spread.period'),
    valueHeading: t('spread.holding'),
    rows: periods.map((period) => ({ name: periodText(period), value: period.holding })),
  })
  return (
    <Figure
      id="spread"
      title={name}
      drawing={raw(chart.svg)}
      tableLabel={t('spread.table')}
      table={
        <Table
          firstCellIsHeader
          columns={[
            { text: t('spread.period') },
            { text: t('spread.signed'), numeric: true },
            { text: t('spread.holding'), numeric: true },
          ]}
          rows={periods.map((period) => [
            <bdi>{periodText(period)}</bdi>,
            visit.format.number(period.signed),
            visit.format.number(period.holding),
          ])}
        />
      }
      downloads={[{ href: `${visit.to('/agreements/spread.csv')}?type=${type}`, text: 'CSV' }]}
      source={t('spread.source')}
    />
  )
}

const FamilyView = ({ visit, family }: { readonly visit: Visit; readonly family: Family }) => {
  const t = visit.words(words)
  const { first, later } = family
  return (
    <section>
      <h3 class="govuk-heading-s">{t('spread.family', { count: later.length })}</h3>
      <p class="govuk-body govuk-!-margin-bottom-1">
        {t('spread.first')} <WordingSource visit={visit} {...first} />
      </p>
      <Quote hit={{ ...first.clause, quote: quoteText(first.clause, 400) }} />
      <ul class="govuk-list govuk-list--bullet">
        {later.slice(0, laterShown).map(({ clause, agreement, from, alike }) => (
          <li>
            <WordingSource visit={visit} clause={clause} agreement={agreement} />
            {' – '}
            {t('spread.alike', { share: visit.format.percent(alike, 0), title: from.agreement.title.slice(0, 80) })}
          </li>
        ))}
        {later.length > laterShown ? <li>{t('places.more', { count: later.length - laterShown })}</li> : null}
      </ul>
    </section>
  )
}

/** When agreements began to hold a type of clause, and which wording was taken up by later ones. */
const spreadPage: Page = {
  name: 'agreements.spread',
  method: 'GET',
  under: 'party',
  path: '/agreements/spread',
  permission: 'agreements.visit',
  shared: true,
  respond: async (visit) => {
    const t = visit.words(words)
    const type = typeIn(visit)
    const reading = askingOf(visit)
    const periods = periodsOf(await listAgreements(reading), type)
    const families = familiesOf((await listWordings(reading, { type }, everything)).wordings)
    return {
      kind: 'view',
      title: t('spread.title'),
      room: 'agreements',
      line: 3,
      crumbs: crumbsOf(visit),
      body: (
        <>
          <h1 class="govuk-heading-l">{t('spread.title')}</h1>
          <p class="govuk-body-l">{t('spread.lead')}</p>
          <Filter label={t('filter.label')} action={visit.to('/agreements/spread')} submit={t('filter.apply')}>
            <Select
              name="type"
              label={t('wordings.type')}
              value={type}
              options={clauseTypeNames.map((each) => ({ value: each, text: wordOf(visit, `type.${each}`) }))}
            />
          </Filter>
          {periods.length === 0 ? null : <Timeline visit={visit} type={type} periods={periods} />}
          <h2 class="govuk-heading-m">{t('spread.families')}</h2>
          <p class="govuk-hint">{t('spread.families.hint', { share: visit.format.percent(takenUpFrom, 0) })}</p>
          {families.length === 0 ? (
            <p class="govuk-body">{t('spread.none')}</p>
          ) : (
            <LineageView visit={visit} type={type} families={families} />
          )}
          {families.slice(0, familiesShown).map((family) => (
            <FamilyView visit={visit} family={family} />
          ))}
          <NotAdvice visit={visit} />
        </>
      ),
    }
  },
}

const spreadCsv: Page = {
  name: 'agreements.spread-csv',
  method: 'GET',
  under: 'party',
  path: '/agreements/spread.csv',
  permission: 'agreements.visit',
  respond: async (visit) => {
    const type = typeIn(visit)
    const periods = periodsOf(await listAgreements(askingOf(visit)), type)
    const rows = periods.map(({ from, to, signed, holding }) => [type, from, to, signed, holding])
    const body = writeCsv(['clause_type', 'from_year', 'to_year', 'signed', 'holding'], rows)
    return { kind: 'download', name: `agreements-spread-${type}.csv`, type: 'text/csv; charset=utf-8', body }
  },
}

const lineageCsv: Page = {
  name: 'agreements.lineage-csv',
  method: 'GET',
  under: 'party',
  path: '/agreements/lineage.csv',
  permission: 'agreements.visit',
  respond: async (visit) => {
    const type = typeIn(visit)
    const families = familiesOf((await listWordings(askingOf(visit), { type }, everything)).wordings)
    const body = lineageCsvOf(type, families)
    return { kind: 'download', name: `agreements-lineage-${type}.csv`, type: 'text/csv; charset=utf-8', body }
  },
}

export const spreadPages: readonly Page[] = [spreadPage, spreadCsv, lineageCsv]
