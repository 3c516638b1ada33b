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
const space = 32
const hyphen = 45
/** 0 → o, 1 → i, 5 → s, | → l: what scanners write for letters inside a word. */
const ocrLetters = new Map<number, number>([
  [48, 111],
  [49, 105],
  [53, 115],
  [124, 108],
])
const singleCodes = Uint16Array.from(table, (text) => (text.length === 1 ? text.charCodeAt(0) : 0))

/** Room to write in, used again from call to call; folding is synchronous and hands out copies. */
let scratch = { codes: new Uint16Array(65_536), origins: new Int32Array(65_537) }

/** Grows as folded characters come in; `wide`: one of them lies outside Latin-1; `doubtful`: a digit follows a letter. */
class Writer {
  codes: Uint16Array
  origins: Int32Array
  length = 0
  wide = false
  doubtful = false

  constructor(capacity: number) {
    if (scratch.codes.length < capacity)
      scratch = { codes: new Uint16Array(capacity * 2), origins: new Int32Array(capacity * 2 + 1) }
    this.codes = scratch.codes
    this.origins = scratch.origins
  }

  push(code: number, origin: number): void {
    if (code === space && (this.length === 0 || this.codes[this.length - 1] === space)) return
    if (this.length === this.codes.length) this.grow()
    if (code > 255) this.wide = true
    if ((code < 97 || code > 122) && ocrLetters.has(code) && this.length > 0 && isLetter(this.codes[this.length - 1]!))
      this.doubtful = true
    this.codes[this.length] = code
    this.origins[this.length] = origin
    this.length += 1
  }

  pushText(text: string, origin: number): void {
    for (let at = 0; at < text.length; at += 1) this.push(text.charCodeAt(at), origin)
  }

  /** `commer-` + line end + `cial`: the hyphen and the gap go, both parts become one word. */
  joinIfCut(next: number): void {
    const { codes, length } = this
    if (length < 3 || codes[length - 1] !== space || codes[length - 2] !== hyphen) return
    if (isLetter(codes[length - 3]!) && isLetter(next)) this.length -= 2
  }

  private grow(): void {
    const codes = new Uint16Array(this.codes.length * 2 + 16)
    codes.set(this.codes)
    const origins = new Int32Array(codes.length + 1)
    origins.set(this.origins)
    this.codes = codes
    this.origins = origins
  }
}

const isLetterLike = (code: number): boolean => isLetter(code) || ocrLetters.has(code)

const repairOcr = ({ codes, length }: Writer): void => {
  for (let at = 1; at < length - 1; at += 1) {
    const code = codes[at]!
    if (isLetter(code) || code === space) continue
    const letter = ocrLetters.get(code)
    if (letter === undefined || !isLetter(codes[at - 1]!)) continue
    let after = at + 1
    while (after < length && ocrLetters.has(codes[after]!)) after += 1
    if (after + 1 < length && isLetter(codes[after]!) && isLetterLike(codes[after + 1]!)) codes[at] = letter
  }
}

const textOf = ({ codes, length, wide }: Writer): string => {
  if (wide) return Buffer.from(codes.buffer, 0, length * 2).toString('utf16le')
  return Buffer.from(codes.subarray(0, length)).toString('latin1')
}

const entityAt = (source: string, at: number, end: number): { text: string; length: number } | undefined => {
  const semicolon = source.indexOf(';', at + 1)
  if (semicolon < 0 || semicolon > at + 12 || semicolon >= end) return undefined
  const text = findEntity(source.slice(at + 1, semicolon))
  return text === undefined ? undefined : { text, length: semicolon + 1 - at }
}

const blockTag =
  /^<\/?(?:\w+:)?(?:p|div|br|li|ul|ol|tr|td|th|h\d|table|section|article|content|paragraph|num|heading|point|list|intro)\b/i

