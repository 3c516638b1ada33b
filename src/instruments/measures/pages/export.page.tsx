import type { Cell } from '../../../engines/documents/cell.ts'
import { writeXlsx } from '../../../engines/documents/xlsx.ts'
import { csvStream, exportCells, exportHeadings, readListWish } from '../../../engines/records/index.ts'
import type { Page, Visit } from '../../../people/index.ts'
import { askingOf, viewOf } from '../asking.ts'
import { register } from '../register.ts'
import { eachMeasure, statesFor } from '../store.ts'
import { words } from '../words/words.generated.ts'

const wished = (visit: Visit) => {
  const asking = askingOf(visit)
  return eachMeasure(asking, readListWish(register, asking.party, visit.query, statesFor(asking)))
}

/** The measures of the list, with its filters, as CSV; an import takes the same file back. */
export const csvPage: Page = {
  name: 'measures.csv',
  method: 'GET',
  under: 'party',
  path: '/measures/export.csv',
  permission: 'measures.visit',
  respond: (visit) => ({
    kind: 'download',
    name: 'measures.csv',
    type: 'text/csv; charset=utf-8',
    body: csvStream(viewOf(visit), wished(visit)),
  }),
}

const tooLong = (visit: Visit) => {
  const { t } = viewOf(visit)
  return {
    kind: 'view' as const,
    status: 422 as const,
    title: visit.words(words)('title'),
    body: (
      <>
        <h1 class="govuk-heading-l">{visit.words(words)('title')}</h1>
        <p class="govuk-body">{t('export.too-long')}</p>
      </>
    ),
  }
}

/** The same as a workbook. */
export const xlsxPage: Page = {
  name: 'measures.xlsx',
  method: 'GET',
  under: 'party',
  path: '/measures/export.xlsx',
  permission: 'measures.visit',
  respond: async (visit) => {
    const view = viewOf(visit)
    const rows: (readonly Cell[])[] = []
    for await (const record of wished(visit)) rows.push(exportCells(register, record))
    const columns = exportHeadings(view).map((heading) => ({ heading }))
    try {
      const body = await writeXlsx([{ name: visit.words(words)('title'), columns, rows }], visit.direction)
      const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
      return { kind: 'download', name: 'measures.xlsx', type, body }
    } catch (error) {
      if (error instanceof RangeError) return tooLong(visit)
      throw error
    }
  },
}
