export type { Job, JobGiven, JobOutcome } from './job.ts'
export {
  cancelJob,
  findJob,
  findSecondsLeft,
  type JobRecord,
  JobRefused,
  type JobState,
  startJob,
} from './job-record.ts'
export { migrations } from './migrations.ts'
export { openJobs, type OpenJobs, type OpenJobsOptions } from './open-jobs.ts'