/** Where the tag, comment, script or style that begins at `at` ends (its last character); −1 when it does not. */
const endOfMarkup = (source: string, at: number): number => {
  const hidden = /^<(script|style|!--)/i.exec(source.slice(at, at + 8))?.[1]?.toLowerCase()
  if (hidden === undefined) return source.indexOf('>', at)
  if (hidden === '!--') return source.indexOf('-->', at) < 0 ? -1 : source.indexOf('-->', at) + 2
  const close = source.toLowerCase().indexOf(`</${hidden}`, at)
  return close < 0 ? -1 : source.indexOf('>', close)
}

/** How many source characters a tag or entity at `at` takes up, after writing what it stands for; 0 when it is neither. */
const foldMarkup = (writer: Writer, source: string, at: number, end: number): number => {
  if (source.charCodeAt(at) === 60) {
    const close = endOfMarkup(source, at)
    if (close < 0 || close >= end) return 0
    if (blockTag.test(source.slice(at, at + 24))) writer.push(space, at)
    return close + 1 - at
  }
  const entity = entityAt(source, at, end)
  if (!entity) return 0
  for (const character of entity.text) writer.pushText(folded(character), at)
  return entity.length
}

/** ASCII that folds to one character without a second look; 0 for what needs one (digits a scanner mistakes, marks, line ends). */
const plainCodes = Uint8Array.from({ length: 128 }, (_, code) =>
  code < 32 || '<&-|015'.includes(String.fromCharCode(code)) ? 0 : singleCodes[code]!,
)

/** Copies plain characters from `at` on; gives the place of the first that needs a second look. */
const copyPlain = (writer: Writer, source: string, at: number, end: number): number => {
  const { codes, origins } = writer
  let length = writer.length
  let last = length > 0 ? codes[length - 1]! : space
  let place = at
  const stop = Math.min(end, at + codes.length - length)
  for (; place < stop; place += 1) {
    const code = source.charCodeAt(place)
    const plain = code < 128 ? plainCodes[code]! : 0
    if (plain === 0) break
    if (plain === space && last === space) continue
    codes[length] = plain
    origins[length] = place
    last = plain
    length += 1
  }
  writer.length = length
  return place
}

const foldOther = (writer: Writer, character: string, at: number): void => writer.pushText(folded(character), at)

/** What to leave out while folding: tags and entities (`markup`), and stretches of page furniture inside the range. */
export interface FoldOptions {
  readonly markup?: boolean
  readonly furniture?: readonly (readonly [start: number, end: number])[]
}

/** Folds `source` from `start` to `end`. With `markup` tags are skipped (block tags count as a space) and entities decoded. */
export const foldText = (
  source: string,
  start = 0,
  end = source.length,
  { markup = false, furniture = [] }: FoldOptions = {},
): FoldedText => {
  const writer = new Writer(end - start)
  const skipped = furniture.length === 0 ? furniture : furniture.filter(([from, to]) => to > start && from < end)
  let skipAt = 0
  let lineEnded = false
  for (let at = start; at < end; at += 1) {
    if (!lineEnded && skipped.length === 0) at = copyPlain(writer, source, at, end)
    if (at >= end) break
    const skip = skipped[skipAt]
    if (skip && at >= skip[0]) {
      at = Math.min(skip[1], end) - 1
      skipAt += 1
      lineEnded = true
      writer.push(space, at)
      continue
    }
    const code = source.charCodeAt(at)
    if (markup && (code === 60 || code === 38)) {
      const taken = foldMarkup(writer, source, at, end)
      if (taken > 0) {
        at += taken - 1
        continue
      }
    }
    const single = code < 0x250 ? singleCodes[code]! : 0
    if (code === 10 || code === 13) lineEnded = true
    else if (lineEnded && single !== space) {
      writer.joinIfCut(single)
      lineEnded = false
    }
    if (single > 0) writer.push(single, at)
    else foldOther(writer, source.charAt(at), at)
  }
  if (writer.doubtful) repairOcr(writer)
  const offsets = writer.origins.slice(0, writer.length + 1)
  offsets[writer.length] = end
  return { text: textOf(writer), offsets }
}
