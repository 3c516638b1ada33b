import type { Page } from '../../../people/index.ts'
import { columnsPage, mappingPage } from './columns.page.tsx'
import { countryPage, runPage } from './country.page.tsx'
import { downloadPages } from './download.page.ts'
import { listPage } from './list.page.tsx'
import { newPage, uploadPage } from './new.page.tsx'
import { publicationPages } from './publication.page.ts'
import { removalPage } from './removal.page.tsx'
import { studyPage } from './study.page.tsx'

export const pages: readonly Page[] = [
  listPage,
  newPage,
  uploadPage,
  columnsPage,
  mappingPage,
  countryPage,
  runPage,
  removalPage,
  studyPage,
  ...downloadPages,
  ...publicationPages,
]
