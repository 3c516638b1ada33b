import type { Examples } from '../gallery/example.ts'
import { Tag, type TagColour } from './tag.tsx'

export const tagExamples: Examples = (say) => {
  const tags: readonly (readonly [TagColour | undefined, string])[] = [
    [undefined, say('New', 'جديد')],
    ['green', say('Proven', 'مُثبَت')],
    ['yellow', say('Declared', 'مُصرَّح به')],
    ['red', say('Contradicted', 'متعارض')],
    ['grey', say('Empty', 'فارغ')],
    ['purple', say('Estimated', 'تقديري')],
  ]
  return [{ title: 'Tags', view: <p>{tags.map(([colour, text]) => [<Tag colour={colour}>{text}</Tag>, ' '])}</p> }]
}
