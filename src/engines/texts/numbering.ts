const romanValues: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 }

const romanNumber = (text: string): number | undefined => {
  if (!/^(?=[ivxlcdm])m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(text)) return undefined
  return text.split('').reduce((total, letter, at) => {
    const value = romanValues[letter]!
    const next = romanValues[text.charAt(at + 1)] ?? 0
    return total + (value < next ? -value : value)
  }, 0)
}

const units =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = ['twenty', 'thirty', 'forty', 'fifty']

const wordNumber = (text: string): number | undefined => {
  const [first, second] = text.split(/[ -]/)
  const unit = units.indexOf(first ?? '') + 1
  if (unit > 0) return unit
  const ten = (tens.indexOf(first ?? '') + 2) * 10
  if (ten < 20) return undefined
  return ten + (second === undefined ? 0 : units.indexOf(second) + 1)
}

const piece = (text: string): number | undefined => {
  if (/^\d+$/.test(text)) return Number(text)
  return wordNumber(text) ?? romanNumber(text)
}

/** The number of a heading: `prefix` are the levels above (`12` in `12.3`), `value` the last level. */
export interface HeadingNumber {
  readonly prefix: string
  readonly value: number
}

/**
 * The number in a label such as `ARTICLE 12.3`, `Article XIV-6`, `CHAPTER TWENTY-ONE`, `ARTÍCULO 12-02`; nothing for letters and
 * for numbers with an insertion mark (`12 bis`), which stand outside the count.
 */
export const findHeadingNumber = (label: string): HeadingNumber | undefined => {
  const text = label
    .toLowerCase()
    .replace(/^\p{L}+\.?\s*[-–]?\s*/u, '')
    .replace(/(?:er|º|°)$/, '')
    .trim()
  const whole = /\d/.test(text) ? undefined : wordNumber(text)
  if (whole !== undefined) return { prefix: '', value: whole }
  const pieces = text.split(/[.\-–]/)
  const last = piece(pieces.at(-1) ?? '')
  return last === undefined ? undefined : { prefix: pieces.slice(0, -1).join('.'), value: last }
}
