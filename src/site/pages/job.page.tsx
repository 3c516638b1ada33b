import { NotThere } from '../../kernel/refusal.ts'
import type { Page, Visit } from '../../people/index.ts'
import { cancelJob, findJob, findSecondsLeft, type JobRecord } from '../../platform/jobs/index.ts'
import { Button } from '../../ui/button/button.tsx'
import { Progress } from '../../ui/progress/progress.tsx'
import { words } from '../words/words.generated.ts'

const getOwnJob = async (visit: Visit): Promise<JobRecord> => {
  const job = await findJob(visit.db, visit.parameters['id'] ?? '')
  if (!job || job.party !== visit.party?.code) throw new NotThere('job')
  return job
}

const progressText = (visit: Visit, job: JobRecord): string => {
  const t = visit.words(words)
  const left = findSecondsLeft(job, visit.now)
  const parts = [
    ...(job.share === undefined ? [] : [visit.format.percent(job.share, 0)]),
    ...(job.total > 0 ? [t('jobs.progress', { done: job.done, total: job.total })] : []),
    ...(left === undefined ? [] : [t('jobs.left', { seconds: left })]),
  ]
  return parts.join(' · ')
}

/** How far long work has come; asks anew by itself, and can be left. */
const jobPage: Page = {
  name: 'jobs.show',
  method: 'GET',
  under: 'party',
  path: '/jobs/:id',
  permission: 'jobs.read',
  respond: async (visit) => {
    const t = visit.words(words)
    const job = await getOwnJob(visit)
    const isOpen = job.state === 'waiting' || job.state === 'running'
    if (job.state === 'done' && job.href !== undefined) return { kind: 'see-other', to: visit.to(job.href) }
    return {
      kind: 'view',
      title: t('jobs.title'),
      ...(isOpen ? { refreshSeconds: 2 } : {}),
      body: (
        <>
          <h1 class="govuk-heading-l">{t('jobs.title')}</h1>
          <Progress id="progress" label={t(`jobs.${job.state}`)} share={job.share} text={progressText(visit, job)} />
          {isOpen ? (
            <>
              <p class="govuk-body">{t('jobs.leave')}</p>
              <p class="govuk-body">
                <a class="govuk-link" href={visit.to(`/jobs/${job.id}`)}>
                  {t('jobs.refresh')}
                </a>
              </p>
              <form method="post" action={visit.to(`/jobs/${job.id}/cancellation`)}>
                <input type="hidden" name="key" value={visit.newKey()} />
                <Button kind="secondary">{t('jobs.cancel')}</Button>
              </form>
            </>
          ) : (
            <p class="govuk-body">
              <a class="govuk-link" href={visit.to(`/${job.name.split('.')[0]}`)}>
                {t('jobs.back')}
              </a>
            </p>
          )}
        </>
      ),
    }
  },
}

const cancellationPage: Page = {
  name: 'jobs.cancel',
  method: 'POST',
  under: 'party',
  path: '/jobs/:id/cancellation',
  permission: 'jobs.cancel',
  respond: async (visit) => {
    const job = await getOwnJob(visit)
    await cancelJob(visit.db, job.id, visit.now)
    return { kind: 'see-other', to: visit.to(`/jobs/${job.id}`) }
  },
}

export const jobPages: readonly Page[] = [jobPage, cancellationPage]
