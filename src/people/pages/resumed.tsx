import { Button } from '../../ui/button/button.tsx'
import type { Answer, Visit } from '../page.ts'
import type { Resume } from '../resume.ts'
import { words } from '../words/words.generated.ts'

/** Signed in again: one button sends what was typed before, to where it was going. */
export const resumedView = (visit: Visit, resume: Resume, cookies: readonly string[]): Answer => {
  const t = visit.words(words)
  return {
    kind: 'view',
    title: t('resumed.title'),
    cookies,
    body: (
      <>
        <h1 class="govuk-heading-l">{t('resumed.title')}</h1>
        <p class="govuk-body">{t('resumed.nothing-lost')}</p>
        {resume.hadFiles ? <p class="govuk-body">{t('resumed.files')}</p> : null}
        <form
          method="post"
          action={resume.path}
          enctype={resume.hadFiles ? 'multipart/form-data' : undefined}
          novalidate
        >
          <input type="hidden" name="key" value={visit.newKey()} />
          {resume.fields.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <Button>{t('resumed.send')}</Button>
        </form>
      </>
    ),
  }
}
