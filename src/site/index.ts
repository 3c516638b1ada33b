import type { Page, Party, PermissionMatrix, Visit } from '../people/index.ts'
import type { Content } from '../ui/content.ts'
import { aboutPage } from './pages/about.page.tsx'
import { accessibilityPage } from './pages/accessibility.page.tsx'
import { historyPage } from './pages/history.page.tsx'
import { homePage } from './pages/home.page.tsx'
import { jobPages } from './pages/job.page.tsx'
import type { InstrumentLink } from './pages/doors.tsx'
import { partyPage } from './pages/party.page.tsx'
import { type SearchSource, searchPage } from './pages/search.page.tsx'
import { statusPage } from './pages/status.page.tsx'
import { studiesPage } from './pages/studies.page.tsx'

export { frameOf, type Room, roomOf, studiesRoom } from './frame.tsx'
export { createSite, type SiteGiven } from './serve.ts'
export { words } from './words/words.generated.ts'

const everyRole = ['contact-point', 'editor', 'reviewer', 'observer'] as const

export const sitePermissions: PermissionMatrix = {
  'site.read': ['visitor'],
  'history.read': everyRole,
  'jobs.read': everyRole,
  'jobs.cancel': ['contact-point', 'editor'],
}

export interface SitePagesGiven {
  readonly version: string
  readonly listParties: (visit: Visit) => Promise<readonly Party[]>
  readonly map: (visit: Visit) => Promise<Content>
  readonly instruments: readonly InstrumentLink[]
  readonly sources: readonly SearchSource[]
}

/** Pages of the front door. */
export const sitePages = ({ version, listParties, map, instruments, sources }: SitePagesGiven): readonly Page[] => [
  homePage(listParties),
  aboutPage(version),
  accessibilityPage,
  statusPage(version),
  partyPage(map, instruments),
  studiesPage(instruments.filter(({ family }) => family === 'studies')),
  searchPage(sources),
  historyPage,
  ...jobPages,
]
