import {
  CountryPlaces,
  countryEntries,
  findColumn,
  type StudyInput,
  type UnrecognisedSpelling,
} from '../../engines/studies/index.ts'
import { type CodedColumn, countryLookup, listItems, normaliseLanguage } from '../../engines/tables/index.ts'
import { expectedFields, identifierColumns, type Sector } from './columns.ts'

/** How far one field is filled in. */
export interface Completeness {
  /** Whether the file has a column for it. */
  readonly column: boolean
  readonly filled: number
  readonly share: number
  /** Whether works of the sector need it. */
  readonly expected: boolean
}

const described = ['title', 'creator', 'origin', 'language', 'year', 'genre', 'type', 'gender'] as const

const rowsPerEntry = ({ codes, dictionary }: CodedColumn): Uint32Array => {
  const rows = new Uint32Array(dictionary.length)
  for (const code of codes) rows[code]!++
  return rows
}

/** Cells that say nothing: empty, an empty list, or a word that stands for nothing. */
export const isFilled = (text: string): boolean => !/^(\[\s*\]|n\/?a|null|none|nan|unknown|-)?$/i.test(text.trim())

const filledRows = (column: CodedColumn): number => {
  const rows = rowsPerEntry(column)
  return column.dictionary.reduce((sum, text, entry) => sum + (isFilled(text) ? rows[entry]! : 0), 0)
}

/** Completeness of every field that the file has or the sector needs. */
export const completenessOf = (input: StudyInput, sector: Sector): Record<string, Completeness> => {
  const expected = new Set<string>(expectedFields[sector])
  const fields = [...described, ...identifierColumns].flatMap((field): [string, Completeness][] => {
    const column = findColumn(input, field)
    if (!column && !expected.has(field)) return []
    const filled = column ? filledRows(column) : 0
    const share = filled / Math.max(1, input.table.rows)
    return [[field, { column: column !== undefined, filled, share, expected: expected.has(field) }]]
  })
  return Object.fromEntries(fields)
}

/** How many filled cells of a coded field can be read, and what the others hold. */
export interface Recognition {
  readonly filled: number
  readonly recognised: number
  readonly unrecognised: readonly UnrecognisedSpelling[]
}

const listed = 100

/** A recognition with the cells, as they are written, that hold something unknown. */
export interface FieldReading {
  readonly recognition: Recognition
  readonly strangeCells: ReadonlySet<string>
}

/** Countries of origin that can be read as such; a city or a region is listed, not guessed. */
export const countryRecognition = (
  input: StudyInput,
  spellings: Readonly<Record<string, string>>,
): FieldReading | undefined => {
  const column = findColumn(input, 'origin')
  if (!column) return undefined
  const lookup = countryLookup(spellings)
  const { byEntry, unrecognised } = countryEntries(column, lookup, new CountryPlaces())
  const rows = rowsPerEntry(column)
  const recognised = byEntry.reduce((sum, places, entry) => sum + (places.length > 0 ? rows[entry]! : 0), 0)
  const isStrange = (text: string) =>
    isFilled(text) && lookup(text) === undefined && listItems(text).some((item) => lookup(item) === undefined)
  const shown = unrecognised.filter(({ spelling }) => isFilled(spelling))
  return {
    recognition: { filled: filledRows(column), recognised, unrecognised: shown.slice(0, listed) },
    strangeCells: new Set(column.dictionary.filter(isStrange)),
  }
}

/** Languages that can be read as BCP 47 tags or known names. */
export const languageRecognition = (input: StudyInput): FieldReading | undefined => {
  const column = findColumn(input, 'language')
  if (!column) return undefined
  const rows = rowsPerEntry(column)
  let recognised = 0
  const strange: UnrecognisedSpelling[] = []
  column.dictionary.forEach((text, entry) => {
    if (!isFilled(text) || rows[entry] === 0) return
    if (normaliseLanguage(listItems(text)[0] ?? '') !== undefined) recognised += rows[entry]!
    else strange.push({ spelling: text, rows: rows[entry]!, suggestion: null })
  })
  strange.sort((a, b) => b.rows - a.rows || (a.spelling < b.spelling ? -1 : 1))
  return {
    recognition: { filled: filledRows(column), recognised, unrecognised: strange.slice(0, listed) },
    strangeCells: new Set(strange.map(({ spelling }) => spelling)),
  }
}

/** Rows by what a field says, the empty ones as `unknown`. */
export const valuesOf = (input: StudyInput, field: string): Record<string, number> | undefined => {
  const column = findColumn(input, field)
  if (!column) return undefined
  const counts = new Map<string, number>()
  const rows = rowsPerEntry(column)
  column.dictionary.forEach((text, entry) => {
    const value = isFilled(text) ? text.trim() : 'unknown'
    if (rows[entry]! > 0) counts.set(value, (counts.get(value) ?? 0) + rows[entry]!)
  })
  return Object.fromEntries([...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, listed))
}
