import type { Child } from 'hono/jsx'
import { Textarea } from '../../ui/textarea/textarea.tsx'
import type { Visit } from '../page.ts'
import type { Room } from '../room.ts'
import { findCarried, forgetCarried } from '../shown-once.ts'
import { words } from '../words/words.generated.ts'

/** The link that was just made, shown to its maker this once, and the cookie that forgets it. */
export const findLinkPanel = async (
  room: Room,
  visit: Visit,
): Promise<{ panel: Child; cookies: readonly string[] }> => {
  const carried = visit.actor.userId === undefined ? undefined : await findCarried(room, visit, 'link')
  if (!carried) return { panel: null, cookies: [] }
  const t = visit.words(words)
  const link = `${room.origin}${visit.to(`/invitation/${carried.text}`, 'installation')}`
  const panel = (
    <div class="govuk-inset-text">
      <h2 class="govuk-heading-m">{t('link.title')}</h2>
      <p class="govuk-body">{t('link.what')}</p>
      <Textarea
        name="link"
        rows={2}
        label={t('link.label')}
        value={link}
        dir="ltr"
        spellcheck={false}
        attributes={{ readonly: '' }}
      />
    </div>
  )
  return { panel, cookies: [forgetCarried(room)] }
}
