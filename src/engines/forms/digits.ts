const decimalDigit = /\p{Nd}/u

/** Unicode keeps the ten digits of every script together, in order: the value is the place in its run. */
const valueOf = (character: string): string => {
  const code = character.codePointAt(0)!
  let start = code
  while (decimalDigit.test(String.fromCodePoint(start - 1))) start -= 1
  return String((code - start) % 10)
}

/** The same text with the digits of any script (Arabic-Indic, Devanagari, full width …) as 0–9. */
export const plainDigits = (text: string): string =>
  text.replaceAll(/\p{Nd}/gu, (character) => (character <= '9' ? character : valueOf(character)))
