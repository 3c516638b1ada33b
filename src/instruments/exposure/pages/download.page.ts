import { NotThere } from '../../../kernel/refusal.ts'
import type { Answer, Page, Visit } from '../../../people/index.ts'
import { askingOf } from '../asking.tsx'
import { exposureCsv } from '../csv.ts'
import { getDocument, getStudy } from '../store.ts'
import { chartNames, findChart } from '../study-charts.ts'

const csvType = 'text/csv; charset=utf-8'

const page = (name: string, file: string, respond: (visit: Visit) => Promise<Answer>): Page => ({
  name: `exposure.${name}`,
  method: 'GET',
  under: 'party',
  path: `/exposure/:id/${file}`,
  permission: 'exposure.visit',
  respond,
})

const open = async (visit: Visit) => {
  const study = await getStudy(askingOf(visit), visit.parameters['id'] ?? '')
  const document = await getDocument(visit.db, study)
  return { study, document, name: `exposure-${study.country.toLowerCase()}` }
}

/** Every figure of the study, one a line. */
const wholeCsv = page('csv', 'study.csv', async (visit) => {
  const { document, name } = await open(visit)
  return { kind: 'download', name: `${name}.csv`, type: csvType, body: exposureCsv(document) }
})

/** The document that the command line gives for the same files. */
const wholeJson = page('json', 'study.json', async (visit) => {
  const { document, name } = await open(visit)
  const body = `${JSON.stringify(document, undefined, 2)}\n`
  return { kind: 'download', name: `${name}.json`, type: 'application/json', body }
})

/** The figures of each chart, with headings in the reader's language. */
const chartCsvs = chartNames.map((chart) =>
  page(`${chart}-csv`, `${chart}.csv`, async (visit) => {
    const { study, document, name } = await open(visit)
    const drawn = findChart(visit, chart, document.countries[study.country]!, study.country, true)
    if (!drawn) throw new NotThere(`chart ${chart} of ${study.id}`)
    return { kind: 'download', name: `${name}-${chart}.csv`, type: csvType, body: `\uFEFF${drawn.csv}` }
  }),
)

export const downloadPages: readonly Page[] = [wholeCsv, wholeJson, ...chartCsvs]
