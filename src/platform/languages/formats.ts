import type { Locale } from '../../kernel/locale.ts'
import { decimalText, type Money, minorDigits } from '../../kernel/money.ts'

/** Numbers, shares, days and money as a reader of this language and region writes them. */
export interface Formats {
  readonly number: (value: number, fractionDigits?: number) => string
  /** A share 0..1 as a percentage. */
  readonly percent: (share: number, fractionDigits?: number) => string
  /** `YYYY-MM-DD` or an instant as a long date. */
  readonly day: (day: string | Date) => string
  readonly instant: (at: Date) => string
  readonly money: (money: Money) => string
  readonly list: (parts: readonly string[]) => string
  readonly languageName: (locale: string) => string
  readonly regionName: (code: string) => string
}

const dayAsDate = (day: string | Date): Date =>
  typeof day === 'string' ? new Date(`${day.slice(0, 10)}T00:00:00Z`) : day

/** English of a region that CLDR does not know is written as the world writes it, not as the United States do. */
const tagOf = (locale: Locale, region: string | undefined): string => {
  if (locale === 'en' && !region) return 'en-001'
  if (!region || locale.includes('-')) return locale
  const tag = `${locale}-${region}`
  const isKnown = new Intl.DateTimeFormat(tag).resolvedOptions().locale === tag
  return locale === 'en' && !isKnown ? 'en-001' : tag
}

/** `region` (ISO 3166) decides digits and month names where the language leaves them open: `ar-EG` and `ar-MA` differ. */
export const formatsFor = (locale: Locale, region?: string): Formats => {
  const tag = tagOf(locale, region)
  const day = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' })
  const instant = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })
  const conjunction = new Intl.ListFormat(tag, { type: 'conjunction' })
  const languageNames = new Intl.DisplayNames([tag], { type: 'language' })
  const regionNames = new Intl.DisplayNames([tag], { type: 'region' })
  return {
    number: (value, digits) =>
      new Intl.NumberFormat(
        tag,
        digits === undefined ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits },
      ).format(value),
    percent: (share, digits = 1) =>
      new Intl.NumberFormat(tag, {
        style: 'percent',
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }).format(share),
    day: (given) => day.format(dayAsDate(given)),
    instant: (at) => instant.format(at),
    money: (money) =>
      new Intl.NumberFormat(tag, {
        style: 'currency',
        currency: money.currency,
        currencyDisplay: 'code',
        minimumFractionDigits: money.minor % 10 ** minorDigits(money.currency) === 0 ? 0 : minorDigits(money.currency),
      }).format(decimalText(money) as Intl.StringNumericLiteral),
    list: (parts) => conjunction.format(parts),
    languageName: (code) => languageNames.of(code) ?? code,
    regionName: (code) => (/^([A-Z]{2}|\d{3})$/.test(code) ? (regionNames.of(code) ?? code) : code),
  }
}
