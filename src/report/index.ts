import type { Page } from '../people/index.ts'
import { exportPages } from './pages/export.page.ts'
import { guidelinePages } from './pages/guidelines.page.tsx'
import { mapPages } from './pages/map.tsx'
import { overviewPage } from './pages/overview.page.tsx'
import { publicationPages } from './pages/publication.page.ts'
import { questionPages } from './pages/question.page.tsx'
import { printPage, sectionPage } from './pages/section.page.tsx'

export { type AssembledReport, assembleReport, countStandings, currentEdition } from './assemble.ts'
export { type ReportFormat, reportFile, reportFormats } from './export.ts'
export { migrations } from './migrations/index.ts'
export { Cited, mapView } from './pages/map.tsx'
export { permissions } from './permissions.ts'
export { sampleReport } from './sample.ts'
export { words } from './words/words.generated.ts'

/** What a Party says: its report, and the map of promises against findings. */
export const pages: readonly Page[] = [
  ...mapPages,
  ...guidelinePages,
  overviewPage,
  printPage,
  sectionPage,
  ...questionPages,
  ...publicationPages,
  ...exportPages,
]
