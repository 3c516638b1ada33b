import { writeDocx, writePdf } from '../engines/documents/index.ts'
import type { AssembledReport } from './assemble.ts'
import { reportDocument } from './document.ts'
import { type ExportGiven, reportJson } from './export-json.ts'

/** Forms in which a report can be taken away. */
export const reportFormats = ['docx', 'pdf', 'json'] as const
export type ReportFormat = (typeof reportFormats)[number]

const types: Readonly<Record<ReportFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  json: 'application/json',
}

/** The report as a file. */
export interface ReportFile {
  readonly name: string
  readonly type: string
  readonly body: string | Uint8Array
}

const bodyOf = async (
  given: ExportGiven,
  assembled: AssembledReport,
  format: ReportFormat,
): Promise<string | Uint8Array> => {
  if (format === 'json') return reportJson(given, assembled)
  const document = reportDocument(given, assembled)
  return format === 'docx' ? await writeDocx(document) : writePdf(document)
}

/** Writes the assembled report in one of the formats, in the language given. */
export const reportFile = async (
  given: ExportGiven,
  assembled: AssembledReport,
  format: ReportFormat,
): Promise<ReportFile> => {
  const { party, edition } = assembled.report
  const name = `report-${party.toLowerCase()}-${edition}-${given.locale}.${format}`
  return { name, type: types[format], body: await bodyOf(given, assembled, format) }
}
