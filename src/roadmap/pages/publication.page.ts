import { NotThere } from '../../kernel/refusal.ts'
import type { Page } from '../../people/index.ts'
import { findRoadmap, setPublished } from '../store.ts'
import { words } from '../words/words.generated.ts'

const changing = (verb: 'publish' | 'withdraw'): Page => ({
  name: `roadmap.${verb}`,
  method: 'POST',
  under: 'party',
  path: verb === 'publish' ? '/roadmap/publication' : '/roadmap/withdrawal',
  permission: 'roadmap.publish',
  respond: async (visit) => {
    const roadmap = await findRoadmap(visit.db, visit.actor, visit.party?.code ?? '', visit.framework.roadmap.edition)
    if (!roadmap) throw new NotThere('roadmap')
    await setPublished(visit.db, { actor: visit.actor, at: visit.now }, roadmap, verb === 'publish')
    return {
      kind: 'see-other',
      to: visit.to('/roadmap'),
      notice: visit.words(words)(verb === 'publish' ? 'publication.published' : 'publication.withdrawn'),
    }
  },
})

/** Publishing the roadmap, and taking it back. */
export const publicationPages: readonly Page[] = [changing('publish'), changing('withdraw')]
