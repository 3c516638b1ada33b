import {
  CountryPlaces,
  findColumn,
  LeftOutLog,
  readSlots,
  readWorksByTitle,
  type Slots,
  type StudyInput,
  type StudyInputs,
  type TitledWork,
  type UnrecognisedSpelling,
} from '../../engines/studies/index.ts'
import { listItems, normaliseLanguage } from '../../engines/tables/index.ts'

/** Ways to group works beside their origin. */
export const facetNames = ['language', 'genre', 'gender', 'age'] as const
export type FacetName = (typeof facetNames)[number]

/** What is told of one work: codes of its countries, and its groups by facet (none: unknown). */
export interface LabelledWork {
  readonly origins: readonly string[]
  readonly facets: Readonly<Record<FacetName, readonly string[]>>
}

/** Where labels of origin come from: the list of works if it is given, and the catalogue. */
export interface LabelSource {
  readonly name: 'works' | 'catalogue'
  readonly byKey: ReadonlyMap<string, LabelledWork>
  /** Works whose rows name different countries: of unknown origin. */
  readonly disagreeing: number
}

/** Everything the study computes from. Slots are in the order of their lists. */
export interface FunnelData {
  readonly slots: Slots
  /** Code of the territory of each slot. */
  readonly territoryAt: (slot: number) => string
  readonly territories: readonly string[]
  /** Works of the catalogue by key. */
  readonly catalogue: ReadonlyMap<string, LabelledWork>
  /** The sources of labels, the one that counts first. */
  readonly sources: readonly LabelSource[]
  readonly popularity: ReadonlyMap<string, number> | undefined
  readonly leftOut: LeftOutLog
  readonly unrecognised: readonly UnrecognisedSpelling[]
  /** The year ages are counted from: the last of the chart. */
  readonly yearOfChart: number
}

const yearIn = (text: string): number | undefined => {
  const found = /(?:^|\D)(1[5-9]\d\d|2[01]\d\d)(?:\D|$)/.exec(text)
  return found ? Number(found[1]) : undefined
}

/** Bands of the age of a work in the year of the chart. */
const ageBand = (age: number): string => {
  if (age <= 1) return '0–1 years'
  if (age <= 4) return '2–4 years'
  if (age <= 9) return '5–9 years'
  return age <= 19 ? '10–19 years' : '20 years and more'
}

const isTold = (text: string): boolean => !/^(\[\s*\]|n\/?a|null|none|nan|unknown)?$/i.test(text.trim())

/** The groups of the row of a work. */
const facetsOf = (input: StudyInput, row: number, yearOfChart: number): LabelledWork['facets'] => {
  const cell = (name: string) => {
    const column = findColumn(input, name)
    const text = column ? column.dictionary[column.codes[row]!]! : ''
    return isTold(text) ? text : ''
  }
  const language = normaliseLanguage(listItems(cell('language'))[0] ?? '')
  const year = yearIn(cell('year'))
  return {
    language: language === undefined ? [] : [language],
    genre: listItems(cell('genre')),
    gender: listItems(cell('gender')).map((text) => text.toLowerCase()),
    age: year === undefined ? [] : [ageBand(yearOfChart - year)],
  }
}

const labelled = (
  input: StudyInput,
  works: ReadonlyMap<string, TitledWork>,
  places: CountryPlaces,
  yearOfChart: number,
): Map<string, LabelledWork> =>
  new Map(
    [...works]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, work]) => [
        key,
        { origins: work.origins.map((place) => places.codes[place]!), facets: facetsOf(input, work.row, yearOfChart) },
      ]),
  )

const popularityOf = (input: StudyInput, works: ReadonlyMap<string, TitledWork>): Map<string, number> | undefined => {
  const column = findColumn(input, 'popularity')
  if (!column) return undefined
  const entries = [...works].map(([key, { row }]): [string, number] => [
    key,
    Number(column.dictionary[column.codes[row]!]!),
  ])
  return new Map(entries.filter(([, value]) => Number.isFinite(value) && value >= 0))
}

/** Reads the files of the study into one shape. */
export const readFunnel = (
  inputs: StudyInputs,
  spellings: Readonly<Record<string, string>>,
  dates: 'dmy' | 'mdy' | undefined,
): FunnelData => {
  const [catalogue, exposures] = [inputs.byRole.get('catalogue')!, inputs.byRole.get('exposures')!]
  const works = inputs.byRole.get('works')
  const [places, leftOut] = [new CountryPlaces(), new LeftOutLog()]
  const files = [catalogue, exposures, ...(works ? [works] : [])]
  const hasCategory = files.every((input) => findColumn(input, 'category') !== undefined)
  const slots = readSlots(exposures, spellings, places, leftOut, { hasCategory, dates })
  const listed = readWorksByTitle(catalogue, spellings, places, hasCategory)
  const told = works && readWorksByTitle(works, spellings, places, hasCategory)
  leftOut.addRagged('catalogue', catalogue.table.ragged)
  if (works) leftOut.addRagged('works', works.table.ragged)
  const yearOfChart = Number((slots.weeks.at(-1) ?? '2000').slice(0, 4))
  const ofCatalogue = labelled(catalogue, listed.byKey, places, yearOfChart)
  const sources: LabelSource[] = [
    ...(works && told
      ? [
          {
            name: 'works' as const,
            byKey: labelled(works, told.byKey, places, yearOfChart),
            disagreeing: told.disagreeing,
          },
        ]
      : []),
    { name: 'catalogue', byKey: ofCatalogue, disagreeing: listed.disagreeing },
  ]
  return {
    slots,
    territoryAt: (slot) => places.codes[slots.territory[slot]!]!,
    territories: [...new Set(Array.from(slots.territory, (place) => places.codes[place]!))].sort(),
    catalogue: ofCatalogue,
    sources,
    popularity: popularityOf(catalogue, listed.byKey),
    leftOut,
    unrecognised: [...slots.unrecognised, ...listed.unrecognised, ...(told?.unrecognised ?? [])],
    yearOfChart,
  }
}
