import type { Visit } from '../../people/index.ts'
import { Tag, type TagColour } from '../../ui/tag/tag.tsx'
import type { Study } from './study.ts'
import { words } from './words/words.generated.ts'

const stateOf = ({ state, isPublished }: Study) => {
  if (state === 'done') return isPublished ? 'published' : 'team'
  return state === 'running' || state === 'looking' ? 'running' : 'draft'
}

const colours: Readonly<Record<ReturnType<typeof stateOf>, TagColour>> = {
  published: 'green',
  team: 'blue',
  running: 'yellow',
  draft: 'grey',
}

/** Where a study stands, in one or two words. */
export const StateTag = ({ visit, study }: { readonly visit: Visit; readonly study: Study }) => (
  <Tag colour={colours[stateOf(study)]}>{visit.words(words)(`state-tag.${stateOf(study)}`)}</Tag>
)
