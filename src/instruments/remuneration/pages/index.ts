import type { Page } from '../../../people/index.ts'
import type { StudyDeclaration } from '../../../studies/index.ts'
import type { RemunerationDocument } from '../document.ts'
import { statementPage } from './statement.page.tsx'
import { statementCsvPage, statementsCsvPage } from './statement-downloads.page.ts'
import { statementsPage } from './statements.page.ts'

/** The statements of creators: the list, one of them, and both as CSV. */
export const statementPages = (declaration: () => StudyDeclaration<RemunerationDocument>): readonly Page[] => [
  statementsPage(declaration),
  statementPage(declaration),
  statementsCsvPage(declaration),
  statementCsvPage(declaration),
]
