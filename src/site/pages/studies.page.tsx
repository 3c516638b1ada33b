import type { Page } from '../../people/index.ts'
import { words } from '../words/words.generated.ts'
import { Doors, doorsOf, type InstrumentLink } from './doors.tsx'

/** Which studies there are, and the question each of them answers. */
export const studiesPage = (studies: readonly InstrumentLink[]): Page => ({
  name: 'site.studies',
  method: 'GET',
  under: 'party',
  path: '/studies',
  permission: 'site.read',
  shared: true,
  respond: (visit) => {
    const t = visit.words(words)
    return {
      kind: 'view',
      title: t('studies.title'),
      room: 'studies',
      body: (
        <>
          <h1 class="govuk-heading-l">{t('studies.title')}</h1>
          <p class="govuk-body-l">{t('studies.lead')}</p>
          <Doors visit={visit} doors={doorsOf(visit, studies)} />
        </>
      ),
    }
  },
})
