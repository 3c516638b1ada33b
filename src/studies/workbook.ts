import { type Cell, type SheetToWrite, sheetName, xlsxLimits } from '../engines/documents/index.ts'
import type { StudyRoom } from './asking.tsx'
import type { Shown, StudyDocument } from './declaration.ts'
import { readPlainCsv } from './read-plain-csv.ts'
import { periodText } from './texts.ts'
import { words } from './words/words.generated.ts'

const fitted = (cell: Cell): Cell => (typeof cell === 'string' ? cell.slice(0, xlsxLimits.characters) : cell)

const sheetOf = (name: string, taken: readonly string[], csv: string): SheetToWrite => {
  const [heading = [], ...rows] = readPlainCsv(csv).map((row) => row.map(fitted))
  return { name: sheetName(name, taken), columns: heading.map((text) => ({ heading: String(text ?? '') })), rows }
}

/** What the figures are, where they come from, and the command that makes them again. */
const aboutSheet = ({ visit, study, document }: Shown<StudyDocument>): SheetToWrite => {
  const t = visit.words(words)
  const { command, software, inputs } = document.method
  const rows: readonly (readonly Cell[])[] = [
    [t('list.study'), study.title],
    [t('list.period'), periodText(visit, study.period)],
    ...(study.isSynthetic ? [[t('workbook.notice'), t('result.synthetic')]] : []),
    ...Object.values(inputs).map(({ file, sha256 }) => [t('method.file'), `${file} (SHA-256 ${sha256})`]),
    [t('workbook.command'), fitted(command)],
    [t('workbook.software'), software],
  ]
  return {
    name: sheetName(t('workbook.about')),
    columns: [
      { heading: t('workbook.what'), widthInCharacters: 20 },
      { heading: t('workbook.value'), widthInCharacters: 90 },
    ],
    rows,
  }
}

/** The figures of a study as sheets in the reader's language: what they are, one sheet a chart, and all of them. */
export const workbookOf = (room: StudyRoom, shown: Shown<StudyDocument>): readonly SheetToWrite[] => {
  const { visit } = shown
  const text = visit.findText(room.words)
  const sheets = [aboutSheet(shown)]
  const add = (name: string, csv: string): void => {
    const sheet = sheetOf(
      name,
      sheets.map((each) => each.name),
      csv,
    )
    if (sheet.rows.length < xlsxLimits.rows) sheets.push(sheet)
  }
  for (const [name, draw] of Object.entries(room.charts)) {
    const chart = draw(shown, true)
    if (chart) add(text(`chart.${name}`) ?? name, chart.csv)
  }
  add(visit.words(words)('workbook.all'), room.csv(shown.document))
  return sheets
}
