import type { Cell } from '../documents/cell.ts'
import { csvLine } from '../documents/csv.ts'
import { cellText } from '../forms/index.ts'
import { fieldsOf, type Register, type RegisterRecord } from './register.ts'
import { type RegisterView, targetLabel } from './view-context.ts'

/** The headings of an exported file, in the reader's language: an import recognises them in any. */
export const exportHeadings = (view: RegisterView): readonly string[] => [
  targetLabel(view, 'key'),
  ...fieldsOf(view.register).map(({ name }) => targetLabel(view, name)),
  targetLabel(view, 'language'),
  view.t('export.state'),
]

/** A record as cells under those headings; an import reads the same values back from them. */
export const exportCells = (register: Register, record: RegisterRecord): readonly Cell[] => [
  record.key,
  ...fieldsOf(register).map((field) => cellText(field, record.values[field.name])),
  record.language,
  record.state,
]

/** A CSV file as it is produced: UTF-8 with its mark, so that spreadsheets recognise it. */
export const csvStream = (view: RegisterView, records: AsyncIterable<RegisterRecord>): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder()
  const lines = async function* (): AsyncGenerator<Uint8Array> {
    yield encoder.encode(`\uFEFF${csvLine(exportHeadings(view))}`)
    for await (const record of records) yield encoder.encode(csvLine(exportCells(view.register, record)))
  }
  return ReadableStream.from(lines()) as ReadableStream<Uint8Array>
}
