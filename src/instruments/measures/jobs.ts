import { getImport, type ImportRecord, stepImport } from '../../engines/records/index.ts'
import { loadFramework } from '../../framework/index.ts'
import type { Job, JobGiven } from '../../platform/jobs/index.ts'
import { checkFile, keepCheck, keepResult, takeFile } from './import-flow.ts'
import { register } from './register.ts'

/** What both jobs are told. */
export interface ImportInput {
  readonly importId: string
  readonly actor: { readonly userId?: string; readonly name: string }
}

const importOf = ({ db, party, input }: JobGiven<ImportInput>): Promise<ImportRecord> =>
  getImport(db, register, party, input.importId)

const hrefOf = ({ id }: ImportRecord): string => `/measures/imports/${id}`

const fileOf = ({ party, files, progress }: JobGiven<ImportInput>, { file, name, mapping }: ImportRecord) => ({
  party,
  path: files.pathOf(file),
  name,
  mapping,
  framework: loadFramework(),
  progress,
})

const check: Job<ImportInput> = {
  name: 'measures.check',
  work: async (given) => {
    const record = await importOf(given)
    if (record.state !== 'checking') return { href: hrefOf(record) }
    const checked = await checkFile(given.db, fileOf(given, record))
    if (!checked.ok) {
      await stepImport(given.db, register, record.id, { state: 'mapping', notes: checked.faults }, given.now())
      return { href: hrefOf(record) }
    }
    await keepCheck(given.db, record, checked.value, given.now())
    return { href: hrefOf(record) }
  },
}

const take: Job<ImportInput> = {
  name: 'measures.import',
  work: async (given) => {
    const record = await importOf(given)
    if (record.state !== 'importing') return { href: hrefOf(record) }
    const at = given.now()
    const taken = await given.db.transaction().execute(async (tx) => {
      const result = await takeFile(tx, { ...fileOf(given, record), actor: given.input.actor, at })
      if (result.ok) await keepResult(tx, record, result.value, at)
      return result
    })
    if (!taken.ok) await stepImport(given.db, register, record.id, { state: 'checked', notes: taken.faults }, at)
    return { href: hrefOf(record) }
  },
}

/** Looking through, and taking over, files too large for a page to wait for. Both recognise their own result when run again. */
export const jobs: readonly Job[] = [check, take]
