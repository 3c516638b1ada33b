import { countryName, shareText } from '../../studies/index.ts'
import { Link } from '../../ui/link/link.tsx'
import { ScrollArea, Table } from '../../ui/table/table.tsx'
import type { FlowsProps } from './findings.tsx'
import { csvHref } from './flow-figure.tsx'
import { shownMatrix } from './matrix-figures.ts'
import { amountText, unitText } from './unit-text.ts'
import { words } from './words/words.generated.ts'

/** Destinations × origins: of what reached each destination, the share from each origin, shaded by its size. */
export const MatrixTable = (props: FlowsProps) => {
  const { shown, focus } = props
  const { visit, document } = shown
  const t = visit.words(words)
  const { origins, rows, of } = shownMatrix(document, focus)
  if (rows.length === 0) return null
  const nameOf = (code: string) => (code === 'unknown' ? t('unknown') : countryName(visit, code))
  const hasHidden = rows.some(({ cells }) => cells.some(({ amount }) => amount === null))
  return (
    <>
      <h2 class="govuk-heading-m" id="matrix">
        {t('chart.matrix')}
      </h2>
      <p class="govuk-body">
        {t('chart.matrix.what')}{' '}
        {t('matrix.part', {
          rows: rows.length,
          destinations: of.destinations,
          columns: origins.filter((origin) => origin !== 'unknown').length,
          origins: of.origins,
        })}
        {hasHidden ? ` ${t('matrix.hidden')}` : null}
      </p>
      <ScrollArea label={t('chart.matrix')}>
        <Table
          firstCellIsHeader
          columns={[
            { text: t('matrix.corner') },
            ...origins.map((origin) => ({ text: nameOf(origin), numeric: true })),
            { text: t('matrix.total', { unit: unitText(visit, document) }), numeric: true },
          ]}
          rows={rows.map(({ destination, total, cells }) => [
            destination === focus ? <strong>{nameOf(destination)}</strong> : nameOf(destination),
            ...cells.map(({ share, shade, amount }) => ({
              text: amount === null ? '·' : amount === 0 ? '–' : shareText(visit, share),
              numeric: true,
              ...(shade > 0 ? { classes: `govuk-table__cell--numeric or-shade--${shade}` } : {}),
            })),
            amountText(visit, total),
          ])}
        />
      </ScrollArea>
      <p class="govuk-body">
        <Link href={csvHref(props, 'matrix')}>{t('matrix.csv')}</Link>
      </p>
    </>
  )
}
