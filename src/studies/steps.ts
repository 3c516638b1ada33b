import type { Kysely } from 'kysely'
import type { Fault } from '../kernel/fault.ts'
import { findJob } from '../platform/jobs/index.ts'
import type { StudyDeclaration, StudyDocument } from './declaration.ts'
import type { Study } from './draft.ts'

type Declared = Pick<StudyDeclaration<StudyDocument>, 'roles'>

/** Whether a fault is about a file or one of its columns, which the step of the columns shows. */
const isOfFiles = ({ roles }: Declared, { field }: Fault): boolean => {
  const place = field?.split('.')[0]
  return place === 'layout' || roles.some(({ name }) => name === place)
}

/** The step that a person mends these faults in. */
export const stepOf = (declaration: Declared, faults: readonly Fault[]): 'columns' | 'settings' =>
  faults.some((fault) => isOfFiles(declaration, fault)) ? 'columns' : 'settings'

/** Whether a job is still at work on a draft. One that was cancelled or broke leaves the draft to be started again. */
export const isUnderWay = async (db: Kysely<unknown>, { state, job }: Study): Promise<boolean> => {
  if ((state !== 'looking' && state !== 'running') || job === undefined) return false
  const found = await findJob(db, job)
  return found?.state === 'waiting' || found?.state === 'running'
}
