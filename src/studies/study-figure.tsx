import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { Figure } from '../ui/figure/figure.tsx'
import { Table } from '../ui/table/table.tsx'
import type { Shown, StudyDocument } from './declaration.ts'
import { words } from './words/words.generated.ts'

interface StudyFigureProps<Document extends StudyDocument> {
  /** As the room gives it to `Findings` and `getShown`. */
  readonly shown: Shown<Document>
  /** Of a chart of the declaration. */
  readonly name: string
  /** A sentence behind the caption's own: how many of the rows are drawn, and the like. */
  readonly children?: Child
}

/** A chart of the declaration with its caption, its table and its CSV; nothing where there is nothing to draw. */
export const StudyFigure = <Document extends StudyDocument>({ shown, name, children }: StudyFigureProps<Document>) => {
  const { visit, study, declaration } = shown
  const draw = declaration?.charts[name]
  if (!declaration || !draw) throw new Error(`No chart ${name} is declared`)
  const chart = draw(shown)
  if (!chart) return null
  const t = visit.words(words)
  const text = visit.findText(declaration.words)
  return (
    <Figure
      id={name}
      title={text(`chart.${name}`) ?? name}
      drawing={raw(chart.svg)}
      tableLabel={t('chart.table')}
      table={<Table columns={chart.table.columns} rows={chart.table.rows} firstCellIsHeader />}
      downloads={[{ href: visit.to(`/${declaration.id}/${study.id}/${name}.csv`), text: t('chart.csv') }]}
      source={
        <>
          {text(`chart.${name}.what`)} {children}
        </>
      }
    />
  )
}
