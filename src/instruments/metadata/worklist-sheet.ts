import type { SheetToWrite } from '../../engines/documents/index.ts'
import type { Visit } from '../../people/index.ts'
import { fieldName } from './naming.ts'
import { words } from './words/words.generated.ts'
import type { WorkItem } from './worklist.ts'

/** The worklist in the reader's language, with what to do: identifiers are texts, so that nothing damages them again. */
export const worklistSheet = (visit: Visit, items: readonly WorkItem[]): SheetToWrite => {
  const t = visit.words(words)
  return {
    name: t('worklist.title'),
    columns: [
      { heading: t('worklist.line') },
      { heading: t('worklist.id'), widthInCharacters: 14 },
      { heading: t('worklist.work'), widthInCharacters: 40 },
      { heading: t('worklist.field'), widthInCharacters: 20 },
      { heading: t('worklist.found'), widthInCharacters: 24 },
      { heading: t('worklist.problem'), widthInCharacters: 34 },
      { heading: t('worklist.todo'), widthInCharacters: 50 },
      { heading: t('worklist.proposal'), widthInCharacters: 20 },
    ],
    rows: items.map(({ line, work_id, title, field, found, problem, proposal }) => [
      line,
      work_id,
      title,
      fieldName(visit, field),
      found,
      t(`problem.${problem}`),
      t(`todo.${problem}`),
      proposal,
    ]),
  }
}
