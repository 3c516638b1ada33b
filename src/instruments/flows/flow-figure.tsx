import { raw } from 'hono/html'
import { countryName } from '../../studies/index.ts'
import { Figure } from '../../ui/figure/figure.tsx'
import { Table } from '../../ui/table/table.tsx'
import { charts } from './charts.ts'
import type { FlowsProps } from './findings.tsx'
import { listText } from './list-text.ts'
import { words } from './words/words.generated.ts'

/** The figures of a chart as CSV, of the country that is looked at. */
export const csvHref = ({ shown: { visit, study }, focus }: FlowsProps, name: string): string =>
  visit.to(`/flows/${study.id}/${name}.csv?country=${focus}`)

/** Rows of a table that a page has room for; the CSV has all. */
const mostRows = 20

/** A chart of the study about the country that is looked at, with its table and its CSV; nothing where there is nothing to draw. */
export const FlowFigure = ({
  name,
  ...props
}: FlowsProps & { readonly name: 'map' | 'origins' | 'balance' | 'developing' | 'exchange' }) => {
  const { shown, focus } = props
  const { visit } = shown
  const chart = charts[name]?.(shown)
  if (!chart) return null
  const t = visit.words(words)
  return (
    <Figure
      id={name}
      title={t('figures.of', { figure: t(`chart.${name}`), country: countryName(visit, focus) })}
      drawing={raw(chart.svg)}
      tableLabel={t('figures.table')}
      table={<Table columns={chart.table.columns} rows={chart.table.rows.slice(0, mostRows)} firstCellIsHeader />}
      downloads={[{ href: csvHref(props, name), text: t('figures.csv') }]}
      source={
        <>
          {t(`chart.${name}.what`)}{' '}
          {chart.table.rows.length > mostRows
            ? t('figures.part', { shown: mostRows, all: chart.table.rows.length })
            : null}{' '}
          {name === 'developing' ? listText(shown) : null}
        </>
      }
    />
  )
}
