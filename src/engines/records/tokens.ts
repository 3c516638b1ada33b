import { foldedWords, quotedLexeme, tokensOf } from '../texts/search-words.ts'

export { tokensOf }

const han = /\p{Script=Han}/u

/** The text of a `tsvector` that holds each lexeme once. */
export const vectorText = (lexemes: Iterable<string>): string => [...new Set(lexemes)].map(quotedLexeme).join(' ')

/** The text of a `tsquery`: every word must be there, begun by what was typed; Chinese words whole. Nothing for no words. */
export const findQueryText = (typed: string): string | undefined => {
  const tokens = [...new Set(tokensOf(typed))].slice(0, 12)
  if (tokens.length === 0) return undefined
  return tokens.map((token) => `${quotedLexeme(token)}${token.length > 1 && !han.test(token) ? ':*' : ''}`).join(' & ')
}

/** What stands in the search index for an answer that can be filtered by: no word looks like it. */
export const facetOf = (field: string, value: string): string => `=${field}=${value}`

/** The text of a `tsquery` for any of some answers to a field. */
export const facetQuery = (field: string, values: readonly string[]): string =>
  `(${values.map((value) => quotedLexeme(facetOf(field, value))).join(' | ')})`

/** A text as it is sorted: case, accents and leading punctuation do not count. */
export const sortText = (text: string): string =>
  foldedWords(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 200)
