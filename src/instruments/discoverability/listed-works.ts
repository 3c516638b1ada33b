import {
  CountryPlaces,
  findColumn,
  getColumn,
  LeftOutLog,
  matchSlots,
  readSlots,
  readWorksByTitle,
  type Slots,
  type StudyInput,
  type StudyInputs,
  titleKey,
  type UnrecognisedSpelling,
  type WorksByTitle,
} from '../../engines/studies/index.ts'
import type { Fault } from '../../kernel/fault.ts'
import { accepted, type Result } from '../../kernel/result.ts'
import { type FacetName, type Facets, facetNames, facetsOf, noFacets, popularityIn } from './labels.ts'
import { mergedOrigins, type LabelSource, type Popularity, type ReadingChoices, type StudyData } from './study-data.ts'
import { readUse, type UseData } from './use-data.ts'

interface TitledSource {
  readonly name: LabelSource['name']
  readonly input: StudyInput
  readonly listed: WorksByTitle
}

/** Facets that every list tells in the same words (language tags, years), so that one list may fill the gaps of another. */
const sameEverywhere: ReadonlySet<FacetName> = new Set(['language', 'age'])

/** Works by their keys, in the order of the alphabet: those of the catalogue, of the lists, and of plays that no list knows. */
class WorkKeys {
  readonly keys: string[]
  readonly #places: Map<string, number>

  constructor(keys: Iterable<string>) {
    this.keys = [...new Set(keys)].sort()
    this.#places = new Map(this.keys.map((key, place) => [key, place]))
  }

  placeOf(key: string): number {
    const known = this.#places.get(key)
    if (known !== undefined) return known
    this.#places.set(key, this.keys.length)
    return this.keys.push(key) - 1
  }
}

/** The groups of every work: of what lists tell in different words, only one list counts, the last that tells of the catalogue. */
const facetsByWork = (
  keys: readonly string[],
  sources: readonly TitledSource[],
  isListed: Uint8Array,
  year: number,
): Facets[] => {
  const told = sources.map(({ input, listed }) =>
    keys.map((key) => {
      const work = listed.byKey.get(key)
      return work ? facetsOf(input, work.row, year) : noFacets
    }),
  )
  const telling = (name: FacetName) =>
    sameEverywhere.has(name)
      ? told
      : told.filter((facets) => facets.some((own, work) => isListed[work] === 1 && own[name].length > 0)).slice(-1)
  const sourcesOf = new Map(facetNames.map((name) => [name, telling(name)]))
  const facet = (name: FacetName, work: number): readonly string[] =>
    sourcesOf.get(name)!.find((facets) => facets[work]![name].length > 0)?.[work]![name] ?? []
  return keys.map(
    (_, work) => Object.fromEntries(facetNames.map((name) => [name, facet(name, work)])) as unknown as Facets,
  )
}

const popularityOf = (
  { input, listed }: TitledSource,
  keys: readonly string[],
  plays: Float64Array | undefined,
): Popularity | undefined => {
  const column = findColumn(input, 'popularity')
  if (!column) return plays && { amounts: plays, source: 'plays' }
  const amounts = Float64Array.from(keys, (key) => {
    const row = listed.byKey.get(key)?.row
    return popularityIn(row === undefined ? '' : column.dictionary[column.codes[row]!]!)
  })
  return { amounts, source: 'catalogue' }
}

/** Plays meet the catalogue by identifier; its row then says under which title the work stands among the others. */
const useByTitle = (
  read: Omit<UseData, 'workOf'>,
  catalogue: StudyInput,
  hasCategory: boolean,
  works: WorkKeys,
): UseData => {
  const title = getColumn(catalogue, 'title')
  const category = hasCategory ? findColumn(catalogue, 'category') : undefined
  const { workIds, workRow } = read.usage
  const workOf = Int32Array.from(workIds, (id, work) => {
    const row = workRow[work]!
    const text = row < 0 ? '' : title.dictionary[title.codes[row]!]!.trim()
    if (text === '') return works.placeOf(`\u0001${id}`)
    return works.placeOf(titleKey(text, category?.dictionary[category.codes[row]!]))
  })
  return { ...read, workOf }
}

