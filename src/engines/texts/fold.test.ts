import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { foldText } from './fold.ts'

const folded = (text: string, markup = false): string => foldText(text, 0, text.length, { markup }).text

it('takes case, accents and typographic marks off for matching', () => {
  expect(folded('Diversité “CULTURELLE” – l’œuvre')).toBe('diversite "culturelle" - l\'oeuvre')
})

it('reads Spanish accents put on by scanning the wrong way', () => {
  expect(folded('ejecuciòn electrònica')).toBe('ejecucion electronica')
})

it('joins a word that a line end had cut', () => {
  expect(folded('electronic commer-\n   cial broadcasts')).toBe('electronic commercial broadcasts')
})

it('keeps a hyphen that joins two words in one line', () => {
  expect(folded('audio-visual co-production')).toBe('audio-visual co-production')
})

it('reads digits inside a word as the letters a scanner mistook', () => {
  expect(folded('the prov1s10ns of Article 10 and 15 goods')).toBe('the provisions of article 10 and 15 goods')
})

it('makes white space single, line ends and no-break spaces too', () => {
  expect(folded('customs\u00a0\n\t duties')).toBe('customs duties')
})

it('leaves out tags and decodes entities', () => {
  expect(folded('<p>arts &amp; cr&eacute;ation</p><p>film</p>', true).trim()).toBe('arts & creation film')
})

it('leaves out scripts, styles and comments', () => {
  expect(folded('a<script>cultural</script>b<!-- cultural > -->c', true)).toBe('abc')
})

it('leaves page furniture out and goes on with the word it cut', () => {
  const source = 'the broad-\nEN Official Journal\ncasting services'
  const furniture: [number, number][] = [[source.indexOf('EN'), source.indexOf('Journal') + 7]]
  expect(foldText(source, 0, source.length, { furniture }).text).toBe('the broadcasting services')
})

it('leads every folded character back to its place in the original', () => {
  const source = 'L’«Œuvre»  coproduite'
  const { text, offsets } = foldText(source)
  const at = text.indexOf('coproduite')
  expect(source.slice(offsets[at], offsets[at + 10])).toBe('coproduite')
})

it('folds any text whatever without losing order: offsets never fall and stay inside the range', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('a', '-', '\n', ' ', '1', 'É', '<', '>', '&amp;', '<p>', 'œ', '😀', 'ﬁ', '\u00ad'))
      .map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(anything, fc.boolean(), (source, markup) => {
      const { text, offsets } = foldText(source, 0, source.length, { markup })
      expect(offsets.length).toBe(text.length + 1)
      for (let at = 0; at < text.length; at += 1) {
        expect(offsets[at]!).toBeLessThanOrEqual(offsets[at + 1]!)
        expect(offsets[at]!).toBeLessThan(source.length)
      }
      expect(text).not.toMatch(/ {2}/)
    }),
    { numRuns: 3000 },
  )
})

it('folds a stretch as it folds the same text alone', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (before, middle, after) => {
      const source = before + middle + after
      const stretch = foldText(source, before.length, before.length + middle.length)
      expect(stretch.text).toBe(foldText(middle).text)
    }),
    { numRuns: 1000 },
  )
})
