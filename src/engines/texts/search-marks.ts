import type { Phrase, SearchQuery, SoughtWord } from './search-query.ts'
import { type SearchWord, searchWords } from './search-words.ts'

/** A hit: words `first` to `last` of a text. */
interface Hit {
  readonly first: number
  readonly last: number
}

const isWord = (word: SearchWord | undefined, { lexeme, isBeginning }: SoughtWord): boolean =>
  word !== undefined && (isBeginning ? word.lexeme.startsWith(lexeme) : word.lexeme === lexeme)

const hitsOf = (words: readonly SearchWord[], phrase: Phrase): readonly Hit[] => {
  const start = phrase[0]!.place
  return words.flatMap((_, first) =>
    phrase.every((sought) => isWord(words[first + sought.place - start], sought))
      ? [{ first, last: first + phrase.at(-1)!.place - start }]
      : [],
  )
}

/** Hits of a long article that are weighed for the passages shown; the first ones. */
const mostHits = 300

const nearHits = (ones: readonly Hit[], others: readonly Hit[], places: number): readonly Hit[] => {
  const isNear = (one: Hit, other: Hit): boolean => {
    const gap = one.first < other.first ? other.first - one.last : one.first - other.last
    return gap >= 1 && gap <= places
  }
  const [few, many] = [ones.slice(0, mostHits), others.slice(0, mostHits)]
  return [
    ...few.filter((one) => many.some((other) => isNear(one, other))),
    ...many.filter((other) => few.some((one) => isNear(one, other))),
  ]
}

const allHits = (words: readonly SearchWord[], query: SearchQuery): readonly Hit[] =>
  query
    .flat()
    .flatMap((sought) => {
      if (sought.kind === 'near') return nearHits(hitsOf(words, sought.one), hitsOf(words, sought.other), sought.places)
      return sought.isUnwanted ? [] : hitsOf(words, sought.phrase)
    })
    .toSorted((one, other) => one.first - other.first || other.last - one.last)
    .slice(0, mostHits)

const [around, widest, mostFragments] = [12, 36, 2]

/** Stretches of text that hold many hits, at most `mostFragments`, in their order. */
const fragmentsOf = (hits: readonly Hit[], words: number): readonly Hit[] => {
  const stretches = hits.map(({ first }) => {
    const start = Math.max(0, first - around)
    const last = Math.min(words - 1, start + widest - 1)
    return { first: start, last, held: new Set(hits.filter((hit) => hit.first >= start && hit.last <= last)).size }
  })
  const chosen: Hit[] = []
  for (const stretch of stretches.toSorted((one, other) => other.held - one.held || one.first - other.first)) {
    if (chosen.length === mostFragments) break
    if (chosen.every(({ first, last }) => stretch.last < first || stretch.first > last)) chosen.push(stretch)
  }
  return chosen.toSorted((one, other) => one.first - other.first)
}

const shownText = (text: string): string => text.replaceAll(/\s+/g, ' ')

/**
 * The passages of a text in which what was sought stands, as texts that are by turns no hit and a hit (odd places are hits);
 * passages are parted by “ … ”. The beginning of the text when the hits stand elsewhere (in its heading).
 */
export const markedPassages = (text: string, query: SearchQuery): readonly string[] => {
  const words = searchWords(text)
  const hits = allHits(words, query)
  const fragments = fragmentsOf(hits, words.length)
  if (fragments.length === 0) return [shownText(text.slice(0, words[widest]?.start ?? text.length)).trim()]
  const marked: string[] = ['']
  const say = (part: string): void => {
    marked[marked.length - 1] += shownText(part)
  }
  for (const [index, fragment] of fragments.entries()) {
    let at = words[fragment.first]!.start
    if (index > 0 || fragment.first > 0) say(index > 0 ? ' … ' : '… ')
    for (const hit of hits) {
      if (hit.first < fragment.first || hit.last > fragment.last || words[hit.first]!.start < at) continue
      say(text.slice(at, words[hit.first]!.start))
      marked.push('')
      at = words[hit.last]!.end
      say(text.slice(words[hit.first]!.start, at))
      marked.push('')
    }
    const isEnd = fragment.last === words.length - 1
    say(isEnd ? text.slice(at).trimEnd() : text.slice(at, words[fragment.last]!.end))
    if (index === fragments.length - 1 && !isEnd) say(' …')
  }
  return marked
}
