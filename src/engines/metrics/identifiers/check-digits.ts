/** Characters of ISO 7064 systems with 36 symbols, by value. */
const symbols = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Weighted mod 11 of ISBN-10 and ISSN: digits weighted length + 1 … 2, check value 10 written X. `digits` without the check digit. */
export const mod11CheckDigit = (digits: string): string => {
  let sum = 0
  for (let i = 0; i < digits.length; i++) sum += (digits.length + 1 - i) * Number(digits[i])
  const check = (11 - (sum % 11)) % 11
  return check === 10 ? 'X' : String(check)
}

/** Mod 10 with weights 3 and 1 from the right, of GTIN, ISBN-13 and ISMN (GS1 General Specifications 7.9). `digits` without the check digit. */
export const gtinCheckDigit = (digits: string): string => {
  let sum = 0
  for (let i = 0; i < digits.length; i++) sum += Number(digits[digits.length - 1 - i]) * (i % 2 === 0 ? 3 : 1)
  return String((10 - (sum % 10)) % 10)
}

/** ISO 7064 mod 11-2, of ISNI. `digits` without the check character. */
export const mod112CheckDigit = (digits: string): string => {
  let sum = 0
  for (const digit of digits) sum = ((sum + Number(digit)) * 2) % 11
  const check = (12 - sum) % 11
  return check === 10 ? 'X' : String(check)
}

/** ISO 7064 mod 37,36, of ISAN, EIDR and GRid. `text`: digits and capital letters without the check character. */
export const mod3736CheckDigit = (text: string): string => {
  let check = 36
  for (const symbol of text) {
    const sum = (check + symbols.indexOf(symbol)) % 36
    check = ((sum === 0 ? 36 : sum) * 2) % 37
  }
  return symbols[(37 - check) % 36]!
}

/** Mod 10 with weights 1 … 9 and a start of 1 for ISWC (ISO 15707) or 2 for IPI base numbers (CISAC). `digits`: the nine before it. */
export const iswcCheckDigit = (digits: string, start: 1 | 2): string => {
  let sum = start
  for (let i = 0; i < digits.length; i++) sum += (i + 1) * Number(digits[i])
  return String((10 - (sum % 10)) % 10)
}

/** The two check digits of an IPI name number: mod 101 with weights 10 … 2 (CISAC). `digits`: the nine before them. */
export const ipiNameCheckDigits = (digits: string): string => {
  let sum = 0
  for (let i = 0; i < digits.length; i++) sum += (10 - i) * Number(digits[i])
  const rest = sum % 101
  return String(rest === 0 ? 0 : (101 - rest) % 100).padStart(2, '0')
}
