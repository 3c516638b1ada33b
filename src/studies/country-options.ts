import { countryCodes } from '../engines/tables/index.ts'
import { partyOf, type Visit } from '../people/index.ts'
import { countryName } from './texts.ts'

/** Every country by its name in the reader's language, in the order of its alphabet; the Party's own among them. */
export const countryOptions = (visit: Visit): readonly { readonly value: string; readonly text: string }[] => {
  const codes = new Set([...countryCodes(), partyOf(visit).code])
  return [...codes]
    .map((code) => ({ value: code, text: countryName(visit, code) }))
    .toSorted((one, other) => one.text.localeCompare(other.text, visit.locale))
}
