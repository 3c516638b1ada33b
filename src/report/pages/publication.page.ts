import { NotThere } from '../../kernel/refusal.ts'
import type { Page } from '../../people/index.ts'
import { currentEdition } from '../assemble.ts'
import { findReport, setPublished } from '../store.ts'
import { words } from '../words/words.generated.ts'

const changing = (isPublished: boolean): Page => ({
  name: isPublished ? 'report.publish' : 'report.withdraw',
  method: 'POST',
  under: 'party',
  path: isPublished ? '/report/publication' : '/report/withdrawal',
  permission: 'report.publish',
  respond: async (visit) => {
    const report = await findReport(visit.db, visit.actor, visit.party?.code ?? '', currentEdition(visit.framework))
    if (!report) throw new NotThere('report')
    await setPublished(visit.db, { actor: visit.actor, at: visit.now }, report, isPublished)
    return {
      kind: 'see-other',
      to: visit.to('/report'),
      notice: visit.words(words)(isPublished ? 'report.published' : 'report.withdrawn'),
    }
  },
})

/** Publishing the report, and taking it back. */
export const publicationPages: readonly Page[] = [changing(true), changing(false)]
