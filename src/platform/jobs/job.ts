import type { Kysely } from 'kysely'
import type { StoredFiles } from '../files/stored-files.ts'
import type { Log } from '../log/log.ts'

/** What a job may use. `progress` is shown on the job's page; calling it often is cheap. */
export interface JobGiven<Input> {
  readonly id: string
  readonly party: string
  readonly input: Input
  readonly db: Kysely<unknown>
  readonly files: StoredFiles
  readonly log: Log
  readonly now: () => Date
  readonly progress: (done: number, total: number) => Promise<void>
  /** Becomes aborted when the person cancels or the process stops. */
  readonly signal: AbortSignal
}

/** Where a finished job leads: an address below the Party, and a notice of the instrument's words. */
export interface JobOutcome {
  readonly href: string
}

/** Long work: survives leaving the page and a restart of the process (it is then run again from its beginning). */
export interface Job<Input = never> {
  /** `<instrument>.<verb>` */
  readonly name: string
  readonly work: (given: JobGiven<Input>) => Promise<JobOutcome>
}