const listsOf = (slots: Slots, places: CountryPlaces, works: WorkKeys, sources: readonly TitledSource[]) => {
  const territories = Array.from(slots.territory, (place) => places.codes[place]!)
  const ofTitle = slots.keys.map((key) => works.placeOf(key))
  return {
    slots,
    workOf: Int32Array.from(slots.title, (title) => ofTitle[title]!),
    territories,
    territoryCodes: [...new Set(territories)].sort(),
    unlabelled: slots.keys.flatMap((key, title) =>
      sources.some(({ listed }) => listed.byKey.has(key)) ? [] : [title],
    ),
  }
}

const playsByWork = ({ usage: { plays }, workOf }: UseData, count: number): Float64Array => {
  const sums = new Float64Array(count)
  for (let entry = 0; entry < plays.payees.length; entry++) sums[workOf[plays.payees[entry]!]!]! += plays.plays[entry]!
  return sums
}

/** The catalogue is read for lists and for plays: what it could not spell is said once, the most frequent first. */
const oncePerSpelling = (found: readonly UnrecognisedSpelling[]): readonly UnrecognisedSpelling[] => {
  const ordered = found.toSorted((a, b) => b.rows - a.rows || (a.spelling < b.spelling ? -1 : 1))
  return [...new Map(ordered.toReversed().map((one) => [one.spelling, one])).values()].toReversed()
}

/** Works of a study of lists, which meet by title; plays, where there are any, are joined to them by way of the catalogue. */
export const readListedWorks = (inputs: StudyInputs, choices: ReadingChoices): Result<StudyData, Fault> => {
  const [catalogue, exposures] = [inputs.byRole.get('catalogue')!, inputs.byRole.get('exposures')!]
  const told = inputs.byRole.get('works')
  const [places, log] = [new CountryPlaces(), new LeftOutLog()]
  const files = [catalogue, exposures, ...(told ? [told] : [])]
  const hasCategory = files.every((input) => findColumn(input, 'category') !== undefined)
  const shown = readSlots(exposures, choices.spellings, places, log, { hasCategory, dates: choices.dates })
  const titled = (name: LabelSource['name'], input: StudyInput): TitledSource => ({
    name,
    input,
    listed: readWorksByTitle(input, choices.spellings, places, hasCategory),
  })
  const sources = [...(told ? [titled('works', told)] : []), titled('catalogue', catalogue)]
  const known = sources.map(({ listed }) => listed)
  const { slots, matching, all } = matchSlots(shown, known, choices.matching)
  if (told) log.addRagged('works', told.table.ragged)
  const read = inputs.byRole.has('plays') ? readUse(inputs, choices.spellings, choices.payment) : undefined
  if (read && !read.ok) return read
  if (!read) log.addRagged('catalogue', catalogue.table.ragged)
  const own = sources.at(-1)!
  const works = new WorkKeys([...own.listed.byKey.keys(), ...slots.keys])
  const use = read && useByTitle(read.value.use, catalogue, hasCategory, works)
  const lists = { ...listsOf(slots, places, works, sources), matching, unmatched: all }
  const year = choices.year ?? Number((slots.weeks.at(-1) ?? '2000').slice(0, 4))
  const { keys } = works
  const isListed = Uint8Array.from(keys, (key) => (own.listed.byKey.has(key) ? 1 : 0))
  const codes = (origins: readonly number[] = []) => origins.map((place) => places.codes[place]!)
  const labels = sources.map(
    ({ name, listed }): LabelSource => ({
      name,
      origins: keys.map((key) => codes(listed.byKey.get(key)?.origins)),
      disagreeing: listed.disagreeing,
    }),
  )
  return accepted({
    works: { count: keys.length, isListed, facets: facetsByWork(keys, sources, isListed, year) },
    sources: labels,
    catalogueOrigins: mergedOrigins(labels),
    lists,
    use,
    popularity: popularityOf(own, keys, use && playsByWork(use, keys.length)),
    leftOut: [...log.list(), ...(use?.usage.leftOut.list() ?? [])],
    unrecognised: oncePerSpelling([
      ...slots.unrecognised,
      ...sources.flatMap(({ listed }) => listed.unrecognised),
      ...(read?.value.unrecognised ?? []),
    ]),
    year,
  })
}
