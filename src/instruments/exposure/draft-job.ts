import type { Kysely } from 'kysely'
import { findJob } from '../../platform/jobs/index.ts'
import type { Study } from './study.ts'

/** Whether a job is still at work on a draft. One that was cancelled or broke leaves the draft to be started again. */
export const isUnderWay = async (db: Kysely<unknown>, { state, job }: Study): Promise<boolean> => {
  if ((state !== 'looking' && state !== 'running') || job === undefined) return false
  const found = await findJob(db, job)
  return found?.state === 'waiting' || found?.state === 'running'
}
