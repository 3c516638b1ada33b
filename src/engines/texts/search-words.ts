const han = /\p{Script=Han}/u
const word = /[\p{L}\p{M}\p{N}]+/gu
const arabic = /\p{Script=Arabic}/u
const cyrillic = /\p{Script=Cyrillic}/u
const latin = /^[a-z]+$/
const chinese = new Intl.Segmenter('zh', { granularity: 'word' })

/** A text without case and accents, letters with ligatures and strokes written out. */
export const foldedWords = (text: string): string =>
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

/** Case endings of nouns and adjectives, й and ё already folded (after Dolamic and Savoy's light stemmer, 2009). */
const russianEndings =
  /(?:иями|ями|ами|ых|их|иях|ях|ах|иеи|еи|ои|ии|ыи|ого|его|ому|ему|ыми|ими|ов|ев|ам|ям|ом|ем|ую|юю|ая|яя|ое|ее|ые|ие|ия|ью|и|ы|а|я|о|е|у|ю|ь)$/

const russianStem = (token: string): string => {
  const stem = token.replace(russianEndings, '')
  return stem.length >= 3 ? stem : token
}

/**
 * One light stem for English, French and Spanish (after Harman's *s*-stemmer, 1991, and Savoy's minimal stemmers, 2006): plurals,
 * gender, -ing and -ed, doubled last consonants and the last vowel do not count. Industries, industrie and industria become one.
 */
const latinStem = (token: string): string => {
  if (token.length < 4) return token
  let stem = /[^s]s$/.test(token) ? token.slice(0, -1) : token.length > 5 ? token.replace(/aux$/, 'al') : token
  if (/[aeiouy].{2,}ing$/.test(stem)) stem = stem.slice(0, -3)
  else if (/[aeiouy].{2,}ed$/.test(stem)) stem = stem.slice(0, -2)
  stem = stem.replace(/(?<=..)[aeo]$/, '').replace(/(?<=...)y$/, 'i')
  return stem.replace(/(?<=..)([bcdfgklmnprst])\1$/, '$1')
}

/** PostgreSQL refuses longer ones, and nobody searches for them. */
const longest = 60

/**
 * The search words of a text, in any script: case and accents folded, Arabic by its light stem, Chinese cut into words. Index and
 * query go through the same function, so both sides agree.
 */
export const tokensOf = (text: string): string[] => {
  const plain = foldedWords(text)
  const found = plain.match(word) ?? []
  const cut = han.test(plain) ? found.flatMap((token) => (han.test(token) ? splitHan(token) : [token])) : found
  return cut
    .map((token) => (arabic.test(token) ? arabicStem(token) : token).slice(0, longest))
    .filter((token) => token !== '')
}

const splitHan = (text: string): string[] =>
  [...chinese.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment)

/** The stem of a search word: forms of one word in Arabic, English, French, Russian and Spanish become one. */
export const stemOf = (token: string): string =>
  latin.test(token) ? latinStem(token) : cyrillic.test(token) ? russianStem(token) : token

/** Words so frequent that they tell nothing apart; they keep their place, so that phrases stay phrases. */
const frequent = new Set(
  `the of and to in a or for by with on as at be is an that this its from which
  le la les de des du et en un une ou par pour au aux dans que qui ce
  el los las del y una o para con al se su por lo
  и в на с по о об от для к из при а
  في من على او عن ب ل`
    .split(/\s+/)
    .map(stemOf),
)

export const isFrequent = (lexeme: string): boolean => frequent.has(lexeme)

/** A word of a text as search knows it; `start` and `end` are offsets into the text as given. */
export interface SearchWord {
  readonly lexeme: string
  readonly start: number
  readonly end: number
}

const piecesOf = (text: string, at: number): readonly { readonly text: string; readonly start: number }[] =>
  han.test(text)
    ? [...chinese.segment(text)]
        .filter(({ isWordLike }) => isWordLike)
        .map(({ segment, index }) => ({ text: segment, start: at + index }))
    : [{ text, start: at }]

const written = /[\p{L}\p{M}\p{N}ـ]+/gu

/** The search words of a text with the places where they stand, to mark what was found. */
export const searchWords = (text: string): readonly SearchWord[] => {
  const known = new Map<string, readonly string[]>()
  const lexemesOf = (piece: string): readonly string[] => {
    const before = known.get(piece)
    if (before) return before
    const lexemes = tokensOf(piece).map(stemOf)
    known.set(piece, lexemes)
    return lexemes
  }
  const words: SearchWord[] = []
  for (const match of text.matchAll(written))
    for (const { text: piece, start } of piecesOf(match[0], match.index))
      for (const lexeme of lexemesOf(piece)) words.push({ lexeme, start, end: start + piece.length })
  return words
}

export const quotedLexeme = (lexeme: string): string => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

/** PostgreSQL keeps no later place than this, and no more places of one lexeme than that. */
const [lastPlace, mostPlaces] = [16_383, 255]

/** The text of a `tsvector` with the stems of a text and their places; the most frequent words are left out. */
export const placedVectorText = (text: string): string => {
  const places = new Map<string, number[]>()
  for (const [index, token] of tokensOf(text).entries()) {
    const lexeme = stemOf(token)
    if (isFrequent(lexeme)) continue
    const own = places.get(lexeme)
    const place = Math.min(index + 1, lastPlace)
    if (!own) places.set(lexeme, [place])
    else if (own.length < mostPlaces && own.at(-1) !== place) own.push(place)
  }
  return [...places].map(([lexeme, at]) => `${quotedLexeme(lexeme)}:${at.join(',')}`).join(' ')
}
