import { isFrequent, quotedLexeme, stemOf, tokensOf } from './search-words.ts'

/** A word of a phrase; `place` counts from its first word, so that frequent words left out leave their gap. */
export interface SoughtWord {
  readonly lexeme: string
  readonly place: number
  /** `cultur*`: the word may go on. */
  readonly isBeginning: boolean
}

export type Phrase = readonly SoughtWord[]

/** One thing sought: a word or phrase that must (or must not) stand there, or two of them near each other. */
export type Sought =
  | { readonly kind: 'phrase'; readonly phrase: Phrase; readonly isUnwanted: boolean }
  | { readonly kind: 'near'; readonly one: Phrase; readonly other: Phrase; readonly places: number }

/** What was typed: any of the alternatives, of each everything. */
export type SearchQuery = readonly (readonly Sought[])[]

const piece = /(?<without>-?)"(?<quoted>[^"]*)"|(?<plain>\S+)/gu
const nearby = /^NEAR(?:\/(?<places>\d{1,2}))?$/
const [usualPlaces, mostPlaces, mostPieces] = [8, 20, 24]

/** The index holds stems: what may change at the end of one is not asked for. */
const beginningOf = (token: string): string => (token.length > 3 ? token.replace(/[aeoy]$/, '') : token)

const phraseOf = (text: string): Phrase => {
  const words = tokensOf(text).map((token, place) => ({ lexeme: stemOf(token), place, isBeginning: false }))
  const kept = words.filter(({ lexeme }) => !isFrequent(lexeme))
  const last = kept.at(-1)
  if (last && /\p{L}\*$/u.test(text))
    return [...kept.slice(0, -1), { ...last, lexeme: beginningOf(tokensOf(text).at(-1)!), isBeginning: true }]
  return kept
}

interface Piece {
  readonly text: string
  readonly isQuoted: boolean
  readonly isUnwanted: boolean
}

const piecesOf = (typed: string): readonly Piece[] =>
  [...typed.replaceAll(/[“”«»„]/g, '"').matchAll(piece)].slice(0, mostPieces).map(({ groups }) => {
    const plain = groups?.['plain']
    if (plain === undefined)
      return { text: groups?.['quoted'] ?? '', isQuoted: true, isUnwanted: groups?.['without'] === '-' }
    const isUnwanted = /^-\p{L}/u.test(plain)
    return { text: isUnwanted ? plain.slice(1) : plain, isQuoted: false, isUnwanted }
  })

const placesIn = ({ text, isQuoted }: Piece): number | undefined => {
  const match = isQuoted ? null : nearby.exec(text)
  return match ? Math.min(mostPlaces, Math.max(1, Number(match.groups?.['places'] ?? usualPlaces))) : undefined
}

/**
 * Reads what was typed into a search field: words that must all stand there, “phrases” in quotation marks, `or` between
 * alternatives, `-without`, `word NEAR/6 word`, `begin*`. Nothing typed is an error; what has no meaning is left out.
 */
export const readSearch = (typed: string): SearchQuery => {
  const alternatives: Sought[][] = [[]]
  const pieces = piecesOf(typed)
  for (let at = 0; at < pieces.length; at += 1) {
    const here = pieces[at]!
    if (!here.isQuoted && /^or$/i.test(here.text)) {
      alternatives.push([])
      continue
    }
    const next = pieces[at + 1]
    const places = next && placesIn(next)
    const beyond = pieces[at + 2]
    if (places !== undefined && beyond) {
      const [one, other] = [phraseOf(here.text), phraseOf(beyond.text)]
      at += 2
      if (one.length > 0 && other.length > 0) alternatives.at(-1)!.push({ kind: 'near', one, other, places })
      continue
    }
    const phrase = phraseOf(here.text)
    if (phrase.length > 0) alternatives.at(-1)!.push({ kind: 'phrase', phrase, isUnwanted: here.isUnwanted })
  }
  return alternatives.filter((all) => all.some((sought) => sought.kind === 'near' || !sought.isUnwanted))
}

const phraseText = (phrase: Phrase): string => {
  const words = phrase.map(({ lexeme, isBeginning }) => `${quotedLexeme(lexeme)}${isBeginning ? ':*' : ''}`)
  const text = words.reduce((so, next, index) => `${so} <${phrase[index]!.place - phrase[index - 1]!.place}> ${next}`)
  return words.length === 1 ? text : `(${text})`
}

/** That both words must be there is said first, though it follows: PostgreSQL then knows how few texts are left and asks its index. */
const soughtText = (sought: Sought): string => {
  if (sought.kind === 'phrase') return `${sought.isUnwanted ? '!' : ''}${phraseText(sought.phrase)}`
  const [one, other] = [phraseText(sought.one), phraseText(sought.other)]
  const distances = Array.from({ length: sought.places }, (_, index) => index + 1)
  const near = distances.flatMap((by) => [`${one} <${by}> ${other}`, `${other} <${by}> ${one}`])
  return `${one} & ${other} & (${near.join(' | ')})`
}

/** The text of a `tsquery`; nothing when nothing is sought. */
export const findSearchText = (query: SearchQuery): string | undefined =>
  query.length === 0 ? undefined : query.map((all) => all.map(soughtText).join(' & ')).join(' | ')
