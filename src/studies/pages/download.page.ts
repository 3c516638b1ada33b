import { writeXlsx } from '../../engines/documents/index.ts'
import { NotThere } from '../../kernel/refusal.ts'
import type { Answer, Page } from '../../people/index.ts'
import type { Place, StudyRoom } from '../asking.tsx'
import type { Artefact, Shown, StudyDocument } from '../declaration.ts'
import { getShown, readArtefact } from '../shown.ts'
import { workbookOf } from '../workbook.ts'
import { studyPage } from './study-page.ts'

const csvType = 'text/csv; charset=utf-8'

type Give = (place: Place, shown: Shown<StudyDocument>) => Promise<Answer> | Answer

const page = (room: StudyRoom, name: string, file: string, give: Give): Page =>
  studyPage(room, {
    name,
    method: 'GET',
    path: `/:id/${file}`,
    permission: 'visit',
    respond: async (place) => give(place, await getShown(room, place.visit)),
  })

const nameOf = ({ study }: Shown<StudyDocument>, room: StudyRoom): string =>
  `${room.id}-${study.party.toLowerCase()}-${study.period.from.slice(0, 4)}`

/** Every figure of the study, one a line. */
const wholeCsv = (room: StudyRoom): Page =>
  page(room, 'csv', 'study.csv', (_, shown) => ({
    kind: 'download',
    name: `${nameOf(shown, room)}.csv`,
    type: csvType,
    body: room.csv(shown.document),
  }))

/** The same as a workbook, with a sheet for each chart. */
const workbook = (room: StudyRoom): Page =>
  page(room, 'xlsx', 'study.xlsx', async ({ visit }, shown) => ({
    kind: 'download',
    name: `${nameOf(shown, room)}.xlsx`,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: await writeXlsx(workbookOf(room, shown), visit.direction),
  }))

/** The document that the command line gives for the same files, to the last character. */
const wholeJson = (room: StudyRoom): Page =>
  page(room, 'json', 'study.json', (_, shown) => ({
    kind: 'download',
    name: `${nameOf(shown, room)}.json`,
    type: 'application/json',
    body: `${JSON.stringify(shown.document, undefined, 2)}\n`,
  }))

/** The figures of a chart, with headings in the reader's language. */
const chartCsv = (room: StudyRoom, chart: string): Page =>
  page(room, `${chart}-csv`, `${chart}.csv`, (_, shown) => {
    const drawn = room.charts[chart]?.(shown, true)
    if (!drawn) throw new NotThere(`chart ${chart} of ${shown.study.id}`)
    return { kind: 'download', name: `${nameOf(shown, room)}-${chart}.csv`, type: csvType, body: `\uFEFF${drawn.csv}` }
  })

/** A further file of the command, to those it is for. */
const artefactPage = (room: StudyRoom, { option, file, type }: Artefact): Page =>
  page(room, `${option}-file`, file, async ({ visit }, shown) => ({
    kind: 'download',
    name: `${nameOf(shown, room)}-${file}`,
    type,
    body: await readArtefact(room, visit, shown.study, option),
  }))

export const downloadPages = (room: StudyRoom): readonly Page[] => [
  wholeCsv(room),
  workbook(room),
  wholeJson(room),
  ...Object.keys(room.charts).map((chart) => chartCsv(room, chart)),
  ...room.artefacts.map((artefact) => artefactPage(room, artefact)),
]
