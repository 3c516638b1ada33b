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
export { type OpenJobs, type OpenJobsOptions, openJobs } from './open-jobs.ts'
