import { type Candidate, titleIndex } from './title-index.ts'

/** What a person has said of pairs of titles; titles are compared as the caller's keys are. */
export interface Decisions {
  /** Title → the known title it names. */
  readonly accepted: ReadonlyMap<string, string>
  /** Title → known titles it does not name. */
  readonly refused: ReadonlyMap<string, ReadonlySet<string>>
}

export const noDecisions: Decisions = { accepted: new Map(), refused: new Map() }

/**
 * How a title that is not known as it is written stands to a known one. `accepted`: a person said so. `applied`: alone at or above the
 * threshold. `ambiguous`: several at or above it, none applied. `proposed`: to be decided. `refused`: a person said no, and nothing else
 * is like it.
 */
export type MatchStanding = 'accepted' | 'applied' | 'ambiguous' | 'proposed' | 'refused'

export interface TitleMatch {
  readonly title: string
  readonly work: string
  /** 0–1 by `titleConfidence`, also of pairs that a person decided. */
  readonly confidence: number
  readonly standing: MatchStanding
  /** Further known titles that are like it, best first. */
  readonly others: readonly { readonly work: string; readonly confidence: number }[]
}

interface Rules {
  /** At or above it a single candidate is applied; without one nothing is applied that nobody accepted. */
  readonly threshold?: number | undefined
  readonly decisions: Decisions
  readonly keyOf: (title: string) => string
}

const standingOf = (candidates: readonly Candidate[], threshold: number | undefined): MatchStanding => {
  const above = threshold === undefined ? 0 : candidates.filter(({ confidence }) => confidence >= threshold).length
  if (above === 0) return 'proposed'
  return above === 1 ? 'applied' : 'ambiguous'
}

/**
 * Matches titles that are not known as they are written with known ones. Titles without any candidate, and accepted pairs whose known
 * title is not there, give nothing. The order of `known` decides nothing but ties.
 */
export const matchTitles = (
  titles: readonly string[],
  known: readonly string[],
  { threshold, decisions, keyOf }: Rules,
): readonly TitleMatch[] => {
  const index = titleIndex(known)
  const placeOf = new Map(known.map((title, place) => [keyOf(title), place]))
  return titles.flatMap((title): TitleMatch[] => {
    const key = keyOf(title)
    const refused = decisions.refused.get(key) ?? new Set<string>()
    const accepted = placeOf.get(keyOf(decisions.accepted.get(key) ?? ''))
    const found = index.find(title, 4)
    const isOpen = ({ place }: Candidate) => !refused.has(keyOf(known[place]!))
    const told = (candidates: readonly Candidate[]) =>
      candidates.slice(0, 3).map(({ place, confidence }) => ({ work: known[place]!, confidence }))
    if (accepted !== undefined) {
      const confidence = found.find(({ place }) => place === accepted)?.confidence ?? 0
      return [{ title, work: known[accepted]!, confidence, standing: 'accepted', others: [] }]
    }
    const open = found.filter(isOpen)
    const [best, ...rest] = open.length > 0 ? open : found
    if (!best) return []
    const standing = open.length > 0 ? standingOf(open, threshold) : 'refused'
    return [{ title, work: known[best.place]!, confidence: best.confidence, standing, others: told(rest) }]
  })
}
