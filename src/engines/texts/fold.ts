import { findEntity } from './entities.ts'

/**
 * Text made ready for matching, never for showing: lower case, accents off, typographic quotes and dashes plain, white space
 * single, words joined again that a line end had cut, tags left out, digits read as letters inside words (OCR).
 * `offsets[i]` is where character `i` of `text` begins in the source; `offsets[text.length]` is the end.
 */
export interface FoldedText {
  readonly text: string
  readonly offsets: Int32Array
}

const table: string[] = Array.from({ length: 0x250 }, (_, code) => foldCharacter(String.fromCharCode(code)))
const special = new Map<string, string>([
  ['‘', "'"],
  ['’', "'"],
  ['‚', "'"],
  ['′', "'"],
  ['“', '"'],
  ['”', '"'],
  ['„', '"'],
  ['‐', '-'],
  ['‑', '-'],
  ['‒', '-'],
  ['–', '-'],
  ['—', '-'],
  ['−', '-'],
  ['\u00AD', ''],
  ['\u200B', ''],
  ['\uFEFF', ''],
  ['\uFFFD', ' '],
])

function foldCharacter(character: string): string {
  if (/\s/.test(character)) return ' '
  if (character === '«' || character === '»') return '"'
  if (character === '\u00AD') return ''
  return character
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace('œ', 'oe')
    .replace('æ', 'ae')
    .replace('ß', 'ss')
    .replace('ø', 'o')
    .replace('ı', 'i')
}

const folded = (character: string): string => {
  const code = character.charCodeAt(0)
  if (code < 0x250) return table[code]!
  return special.get(character) ?? foldCharacter(character)
}

const isLetter = (code: number): boolean => code >= 97 && code <= 122
const ocrLetters: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '5': 's', '|': 'l' }

class Writer {
  readonly characters: string[] = []
  readonly origins: number[] = []

  push(text: string, origin: number): void {
    for (const character of text) {
      if (character === ' ' && (this.characters.length === 0 || this.characters.at(-1) === ' ')) continue
      this.characters.push(character)
      this.origins.push(origin)
    }
  }

  /** `commer-` + line end + `cial`: the hyphen and the gap go, both parts become one word. */
  joinIfCut(next: string): void {
    const length = this.characters.length
    const cut =
      length > 2 &&
      this.characters[length - 1] === ' ' &&
      this.characters[length - 2] === '-' &&
      isLetter(this.characters[length - 3]!.charCodeAt(0)) &&
      isLetter(next.charCodeAt(0))
    if (!cut) return
    this.characters.length -= 2
    this.origins.length -= 2
  }
}

const repairOcr = (characters: string[]): void => {
  for (let at = 1; at < characters.length - 1; at += 1) {
    const letter = ocrLetters[characters[at]!]
    if (letter === undefined || !isLetter(characters[at - 1]!.charCodeAt(0))) continue
    let after = at + 1
    while (after < characters.length && characters[after]! in ocrLetters) after += 1
    if (isLetter((characters[after] ?? ' ').charCodeAt(0)) && isLetter((characters[after + 1] ?? ' ').charCodeAt(0)))
      characters[at] = letter
  }
}

const entityAt = (source: string, at: number, end: number): { text: string; length: number } | undefined => {
  const semicolon = source.indexOf(';', at + 1)
  if (semicolon < 0 || semicolon > at + 12 || semicolon >= end) return undefined
  const text = findEntity(source.slice(at + 1, semicolon))
  return text === undefined ? undefined : { text, length: semicolon + 1 - at }
}

const blockTag =
  /^<\/?(?:p|div|br|li|ul|ol|tr|td|th|h\d|table|section|article|content|paragraph|num|heading|point|list|intro)\b/i

/** Folds `source` from `start` to `end`. With `markup` tags are skipped (block tags count as a space) and entities decoded. */
export const foldText = (source: string, start = 0, end = source.length, markup = false): FoldedText => {
  const writer = new Writer()
  let lineEnded = false
  for (let at = start; at < end; at += 1) {
    const character = source.charAt(at)
    if (markup && character === '<') {
      const close = source.indexOf('>', at)
      if (close > 0 && close < end) {
        if (blockTag.test(source.slice(at, at + 16))) writer.push(' ', at)
        at = close
        continue
      }
    }
    const entity = markup && character === '&' ? entityAt(source, at, end) : undefined
    if (entity) {
      writer.push(folded(entity.text), at)
      at += entity.length - 1
      continue
    }
    const text = folded(character)
    if (character === '\n' || character === '\r') lineEnded = true
    else if (text !== ' ' && text !== '') {
      if (lineEnded) writer.joinIfCut(text)
      lineEnded = false
    }
    writer.push(text, at)
  }
  repairOcr(writer.characters)
  return { text: writer.characters.join(''), offsets: Int32Array.from([...writer.origins, end]) }
}
