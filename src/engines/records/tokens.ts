const han = /\p{Script=Han}/u
const word = /[\p{L}\p{M}\p{N}]+/gu
const arabic = /\p{Script=Arabic}/u
const chinese = new Intl.Segmenter('zh', { granularity: 'word' })

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}|ـ/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('ı', 'i')
    .replaceAll('ł', 'l')

const prefixes = ['وال', 'بال', 'كال', 'فال', 'لل', 'ال', 'و']
const suffixes = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ية', 'يي', 'ه', 'ة', 'ي']

/**
 * A light Arabic stem (after Larkey, Ballesteros and Connell, *light10*, 2002): letters with several forms made one, the article
 * and “and” before the word and the commonest endings taken off, as long as two letters (three for “and”) stay.
 */
const arabicStem = (token: string): string => {
  let stem = token
    .replaceAll(/[أإآٱ]/g, 'ا')
    .replaceAll('ى', 'ي')
    .replaceAll('ؤ', 'و')
    .replaceAll('ئ', 'ي')
  const prefix = prefixes.find((each) => stem.startsWith(each) && stem.length - each.length >= (each === 'و' ? 3 : 2))
  if (prefix) stem = stem.slice(prefix.length)
  for (const suffix of suffixes)
    if (stem.endsWith(suffix) && stem.length - suffix.length >= 2) stem = stem.slice(0, -suffix.length)
  return stem
}

/** PostgreSQL refuses longer ones, and nobody searches for them. */
const longest = 60

const splitHan = (text: string): string[] =>
  [...chinese.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment)

/**
 * The search words of a text, in any script: case and accents folded, Arabic by its light stem, Chinese cut into words. Index and
 * query go through the same function, so both sides agree.
 */
export const tokensOf = (text: string): string[] => {
  const plain = folded(text)
  const found = plain.match(word) ?? []
  const cut = han.test(plain) ? found.flatMap((token) => (han.test(token) ? splitHan(token) : [token])) : found
  return cut
    .map((token) => (arabic.test(token) ? arabicStem(token) : token).slice(0, longest))
    .filter((token) => token !== '')
}

const quotedLexeme = (lexeme: string): string => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

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
  folded(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 200)
