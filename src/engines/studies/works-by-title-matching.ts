import { type Decisions, type MatchStanding, matchTitles, type TitleMatch } from '../tables/index.ts'
import { csvText } from './long-csv.ts'
import { joinText } from './works-by-title.ts'
import type { MatchDecision, MatchingRules } from './works-by-title-rules.ts'

/** As much of a chart as titles are about (see `Slots`). */
export interface TitledSlots {
  /** Place in `keys` of each slot. */
  readonly title: Int32Array
  readonly keys: readonly string[]
  readonly names: readonly string[]
}

/** As much of a list of works: title by key, the key of a title and, behind NUL, of its category. */
export interface KnownTitles {
  readonly byKey: ReadonlyMap<string, { readonly title: string }>
}

/** A title of the chart that no work has as it is written, and what became of it. */
export interface MatchedTitle {
  readonly title: string
  readonly category?: string
  /** Title of the work in its list. */
  readonly work: string
  readonly confidence: number
  readonly standing: MatchStanding
  readonly slots: number
  readonly others: readonly { readonly work: string; readonly confidence: number }[]
}

/** What matching did, for the document: counts of titles, and every title that was joined or could be. */
export interface MatchingRecord {
  readonly threshold: number | null
  readonly decisions: {
    readonly given: number
    /** Decisions about titles or works that are not in these files. */
    readonly unused: number
    readonly file: { readonly name: string; readonly sha256: string } | null
  }
  readonly titles: number
  readonly exact: number
  readonly standings: Readonly<Record<MatchStanding, number>>
  /** Titles that no work is like. */
  readonly without: number
  /** Titles joined otherwise than exactly: all of them. Of the others the most shown, 200 at most. */
  readonly list: readonly MatchedTitle[]
}

const parted = (key: string): readonly [title: string, category: string | undefined] => {
  const [title = '', category] = key.split('\u0000')
  return [title, category]
}

/** The known titles of each category: key of the title → title as its list writes it. */
const knownTitles = (lists: readonly KnownTitles[]): ReadonlyMap<string | undefined, ReadonlyMap<string, string>> => {
  const byCategory = new Map<string | undefined, Map<string, string>>()
  for (const { byKey } of lists)
    for (const [key, work] of byKey) {
      const [title, category] = parted(key)
      const known = byCategory.get(category) ?? new Map<string, string>()
      if (!known.has(title)) known.set(title, work.title)
      byCategory.set(category, known)
    }
  return byCategory
}

/** Which sign of equality parts a pair: the one that leaves a title of the chart and a known one; else the first. */
const decisionOf = (
  { text, isSame }: MatchingRules['pairs'][number],
  isTitle: (key: string) => boolean,
  isKnown: (key: string) => boolean,
): MatchDecision => {
  const cuts = [...text.matchAll(/=/g)].map(({ index }) => index).filter((at) => at > 0 && at < text.length - 1)
  const at =
    cuts.find((cut) => isTitle(joinText(text.slice(0, cut))) && isKnown(joinText(text.slice(cut + 1)))) ?? cuts[0]!
  return { title: text.slice(0, at), work: text.slice(at + 1), isSame }
}

const decided = (decisions: readonly MatchDecision[]): Decisions => {
  const refused = new Map<string, Set<string>>()
  for (const { title, work } of decisions.filter(({ isSame }) => !isSame)) {
    const own = refused.get(joinText(title)) ?? new Set()
    refused.set(joinText(title), own.add(joinText(work)))
  }
  const same = decisions.filter(({ isSame }) => isSame)
  return { accepted: new Map(same.map(({ title, work }) => [joinText(title), joinText(work)])), refused }
}

/** The same slots with titles under the keys of the works they were matched with; titles of one work become one. */
const recoded = <Own extends TitledSlots>(slots: Own, aliases: ReadonlyMap<string, string>): Own => {
  if (aliases.size === 0) return slots
  const keys = [...new Set(slots.keys.map((key) => aliases.get(key) ?? key))].sort()
  const places = new Map(keys.map((key, place) => [key, place]))
  const placeOf = slots.keys.map((key) => places.get(aliases.get(key) ?? key)!)
  const names = keys.map(() => '')
  slots.keys.forEach((key, title) => {
    const place = placeOf[title]!
    if (names[place] === '' || !aliases.has(key)) names[place] = slots.names[title]!
  })
  return { ...slots, keys, names, title: slots.title.map((title) => placeOf[title]!) }
}

const joins: ReadonlySet<MatchStanding> = new Set(['accepted', 'applied'])
const listedProposals = 200

const rounded = (confidence: number): number => Math.round(confidence * 10_000) / 10_000

