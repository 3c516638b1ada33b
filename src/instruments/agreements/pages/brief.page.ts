import { writeDocx } from '../../../engines/documents/index.ts'
import type { Answer, Page, Visit } from '../../../people/index.ts'
import { askingOf } from '../asking.tsx'
import { briefOf } from '../brief.ts'
import { findPractice, getDraft, type KeptDraft } from '../drafts.ts'

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const answer = async (visit: Visit, draft?: KeptDraft): Promise<Answer> => {
  const practice = await findPractice(askingOf(visit))
  const body = await writeDocx(briefOf(visit, practice, draft))
  return { kind: 'download', name: 'negotiating-brief.docx', type: docxType, body }
}

const page = (name: string, path: string, respond: Page['respond']): Page => ({
  name: `agreements.${name}`,
  method: 'GET',
  under: 'party',
  path,
  permission: 'agreements.read',
  respond,
})

/** The negotiating brief as a Word document: of the Party's agreements, and of a draft held against them. */
export const briefPages: readonly Page[] = [
  page('brief', '/agreements/brief.docx', (visit) => answer(visit)),
  page('draft-brief', '/agreements/drafts/:id/brief.docx', async (visit) =>
    answer(visit, await getDraft(askingOf(visit), visit.parameters['id'] ?? '')),
  ),
]
