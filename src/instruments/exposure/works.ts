import {
  type ColumnMapping,
  findCountrySuggestion,
  getCoded,
  listItems,
  type NormaliseCountry,
  normaliseLanguage,
  type Table,
} from '../../engines/tables/index.ts'

/** Why the origin of a shown title is not known. */
export type UnknownReason = 'not_in_works' | 'no_origin_given' | 'origin_not_recognised' | 'works_disagree'

export const unknownReasons: readonly UnknownReason[] = [
  'not_in_works',
  'no_origin_given',
  'origin_not_recognised',
  'works_disagree',
]

/** What the list of works says about one title: its origins (sorted codes, none when unknown) and its language. */
export interface WorkFacts {
  readonly origins: readonly string[]
  readonly language: string | undefined
  readonly unknown: UnknownReason | undefined
  /** Spellings of countries in the cell that are not known; the other countries of the cell were kept. */
  readonly unrecognised: readonly string[]
}

export interface UnrecognisedSpelling {
  readonly spelling: string
  readonly works: number
  /** A country whose name is nearly the same: proposed to a person, not applied. */
  readonly suggestion: string | null
}

export interface Works {
  readonly rows: number
  readonly byKey: ReadonlyMap<string, WorkFacts>
  /** Titles as their first row writes them, by key; identifiers where works are tied by them. */
  readonly titles: ReadonlyMap<string, string>
  readonly unrecognisedCountries: readonly UnrecognisedSpelling[]
  readonly unrecognisedLanguages: readonly UnrecognisedSpelling[]
  /** Keys that several rows carry with different origins: their origin counts as unknown. */
  readonly disagreeing: number
}

/** How a chart's titles are tied to works: by `work_id` where both files carry it, else by title and, if both have it, category. */
export interface JoinRule {
  readonly by: 'work_id' | 'title'
  readonly category: boolean
}

export const joinRuleOf = (exposures: ColumnMapping, works: ColumnMapping): JoinRule => {
  const byId = exposures['work_id'] !== undefined && works['work_id'] !== undefined
  const category = exposures['category'] !== undefined && works['category'] !== undefined
  return { by: byId ? 'work_id' : 'title', category: !byId && category }
}

/** Text as the join compares it: NFC, without outer spaces, in small letters. */
export const joinText = (text: string): string => text.normalize('NFC').trim().toLowerCase()

/** The key under which a title and its category meet in both files. */
export const joinKey = (title: string, category: string | undefined): string =>
  category === undefined ? joinText(title) : `${joinText(title)}\u0000${joinText(category)}`

interface OriginCell {
  readonly origins: readonly string[]
  readonly unrecognised: readonly string[]
  readonly empty: boolean
}

const readOrigins = (cell: string, country: NormaliseCountry): OriginCell => {
  const items = listItems(cell)
  const codes = items.map((item) => country(item))
  const origins = [...new Set(codes.filter((code) => code !== undefined))].sort()
  return { origins, unrecognised: items.filter((_, at) => codes[at] === undefined), empty: items.length === 0 }
}

const factsOf = (cell: OriginCell, language: string | undefined): WorkFacts => {
  const { origins, unrecognised } = cell
  if (origins.length > 0) return { origins, language, unknown: undefined, unrecognised }
  return { origins, language, unknown: cell.empty ? 'no_origin_given' : 'origin_not_recognised', unrecognised }
}

/** Two rows under one key: the same origins stay, an empty one gives way, different ones make the origin unknown. */
const merged = (a: WorkFacts, b: WorkFacts): WorkFacts => {
  const language = a.language === b.language ? a.language : undefined
  const unrecognised = [...new Set([...a.unrecognised, ...b.unrecognised])].sort()
  const both = { language, unrecognised }
  if (a.unknown === 'works_disagree' || b.unknown === 'works_disagree')
    return { ...both, origins: [], unknown: 'works_disagree' }
  if (a.origins.length === 0 || b.origins.length === 0) {
    const known = a.origins.length === 0 ? b : a
    const reason = [a.unknown, b.unknown].includes('origin_not_recognised') ? 'origin_not_recognised' : known.unknown
    return { ...both, origins: known.origins, unknown: known.origins.length > 0 ? undefined : reason }
  }
  if (a.origins.join() === b.origins.join()) return { ...both, origins: a.origins, unknown: undefined }
  return { ...both, origins: [], unknown: 'works_disagree' }
}

const countUp = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

const spellingsOf = (
  counts: ReadonlyMap<string, number>,
  suggest: (text: string) => string | undefined,
): UnrecognisedSpelling[] =>
  [...counts]
    .map(([spelling, works]) => ({ spelling, works, suggestion: suggest(spelling) ?? null }))
    .sort((a, b) => b.works - a.works || (a.spelling < b.spelling ? -1 : 1))

/** Turns the table of works into facts per join key. Row order does not matter. */
export const readWorks = (table: Table, mapping: ColumnMapping, rule: JoinRule, country: NormaliseCountry): Works => {
  const column = (name: string) => (mapping[name] === undefined ? undefined : getCoded(table, mapping[name]))
  const key = column(rule.by)!
  const category = rule.category ? column('category') : undefined
  const origin = column('origin')!
  const language = column('language')
  const cells = origin.dictionary.map((cell) => readOrigins(cell, country))
  const languages = language?.dictionary.map((cell) => normaliseLanguage(listItems(cell)[0] ?? ''))
  const byKey = new Map<string, WorkFacts>()
  const titles = new Map<string, string>()
  const strangeCountries = new Map<string, number>()
  const strangeLanguages = new Map<string, number>()
  for (let row = 0; row < table.rows; row++) {
    const text = key.dictionary[key.codes[row]!]!
    if (text.trim() === '') continue
    const cell = cells[origin.codes[row]!]!
    const tongue = language && languages?.[language.codes[row]!]
    const facts = factsOf(cell, tongue)
    for (const spelling of cell.unrecognised) countUp(strangeCountries, spelling)
    const written = language?.dictionary[language.codes[row]!]?.trim() ?? ''
    if (written !== '' && tongue === undefined) countUp(strangeLanguages, written)
    const at = joinKey(text, category?.dictionary[category.codes[row]!])
    const before = byKey.get(at)
    if (!before) titles.set(at, text.trim())
    byKey.set(at, before ? merged(before, facts) : facts)
  }
  return {
    rows: table.rows,
    byKey,
    titles,
    unrecognisedCountries: spellingsOf(strangeCountries, findCountrySuggestion),
    unrecognisedLanguages: spellingsOf(strangeLanguages, () => undefined),
    disagreeing: [...byKey.values()].filter((facts) => facts.unknown === 'works_disagree').length,
  }
}
