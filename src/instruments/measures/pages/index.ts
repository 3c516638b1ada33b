import type { Page } from '../../../people/index.ts'
import { editPage, updatePage } from './edit.page.tsx'
import { coveragePage } from './coverage.page.tsx'
import { csvPage, xlsxPage } from './export.page.tsx'
import { historyPage } from './history.page.tsx'
import { confirmationPage, faultsPage, importPage, mappingPage } from './import.page.tsx'
import { importsPage, templatePage, uploadPage } from './imports.page.tsx'
import { listPage } from './list.page.tsx'
import { measurePage } from './measure.page.tsx'
import { createPage, newPage } from './new.page.tsx'
import { draftsPage, draftsPublicationPage, publicationPage, withdrawalPage } from './state.page.tsx'

/** Every page of the register, its front page first. */
export const pages: readonly Page[] = [
  listPage,
  coveragePage,
  newPage,
  createPage,
  csvPage,
  xlsxPage,
  importsPage,
  uploadPage,
  templatePage,
  importPage,
  mappingPage,
  confirmationPage,
  faultsPage,
  draftsPage,
  draftsPublicationPage,
  measurePage,
  historyPage,
  editPage,
  updatePage,
  publicationPage,
  withdrawalPage,
]
