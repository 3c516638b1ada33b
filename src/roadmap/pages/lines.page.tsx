import { writeCsv } from '../../engines/documents/csv.ts'
import { writeXlsx } from '../../engines/documents/xlsx.ts'
import { decimalText } from '../../kernel/money.ts'
import { can, type Page, type Visit } from '../../people/index.ts'
import { ScrollArea, Table } from '../../ui/table/table.tsx'
import { sectorName } from '../line-fields.ts'
import { listLines } from '../line-store.ts'
import { codeOfLine, titleOfLine } from '../line-titles.ts'
import { type Difference, differenceOf, type RoadmapLine, totalsOf } from '../roadmap.ts'
import { words } from '../words/words.generated.ts'

const linesOf = (visit: Visit): Promise<readonly RoadmapLine[]> =>
  listLines(visit.db, visit.actor, visit.party?.code ?? '', visit.framework.roadmap.edition)

const periodOf = (visit: Visit, line: RoadmapLine): string =>
  [line.startsOn, line.endsOn].map((day) => (day === undefined ? '…' : visit.format.day(day))).join(' – ')

const LineTable = ({ visit, lines }: { visit: Visit; lines: readonly RoadmapLine[] }) => {
  const t = visit.words(words)
  return (
    <ScrollArea label={t('lines.title')}>
      <Table
        caption={t('lines.count', { count: lines.length })}
        firstCellIsHeader
        columns={[
          { text: t('column.line') },
          { text: t('field.sector') },
          { text: t('field.status') },
          { text: t('field.lead') },
          { text: t('column.period') },
          { text: t('field.budget'), numeric: true },
        ]}
        rows={lines.map((line) => {
          const title = titleOfLine(visit, line)
          return [
            <a class="govuk-link" href={visit.to(`/roadmap/lines/${line.id}`)} lang={title.language} dir="auto">
              {codeOfLine(line)} {title.text}
            </a>,
            sectorName(visit, line.sector),
            t(`status.${line.status}`),
            line.lead ?? '–',
            line.startsOn === undefined && line.endsOn === undefined ? '–' : periodOf(visit, line),
            line.budget ? visit.format.money(line.budget) : '–',
          ]
        })}
      />
    </ScrollArea>
  )
}

const Totals = ({ visit, lines }: { visit: Visit; lines: readonly RoadmapLine[] }) => {
  const totals = totalsOf(lines)
  if (totals.length === 0) return null
  return (
    <p class="govuk-body">
      {visit.words(words)('lines.total', { amounts: visit.format.list(totals.map(visit.format.money)) })}
    </p>
  )
}

const list: Page = {
  name: 'roadmap.lines',
  method: 'GET',
  under: 'party',
  path: '/roadmap/lines',
  permission: 'roadmap.visit',
  respond: async (visit) => {
    const t = visit.words(words)
    const lines = await linesOf(visit)
    const mayEdit = can(visit.actor, 'roadmap.edit', { party: visit.party?.code ?? '' })
    return {
      kind: 'view',
      title: t('lines.title'),
      room: 'roadmap',
      crumbs: [{ text: t('title'), href: visit.to('/roadmap') }],
      body: (
        <>
          <h1 class="govuk-heading-l">{t('lines.title')}</h1>
          {lines.length === 0 ? (
            <p class="govuk-body">{t('lines.none')}</p>
          ) : (
            <>
              <LineTable visit={visit} lines={lines} />
              <Totals visit={visit} lines={lines} />
              <ul class="govuk-list">
                <li>
                  <a class="govuk-link" href={visit.to('/roadmap/difference')}>
                    {t('difference.title')}
                  </a>
                </li>
                {mayEdit ? (
                  <li>
                    <a class="govuk-link" href={visit.to('/roadmap/lines/new')}>
                      {t('line.new')}
                    </a>
                  </li>
                ) : null}
                <li>
                  <a class="govuk-link" href={visit.to('/roadmap/lines.csv')}>
                    CSV
                  </a>{' '}
                  <a class="govuk-link" href={visit.to('/roadmap/lines.xlsx')}>
                    XLSX
                  </a>
                </li>
              </ul>
            </>
          )}
        </>
      ),
    }
  },
}

const columns = [
  'line',
  'title',
  'language',
  'sector',
  'status',
  'dropReason',
  'lead',
  'partners',
  'startsOn',
  'endsOn',
  'budget',
  'currency',
  'baseline',
  'target',
  'verification',
  'risk',
  'gender',
  'youth',
] as const

const rowOf = (visit: Visit, line: RoadmapLine): readonly string[] => {
  const written = {
    ...line,
    line: codeOfLine(line),
    title: titleOfLine(visit, line).text,
    budget: line.budget ? decimalText(line.budget) : '',
    currency: line.budget?.currency ?? '',
  }
  return columns.map((name) => String(written[name] ?? ''))
}

const exported = (format: 'csv' | 'xlsx'): Page => ({
  name: `roadmap.lines-${format}`,
  method: 'GET',
  under: 'party',
  path: `/roadmap/lines.${format}`,
  permission: 'roadmap.visit',
  respond: async (visit) => {
    const rows = (await linesOf(visit)).map((line) => rowOf(visit, line))
    const name = `roadmap-${visit.party?.code.toLowerCase()}.${format}`
    if (format === 'csv')
      return { kind: 'download', name, type: 'text/csv; charset=utf-8', body: writeCsv(columns, rows) }
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    return {
      kind: 'download',
      name,
      type,
      body: await writeXlsx([
        { name: visit.words(words)('title'), columns: columns.map((heading) => ({ heading })), rows },
      ]),
    }
  },
})

const differenceRows = (
  visit: Visit,
  lines: readonly RoadmapLine[],
): readonly { code: string; title: string; difference: Difference; reasons: readonly string[] }[] =>
  [...visit.framework.roadmap.activities.values()].map((activity) => {
    const own = lines.filter((line) => line.activity === activity.id)
    return {
      code: activity.number,
      title: visit.framework.titleOf(activity.id, visit.locale).text,
      difference: differenceOf(own),
      reasons: own.flatMap(({ dropReason, title }) => [title, dropReason].filter((text) => text !== undefined)),
    }
  })

const difference: Page = {
  name: 'roadmap.difference',
  method: 'GET',
  under: 'party',
  path: '/roadmap/difference',
  permission: 'roadmap.visit',
  respond: async (visit) => {
    const t = visit.words(words)
    const lines = await linesOf(visit)
    const own = lines.filter(({ activity }) => activity === undefined)
    return {
      kind: 'view',
      title: t('difference.title'),
      room: 'roadmap',
      crumbs: [{ text: t('title'), href: visit.to('/roadmap') }],
      body: (
        <>
          <h1 class="govuk-heading-l">{t('difference.title')}</h1>
          <p class="govuk-body">{t('difference.what', { edition: visit.framework.roadmap.edition })}</p>
          <Table
            caption={t('difference.model')}
            firstCellIsHeader
            columns={[{ text: t('column.activity') }, { text: t('column.difference') }, { text: t('column.wording') }]}
            rows={differenceRows(visit, lines).map((row) => [
              `${row.code} ${row.title}`,
              t(`difference.${row.difference}`),
              row.reasons.map((text) => <p dir="auto">{text}</p>),
            ])}
          />
          <h2 class="govuk-heading-m">{t('difference.own')}</h2>
          {own.length === 0 ? (
            <p class="govuk-body">{t('difference.no-own')}</p>
          ) : (
            <LineTable visit={visit} lines={own} />
          )}
        </>
      ),
    }
  },
}

export const linesPages: readonly Page[] = [list, exported('csv'), exported('xlsx'), difference]
