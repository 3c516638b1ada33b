import type { StudyOutcome } from '../engines/studies/index.ts'
import type { Fault } from '../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../kernel/result.ts'
import type { Outcome } from './change-studies.ts'
import type { StudyDeclaration, StudyDocument } from './declaration.ts'
import type { Study } from './draft.ts'

type Declared<Document extends StudyDocument> = Pick<StudyDeclaration<Document>, 'artefacts' | 'periodOf'>

/** What the command gave, as it is kept: the document, the period the files cover, the further files by their options. */
export const outcomeOf = <Document extends StudyDocument>(
  declaration: Declared<Document>,
  study: Pick<Study, 'period'>,
  { text, also = [] }: StudyOutcome,
): Result<Outcome<Document>, Fault> => {
  const document = JSON.parse(text) as Document
  const period = declaration.periodOf?.(document) ?? study.period
  if (!period) return notAccepted({ code: 'period-not-found', field: 'from' })
  const artefacts = declaration.artefacts.flatMap(({ option, file }) => {
    const written = also.find(({ path }) => path === file)
    return written ? [[option, written.text] as const] : []
  })
  return accepted({ document, period, artefacts: Object.fromEntries(artefacts) })
}
