import type { Fault } from '../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import { plainDigits } from './digits.ts'

const spaces = /[\s\u00A0\u202F\u2009'’٬_]/g

const plain = (text: string): string =>
  plainDigits(text.trim()).replaceAll(/[−‒–]/g, '-').replaceAll('٫', '.').replaceAll('،', ',')

const grouped = (text: string, sign: ',' | '.'): boolean => new RegExp(`^-?\\d{1,3}(\\${sign}\\d{3})+$`).test(text)

/**
 * The decimal text (`-1234.5`) a person meant. Group signs may be spaces, apostrophes, points or commas. `1,234` alone is a
 * group or a fraction: `fractionDigits` (money) or else the page's decimal sign decides, and `1.234` on a page with decimal
 * commas is refused as ambiguous.
 */
export const readDecimal = (
  typed: string,
  reading: { readonly decimal: '.' | ','; readonly fractionDigits?: number },
): Result<string, Fault> => {
  const text = plain(typed)
  const compact = text.replaceAll(spaces, '')
  const spaced = /\d[\s\u00A0\u202F\u2009'’٬]\d/.test(text)
  const wrong = notAccepted<Fault>({ code: 'not-a-number', values: { text: typed.trim() } })
  if (!/^-?(\d+|\d+[.,]\d+|[.,]\d+|\d{1,3}([.,]\d{3})+([.,]\d+)?)$/.test(compact)) return wrong
  if (spaced && !/^-?\d{1,3}([\s\u00A0\u202F\u2009'’٬]\d{3})+([.,]\d+)?$/.test(text)) return wrong
  const signs = [...compact].filter((character): character is ',' | '.' => character === ',' || character === '.')
  if (signs.length === 0) return accepted(compact)
  const [first, last] = [signs[0]!, signs.at(-1)!]
  if (signs.length === 1) return readSingleSign(compact, first, spaced, reading, typed)
  if (first === last) return grouped(compact, first) ? accepted(compact.replaceAll(first, '')) : wrong
  if (signs.filter((sign) => sign === last).length > 1) return wrong
  const whole = compact.slice(0, compact.lastIndexOf(last))
  if (!grouped(whole, first)) return wrong
  return accepted(`${whole.replaceAll(first, '')}.${compact.slice(compact.lastIndexOf(last) + 1)}`)
}

const readSingleSign = (
  compact: string,
  sign: ',' | '.',
  spaced: boolean,
  { decimal, fractionDigits }: { readonly decimal: '.' | ','; readonly fractionDigits?: number },
  typed: string,
): Result<string, Fault> => {
  const asFraction = compact.replace(sign, '.').replace(/^(-?)\./, '$10.')
  const couldGroup = !spaced && grouped(compact, sign) && !/^-?0/.test(compact)
  if (!couldGroup) return accepted(asFraction)
  const asGroup = compact.replace(sign, '')
  if (fractionDigits !== undefined && fractionDigits < 3) return accepted(asGroup)
  if (sign === decimal) return accepted(asFraction)
  if (sign === ',') return accepted(asGroup)
  return notAccepted({ code: 'number-ambiguous', values: { text: typed.trim(), one: asGroup, other: asFraction } })
}

/** A finite number, or a fault. */
export const readNumber = (typed: string, decimal: '.' | ','): Result<number, Fault> => {
  const read = readDecimal(typed, { decimal })
  if (!read.ok) return read
  const value = Number(read.value)
  return Number.isFinite(value)
    ? accepted(value)
    : notAccepted({ code: 'not-a-number', values: { text: typed.trim() } })
}
