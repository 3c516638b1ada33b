import { type CodedColumn, countryLookup, findPosition, readDays } from '../tables/index.ts'
import { type CountryPlaces, countryEntries, type UnrecognisedSpelling } from './country-column.ts'
import type { LeftOutLog } from './left-out.ts'
import { type FileRole, findColumn, getColumn, type StudyInput } from './study-files.ts'
import { titleKey } from './works-by-title.ts'

/** Works shown to somebody: a list of a territory and week, with the position of each title. */
export const exposuresRole: FileRole = {
  name: 'exposures',
  required: false,
  columns: [
    {
      name: 'territory',
      required: true,
      usualNames: ['country', 'country code', 'country iso2', 'market', 'pays', 'البلد'],
    },
    { name: 'week', required: true, usualNames: ['date', 'day', 'week ending', 'semaine', 'الأسبوع'] },
    { name: 'position', required: true, usualNames: ['rank', 'weekly rank', 'rang', 'الترتيب'] },
    { name: 'title', required: true, usualNames: ['show title', 'track', 'track name', 'name', 'titre', 'العنوان'] },
    { name: 'category', required: false, usualNames: ['type', 'chart', 'catégorie', 'الفئة'] },
    { name: 'platform', required: false, usualNames: ['service', 'plateforme', 'المنصة'] },
    { name: 'surface', required: false, usualNames: ['placement', 'row', 'playlist', 'emplacement'] },
  ],
}

/** Slots of a chart in the order of territory, week, category and position; `territory` is a place in the countries of the study. */
export interface Slots {
  readonly length: number
  readonly territory: Int32Array
  readonly week: Int32Array
  readonly weeks: readonly string[]
  readonly position: Int32Array
  readonly category: Int32Array
  readonly categories: readonly string[]
  readonly platform: Int32Array
  readonly platforms: readonly string[]
  readonly surface: Int32Array
  readonly surfaces: readonly string[]
  /** Slots of one list (territory, week, category, platform, surface) carry one number, rising; a list's slots follow each other. */
  readonly list: Int32Array
  readonly lists: number
  /** Place in `keys`; the key under which the title meets the list of works. */
  readonly title: Int32Array
  readonly keys: readonly string[]
  readonly names: readonly string[]
  readonly unrecognised: readonly UnrecognisedSpelling[]
  /** The days of the file could be day-month or month-day alike. */
  readonly ambiguousDays: boolean
}

const cellAt = (column: CodedColumn, row: number): string => column.dictionary[column.codes[row]!]!

/** Places of texts in the order of the alphabet, whatever the order of the rows. */
const sortedPlaces = (texts: Iterable<string>): Map<string, number> =>
  new Map([...new Set(texts)].sort().map((text, place) => [text, place]))

interface Candidate {
  readonly row: number
  readonly list: string
  readonly slot: string
  readonly key: string
}

/** One row per slot: a title said again once, a slot that several titles claim not at all. */
const oneRowPerSlot = (rows: readonly Candidate[], leave: (reason: string, row: number) => void): Set<number> => {
  const bySlot = new Map<string, Candidate[]>()
  for (const row of rows) {
    const same = bySlot.get(row.slot)
    if (same) same.push(row)
    else bySlot.set(row.slot, [row])
  }
  const kept = new Set<number>()
  for (const claims of bySlot.values()) {
    const agree = claims.every(({ key }) => key === claims[0]!.key)
    if (agree) kept.add(claims[0]!.row)
    for (const { row } of agree ? claims.slice(1) : claims) leave(agree ? 'repeated_slot' : 'conflicting_slot', row)
  }
  return kept
}

/**
 * Reads a chart. Rows without title, with a territory, week or position that cannot be read, and slots said twice are left out with
 * their reasons; of a slot claimed by two titles neither counts. `hasCategory`: the list of works tells categories too.
 */
