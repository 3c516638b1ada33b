import { checkIdentifier, findIsbn13, type IdentifierCheck, normaliseIdentifier } from './identifiers.ts'
import { type IdentifierKind, kinds } from './kinds.ts'

/**
 * What a spreadsheet or a careless export did. `lost-zeros`: leading zeros dropped; `scientific-notation`: digits rounded away for good;
 * `decimal-point`: a number with ".0" behind it; `lost-zeros-and-decimal-point`: both.
 */
export type IdentifierDamage = 'lost-zeros' | 'scientific-notation' | 'decimal-point' | 'lost-zeros-and-decimal-point'

/** A check with what else can be said: the damage recognised and, only where it is proven, the identifier as it was. */
export interface IdentifierDiagnosis extends IdentifierCheck {
  readonly damage?: IdentifierDamage
  /** The compact identifier restored: it is the only candidate and its check digit agrees. */
  readonly repaired?: string
}

const scientific = /^(\d)(?:[.,](\d+))?E\+?(\d+)$/i

/** Zeros put back in front until the kind's length is reached: the one candidate, and only when its check digits agree. */
const findPadded = (kind: IdentifierKind, compact: string): string | undefined => {
  const length = kinds[kind].zeroPaddedLength
  if (length === undefined || compact.length >= length || compact.length < length / 2 - 2) return undefined
  if (!/^[1-9]\d*[\dX]$/.test(compact)) return undefined
  const padded = compact.padStart(length, '0')
  return checkIdentifier(kind, padded).valid ? padded : undefined
}

/**
 * Checks an identifier, recognises damage and repairs it where that is provable: lost leading zeros are put back when the only candidate
 * of full length has agreeing check digits, and a decimal point with nothing but zeros behind it is taken off. A number in scientific
 * notation is never completed from its mantissa: the digits that are gone cannot be known (see `findIsbn13BySibling`). A nine-digit
 * ISBN is taken for an ISBN-10 that lost its zero, never as valid in itself. One candidate in eleven (ISBN-10, ISSN, ISNI) or in a
 * hundred (IPI) would agree by chance, so a repair is a proof of consistency; report repaired ones apart from valid ones.
 */
export const diagnoseIdentifier = (kind: IdentifierKind, input: string): IdentifierDiagnosis => {
  const check = checkIdentifier(kind, input)
  if (check.valid || check.fault === 'empty') return check
  const text = input.trim()
  if (scientific.test(text)) return { ...check, damage: 'scientific-notation' }
  const whole = /^([\dX]+)[.,]0+$/i.exec(text)?.[1]
  const compact = whole === undefined ? check.compact : normaliseIdentifier(kind, whole)
  if (whole !== undefined && checkIdentifier(kind, compact).valid) {
    return { ...check, damage: 'decimal-point', repaired: compact }
  }
  const repaired = findPadded(kind, compact)
  if (repaired === undefined) return whole === undefined ? check : { ...check, damage: 'decimal-point' }
  return { ...check, damage: whole === undefined ? 'lost-zeros' : 'lost-zeros-and-decimal-point', repaired }
}

/** Whether digits that survived in scientific notation are those of `digits`, rounded or cut at the same place. */
export const agreesWithScientific = (text: string, digits: string): boolean => {
  const match = scientific.exec(text.trim())
  if (!match) return false
  const [, first = '', rest = '', exponent] = match
  const kept = (first + rest).padEnd(1, '0')
  if (digits.length !== Number(exponent) + 1 || kept.length > digits.length) return false
  if (digits.startsWith(kept)) return true
  const unit = 10n ** BigInt(digits.length - kept.length)
  return (BigInt(digits) + unit / 2n) / unit === BigInt(kept)
}

/** An ISBN-13 restored from the ISBN-10 beside it, and whether what is left of the damaged one agrees with it. */
export interface IsbnFromSibling {
  readonly isbn13: string
  readonly agrees: boolean
}

/**
 * The ISBN-13 that belongs to a row whose ISBN-13 was damaged, from the row's ISBN-10 (lost zeros put back): conversion is exact, so
 * this is the provable repair of scientific notation. `agrees` is false when the digits left of the damaged one name another book: a
 * conflict to report, not to repair. Undefined when the ISBN-10 is neither valid nor repairable.
 */
export const findIsbn13BySibling = (isbn10: string, damagedIsbn13: string): IsbnFromSibling | undefined => {
  const sibling = diagnoseIdentifier('isbn-10', isbn10)
  const isbn13 = findIsbn13(sibling.valid ? sibling.compact : (sibling.repaired ?? ''))
  if (isbn13 === undefined) return undefined
  const plain = normaliseIdentifier('isbn-13', damagedIsbn13)
  return { isbn13, agrees: plain === isbn13 || agreesWithScientific(damagedIsbn13, isbn13) }
}
