import { payeeTotals } from '../../engines/metrics/index.ts'
import {
  CountryPlaces,
  countryEntries,
  findColumn,
  getColumn,
  type StudyInput,
  type StudyInputs,
  type UnrecognisedSpelling,
} from '../../engines/studies/index.ts'
import { countryLookup } from '../../engines/tables/index.ts'
import type { Fault } from '../../kernel/fault.ts'
import { accepted, type Result } from '../../kernel/result.ts'
import { facetsOf, latestYear, noFacets, popularityIn } from './labels.ts'
import { type LabelSource, mergedOrigins, type Popularity, type ReadingChoices, type StudyData } from './study-data.ts'
import { readUse } from './use-data.ts'

/** What a second list says of works under their identifiers; rows that disagree make the origin unknown. */
const sourceById = (
  input: StudyInput,
  ids: readonly string[],
  spellings: Readonly<Record<string, string>>,
): { readonly source: LabelSource; readonly unrecognised: readonly UnrecognisedSpelling[] } => {
  const places = new CountryPlaces()
  const [id, origin] = [getColumn(input, 'work_id'), getColumn(input, 'origin')]
  const { byEntry, unrecognised } = countryEntries(origin, countryLookup(spellings), places)
  const told = new Map<string, string>()
  const disagreeing = new Set<string>()
  for (let row = 0; row < input.table.rows; row++) {
    const key = id.dictionary[id.codes[row]!]!.trim()
    const said = byEntry[origin.codes[row]!]!.map((place) => places.codes[place]!).join(' ')
    if (said === '') continue
    if (told.has(key) && told.get(key) !== said) disagreeing.add(key)
    else told.set(key, said)
  }
  const originsOf = (key: string) => (disagreeing.has(key) ? [] : (told.get(key)?.split(' ') ?? []))
  return { source: { name: 'works', origins: ids.map(originsOf), disagreeing: disagreeing.size }, unrecognised }
}

/** How popular works are: as a column of the catalogue tells, else by the plays of the study. */
const popularityOf = (catalogue: StudyInput, rows: Int32Array, plays: Float64Array): Popularity => {
  const column = findColumn(catalogue, 'popularity')
  if (!column) return { amounts: plays, source: 'plays' }
  const values = column.dictionary.map(popularityIn)
  const amounts = Float64Array.from(rows, (row) => (row < 0 ? Number.NaN : values[column.codes[row]!]!))
  return { amounts, source: 'catalogue' }
}

/** The works of a study of plays: each under its identifier, as the catalogue or only the plays name it. */
export const readPlayedWorks = (inputs: StudyInputs, choices: ReadingChoices): Result<StudyData, Fault> => {
  const read = readUse(inputs, choices.spellings, choices.payment)
  if (!read.ok) return read
  const { use, unrecognised } = read.value
  const { usage } = use
  const catalogue = inputs.byRole.get('catalogue')!
  const year = choices.year ?? latestYear(catalogue) ?? 0
  const works = inputs.byRole.get('works')
  const second = works && sourceById(works, usage.workIds, choices.spellings)
  const { codes } = usage.places
  const own: LabelSource = {
    name: 'catalogue',
    origins: usage.origins.map((places) => places.map((place) => codes[place]!)),
    disagreeing: usage.worksThatDisagree,
  }
  const sources = second ? [second.source, own] : [own]
  return accepted({
    works: {
      count: usage.workIds.length,
      isListed: Uint8Array.from(usage.workRow, (row) => (row < 0 ? 0 : 1)),
      facets: Array.from(usage.workRow, (row) => (row < 0 ? noFacets : facetsOf(catalogue, row, year))),
    },
    sources,
    catalogueOrigins: mergedOrigins(sources),
    lists: undefined,
    use: { ...use, workOf: Int32Array.from(usage.workIds, (_, work) => work) },
    popularity: popularityOf(catalogue, usage.workRow, payeeTotals(usage.plays).plays),
    leftOut: usage.leftOut.list(),
    unrecognised: [...unrecognised, ...(second?.unrecognised ?? [])],
    year,
  })
}
