import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { TextNode } from './document.ts'
import { findParagraph, paragraphsOf } from './paragraphs.ts'

const articleOf = (source: string): { document: { source: string; nodes: TextNode[] }; node: TextNode } => {
  const node: TextNode = { id: 'c1-a2', kind: 'article', parent: -1, start: 0, end: source.length }
  return { document: { source, nodes: [node] }, node }
}

it('cuts an article into numbered paragraphs, items and footnotes', () => {
  const source = '1. The first. 2. The second: (a) one; (b) two.\n6 “Films” include series.\n3. The third.'
  const { document, node } = articleOf(source)
  expect(paragraphsOf(document, node).map(({ kind, label, id }) => `${id} ${kind} ${label}`)).toEqual([
    'c1-a2-par1 paragraph 1.',
    'c1-a2-par2 paragraph 2.',
    'c1-a2-par3 paragraph (a)',
    'c1-a2-par4 paragraph (b)',
    'c1-a2-fn1 footnote 6',
    'c1-a2-par5 paragraph 3.',
  ])
})

it('does not cut at a number that is a reference', () => {
  const { document, node } = articleOf('As laid down in Article 9. 7 goods and 4. others.')
  expect(paragraphsOf(document, node)).toHaveLength(1)
})

it('finds the paragraph of an offset', () => {
  const { document, node } = articleOf('1. One. 2. Two.')
  expect(findParagraph(document, node, 10)?.label).toBe('2.')
  expect(findParagraph(document, node, 99)).toBeUndefined()
})

it('covers any article without gaps or overlaps', () => {
  const piece = fc.constantFrom('1. ', '2. ', '(a) ', 'word ', '\n', '; ', '[3] Note ', '7 Note ', '. ', 'b) ')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (parts) => {
      const { document, node } = articleOf(parts.join(''))
      const found = paragraphsOf(document, node)
      expect(found[0]!.start).toBe(0)
      expect(found.at(-1)!.end).toBe(document.source.length)
      for (const [at, part] of found.entries()) if (at > 0) expect(part.start).toBe(found[at - 1]!.end)
    }),
    { numRuns: 1000 },
  )
})
