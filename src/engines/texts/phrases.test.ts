import { expect, it } from 'vitest'
import { phrasesPattern } from './phrases.ts'

const finds = (phrase: string, text: string): boolean => phrasesPattern([phrase], '').test(text)

it.each([
  ['customs dut(y|ies)', 'customs duties on'],
  ['customs dut(y|ies)', 'customsdutieson electronic'],
  ['co production', 'co-production'],
  ['co production', 'coproduction'],
  ['co production', 'co- productions'],
  ['film', 'films'],
  ['film!', 'a film.'],
  ['audio..20..services', 'audio-visual services'],
  ['protection of ..40.. heritage', 'protection of national heritage'],
  ['article #', 'article 12'],
  ['~cultural', 'agricultural'],
  ['berne (convention)?', 'berne'],
  ['archaeolog*', 'archaeological'],
])('“%s” finds “%s”', (phrase, text) => {
  expect(finds(phrase, text)).toBe(true)
})

it.each([
  ['cultural', 'agricultural'],
  ['film!', 'films'],
  ['subsid(y|ies) ..60.. cultural', 'subsidies for agricultural goods'],
  ['audio..5..services', 'audio-visual and other services'],
  ['a.b', 'axb'],
])('“%s” does not find “%s”', (phrase, text) => {
  expect(finds(phrase, text)).toBe(false)
})
