import { expect, it } from 'vitest'
import { detectLanguage, detectLanguages } from './language.ts'

const english =
  'The Parties shall promote the exchange of films and of works which are made in the territory of each Party. '
const french =
  'Les Parties encouragent les échanges de films et des œuvres qui sont produites dans le territoire de chaque Partie. '
const spanish =
  'Las Partes promoverán el intercambio de películas y de las obras que se producen en el territorio de cada Parte. '

it.each([
  ['en', english],
  ['fr', french],
  ['es', spanish],
] as const)('knows %s by its small words', (language, text) => {
  expect(detectLanguage(text)).toBe(language)
})

it('does not guess where there is nothing to go by', () => {
  expect(detectLanguage('4711 0815 xyz')).toBe('und')
})

it('names a second language that fills a good part', () => {
  expect(detectLanguages(english.repeat(70) + french.repeat(50))).toEqual({ language: 'en', otherLanguages: ['fr'] })
  expect(detectLanguages(english.repeat(100))).toEqual({ language: 'en', otherLanguages: [] })
})

it('names a second language that stands beside the first in every article', () => {
  expect(detectLanguages(`${english}${french}`.repeat(30)).otherLanguages).toHaveLength(1)
  expect(detectLanguages(french.repeat(100)).otherLanguages).toEqual([])
  expect(detectLanguages(spanish.repeat(100)).otherLanguages).toEqual([])
})
