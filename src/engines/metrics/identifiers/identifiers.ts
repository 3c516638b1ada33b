import { gtinCheckDigit, mod11CheckDigit } from './check-digits.ts'
import { type IdentifierFault, type IdentifierKind, kinds } from './kinds.ts'

/** What became of one identifier. `compact` is the text without separators and prefix; `valid` is false exactly when `fault` is there. */
export interface IdentifierCheck {
  readonly kind: IdentifierKind
  readonly valid: boolean
  readonly compact: string
  readonly fault?: IdentifierFault
}

/**
 * The text of an identifier as its kind is compared: full-width and styled characters made plain, capitals, no separators, blanks,
 * invisible characters or leading name ("ISBN", "urn:…", a resolver's address). A DOI keeps its separators and is in small letters,
 * since case does not matter in it; EIDR keeps its `10.5240/`.
 */
export const normaliseIdentifier = (kind: IdentifierKind, input: string): string => {
  const plain = input
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .toUpperCase()
  if (kind === 'doi') return plain.replaceAll('%2F', '/').replace(kinds.doi.prefix, '').toLowerCase()
  const packed = plain.replace(/[\p{Pd}.−_]/gu, '')
  const bare = packed.replace(kinds[kind].prefix, '')
  return kind === 'eidr' ? bare.replace(/^105240\//, '10.5240/') : bare
}

/**
 * Checks length, characters, prefix and check digit of an identifier of a known kind. It says whether the text can be one, not whether
 * it was given out or belongs to this work. An ISRC's first letters are no origin and its year is the year of assignment.
 */
export const checkIdentifier = (kind: IdentifierKind, input: string): IdentifierCheck => {
  const compact = normaliseIdentifier(kind, input)
  const fault = compact === '' ? 'empty' : kinds[kind].findFault(compact)
  return fault ? { kind, valid: false, compact, fault } : { kind, valid: true, compact }
}

/** A valid identifier in its usual written form (`US-SKG-19-12345`); a text that is not valid comes back as it was given. */
export const displayIdentifier = (kind: IdentifierKind, input: string): string => {
  const { valid, compact } = checkIdentifier(kind, input)
  return valid ? (kinds[kind].display?.(compact) ?? compact) : input
}

/** The kinds of which a text is a valid identifier, for guessing what a column holds. */
export const possibleKinds = (input: string): IdentifierKind[] =>
  (Object.keys(kinds) as IdentifierKind[]).filter((kind) => checkIdentifier(kind, input).valid)

/** The ISBN-13 of a valid ISBN-10 (or the ISBN-13 itself), undefined when the text is neither. */
export const findIsbn13 = (input: string): string | undefined => {
  const { valid, compact } = checkIdentifier('isbn', input)
  if (!valid) return undefined
  const body = `978${compact.slice(0, 9)}`
  return compact.length === 13 ? compact : body + gtinCheckDigit(body)
}

/** The ISBN-10 of a valid ISBN (978 only), undefined when there is none. */
export const findIsbn10 = (input: string): string | undefined => {
  const { valid, compact } = checkIdentifier('isbn', input)
  if (!valid) return undefined
  if (compact.length === 10) return compact
  const body = compact.slice(3, 12)
  return compact.startsWith('978') ? body + mod11CheckDigit(body) : undefined
}
