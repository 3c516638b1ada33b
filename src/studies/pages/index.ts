import type { Page } from '../../people/index.ts'
import type { StudyRoom } from '../asking.tsx'
import { columnsPages } from './columns.page.tsx'
import { downloadPages } from './download.page.ts'
import { filesPages } from './files.page.tsx'
import { listPage } from './list.page.tsx'
import { methodPage } from './method.page.tsx'
import { newPages } from './new.page.tsx'
import { publicationPages } from './publication.page.ts'
import { removalPage } from './removal.page.tsx'
import { repetitionPage } from './repetition.page.ts'
import { resultPage } from './result.page.tsx'
import { settingsPages } from './settings.page.tsx'

/** Every page of an instrument that is a study, its own further ones last. */
export const studyPages = (room: StudyRoom): readonly Page[] => [
  listPage(room),
  ...newPages(room),
  ...filesPages(room),
  ...columnsPages(room),
  ...settingsPages(room),
  removalPage(room),
  resultPage(room),
  methodPage(room),
  ...downloadPages(room),
  ...publicationPages(room),
  repetitionPage(room),
  ...(room.pages ?? []),
]
