import type { FieldValue } from '../engines/forms/index.ts'

/** A text of an answer in one language. */
export interface WrittenText {
  readonly language: string
  readonly text: string
  readonly writtenAt: Date
}

/** What a Party says to one question: yes or no, a figure, entries; and texts side by side in its languages. */
export interface Said {
  readonly question: string
  readonly answer?: FieldValue
  readonly texts: readonly WrittenText[]
  /** 0 while nothing was ever said. */
  readonly version: number
}

/** The text a reader of this language gets: in that language, else the one written last. */
export const textFor = (said: Said, locale: string): WrittenText | undefined =>
  said.texts.find(({ language }) => language === locale) ??
  said.texts.toSorted((one, other) => other.writtenAt.getTime() - one.writtenAt.getTime())[0]

/** True when a text in another language was written after this one: a translation that may have fallen behind. */
export const isOutdated = (said: Said, text: WrittenText): boolean =>
  said.texts.some((other) => other.language !== text.language && other.writtenAt.getTime() > text.writtenAt.getTime())

const citation = /\[F(\d{1,9})\]/g

/** Numbers of the facts a text cites as `[F12]`, each once, in order. */
export const citedNumbers = (text: string): readonly number[] => [
  ...new Set([...text.matchAll(citation)].map((match) => Number(match[1]))),
]

export type TextPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'citation'; readonly number: number }

/** A text in parts: words, and citations of facts. Joined again it is the same text. */
export const partsOf = (text: string): readonly TextPart[] => {
  const parts: TextPart[] = []
  let from = 0
  for (const match of text.matchAll(citation)) {
    if (match.index > from) parts.push({ kind: 'text', text: text.slice(from, match.index) })
    parts.push({ kind: 'citation', number: Number(match[1]) })
    from = match.index + match[0].length
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) })
  return parts
}
