import type { Fault } from '../kernel/fault.ts'
import { NotAllowed, NotThere } from '../kernel/refusal.ts'
import type { Answer, Visit } from '../people/index.ts'
import { words } from './words/words.generated.ts'

type View = Extract<Answer, { kind: 'view' }>

const plain = (
  status: NonNullable<View['status']>,
  title: string,
  paragraphs: readonly string[],
  visit: Visit,
): View => {
  const t = visit.words(words)
  return {
    kind: 'view',
    status,
    title,
    body: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        {paragraphs.map((text) => (
          <p class="govuk-body">{text}</p>
        ))}
        <p class="govuk-body">
          <a class="govuk-link" href={visit.to('', 'installation')}>
            {t('refusal.home')}
          </a>
        </p>
      </>
    ),
  }
}

/** PostgreSQL's `disk_full` (53100), or the file system's own. */
const isDiskFull = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && (cause.code === '53100' || cause.code === 'ENOSPC')

/** The page for what is not allowed, not there, or broken. Only a broken page has a number, found again in the log. */
export const refusalView = (visit: Visit, cause: unknown, number: string): View => {
  const t = visit.words(words)
  if (cause instanceof NotThere) return plain(404, t('refusal.not-there.title'), [t('refusal.not-there.what')], visit)
  if (cause instanceof NotAllowed)
    return plain(403, t('refusal.not-allowed.title'), [t('refusal.not-allowed.what')], visit)
  if (isDiskFull(cause)) return { ...plain(409, t('refusal.broken.title'), [t('fault.disk-full')], visit), status: 507 }
  return {
    ...plain(409, t('refusal.broken.title'), [t('refusal.broken.what'), t('refusal.broken.number', { number })], visit),
    status: 500,
  }
}

/** The page for a form that could not be taken at all: cut off, too large, sent from elsewhere. Nothing was changed. */
export const unreadableFormView = (visit: Visit, fault: Fault): View => {
  const t = visit.words(words)
  const what = visit.findText(words)(`fault.${fault.code}`, fault.values) ?? t('fault.not-a-form')
  const status = fault.code === 'file-too-large' || fault.code === 'form-too-large' ? 413 : 422
  return plain(status, t('refusal.form.title'), [what, t('refusal.form.nothing-changed')], visit)
}
