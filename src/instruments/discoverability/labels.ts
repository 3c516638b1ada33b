import { findColumn, type StudyInput } from '../../engines/studies/index.ts'
import { listItems, normaliseLanguage } from '../../engines/tables/index.ts'

/** Ways to group works beside their origin, as files tell them. */
export const facetNames = ['language', 'genre', 'gender', 'age'] as const
export type FacetName = (typeof facetNames)[number]

/** The groups of one work by facet; none: unknown. */
export type Facets = Readonly<Record<FacetName, readonly string[]>>

export const noFacets: Facets = { language: [], genre: [], gender: [], age: [] }

const yearIn = (text: string): number | undefined => {
  const found = /(?:^|\D)(1[5-9]\d\d|2[01]\d\d)(?:\D|$)/.exec(text)
  return found ? Number(found[1]) : undefined
}

/** Bands of the age of a work in years. */
const ageBand = (age: number): string => {
  if (age <= 1) return '0-1'
  if (age <= 4) return '2-4'
  if (age <= 9) return '5-9'
  return age <= 19 ? '10-19' : '20+'
}

/** Words that lists use for the same gender; whatever else they say stays as it is. Nothing is guessed from names. */
const genderWords: Readonly<Record<string, string>> = {
  f: 'female',
  w: 'female',
  woman: 'female',
  femme: 'female',
  m: 'male',
  man: 'male',
  homme: 'male',
  nonbinary: 'non-binary',
  'non binary': 'non-binary',
  nb: 'non-binary',
  x: 'non-binary',
  band: 'group',
}

const isTold = (text: string): boolean => !/^(\[\s*\]|n\/?a|null|none|nan|unknown|\?)?$/i.test(text.trim())

const textAt = (input: StudyInput, name: string, row: number): string => {
  const column = findColumn(input, name)
  const text = column ? column.dictionary[column.codes[row]!]! : ''
  return isTold(text) ? text : ''
}

const genderOf = (text: string): string => {
  const word = text.trim().toLowerCase()
  return genderWords[word] ?? word
}

/** The latest year that a list of works tells; nothing where it tells none. */
export const latestYear = (input: StudyInput): number | undefined => {
  const column = findColumn(input, 'year')
  const years = (column?.dictionary ?? []).flatMap((text) => yearIn(text) ?? [])
  return years.length > 0 ? years.reduce((one, other) => Math.max(one, other)) : undefined
}

/** The groups of the row of a work, its age counted from a year. */
export const facetsOf = (input: StudyInput, row: number, yearOfStudy: number): Facets => {
  const language = normaliseLanguage(listItems(textAt(input, 'language', row))[0] ?? '')
  const year = yearIn(textAt(input, 'year', row))
  return {
    language: language === undefined ? [] : [language],
    genre: [...new Set(listItems(textAt(input, 'genre', row)))],
    gender: [
      ...new Set(
        listItems(textAt(input, 'gender', row))
          .filter(isTold)
          .map(genderOf),
      ),
    ],
    age: year === undefined ? [] : [ageBand(yearOfStudy - year)],
  }
}

/** How popular a cell says a work is; NaN where it does not say. */
export const popularityIn = (text: string): number => {
  const value = text.trim() === '' ? Number.NaN : Number(text)
  return value >= 0 && Number.isFinite(value) ? value : Number.NaN
}
