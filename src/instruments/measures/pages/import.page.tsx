import type { Transaction } from 'kysely'
import { csvLine } from '../../../engines/documents/csv.ts'
import {
  findMappingFault,
  getImport,
  ImportMappingForm,
  ImportPreview,
  type ImportRecord,
  ImportResult,
  readMapping,
  RecordFaults,
  recordFaultText,
  saveMapping,
  stepImport,
} from '../../../engines/records/index.ts'
import type { Fault } from '../../../kernel/fault.ts'
import { type Answer, type Page, partyOf, type Visit } from '../../../people/index.ts'
import { findJob } from '../../../platform/jobs/index.ts'
import { Link } from '../../../ui/link/link.tsx'
import { languagesOf, viewOf } from '../asking.ts'
import { checkFile, inlineBytes, keepCheck, keepResult, takeFile } from '../import-flow.ts'
import type { ImportInput } from '../jobs.ts'
import { register } from '../register.ts'
import { words } from '../words/words.generated.ts'

/** The import in the address. One whose job failed or was cancelled stands again where it stood before the job. */
const importOf = async (visit: Visit): Promise<ImportRecord> => {
  const record = await getImport(visit.db, register, partyOf(visit).code, visit.parameters['id'] ?? '')
  if ((record.state !== 'checking' && record.state !== 'importing') || record.job === undefined) return record
  const job = await findJob(visit.db, record.job)
  if (job?.state !== 'failed' && job?.state !== 'cancelled') return record
  const state = record.state === 'checking' ? 'mapping' : 'checked'
  return { ...record, state, notes: [{ code: job.state === 'cancelled' ? 'import-cancelled' : 'import-broken' }] }
}

const addressOf = (visit: Visit, { id }: ImportRecord): string => visit.to(`/measures/imports/${id}`)

const Running = ({ visit, record }: { readonly visit: Visit; readonly record: ImportRecord }) => {
  const { t } = viewOf(visit)
  return (
    <>
      <h1 class="govuk-heading-l">{t(`import.state.${record.state}`)}</h1>
      <p class="govuk-body">{t('import.running')}</p>
      {record.job === undefined ? null : (
        <p class="govuk-body">
          <Link href={visit.to(`/jobs/${record.job}`)}>{t('import.see-progress')}</Link>
        </p>
      )}
    </>
  )
}

const Step = ({ visit, record }: { readonly visit: Visit; readonly record: ImportRecord }) => {
  const view = viewOf(visit)
  const { report, mapping } = record
  const goesBack = visit.query.get('step') === 'mapping' && record.state === 'checked'
  if (record.state === 'done' && report) return <ImportResult view={view} record={record} report={report} />
  if (record.state === 'checked' && report && !goesBack)
    return <ImportPreview view={view} record={record} report={report} />
  if (record.state === 'checking' || record.state === 'importing') return <Running visit={visit} record={record} />
  const presetText = mapping.preset === undefined ? undefined : visit.findText(words)(`preset.${mapping.preset}`)
  return <ImportMappingForm view={view} record={record} languages={languagesOf(visit)} presetText={presetText} />
}

const stepView = (visit: Visit, record: ImportRecord, faults: readonly Fault[] = []): Answer => {
  const view = viewOf(visit)
  return {
    kind: 'view',
    title: record.name,
    room: 'measures',
    ...(faults.length === 0 ? {} : { status: 422 as const }),
    crumbs: [
      { text: visit.words(words)('title'), href: visit.to('/measures') },
      { text: view.t('import.title'), href: visit.to('/measures/imports') },
    ],
    body: (
      <>
        <RecordFaults view={view} faults={faults} />
        <Step visit={visit} record={record} />
      </>
    ),
  }
}

/** One import, at whatever step it is. */
export const importPage: Page = {
  name: 'measures.import',
  method: 'GET',
  under: 'party',
  path: '/measures/imports/:id',
  permission: 'measures.import',
  respond: async (visit) => stepView(visit, await importOf(visit)),
}

