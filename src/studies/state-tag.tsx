import type { Visit } from '../people/index.ts'
import { Tag, type TagColour } from '../ui/tag/tag.tsx'
import type { Study } from './draft.ts'
import { words } from './words/words.generated.ts'

const stateOf = ({ state, isPublished }: Pick<Study, 'state' | 'isPublished'>) => {
  if (state === 'done') return isPublished ? 'published' : 'team'
  return state === 'running' || state === 'looking' ? 'running' : 'draft'
}

const colours: Readonly<Record<ReturnType<typeof stateOf>, TagColour>> = {
  published: 'green',
  team: 'blue',
  running: 'yellow',
  draft: 'grey',
}

interface StateTagProps {
  readonly visit: Visit
  readonly study: Pick<Study, 'state' | 'isPublished'>
}

/** Where a study stands, in one or two words. */
export const StateTag = ({ visit, study }: StateTagProps) => (
  <Tag colour={colours[stateOf(study)]}>{visit.words(words)(`state-tag.${stateOf(study)}`)}</Tag>
)
