import { countryLookup, listItems, normaliseLanguage } from '../tables/index.ts'
import { type CountryPlaces, countryEntries, type UnrecognisedSpelling } from './country-column.ts'
import { findColumn, getColumn, type StudyInput } from './study-files.ts'

/** What a list of works says under one title (and category): places of its countries, its language, its first row. */
export interface TitledWork {
  /** As its first row writes it. */
  readonly title: string
  readonly origins: readonly number[]
  readonly language: string | undefined
  readonly row: number
  /** Several rows under the title name different countries: the origin is unknown. */
  readonly disagrees: boolean
}

export interface WorksByTitle {
  readonly byKey: ReadonlyMap<string, TitledWork>
  readonly unrecognised: readonly UnrecognisedSpelling[]
  readonly disagreeing: number
}

/** A title as both files are joined by it: NFC, small letters, no outer spaces. */
export const joinText = (text: string): string => text.normalize('NFC').trim().toLowerCase()

/** Words that lists use for the same two categories of audiovisual works. */
const categoryWords: Readonly<Record<string, string>> = {
  movie: 'film',
  movies: 'film',
  film: 'film',
  films: 'film',
  tv: 'tv',
  'tv show': 'tv',
  'tv shows': 'tv',
  series: 'tv',
  'tv series': 'tv',
}

/** The key under which a title and its category meet in both files: small letters, no outer spaces, `Movie` and `Films` alike. */
export const titleKey = (title: string, category: string | undefined): string => {
  if (category === undefined) return joinText(title)
  const word = joinText(category)
  return `${joinText(title)}\u0000${categoryWords[word] ?? word}`
}

const sameOrigins = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((place) => b.includes(place))

/** Rows of one title: the same countries stay, an empty list gives way, different ones make the origin unknown. */
const merged = (a: TitledWork, b: TitledWork): TitledWork => {
  const language = a.language === b.language ? a.language : undefined
  if (a.disagrees || b.disagrees) return { ...a, origins: [], language, disagrees: true }
  if (a.origins.length === 0) return { ...b, title: a.title, row: a.row, language }
  if (b.origins.length === 0 || sameOrigins(a.origins, b.origins)) return { ...a, language }
  return { ...a, origins: [], language, disagrees: true }
}

/** Works by title, and by category where `hasCategory` (both files must tell it). Empty titles are passed over. */
export const readWorksByTitle = (
  input: StudyInput,
  spellings: Readonly<Record<string, string>>,
  places: CountryPlaces,
  hasCategory: boolean,
): WorksByTitle => {
  const [title, origin] = [getColumn(input, 'title'), getColumn(input, 'origin')]
  const category = hasCategory ? findColumn(input, 'category') : undefined
  const language = findColumn(input, 'language')
  const { byEntry, unrecognised } = countryEntries(origin, countryLookup(spellings), places)
  const tongues = language?.dictionary.map((cell) => normaliseLanguage(listItems(cell)[0] ?? ''))
  const byKey = new Map<string, TitledWork>()
  for (let row = 0; row < input.table.rows; row++) {
    const text = title.dictionary[title.codes[row]!]!
    if (text.trim() === '') continue
    const key = titleKey(text, category?.dictionary[category.codes[row]!])
    const work = {
      title: text.trim(),
      origins: byEntry[origin.codes[row]!]!,
      language: language && tongues![language.codes[row]!],
      row,
      disagrees: false,
    }
    const before = byKey.get(key)
    byKey.set(key, before ? merged(before, work) : work)
  }
  const disagreeing = [...byKey.values()].filter(({ disagrees }) => disagrees).length
  return { byKey, unrecognised, disagreeing }
}
