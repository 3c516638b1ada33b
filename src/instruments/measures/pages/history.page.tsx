import { HistoryTable } from '../../../engines/records/index.ts'
import type { Page } from '../../../people/index.ts'
import { askingOf, viewOf } from '../asking.ts'
import { getMeasure, listMeasureHistory } from '../store.ts'
import { words } from '../words/words.generated.ts'

/** Who changed a measure, when and how. */
export const historyPage: Page = {
  name: 'measures.history',
  method: 'GET',
  under: 'party',
  path: '/measures/:id/history',
  permission: 'measures.read',
  respond: async (visit) => {
    const view = viewOf(visit)
    const asking = askingOf(visit)
    const record = await getMeasure(asking, visit.parameters['id'] ?? '')
    const lines = await listMeasureHistory(asking, record.id)
    return {
      kind: 'view',
      title: view.t('history.title'),
      room: 'measures',
      crumbs: [
        { text: visit.words(words)('title'), href: visit.to('/measures') },
        { text: record.title, href: visit.to(`/measures/${record.id}`) },
      ],
      body: (
        <>
          <h1 class="govuk-heading-l">{view.t('history.title')}</h1>
          <HistoryTable view={view} lines={lines} />
        </>
      ),
    }
  },
}
