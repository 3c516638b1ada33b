import {
  gtinCheckDigit,
  ipiNameCheckDigits,
  iswcCheckDigit,
  mod11CheckDigit,
  mod112CheckDigit,
  mod3736CheckDigit,
} from './check-digits.ts'
import { isrcPrefixes } from './isrc-prefixes.ts'

/** Identifiers of works, recordings, products and people. `isbn` takes both lengths; `isbn-10` and `isbn-13` only their own. */
export type IdentifierKind =
  | 'isrc'
  | 'iswc'
  | 'isni'
  | 'ipi-name'
  | 'ipi-base'
  | 'isan'
  | 'eidr'
  | 'isbn'
  | 'isbn-10'
  | 'isbn-13'
  | 'issn'
  | 'ismn'
  | 'gtin'
  | 'doi'
  | 'grid'

/**
 * Why an identifier is not one. `empty`; `length`: not a length this kind has; `format`: a character where this kind has none such;
 * `component`: a part that is never given out (prefix); `check-digit`: the digits contradict each other.
 */
export type IdentifierFault = 'empty' | 'length' | 'format' | 'component' | 'check-digit'

/** How one kind is cleaned and checked. */
export interface KindRules {
  /** What people write in front: removed, letters in either case. */
  readonly prefix: RegExp
  /** The fault of a cleaned text (separators gone, capitals), or undefined when it is valid. */
  readonly findFault: (text: string) => IdentifierFault | undefined
  /** Length to which lost leading zeros are put back; kinds without one never start with zeros or are not numbers. */
  readonly zeroPaddedLength?: number
  /** The usual way to write a valid cleaned text, where it differs from it. */
  readonly display?: (text: string) => string
}

const endsWithCheck = (text: string, check: (body: string) => string, width = 1): IdentifierFault | undefined =>
  check(text.slice(0, -width)) === text.slice(-width) ? undefined : 'check-digit'

const isDigits = (text: string): boolean => /^\d*$/.test(text)

/** A shape of digits (the last may be X if `allowsX`), format before length as long as everything but the end is wrong there. */
const digitFault = (text: string, lengths: readonly number[], allowsX: boolean): IdentifierFault | undefined => {
  if (!isDigits(text.slice(0, -1)) || !(allowsX ? /[\dX]$/ : /\d$/).test(text)) return 'format'
  return lengths.includes(text.length) ? undefined : 'length'
}

const isbn10Fault = (text: string): IdentifierFault | undefined =>
  digitFault(text, [10], true) ?? endsWithCheck(text, mod11CheckDigit)

const isbn13Fault = (text: string): IdentifierFault | undefined => {
  const fault = digitFault(text, [13], false)
  if (fault) return fault
  if (!/^97(8|9[1-9])/.test(text)) return 'component'
  return endsWithCheck(text, gtinCheckDigit)
}

const isanFault = (text: string): IdentifierFault | undefined => {
  const hasFirstCheck = text.length === 17 || text.length === 26
  const work = text.slice(0, 16)
  const firstCheck = hasFirstCheck ? text.slice(16, 17) : ''
  const version = text.slice(16 + firstCheck.length, 24 + firstCheck.length)
  const secondCheck = text.slice(24 + firstCheck.length)
  if (!/^[\dA-F]*$/.test(work + version) || !/^[\dA-Z]*$/.test(text)) return 'format'
  if (![16, 17, 24, 25, 26].includes(text.length)) return 'length'
  if (firstCheck && mod3736CheckDigit(work) !== firstCheck) return 'check-digit'
  if (secondCheck && mod3736CheckDigit(work + version) !== secondCheck) return 'check-digit'
  return undefined
}

const isrcFault = (text: string): IdentifierFault | undefined => {
  if (text.length !== 12) return 'length'
  if (!/^[A-Z]{2}[A-Z\d]{3}\d{7}$/.test(text)) return 'format'
  return isrcPrefixes.has(text.slice(0, 2)) ? undefined : 'component'
}

const ismnFault = (text: string): IdentifierFault | undefined => {
  const isOld = text.startsWith('M')
  const digits = isOld ? `9790${text.slice(1)}` : text
  const fault = digitFault(digits, [13], false)
  if (fault) return fault
  if (!digits.startsWith('9790')) return 'component'
  return endsWithCheck(digits, gtinCheckDigit)
}

const iswcFault = (text: string): IdentifierFault | undefined => {
  if (!/^T\d*$/.test(text)) return 'format'
  if (text.length !== 11) return 'length'
  return endsWithCheck(text.slice(1), (digits) => iswcCheckDigit(digits, 1))
}

