import { csvLine } from '../../../engines/documents/csv.ts'
import {
  createImport,
  exportHeadings,
  type ImportRecord,
  ImportStart,
  listImports,
} from '../../../engines/records/index.ts'
import { openDataFile } from '../../../engines/tables/index.ts'
import type { Fault } from '../../../kernel/fault.ts'
import { type Answer, type Page, partyOf, type Visit } from '../../../people/index.ts'
import { viewOf } from '../asking.ts'
import { mappingFor } from '../import-flow.ts'
import { register } from '../register.ts'
import { words } from '../words/words.generated.ts'

const startView = async (visit: Visit, faults: readonly Fault[], status?: 413 | 422): Promise<Answer> => {
  const view = viewOf(visit)
  const recent: readonly ImportRecord[] = await listImports(visit.db, register, partyOf(visit).code)
  return {
    kind: 'view',
    title: view.t('import.title'),
    room: 'measures',
    ...(status === undefined ? {} : { status }),
    crumbs: [{ text: visit.words(words)('title'), href: visit.to('/measures') }],
    body: <ImportStart view={view} faults={faults} recent={recent} limitBytes={visit.settings.uploadLimitBytes} />,
  }
}

export const importsPage: Page = {
  name: 'measures.imports',
  method: 'GET',
  under: 'party',
  path: '/measures/imports',
  permission: 'measures.import',
  respond: (visit) => startView(visit, []),
}

/** Takes an uploaded file into the store and looks at its header; what is no table is refused with its reason. */
export const uploadPage: Page = {
  name: 'measures.upload',
  method: 'POST',
  under: 'party',
  path: '/measures/imports',
  permission: 'measures.import',
  uploads: true,
  respond: async (visit) => {
    const file = visit.form.file('file')
    if (!file || file.name === '') return startView(visit, [{ code: 'file-missing' }], 422)
    const opened = await openDataFile(file.path, { name: file.name })
    if (!opened.ok) return startView(visit, opened.faults, 422)
    const party = partyOf(visit).code
    const { header, sample, notes } = opened.value
    await visit.files.keep(file.path, file.sha256)
    const mapping = await mappingFor(visit.db, party, header, visit.locale)
    const given = {
      party,
      file: file.sha256,
      name: file.name,
      bytes: file.bytes,
      header,
      sample: sample.slice(0, 5),
      notes,
      mapping,
    }
    const id = await createImport(visit.db, register, given, visit.actor.userId, visit.now)
    return { kind: 'see-other', to: visit.to(`/measures/imports/${id}`) }
  },
}

/** An empty file with every column, to be filled in. */
export const templatePage: Page = {
  name: 'measures.template',
  method: 'GET',
  under: 'party',
  path: '/measures/imports/template.csv',
  permission: 'measures.import',
  respond: (visit) => ({
    kind: 'download',
    name: 'measures-template.csv',
    type: 'text/csv; charset=utf-8',
    body: `\uFEFF${csvLine(exportHeadings(viewOf(visit)).slice(0, -1))}`,
  }),
}
