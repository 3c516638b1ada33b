import { writeXlsx } from '../../engines/documents/index.ts'
import type { Page, Visit } from '../../people/index.ts'
import { getShown, readArtefact, type StudyDeclaration } from '../../studies/index.ts'
import type { MetadataDocument } from './document.ts'
import { words } from './words/words.generated.ts'
import { readWorklist } from './worklist-file.ts'
import { filterItems, readFilter } from './worklist-filter.ts'
import { worklistSheet } from './worklist-sheet.ts'
import { WorklistView } from './worklist-view.tsx'

type Declaration = () => StudyDeclaration<MetadataDocument>

const found = async (declaration: Declaration, visit: Visit) => {
  const { study } = await getShown(declaration(), visit)
  const items = readWorklist(await readArtefact(declaration(), visit, study, 'worklist'))
  return { study, items, filter: readFilter(visit.query) }
}

const worklistPage = (declaration: Declaration): Page => ({
  name: 'metadata.worklist',
  method: 'GET',
  under: 'party',
  path: '/metadata/:id/worklist',
  permission: 'metadata.read',
  respond: async (visit) => {
    const { study, items, filter } = await found(declaration, visit)
    const t = visit.words(words)
    const address = visit.to(`/metadata/${study.id}`)
    return {
      kind: 'view',
      title: t('worklist.title'),
      room: 'studies',
      line: 2,
      crumbs: [
        { text: t('title'), href: visit.to('/metadata') },
        { text: study.title, href: address },
      ],
      body: <WorklistView visit={visit} address={`${address}/worklist`} items={items} filter={filter} />,
    }
  },
})

const workbookPage = (declaration: Declaration): Page => ({
  name: 'metadata.worklist-workbook',
  method: 'GET',
  under: 'party',
  path: '/metadata/:id/worklist.xlsx',
  permission: 'metadata.read',
  respond: async (visit) => {
    const { items, filter } = await found(declaration, visit)
    return {
      kind: 'download',
      name: 'worklist.xlsx',
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      body: await writeXlsx([worklistSheet(visit, filterItems(items, filter))], visit.direction),
    }
  },
})

/** The worklist of a study, to be read and filtered, and as a workbook in the reader's language. */
export const worklistPages = (declaration: Declaration): readonly Page[] => [
  worklistPage(declaration),
  workbookPage(declaration),
]
