import {
  type CountryPlaces,
  countryEntries,
  findColumn,
  getColumn,
  type StudyInput,
  type UnrecognisedSpelling,
} from '../../engines/studies/index.ts'
import { countryLookup } from '../../engines/tables/index.ts'
import { textAt } from './table-rows.ts'
import { isGroupOfCountries } from './trade-words.ts'

/** One side of a flow, row by row: the country, from its name or else from the code beside it. */
export interface CountrySide {
  readonly place: (row: number) => number | undefined
  readonly cell: (row: number) => string
  /** Whether the cell names the world or a group of countries. */
  readonly isGroup: (row: number) => boolean
  readonly unrecognised: readonly UnrecognisedSpelling[]
  readonly strangeCodes: readonly UnrecognisedSpelling[]
  /** Rows whose code and name are of different countries; the name counts. */
  readonly disagreeing: (row: number) => boolean
}

/** Reads the column `name` of countries, and `<name>_code` where the table has it. */
export const countrySide = (
  input: StudyInput,
  name: string,
  places: CountryPlaces,
  spellings: Readonly<Record<string, string>>,
): CountrySide => {
  const country = countryLookup(spellings)
  const column = getColumn(input, name)
  const code = findColumn(input, `${name}_code`)
  const names = countryEntries(column, country, places, true)
  const codes = code && countryEntries(code, country, places, true)
  const byCode = (row: number) => codes?.byEntry[code!.codes[row]!]![0]
  const byName = (row: number) => names.byEntry[column.codes[row]!]![0]
  const groups = column.dictionary.map(isGroupOfCountries)
  return {
    isGroup: (row) => groups[column.codes[row]!]!,
    place: (row) => byName(row) ?? byCode(row),
    cell: (row) => textAt(column, row),
    unrecognised: names.unrecognised,
    strangeCodes: codes?.unrecognised ?? [],
    disagreeing: (row) => byName(row) !== undefined && byCode(row) !== undefined && byName(row) !== byCode(row),
  }
}
