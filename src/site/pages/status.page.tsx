import { sql } from 'kysely'
import type { Page } from '../../people/index.ts'
import { SummaryList } from '../../ui/summary-list/summary-list.tsx'
import { words } from '../words/words.generated.ts'

/** Whether the installation works, for whoever runs it and for a machine that watches it. */
export const statusPage = (version: string): Page => ({
  name: 'site.status',
  method: 'GET',
  under: 'installation',
  path: '/status',
  permission: 'site.read',
  respond: async (visit) => {
    const t = visit.words(words)
    const before = performance.now()
    await sql`select 1`.execute(visit.db)
    const milliseconds = Math.max(1, Math.round(performance.now() - before))
    return {
      kind: 'view',
      title: t('status.title'),
      body: (
        <>
          <h1 class="govuk-heading-l">{t('status.title')}</h1>
          <SummaryList
            rows={[
              { key: t('status.database'), value: t('status.works', { milliseconds }) },
              { key: t('status.version'), value: version },
            ]}
          />
        </>
      ),
    }
  },
})
