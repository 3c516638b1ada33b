import { writeXlsx, xlsxLimits } from '../../engines/documents/index.ts'
import type { Page, Visit } from '../../people/index.ts'
import { getShown, readArtefact, type StudyDeclaration } from '../../studies/index.ts'
import type { MetadataDocument } from './document.ts'
import { words } from './words/words.generated.ts'
import type { WorkItem } from './worklist.ts'
import { worklistItems } from './worklist-file.ts'
import { isLeft, partOf, queryOf, readFilter } from './worklist-filter.ts'
import { worklistSheet } from './worklist-sheet.ts'
import { WorklistView } from './worklist-view.tsx'

type Declaration = () => StudyDeclaration<MetadataDocument>

const found = async (declaration: Declaration, visit: Visit) => {
  const { study } = await getShown(declaration(), visit)
  const items = worklistItems(await readArtefact(declaration(), visit, study, 'worklist'))
  return { study, items, filter: readFilter(visit.query) }
}

/** More would be no workbook that anybody opens; the format itself ends a little above a million. */
const mostRows = Math.min(200_000, xlsxLimits.rows - 1)

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
      room: 'metadata',
      line: 2,
      crumbs: [
        { text: t('title'), href: visit.to('/metadata') },
        { text: study.title, href: address },
      ],
      body: <WorklistView visit={visit} address={`${address}/worklist`} part={partOf(items, filter)} filter={filter} />,
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
    const { study, items, filter } = await found(declaration, visit)
    const left: WorkItem[] = []
    for (const item of items) if (isLeft(item, filter)) left.push(item)
    if (left.length > mostRows) {
      const notice = visit.words(words)('worklist.too-many', { rows: left.length, most: mostRows })
      return { kind: 'see-other', to: visit.to(`/metadata/${study.id}/worklist${queryOf(filter)}`), notice }
    }
    return {
      kind: 'download',
      name: 'worklist.xlsx',
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      body: await writeXlsx([worklistSheet(visit, left)], visit.direction),
    }
  },
})

/** The worklist of a study, to be read and filtered, and as a workbook in the reader's language. */
export const worklistPages = (declaration: Declaration): readonly Page[] => [
  worklistPage(declaration),
  workbookPage(declaration),
]
