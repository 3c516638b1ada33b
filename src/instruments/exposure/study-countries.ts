import { countryLookup, foldName, type NormaliseCountry } from '../../engines/tables/index.ts'

/** Codes that ISO 3166-1 leaves to its users: they stand for no country until somebody says what they mean. */
const isUserCode = (code: string): boolean => /^(AA|Q[M-Z]|X[A-Z]|ZZ)$/.test(code)

/**
 * The countries of one study: those everybody knows, the spellings a person has settled, and what somebody has named with a
 * code of their own (`{ "Meridia": "XA" }`), which is then known by its code too.
 */
export const studyCountries = (spellings: Readonly<Record<string, string>> = {}): NormaliseCountry => {
  const look = countryLookup(spellings)
  const everybodys = countryLookup()
  const own = new Map<string, string>()
  for (const [spelling, text] of Object.entries(spellings)) {
    const code = text.trim().toUpperCase()
    if (!isUserCode(code) || everybodys(code) !== undefined) continue
    own.set(foldName(spelling), code)
    own.set(foldName(code), code)
  }
  return (text) => own.get(foldName(text)) ?? look(text)
}
