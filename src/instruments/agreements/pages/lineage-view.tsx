import { raw } from 'hono/html'
import { lineageChart } from '../../../engines/charts/index.ts'
import { writeCsv } from '../../../engines/documents/index.ts'
import type { Visit } from '../../../people/index.ts'
import { Figure } from '../../../ui/figure/figure.tsx'
import { Table } from '../../../ui/table/table.tsx'
import { labelText } from '../asking.tsx'
import type { ClauseTypeName } from '../rules/clause-type.ts'
import { type Family, lineagesOf } from '../spread.ts'
import { words } from '../words/words.generated.ts'
import { WordingSource } from './wording.tsx'

interface LineageProps {
  readonly visit: Visit
  readonly type: ClauseTypeName
  readonly families: readonly Family[]
}

/** The network of a clause over time: agreements in the years they were signed, tied to the earlier wording each reads most like. */
export const LineageView = ({ visit, type, families }: LineageProps) => {
  const t = visit.words(words)
  const lineages = lineagesOf(families)
  const chart = lineageChart({
    id: 'lineage',
    locale: visit.locale,
    dir: visit.direction,
    title: t('lineage.title'),
    description: t('lineage.description'),
    numbers: { kind: 'share', digits: 0 },
    line: 3,
    nameHeading: t('list.agreement'),
    timeHeading: t('list.year'),
    fromHeading: t('lineage.from'),
    valueHeading: t('lineage.alike'),
    groups: lineages.map(({ members, left }) => ({
      nodes: members.map(({ agreement, from, alike }) => ({
        name: agreement.title,
        at: agreement.year ?? 0,
        from,
        value: alike,
        isMarked: agreement.isOwn,
      })),
      ...(left > 0 ? { more: t('places.more', { count: left }) } : {}),
    })),
  })
  const rows = lineages.flatMap(({ members }) => members.map((member) => ({ member, members })))
  return (
    <Figure
      id="lineage"
      title={t('lineage.title')}
      drawing={raw(chart.svg)}
      tableLabel={t('spread.table')}
      table={
        <Table
          firstCellIsHeader
          columns={[
            { text: t('list.agreement') },
            { text: t('lineage.from') },
            { text: t('lineage.alike'), numeric: true },
          ]}
          rows={rows.map(({ member, members }) => {
            const from = member.from === undefined ? undefined : members[member.from]
            return [
              <WordingSource visit={visit} clause={member.clause} agreement={member.agreement} />,
              from === undefined ? '–' : <bdi>{`${labelText(visit, from.clause)}, ${from.agreement.title}`}</bdi>,
              member.alike === undefined ? '–' : visit.format.percent(member.alike, 0),
            ]
          })}
        />
      }
      downloads={[{ href: `${visit.to('/agreements/lineage.csv')}?type=${type}`, text: 'CSV' }]}
      source={t('lineage.source')}
    />
  )
}

/** All ties of all families, not only those that are drawn. */
export const lineageCsvOf = (type: ClauseTypeName, families: readonly Family[]): string =>
  writeCsv(
    ['clause_type', 'family', 'title', 'year', 'article', 'from_title', 'from_year', 'from_article', 'alike'],
    families.flatMap(({ first, later }, index) => [
      [type, index + 1, first.agreement.title, first.agreement.year, first.clause.article, null, null, null, null],
      ...later.map(({ agreement, clause, from, alike }) => [
        type,
        index + 1,
        agreement.title,
        agreement.year,
        clause.article,
        from.agreement.title,
        from.agreement.year,
        from.clause.article,
        Math.round(alike * 1000) / 1000,
      ]),
    ]),
  )
