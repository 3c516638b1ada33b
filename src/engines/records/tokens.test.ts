import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findQueryText, sortText, tokensOf, vectorText } from './tokens.ts'

test('accents and case do not count', () => {
  expect(tokensOf('Créativité NUMÉRIQUE, Œuvres')).toEqual(['creativite', 'numerique', 'oeuvres'])
  expect(tokensOf('niñas')).toEqual(tokensOf('ninas'))
})

test.each([
  ['والمكتبات', 'مكتبة'],
  ['الثقافة', 'ثقافه'],
  ['الأدب', 'ادب'],
  ['للفنون', 'فنون'],
  ['السينمائية', 'سينمائي'],
])('the Arabic word %s is found by %s', (written, sought) => {
  expect(tokensOf(written)).toEqual(tokensOf(sought))
})

test('Chinese is cut into words', () => {
  expect(tokensOf('保护文化表现形式多样性')).toContain('文化')
})

test('a query asks for every word, begun as typed', () => {
  expect(findQueryText('music fund')).toBe(`'music':* & 'fund':*`)
  expect(findQueryText('  … ')).toBeUndefined()
})

test('quotes and operators of the search language are never taken for it', () => {
  expect(findQueryText(`x' | !y:* \\ &`)).toBe(`'x' & 'y'`)
  expect(vectorText([`o'neill`, 'back\\slash'])).toBe(`'o''neill' 'back\\\\slash'`)
})

test('any text gives words that PostgreSQL accepts: short, not empty, without spaces', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      for (const token of tokensOf(text)) expect(token).toMatch(/^[^\s'\\]{1,60}$/u)
    }),
  )
})

test('titles are sorted without regard to case, accents and quotation marks', () => {
  const titles = ['«Élan»', 'zone', 'Avenir', 'École']
  expect(titles.toSorted((one, other) => (sortText(one) < sortText(other) ? -1 : 1))).toEqual([
    'Avenir',
    'École',
    '«Élan»',
    'zone',
  ])
})
