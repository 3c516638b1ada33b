import type { AssembledReport } from './assemble.ts'
import { type ExportGiven, reportJson } from './export-json.ts'

/** Forms in which a report can be taken away. */
export const reportFormats = ['json'] as const
export type ReportFormat = (typeof reportFormats)[number]

/** The report as a file. */
export interface ReportFile {
  readonly name: string
  readonly type: string
  readonly body: string | Uint8Array
}

/** Writes the assembled report in one of the formats, in the language given. */
export const reportFile = async (given: ExportGiven, assembled: AssembledReport, format: ReportFormat): Promise<ReportFile> => {
  const { party, edition } = assembled.report
  const name = `report-${party.toLowerCase()}-${edition}-${given.locale}.${format}`
  return { name, type: 'application/json', body: reportJson(given, assembled) }
}
