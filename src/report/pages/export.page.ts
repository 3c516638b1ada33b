import { NotThere } from '../../kernel/refusal.ts'
import type { Page } from '../../people/index.ts'
import { type ReportFormat, reportFile, reportFormats } from '../export.ts'
import { assembledFor } from './overview.page.tsx'

const exported = (format: ReportFormat): Page => ({
  name: `report.${format}`,
  method: 'GET',
  under: 'party',
  path: `/report.${format}`,
  permission: 'report.visit',
  respond: async (visit) => {
    const assembled = await assembledFor(visit)
    if (!assembled) throw new NotThere('report')
    const file = await reportFile(visit, assembled, format)
    return { kind: 'download', ...file }
  },
})

/** The report to take away. */
export const exportPages: readonly Page[] = reportFormats.map(exported)