interface Found {
  readonly key: string
  readonly workKey: string
  readonly told: MatchedTitle
}

/**
 * Joins titles of a chart that no list of works has as they are written: by what a person decided, and, with a threshold, by likeness
 * where it leaves no choice. Gives the slots under the keys of their works, and a record of every such title. Exact titles are joined
 * unless a person said that they are of different works; categories are never crossed.
 */
export const matchSlots = <Own extends TitledSlots>(
  slots: Own,
  lists: readonly KnownTitles[],
  rules: MatchingRules,
): { readonly slots: Own; readonly matching: MatchingRecord; readonly all: readonly MatchedTitle[] } => {
  const known = knownTitles(lists)
  const titles = new Set(slots.keys.map((key) => parted(key)[0]))
  const isKnown = (title: string) => [...known.values()].some((own) => own.has(title))
  const given = [
    ...rules.decisions,
    ...rules.pairs.map((pair) => decisionOf(pair, (title) => titles.has(title), isKnown)),
  ]
  const decisions = decided(given)
  const isListed = (key: string) => lists.some(({ byKey }) => byKey.has(key))
  const isOtherWork = (key: string) => decisions.refused.get(parted(key)[0])?.has(parted(key)[0]) ?? false
  const open = slots.keys.flatMap((key, place) => (isListed(key) && !isOtherWork(key) ? [] : [{ key, place }]))
  const shown = new Int32Array(slots.keys.length)
  for (const title of slots.title) shown[title]!++
  const found = [...Map.groupBy(open, ({ key }) => parted(key)[1])].flatMap(([category, own]) => {
    const works = [...(known.get(category) ?? [])]
    const wanted = new Map(own.map(({ key, place }) => [slots.names[place]!, { key, place }]))
    const matches = matchTitles(
      [...wanted.keys()],
      works.map(([, title]) => title),
      { threshold: rules.threshold, decisions, keyOf: joinText },
    )
    return matches.map((match): Found => {
      const { key, place } = wanted.get(match.title)!
      const work = joinText(match.work)
      const workKey = category === undefined ? work : `${work}\u0000${category}`
      return { key, workKey, told: toldOf(match, category, shown[place]!) }
    })
  })
  const aliases = new Map([
    ...open.filter(({ key }) => isListed(key)).map(({ key }) => [key, `${key}\u0001`] as const),
    ...found.filter(({ told }) => joins.has(told.standing)).map(({ key, workKey }) => [key, workKey] as const),
  ])
  const all = found
    .map(({ told }) => told)
    .sort((a, b) => b.slots - a.slots || b.confidence - a.confidence || (a.title < b.title ? -1 : 1))
  const count = (standing: MatchStanding) => all.filter((match) => match.standing === standing).length
  const isUsed = ({ title, work }: MatchDecision) => titles.has(joinText(title)) && isKnown(joinText(work))
  return {
    slots: recoded(slots, aliases),
    all,
    matching: {
      threshold: rules.threshold ?? null,
      decisions: {
        given: given.length,
        unused: given.filter((decision) => !isUsed(decision)).length,
        file: rules.file ? { name: rules.file.name, sha256: rules.file.sha256 } : null,
      },
      titles: slots.keys.length,
      exact: slots.keys.length - open.length,
      standings: {
        accepted: count('accepted'),
        applied: count('applied'),
        ambiguous: count('ambiguous'),
        proposed: count('proposed'),
        refused: count('refused'),
      },
      without: open.length - all.length,
      list: [
        ...all.filter(({ standing }) => joins.has(standing)),
        ...all.filter(({ standing }) => !joins.has(standing)).slice(0, listedProposals),
      ],
    },
  }
}

const toldOf = (match: TitleMatch, category: string | undefined, slots: number): MatchedTitle => ({
  title: match.title,
  ...(category === undefined ? {} : { category }),
  work: match.work,
  confidence: rounded(match.confidence),
  standing: match.standing,
  slots,
  others: match.others.map(({ work, confidence }) => ({ work, confidence: rounded(confidence) })),
})

const decisionWord: Readonly<Partial<Record<MatchStanding, string>>> = { accepted: 'yes', refused: 'no' }

/** Every title that is not exact, as CSV to be decided in a spreadsheet and given back as `--matches`; further candidates below their first. */
export const proposalsCsv = (all: readonly MatchedTitle[]): string =>
  csvText(
    ['title', 'work', 'decision', 'category', 'confidence', 'standing', 'slots'],
    all.flatMap(({ title, work, category = '', confidence, standing, slots, others }) => [
      [title, work, decisionWord[standing] ?? '', category, confidence, standing, slots],
      ...others.map((other) => [title, other.work, '', category, other.confidence, 'candidate', slots]),
    ]),
  )
