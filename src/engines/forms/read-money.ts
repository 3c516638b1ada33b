import type { Fault } from '../../kernel/fault.ts'
import { decimalText, type Money, minorDigits } from '../../kernel/money.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import { plainDigits } from './digits.ts'
import type { MoneyRange } from './field.ts'
import { readDecimal } from './read-number.ts'

/** XTS is the code ISO 4217 keeps for tests: the fictional Party counts in it. */
const currencies = new Set([...Intl.supportedValuesOf('currency'), 'XTS'])

/** Signs that can mean one currency only; `$`, `kr` or `£` alone can mean several and are not guessed. */
const signs: readonly (readonly [RegExp, string])[] = [
  [/US\s?\$/i, 'USD'],
  [/€/, 'EUR'],
  [/₩/, 'KRW'],
  [/₦/, 'NGN'],
  [/₹/, 'INR'],
]

/** True for a current ISO 4217 code in capitals. */
export const isCurrency = (code: string): boolean => currencies.has(code)

/** Every ISO 4217 code the runtime knows, sorted. */
export const currencyCodes = (): readonly string[] => [...currencies].toSorted()

const digits = new Map<string, number>()

const digitsOf = (currency: string | undefined): number => {
  if (currency === undefined) return 2
  const known = digits.get(currency) ?? minorDigits(currency)
  digits.set(currency, known)
  return known
}

/** Takes a currency code or an unmistakable sign out of a text: `EUR 1 200` → EUR and `1 200`. */
export const splitCurrency = (text: string): { readonly currency?: string; readonly rest: string } => {
  const code = /(?<![\p{L}])([A-Za-z]{3})(?![\p{L}])/u.exec(text)
  const named = code?.[1]?.toUpperCase()
  if (named !== undefined && isCurrency(named))
    return {
      currency: named,
      rest: text
        .replace(code![0], ' ')
        .replace(/^[\s.:]+/, '')
        .trim(),
    }
  const sign = signs.find(([pattern]) => pattern.test(text))
  return sign ? { currency: sign[1], rest: text.replace(sign[0], ' ').trim() } : { rest: text.trim() }
}

/** Minor units from the text of an amount; refuses more digits than the currency has, and amounts that cannot be held exactly. */
export const readMinor = (typed: string, currency: string | undefined, decimal: '.' | ','): Result<number, Fault> => {
  const digits = digitsOf(currency)
  const read = readDecimal(typed, { decimal, fractionDigits: digits })
  if (!read.ok) return read
  const [whole = '0', fraction = ''] = read.value.split('.')
  const significant = fraction.replace(/0+$/, '')
  if (significant.length > digits)
    return notAccepted({ code: 'too-many-decimals', values: { text: typed.trim(), digits } })
  const minor = Number(`${whole}${significant.padEnd(digits, '0')}`)
  return Number.isSafeInteger(minor)
    ? accepted(minor)
    : notAccepted({ code: 'amount-too-large', values: { text: typed.trim() } })
}

/** Reads `1234.50 EUR`, `EUR 1 234,50`, or an amount alone in the given currency. */
export const readMoney = (typed: string, decimal: '.' | ',', currency?: string): Result<Money, Fault> => {
  const { currency: named = currency, rest } = splitCurrency(typed)
  if (named === undefined) return notAccepted({ code: 'currency-missing', values: { text: typed.trim() } })
  const minor = readMinor(rest, named, decimal)
  return minor.ok ? accepted({ minor: minor.value, currency: named }) : minor
}

const multiples: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  millions: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
}

const readMultiple = (text: string, currency: string | undefined, decimal: '.' | ','): number | undefined => {
  const match = /^(.*?\d)\s*(k|thousand|mn|m|millions?|bn|b|billion)?$/i.exec(plainDigits(text.trim()))
  if (!match) return undefined
  const times = multiples[match[2]?.toLowerCase() ?? ''] ?? 1
  const minor = readMinor(match[1]!, currency, decimal)
  const value = minor.ok ? Math.round(minor.value * times) : Number.NaN
  return Number.isSafeInteger(value) ? value : undefined
}

const below = /^(?:less than|under|up to|below|moins de|jusqu['’]à|أقل من|<)\s*(.+)$/i
const above = /^(?:more than|over|above|at least|plus de|au moins|أكثر من|>)\s*(.+)$/i
const between = /^(.*?\d\s*(?:k|mn?|bn?|thousand|millions?|billion)?)\s*(?:\.\.|-|–|—|to|à|إلى)\s*(.+)$/i

const rangeOf = (low: number | undefined, high: number | undefined, currency: string | undefined): MoneyRange => ({
  ...(low === undefined ? {} : { low }),
  ...(high === undefined ? {} : { high }),
  ...(currency === undefined ? {} : { currency }),
})

/**
 * Reads a band of money: `5M-20M`, `Less than 1M`, `More than 500M EUR`, `1000..5000 XOF`, or one amount, which is both ends.
 * Nothing where the text is no such band; the ends of a band whose currency is unsaid are in hundredths.
 */
export const findMoneyRange = (typed: string, decimal: '.' | ',' = '.', given?: string): MoneyRange | undefined => {
  const { currency = given, rest } = splitCurrency(typed)
  const amount = (text: string | undefined): number | undefined =>
    text === undefined ? undefined : readMultiple(text, currency, decimal)
  const [least, most, span] = [above.exec(rest), below.exec(rest), between.exec(rest)]
  if (least) return amount(least[1]) === undefined ? undefined : rangeOf(amount(least[1]), undefined, currency)
  if (most) return amount(most[1]) === undefined ? undefined : rangeOf(undefined, amount(most[1]), currency)
  const single = amount(rest)
  if (single !== undefined) return rangeOf(single, single, currency)
  const [low, high] = [amount(span?.[1]), amount(span?.[2])]
  return low === undefined || high === undefined || low > high ? undefined : rangeOf(low, high, currency)
}

const end = (minor: number, currency: string | undefined): string => decimalText({ minor, currency: currency ?? 'EUR' })

/** An amount of a range as plain decimal text; without a currency the minor units are hundredths. */
export const rangeEndText = (minor: number | undefined, currency: string | undefined): string =>
  minor === undefined ? '' : end(minor, currency)

/** The text from which `findMoneyRange` reads the same range. */
export const rangeText = ({ low, high, currency }: MoneyRange): string => {
  const [from, to] = [rangeEndText(low, currency), rangeEndText(high, currency)]
  const amounts = from === '' ? `< ${to}` : to === '' ? `> ${from}` : from === to ? from : `${from}..${to}`
  return currency === undefined ? amounts : `${amounts} ${currency}`
}
