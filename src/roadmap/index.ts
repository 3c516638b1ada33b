import type { Page } from '../people/index.ts'
import { adoptionPages } from './pages/adoption.page.tsx'
import { linePages } from './pages/line.page.tsx'
import { linesPages } from './pages/lines.page.tsx'
import { publicationPages } from './pages/publication.page.ts'

export { sectorName } from './line-fields.ts'
export { listLines } from './line-store.ts'
export { codeOfLine, outputNumber, titleOfLine, type Written } from './line-titles.ts'
export { migrations } from './migrations/index.ts'
export { permissions } from './permissions.ts'
export {
  type AdoptedRoadmap,
  type Difference,
  differenceOf,
  type LineStatus,
  lineStatuses,
  type Marker,
  type RoadmapLine,
  totalsOf,
} from './roadmap.ts'
export { sampleRoadmap } from './sample.ts'
export { adoptRoadmap, findRoadmap } from './store.ts'
export { words } from './words/words.generated.ts'

/** What a Party promises: its adopted roadmap. The map of it is drawn in the report, where promises meet findings. */
export const pages: readonly Page[] = [...adoptionPages, ...linePages, ...linesPages, ...publicationPages]
