import type { Page, Visit } from '../../../people/index.ts'
import { Button } from '../../../ui/button/button.tsx'
import { askingOf, KeyInput } from '../asking.tsx'
import { isUnderWay } from '../draft-job.ts'
import { getDraft, removeDraft } from '../store.ts'
import type { Study } from '../study.ts'
import { words } from '../words/words.generated.ts'

/** The way to give a draft up. */
export const DraftRemoval = ({ visit, study }: { readonly visit: Visit; readonly study: Study }) => (
  <form method="post" action={visit.to(`/exposure/drafts/${study.id}/removal`)}>
    <KeyInput visit={visit} />
    <Button kind="warning">{visit.words(words)('draft.remove')}</Button>
  </form>
)

export const removalPage: Page = {
  name: 'exposure.remove',
  method: 'POST',
  under: 'party',
  path: '/exposure/drafts/:id/removal',
  permission: 'exposure.run',
  respond: async (visit) => {
    const asking = askingOf(visit)
    const study = await getDraft(asking, visit.parameters['id'] ?? '')
    if (study.state === 'done') return { kind: 'see-other', to: visit.to(`/exposure/${study.id}`) }
    if (await isUnderWay(visit.db, study)) return { kind: 'see-other', to: visit.to(`/jobs/${study.job}`) }
    await removeDraft(asking, study)
    return { kind: 'see-other', to: visit.to('/exposure'), notice: visit.words(words)('notice.removed') }
  },
}
