import type { Kysely, Transaction } from 'kysely'
import {
  checkImport,
  findSavedMapping,
  type ImportGiven,
  type ImportMapping,
  type ImportRecord,
  type ImportReport,
  proposeMapping,
  runImport,
  stepImport,
} from '../../engines/records/index.ts'
import type { Framework } from '../../framework/index.ts'
import type { Fault } from '../../kernel/fault.ts'
import type { Result } from '../../kernel/result.ts'
import { optionsFor } from './options.ts'
import { register } from './register.ts'
import { presets } from './stip.ts'
import { recordEvidence } from './store.ts'

/** Files up to this size are looked through and taken over while the page waits; larger ones by a job. */
export const inlineBytes = 1_000_000

interface FileOfImport {
  readonly party: string
  readonly path: string
  readonly name: string
  readonly mapping: ImportMapping
  readonly framework: Framework
  readonly progress?: (done: number, total: number) => Promise<void>
}

const givenFor = ({ party, path, name, mapping, framework, progress }: FileOfImport): ImportGiven => {
  const preset = presets.find((each) => each.name === mapping.preset)
  const optionsOf = optionsFor(framework, mapping.language)
  return {
    register,
    party,
    path,
    name,
    mapping,
    optionsOf,
    ...(preset ? { preset } : {}),
    ...(progress ? { progress } : {}),
  }
}

/** The mapping a file of these columns begins with. */
export const mappingFor = async (
  db: Kysely<unknown>,
  party: string,
  header: readonly string[],
  language: string,
): Promise<ImportMapping> =>
  proposeMapping(register, header, { saved: await findSavedMapping(db, register, party, header), presets, language })

/** Looks what an import would do. */
export const checkFile = (db: Kysely<unknown>, file: FileOfImport): Promise<Result<ImportReport, Fault>> =>
  checkImport(db, givenFor(file))

interface Taking extends FileOfImport {
  readonly actor: { readonly userId?: string; readonly name: string }
  readonly at: Date
}

/** Takes a file over and brings the evidence up to date, in the given transaction. */
export const takeFile = async (tx: Transaction<unknown>, taking: Taking): Promise<Result<ImportReport, Fault>> => {
  const { party, actor, at, framework } = taking
  const taken = await runImport(tx, { ...givenFor(taking), change: { actor, at } })
  if (taken.ok && taken.value.changed > 0) await recordEvidence({ db: tx, party, at, framework })
  return taken
}

/** Writes down what the check of an uploaded file found. */
export const keepCheck = (db: Kysely<unknown>, { id }: ImportRecord, report: ImportReport, at: Date): Promise<void> =>
  stepImport(db, register, id, { state: 'checked', report, notes: report.notes }, at)

/** Writes down what an import did. */
export const keepResult = (db: Kysely<unknown>, { id }: ImportRecord, report: ImportReport, at: Date): Promise<void> =>
  stepImport(db, register, id, { state: 'done', report }, at)
