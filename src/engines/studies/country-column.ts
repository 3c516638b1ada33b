import { type CodedColumn, findCountrySuggestion, listItems, type NormaliseCountry } from '../tables/index.ts'

/** A spelling of a country that is not known, in how many rows, and a country of nearly the same name: proposed, never applied. */
export interface UnrecognisedSpelling {
  readonly spelling: string
  readonly rows: number
  readonly suggestion: string | null
}

/** The countries of each entry of a dictionary in the order of the cell, as places in `codes`; an entry without any known country has none. */
export interface CountryEntries {
  readonly byEntry: readonly (readonly number[])[]
  readonly unrecognised: readonly UnrecognisedSpelling[]
}

/** Gives each country a place, in order of first use; shared by the columns of a study. */
export class CountryPlaces {
  readonly codes: string[] = []
  readonly #places = new Map<string, number>()

  placeOf(code: string): number {
    const known = this.#places.get(code)
    if (known !== undefined) return known
    this.#places.set(code, this.codes.length)
    return this.codes.push(code) - 1
  }

  find(code: string): number | undefined {
    return this.#places.get(code)
  }
}

/**
 * Reads a column of countries (several in a cell for co-productions, unless `single`). Normalised once per entry of the dictionary;
 * spellings that are not known are listed with their rows and a proposal.
 */
export const countryEntries = (
  column: CodedColumn,
  country: NormaliseCountry,
  places: CountryPlaces,
  single = false,
): CountryEntries => {
  const rows = new Uint32Array(column.dictionary.length)
  for (const code of column.codes) rows[code]!++
  const strange = new Map<string, number>()
  const byEntry = column.dictionary.map((cell, entry) => {
    if (rows[entry] === 0) return []
    const whole = country(cell)
    const items = whole !== undefined || single ? [cell.trim()].filter((text) => text !== '') : listItems(cell)
    const codes = items.flatMap((item) => {
      const code = country(item)
      if (code === undefined) strange.set(item, (strange.get(item) ?? 0) + rows[entry]!)
      return code === undefined ? [] : [code]
    })
    return [...new Set(codes)].map((code) => places.placeOf(code))
  })
  const unrecognised = [...strange]
    .map(([spelling, count]) => ({ spelling, rows: count, suggestion: findCountrySuggestion(spelling) ?? null }))
    .sort((a, b) => b.rows - a.rows || (a.spelling < b.spelling ? -1 : 1))
  return { byEntry, unrecognised }
}
