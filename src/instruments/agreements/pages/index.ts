import type { Page } from '../../../people/index.ts'
import { agreementPage } from './agreement.page.tsx'
import { additionPage, articlePage, decisionPage } from './article.page.ts'
import { briefPages } from './brief.page.ts'
import { comparisonPage } from './comparison.page.tsx'
import { contentsPage } from './contents.page.tsx'
import { detailsPages } from './details.page.tsx'
import { draftPages } from './drafts.page.tsx'
import { listPage } from './list.page.tsx'
import { matrixPages } from './matrix.page.tsx'
import { newPage, uploadPage } from './new.page.tsx'
import { oursPage } from './ours.page.tsx'
import { spreadPages } from './spread.page.tsx'
import { uploadedPage } from './upload.page.tsx'
import { wordingsPage } from './wordings.page.tsx'

/** Every page of the audit of clauses, its front page first. */
export const pages: readonly Page[] = [
  listPage,
  newPage,
  uploadPage,
  uploadedPage,
  oursPage,
  agreementPage,
  contentsPage,
  articlePage,
  decisionPage,
  additionPage,
  ...detailsPages,
  ...matrixPages,
  wordingsPage,
  comparisonPage,
  ...spreadPages,
  ...draftPages,
  ...briefPages,
]