const fileOf = (visit: Visit, { file, name, mapping }: ImportRecord) => ({
  party: partyOf(visit).code,
  path: visit.files.pathOf(file),
  name,
  mapping,
  framework: visit.framework,
})

const doerOf = ({ actor }: Visit): ImportInput['actor'] =>
  actor.userId === undefined ? { name: actor.name } : { userId: actor.userId, name: actor.name }

const startImportJob = async (
  visit: Visit,
  record: ImportRecord,
  name: 'measures.check' | 'measures.import',
): Promise<Answer> => {
  const job = await visit.startJob(visit.db, name, { importId: record.id, actor: doerOf(visit) } satisfies ImportInput)
  const state = name === 'measures.check' ? 'checking' : 'importing'
  await stepImport(visit.db, register, record.id, { state, mapping: record.mapping, job }, visit.now)
  return { kind: 'see-other', to: visit.to(`/jobs/${job}`) }
}

const isOpen = ({ state }: ImportRecord): boolean => state === 'mapping' || state === 'checked'

/** Keeps the matching of columns and looks what the import would do. */
export const mappingPage: Page = {
  name: 'measures.map',
  method: 'POST',
  under: 'party',
  path: '/measures/imports/:id/mapping',
  permission: 'measures.import',
  respond: async (visit) => {
    const found = await importOf(visit)
    if (!isOpen(found)) return stepView(visit, found, [{ code: 'import-stale' }])
    const mapping = readMapping(viewOf(visit), found, visit.form)
    const record: ImportRecord = { ...found, state: 'mapping', mapping }
    const fault = findMappingFault(register, mapping)
    if (fault)
      return stepView(visit, record, [{ code: fault.code, ...('target' in fault ? { field: fault.target } : {}) }])
    await saveMapping(visit.db, register, record.party, record.header, mapping, visit.now)
    if (record.bytes > inlineBytes) return startImportJob(visit, record, 'measures.check')
    const checked = await checkFile(visit.db, fileOf(visit, record))
    if (!checked.ok) return stepView(visit, record, checked.faults)
    await stepImport(visit.db, register, record.id, { state: 'mapping', mapping }, visit.now)
    await keepCheck(visit.db, record, checked.value, visit.now)
    return { kind: 'see-other', to: addressOf(visit, record) }
  },
}

/** Takes the file over as the preview showed it. */
export const confirmationPage: Page = {
  name: 'measures.confirm',
  method: 'POST',
  under: 'party',
  path: '/measures/imports/:id/confirmation',
  permission: 'measures.import',
  respond: async (visit) => {
    const record = await importOf(visit)
    if (record.state !== 'checked') return stepView(visit, record, [{ code: 'import-stale' }])
    if (record.bytes > inlineBytes) return startImportJob(visit, record, 'measures.import')
    const tx = visit.db as Transaction<unknown>
    const taken = await takeFile(tx, { ...fileOf(visit, record), actor: doerOf(visit), at: visit.now })
    if (!taken.ok) return stepView(visit, record, taken.faults)
    await keepResult(visit.db, record, taken.value, visit.now)
    return { kind: 'see-other', to: addressOf(visit, record) }
  },
}

/** The rows that were not accepted, as they stood, with their reasons in a first column. */
export const faultsPage: Page = {
  name: 'measures.import-faults',
  method: 'GET',
  under: 'party',
  path: '/measures/imports/:id/faults.csv',
  permission: 'measures.import',
  respond: async (visit) => {
    const record = await importOf(visit)
    const view = viewOf(visit)
    const reasons = (faults: readonly Fault[]): string => faults.map((fault) => recordFaultText(view, fault)).join(' ')
    const lines = (record.report?.faultyRows ?? []).map(({ faults, cells }) => csvLine([reasons(faults), ...cells]))
    const head = csvLine([view.t('import.faults.reason'), ...record.header])
    return {
      kind: 'download',
      name: 'rows-not-accepted.csv',
      type: 'text/csv; charset=utf-8',
      body: `\uFEFF${head}${lines.join('')}`,
    }
  },
}