export const readSlots = (
  input: StudyInput,
  spellings: Readonly<Record<string, string>>,
  places: CountryPlaces,
  log: LeftOutLog,
  { hasCategory, dates }: { readonly hasCategory: boolean; readonly dates?: 'dmy' | 'mdy' | undefined },
): Slots => {
  const { table } = input
  const [territory, week] = [getColumn(input, 'territory'), getColumn(input, 'week')]
  const [position, title] = [getColumn(input, 'position'), getColumn(input, 'title')]
  const category = findColumn(input, 'category')
  const { byEntry, unrecognised } = countryEntries(territory, countryLookup(spellings), places, true)
  const days = readDays(week.dictionary, dates)
  const positions = position.dictionary.map((cell) => findPosition(cell) ?? 0)
  const [platform, surface] = [findColumn(input, 'platform'), findColumn(input, 'surface')]
  const textAt = (column: CodedColumn | undefined, row: number) => (column ? cellAt(column, row).trim() : '')
  const categoryAt = (row: number) => textAt(category, row)
  const candidates: Candidate[] = []
  for (let row = 0; row < table.rows; row++) {
    const leave = (reason: string, column: CodedColumn) =>
      log.add(input.role.name, reason, table.lines[row]!, cellAt(column, row))
    const place = byEntry[territory.codes[row]!]![0]
    const [day, rank] = [days.days[week.codes[row]!], positions[position.codes[row]!]!]
    if (place === undefined) leave('territory_not_recognised', territory)
    else if (day === undefined) leave('week_not_readable', week)
    else if (rank === 0) leave('position_not_readable', position)
    else if (cellAt(title, row).trim() === '') leave('no_title', title)
    else {
      const key = titleKey(cellAt(title, row), hasCategory && category ? categoryAt(row) : undefined)
      const facets = [categoryAt(row), textAt(platform, row), textAt(surface, row)]
      const list = [places.codes[place], day, ...facets].join('\u0000')
      candidates.push({ row, list, slot: `${list}\u0000${String(rank).padStart(9, '0')}`, key })
    }
  }
  log.addRagged(input.role.name, table.ragged)
  const kept = oneRowPerSlot(candidates, (reason, row) =>
    log.add(input.role.name, reason, table.lines[row]!, cellAt(title, row)),
  )
  const used = candidates.filter(({ row }) => kept.has(row)).sort((a, b) => (a.slot < b.slot ? -1 : 1))
  const weeks = sortedPlaces(used.map(({ row }) => days.days[week.codes[row]!]!))
  const categories = sortedPlaces(used.map(({ row }) => categoryAt(row)))
  const keys = sortedPlaces(used.map(({ key }) => key))
  const names = Array.from({ length: keys.size }, () => '')
  for (const { row, key } of used) {
    const [at, name] = [keys.get(key)!, cellAt(title, row).trim()]
    if (names[at] === '' || name < names[at]!) names[at] = name
  }
  const facet = (column: CodedColumn | undefined) => {
    const words = sortedPlaces(used.map(({ row }) => textAt(column, row)))
    return { codes: Int32Array.from(used, ({ row }) => words.get(textAt(column, row))!), words: [...words.keys()] }
  }
  const [platforms, surfaces] = [facet(platform), facet(surface)]
  const lists = new Map<string, number>()
  for (const { list } of used) if (!lists.has(list)) lists.set(list, lists.size)
  const pick = (value: (candidate: Candidate) => number) => Int32Array.from(used, value)
  return {
    length: used.length,
    territory: pick(({ row }) => byEntry[territory.codes[row]!]![0]!),
    week: pick(({ row }) => weeks.get(days.days[week.codes[row]!]!)!),
    weeks: [...weeks.keys()],
    position: pick(({ row }) => positions[position.codes[row]!]!),
    category: pick(({ row }) => categories.get(categoryAt(row))!),
    categories: [...categories.keys()],
    platform: platforms.codes,
    platforms: platforms.words,
    surface: surfaces.codes,
    surfaces: surfaces.words,
    list: pick(({ list }) => lists.get(list)!),
    lists: lists.size,
    title: pick(({ key }) => keys.get(key)!),
    keys: [...keys.keys()],
    names,
    unrecognised,
    ambiguousDays: days.ambiguous,
  }
}
