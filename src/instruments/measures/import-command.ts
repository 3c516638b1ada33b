import type { Kysely } from 'kysely'
import { findMappingFault, type ImportMapping, type ImportReport } from '../../engines/records/index.ts'
import { openDataFile } from '../../engines/tables/index.ts'
import type { Framework } from '../../framework/index.ts'
import type { Fault } from '../../kernel/fault.ts'
import { notAccepted, type Result } from '../../kernel/result.ts'
import { type Actor, demand, touchParty } from '../../people/index.ts'
import { mappingFor, takeFile } from './import-flow.ts'
import { register } from './register.ts'

export interface MeasuresImport {
  readonly db: Kysely<unknown>
  readonly framework: Framework
  readonly actor: Actor
  /** Upper-case code. */
  readonly party: string
  readonly path: string
  readonly at: Date
  /** Language of the texts; English unless told. */
  readonly language?: string
  /** Instead of the saved, known or guessed one. */
  readonly mapping?: ImportMapping
  readonly progress?: (done: number, total: number) => Promise<void>
}

/**
 * Imports a file from the command line by the rules of the pages: all of it in one transaction, bad rows left out and reported. Faults
 * have words in `engines/tables`, `engines/records` and `engines/forms`.
 */
export const importMeasures = async (given: MeasuresImport): Promise<Result<ImportReport, Fault>> => {
  const { db, framework, actor, party, path, at, language = 'en', progress } = given
  demand(actor, 'measures.import', { party })
  const opened = await openDataFile(path)
  if (!opened.ok) return opened
  const mapping = given.mapping ?? (await mappingFor(db, party, opened.value.header, language))
  const fault = findMappingFault(register, mapping)
  if (fault) return notAccepted({ code: fault.code, ...('target' in fault ? { field: fault.target } : {}) })
  const name = opened.value.name
  const doer = actor.userId === undefined ? { name: actor.name } : { userId: actor.userId, name: actor.name }
  return db.transaction().execute(async (tx) => {
    const taken = await takeFile(tx, {
      party,
      path,
      name,
      mapping,
      framework,
      actor: doer,
      at,
      ...(progress ? { progress } : {}),
    })
    if (taken.ok) await touchParty(tx, party)
    return taken
  })
}
