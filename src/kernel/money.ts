/** An amount in integer minor units (cents, fils …) of an ISO 4217 currency. */
export interface Money {
  readonly minor: number
  readonly currency: string
}

const digitsByCurrency = new Map<string, number>()

/** How many minor-unit digits a currency has: EUR 2, JPY 0, KWD 3. Throws RangeError for a malformed code. */
export const minorDigits = (currency: string): number => {
  const known = digitsByCurrency.get(currency)
  if (known !== undefined) return known
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  digitsByCurrency.set(currency, digits)
  return digits
}

/** The decimal text of an amount, always with a point: `1234.50`. Exact: no binary fractions are involved. */
export const decimalText = ({ minor, currency }: Money): string => {
  const digits = minorDigits(currency)
  const sign = minor < 0 ? '-' : ''
  const text = String(Math.abs(minor)).padStart(digits + 1, '0')
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`
}