const ipiBaseFault = (text: string): IdentifierFault | undefined => {
  if (!/^I\d*$/.test(text)) return 'format'
  if (text.length !== 11) return 'length'
  return endsWithCheck(text.slice(1), (digits) => iswcCheckDigit(digits, 2))
}

const eidrFault = (text: string): IdentifierFault | undefined => {
  if (!/^10\.5240\/[\dA-Z]*$/.test(text)) return /^10\.?\d+\//.test(text) ? 'component' : 'format'
  const body = text.slice(8)
  if (!/^[\dA-F]*$/.test(body.slice(0, 20))) return 'format'
  return body.length === 21 ? endsWithCheck(body, mod3736CheckDigit) : 'length'
}

const gridFault = (text: string): IdentifierFault | undefined => {
  if (!/^[\dA-Z]*$/.test(text)) return 'format'
  if (text.length !== 18) return 'length'
  if (!text.startsWith('A1')) return 'component'
  return endsWithCheck(text, mod3736CheckDigit)
}

const groups =
  (separator: string, ...widths: readonly number[]) =>
  (text: string): string => {
    let from = 0
    return widths
      .map((width) => text.slice(from, (from += width)))
      .filter((part) => part !== '')
      .join(separator)
  }

/** The rules of every kind. Sources: ISO 3901, 15707, 27729, 15706, 26324, 2108, 3297, 10957; GS1; EIDR; CISAC IPI; IFPI GRid. */
export const kinds: Readonly<Record<IdentifierKind, KindRules>> = {
  isrc: { prefix: /^(URN:)?ISRC:?/, findFault: isrcFault, display: groups('-', 2, 3, 2, 5) },
  iswc: {
    prefix: /^ISWC:?/,
    findFault: iswcFault,
    display: (text) => `T-${groups('.', 3, 3, 3)(text.slice(1, 10))}-${text.slice(10)}`,
  },
  isni: {
    prefix: /^(HTTPS?:\/\/(WWW)?ISNIORG\/(ISNI\/)?)?(ISNI:?)?/,
    findFault: (text) => digitFault(text, [16], true) ?? endsWithCheck(text, mod112CheckDigit),
    zeroPaddedLength: 16,
    display: groups(' ', 4, 4, 4, 4),
  },
  'ipi-name': {
    prefix: /^IPI:?/,
    findFault: (text) => digitFault(text, [11], false) ?? endsWithCheck(text, ipiNameCheckDigits, 2),
    zeroPaddedLength: 11,
  },
  'ipi-base': { prefix: /^IPI:?/, findFault: ipiBaseFault, display: groups('-', 1, 9, 1) },
  isan: { prefix: /^(URN:)?ISAN:?/, findFault: isanFault },
  eidr: {
    prefix: /^(HTTPS?:\/\/(UI|DX)?(EIDRORG|DOIORG)\/(VIEW\/CONTENT\?ID=)?)?(EIDR:?)?/,
    findFault: eidrFault,
    display: (text) => `10.5240/${groups('-', 4, 4, 4, 4, 4, 1)(text.slice(8))}`,
  },
  isbn: {
    prefix: /^(URN:)?ISBN(1[03])?:?/,
    findFault: (text) => {
      if (text.length === 10) return isbn10Fault(text)
      if (text.length === 13) return isbn13Fault(text)
      return digitFault(text, [10, 13], true)
    },
    zeroPaddedLength: 10,
  },
  'isbn-10': { prefix: /^(URN:)?ISBN(10)?:?/, findFault: isbn10Fault, zeroPaddedLength: 10 },
  'isbn-13': { prefix: /^(URN:)?ISBN(13)?:?/, findFault: isbn13Fault },
  issn: {
    prefix: /^(URN:)?E?ISSN:?/,
    findFault: (text) => digitFault(text, [8], true) ?? endsWithCheck(text, mod11CheckDigit),
    zeroPaddedLength: 8,
    display: groups('-', 4, 4),
  },
  ismn: { prefix: /^ISMN:?/, findFault: ismnFault },
  gtin: {
    prefix: /^(GTIN|EAN|UPC)(8|12|13|14)?:?/,
    findFault: (text) => digitFault(text, [8, 12, 13, 14], false) ?? endsWithCheck(text, gtinCheckDigit),
    zeroPaddedLength: 14,
  },
  doi: {
    prefix: /^(HTTPS?:\/\/(DX\.|WWW\.)?DOI\.ORG\/)?(DOI:)?/,
    findFault: (text) => (/^10\.\d{4,9}(\.\d+)*\/\S+$/.test(text) ? undefined : 'format'),
  },
  grid: { prefix: /^GRID:?/, findFault: gridFault, display: groups('-', 2, 5, 10, 1) },
}
