import type { Visit } from '../../people/index.ts'
import type { Shown } from '../../studies/index.ts'
import type { FlowsDocument } from './document.ts'
import { words } from './words/words.generated.ts'

/** The name of the list of developing countries that every share is of. */
export const listName = (visit: Visit, { developing: { list } }: FlowsDocument): string =>
  visit.findText(words)(`developing.${list.id}`) ?? list.title

/** The list with its version, as it stands beside the figures. */
export const listText = ({ visit, document }: Shown<FlowsDocument>): string => {
  const { id, version } = document.developing.list
  return visit.words(words)('developing.stated', {
    title: listName(visit, document),
    version: visit.findText(words)(`developing.${id}.version`) ?? version,
  })
}
