import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { linesOf, structureOf } from './headings.ts'

const outline = (text: string): string[] =>
  structureOf(linesOf(text), text.length).map(({ kind, label, name }) =>
    [kind, label, name].filter(Boolean).join(' | '),
  )

it('finds preamble, chapters, articles, annex and signature of an English text', () => {
  expect(
    outline(
      'The Parties, resolved to cooperate,\nCHAPTER ONE\nInitial Provisions\nArticle 1.1: Objectives\n1. The aim is trade.\nArticle 1.2\nScope\nAs Article 1.1 shall apply.\nDONE at Geneva\nANNEX A\nLists',
    ),
  ).toEqual([
    'preamble',
    'chapter | CHAPTER ONE | Initial Provisions',
    'article | Article 1.1 | Objectives',
    'article | Article 1.2 | Scope',
    'conclusion',
    'annex | ANNEX A | Lists',
  ])
})

it('finds the same in French and Spanish', () => {
  expect(outline('CHAPITRE 2\nCommerce électronique\nArticle premier\nObjet\nTexte.')).toEqual([
    'chapter | CHAPITRE 2 | Commerce électronique',
    'article | Article premier | Objet',
  ])
  expect(outline('CAPÍTULO 13\nComercio Electrónico\nArtículo 13.4: Derechos Aduaneros\nNinguna Parte.')).toEqual([
    'chapter | CAPÍTULO 13 | Comercio Electrónico',
    'article | Artículo 13.4 | Derechos Aduaneros',
  ])
})

it('does not take a sentence that begins with an article number for a heading', () => {
  expect(outline('Article 1\nText\nArticle 5 shall apply to goods.\nArticle 6, in accordance with')).toHaveLength(1)
})

it('keeps an article that is numbered twice as two', () => {
  const text = 'Article 4\nFirst.\nArticle 4\nSecond.'
  const nodes = structureOf(linesOf(text), text.length)
  expect(nodes.map(({ id, label }) => `${id} ${label}`)).toEqual(['a1 Article 4', 'a2 Article 4'])
})

it('gives each article its own wording and nothing of its neighbour', () => {
  const text = 'CHAPTER 1\nArticle 1\nOne.\nArticle 2\nTwo.\nCHAPTER 2\nArticle 1\nThree.'
  const nodes = structureOf(linesOf(text), text.length).filter(({ kind }) => kind === 'article')
  expect(nodes.map(({ start, end }) => text.slice(start, end).trim())).toEqual(['One.', 'Two.', 'Three.'])
})

it('keeps any text whole: nodes follow each other, lie inside their parents and have ids of their own', () => {
  const line = fc.constantFrom(
    'CHAPTER 1',
    'Article 1',
    'Article 2: Films',
    'ANNEX B',
    'PART TWO',
    'Some words here.',
    '',
    'DONE at Paris',
    'TITLE III',
    '\f',
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (parts) => {
      const text = parts.join('\n')
      const nodes = structureOf(linesOf(text), text.length)
      expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length)
      for (const [at, node] of nodes.entries()) {
        expect(node.start).toBeLessThanOrEqual(node.end)
        if (at > 0) expect(node.start).toBeGreaterThanOrEqual(nodes[at - 1]!.start)
        if (node.parent >= 0) expect(node.end).toBeLessThanOrEqual(nodes[node.parent]!.end)
      }
    }),
    { numRuns: 1000 },
  )
})

it('reads 2 000 pages in the time of a breath', () => {
  const text = Array.from(
    { length: 20_000 },
    (_, at) => `Article ${at + 1}\nWords of the article that go on for a line.\n`,
  ).join('')
  const before = performance.now()
  expect(structureOf(linesOf(text), text.length)).toHaveLength(20_000)
  expect(performance.now() - before).toBeLessThan(2000)
})
