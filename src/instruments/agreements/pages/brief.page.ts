import { type DocumentToWrite, writeDocx, writePdf } from '../../../engines/documents/index.ts'
import type { Answer, Page, Visit } from '../../../people/index.ts'
import { askingOf } from '../asking.tsx'
import { briefOf } from '../brief.ts'
import { findPractice, getDraft, type KeptDraft } from '../drafts.ts'

const formats = {
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: writeDocx,
  },
  pdf: {
    type: 'application/pdf',
    write: (document: DocumentToWrite) => Promise.resolve(writePdf(document)),
  },
} as const

type Format = keyof typeof formats

const answer = async (visit: Visit, format: Format, draft?: KeptDraft): Promise<Answer> => {
  const practice = await findPractice(askingOf(visit))
  const { type, write } = formats[format]
  const body = await write(briefOf(visit, practice, draft))
  return { kind: 'download', name: `negotiating-brief.${format}`, type, body }
}

const page = (name: string, path: string, respond: Page['respond']): Page => ({
  name: `agreements.${name}`,
  method: 'GET',
  under: 'party',
  path,
  permission: 'agreements.read',
  respond,
})

/** The negotiating brief, for Word and as PDF: of the Party's agreements, and of a draft held against them. */
export const briefPages: readonly Page[] = (['docx', 'pdf'] as const).flatMap((format) => [
  page(`brief-${format}`, `/agreements/brief.${format}`, (visit) => answer(visit, format)),
  page(`draft-brief-${format}`, `/agreements/drafts/:id/brief.${format}`, async (visit) =>
    answer(visit, format, await getDraft(askingOf(visit), visit.parameters['id'] ?? '')),
  ),
])
