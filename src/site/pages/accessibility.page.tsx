import type { Page } from '../../people/index.ts'
import { words } from '../words/words.generated.ts'

export const accessibilityPage: Page = {
  name: 'site.accessibility',
  method: 'GET',
  under: 'installation',
  path: '/accessibility',
  permission: 'site.read',
  respond: (visit) => {
    const t = visit.words(words)
    return {
      kind: 'view',
      title: t('accessibility.title'),
      body: (
        <>
          <h1 class="govuk-heading-l">{t('accessibility.title')}</h1>
          {(
            ['accessibility.aim', 'accessibility.tested', 'accessibility.limits', 'accessibility.contact'] as const
          ).map((key) => (
            <p class="govuk-body">{t(key)}</p>
          ))}
        </>
      ),
    }
  },
}
