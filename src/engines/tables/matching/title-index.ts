import { foldTitle, hasArticle, numbersOf } from './fold-title.ts'
import { jaroWinkler } from './jaro-winkler.ts'

/** A known title that is like the one asked for: its place in the list given to `titleIndex`. */
export interface Candidate {
  readonly place: number
  /** 0–1 by `titleConfidence`. */
  readonly confidence: number
}

/** Below this nothing is proposed; the index looks for nothing less. */
export const leastConfidence = 0.85

/** With a confidence of `leastConfidence` two titles share at least this part of their trigrams (Dice), Jaro–Winkler being at most 1. */
const leastDice = 2 * leastConfidence - 1

export interface TitleIndex {
  /** The likest known titles, best first, then by place; at most `most`, none below `leastConfidence`. */
  readonly find: (title: string, most?: number) => readonly Candidate[]
}

/** Distinct sequences of three characters of a text with two blanks before it and one behind. */
const trigramsOf = (folded: string): ReadonlySet<string> => {
  const padded = `  ${folded} `
  const found = new Set<string>()
  for (let at = 0; at + 3 <= padded.length; at++) found.add(padded.slice(at, at + 3))
  return found
}

/** What remains of the likeness of two titles of which one alone begins with “the”: “Kingdom” and “The Kingdom” are two works. */
const withArticle = 0.88

const dice = (shared: number, a: number, b: number): number => (2 * shared) / (a + b)

/**
 * How sure it is that two titles name one work, 0–1: the mean of the Jaro–Winkler similarity and of the Dice coefficient of the sets of
 * trigrams, both of the folded titles; times 0.88 where one alone begins with “the”; 0 when their numbers differ. Symmetric. 1 when nothing
 * but case, accents and punctuation differs.
 */
export const titleConfidence = (one: string, other: string): number => {
  const [a, b] = [foldTitle(one), foldTitle(other)]
  if (a === '' || b === '' || numbersOf(a) !== numbersOf(b)) return 0
  const article = hasArticle(one) === hasArticle(other) ? 1 : withArticle
  if (a === b) return article
  const [ofA, ofB] = [trigramsOf(a), trigramsOf(b)]
  const shared = [...ofA].filter((trigram) => ofB.has(trigram)).length
  return (article * (jaroWinkler(a, b) + dice(shared, ofA.size, ofB.size))) / 2
}

/** Trigrams a title may lack of the first it has, rarest first, and still share `leastDice` with another (prefix filter). */
const prefixOf = (size: number): number => size - Math.ceil((size * leastDice) / (2 - leastDice)) + 1

/** Ranks of trigrams by how many titles have them, the rarest first; for equal ones in order of first appearance. */
const ranksOf = (trigrams: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const set of trigrams) for (const trigram of set) counts.set(trigram, (counts.get(trigram) ?? 0) + 1)
  return new Map([...counts].sort((a, b) => a[1] - b[1]).map(([trigram], rank) => [trigram, rank]))
}

/** Rows of whole numbers of different lengths, one behind the other: row i from `starts[i]` to `starts[i + 1]`. */
interface Rows {
  readonly starts: Int32Array
  readonly values: Int32Array
}

const packed = (rows: readonly Int32Array[]): Rows => {
  const starts = new Int32Array(rows.length + 1)
  rows.forEach((row, at) => {
    starts[at + 1] = starts[at]! + row.length
  })
  const values = new Int32Array(starts.at(-1)!)
  rows.forEach((row, at) => values.set(row, starts[at]))
  return { starts, values }
}

/** For each rank the places of the titles that have it among their rarest, rising. */
const postingsOf = ({ starts, values }: Rows, sizes: Int32Array, ranks: number): Rows => {
  const own = new Int32Array(ranks + 1)
  const each = (visit: (rank: number, place: number) => void) => {
    for (let place = 0; place < sizes.length; place++)
      for (let at = starts[place]!; at < starts[place]! + prefixOf(sizes[place]!); at++) visit(values[at]!, place)
  }
  each((rank) => own[rank + 1]!++)
  for (let rank = 0; rank < ranks; rank++) own[rank + 1]! += own[rank]!
  const next = own.slice()
  const places = new Int32Array(own.at(-1)!)
  each((rank, place) => {
    places[next[rank]!++] = place
  })
  return { starts: own, values: places }
}

/** How many numbers a rising list and a row have in common. */
const commonOf = (wanted: Int32Array, { starts, values }: Rows, row: number): number => {
  let [i, j, common] = [0, starts[row]!, 0]
  const end = starts[row + 1]!
  while (i < wanted.length && j < end) {
    const difference = wanted[i]! - values[j]!
    if (difference === 0) common++
    if (difference <= 0) i++
    if (difference >= 0) j++
  }
  return common
}

const signatureWords = 4

/** A bit of 128 for every trigram: two sets differ in at least as many trigrams as their signatures differ in bits. */
const signatureInto = (words: Int32Array, from: number, ranks: Int32Array): void => {
  for (const rank of ranks) words[from + ((rank >> 5) & 3)]! |= 1 << (rank & 31)
}

const bitsOf = (word: number): number => {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

const differingBits = (wanted: Int32Array, words: Int32Array, place: number): number => {
  let bits = 0
  for (let at = 0; at < signatureWords; at++) bits += bitsOf(wanted[at]! ^ words[place * signatureWords + at]!)
  return bits
}

/**
 * An index of known titles by their rarest trigrams: a question looks only at titles that share a rare trigram with it, so many on both
 * sides that two titles without a common one cannot reach `leastConfidence`. Nothing that reaches it is missed. Source of the filter:
 * Chaudhuri, Ganti, Kaushik (2006), “A Primitive Operator for Similarity Joins in Data Cleaning”.
 */
export const titleIndex = (titles: readonly string[]): TitleIndex => {
  const folded = titles.map(foldTitle)
  const numbers = folded.map(numbersOf)
  const articles = titles.map(hasArticle)
  const sets = folded.map(trigramsOf)
  const ranks = ranksOf(sets)
  const ranked = (set: ReadonlySet<string>) =>
    Int32Array.from([...set].flatMap((trigram) => ranks.get(trigram) ?? [])).sort()
  const rows = packed(sets.map(ranked))
  const sizes = Int32Array.from(sets, (set) => set.size)
  const postings = postingsOf(rows, sizes, ranks.size)
  const signatures = new Int32Array(titles.length * signatureWords)
  for (let place = 0; place < titles.length; place++)
    signatureInto(
      signatures,
      place * signatureWords,
      rows.values.subarray(rows.starts[place]!, rows.starts[place + 1]!),
    )
  const ownSignature = new Int32Array(signatureWords)
  const lastSeen = new Int32Array(titles.length).fill(-1)
  let question = 0

  const find = (title: string, most = 3): readonly Candidate[] => {
    const wanted = foldTitle(title)
    if (wanted === '') return []
    question++
    const size = trigramsOf(wanted).size
    const own = ranked(trigramsOf(wanted))
    const wantedNumbers = numbersOf(wanted)
    const wantedArticle = hasArticle(title)
    const unknown = size - own.length
    ownSignature.fill(0)
    signatureInto(ownSignature, 0, own)
    const found: Candidate[] = []
    const consider = (place: number): void => {
      const known = sizes[place]!
      const mostApart = (1 - leastDice) * (size + known) + 1e-9
      if (Math.abs(size - known) > mostApart) return
      if (differingBits(ownSignature, signatures, place) + unknown > mostApart) return
      if (numbers[place] !== wantedNumbers) return
      const likeness = dice(commonOf(own, rows, place), size, known)
      if (likeness < leastDice) return
      const article = articles[place] === wantedArticle ? 1 : withArticle
      const alike = folded[place] === wanted ? 1 : (jaroWinkler(wanted, folded[place]!) + likeness) / 2
      const confidence = article * alike
      if (confidence >= leastConfidence) found.push({ place, confidence })
    }
    for (const rank of own.subarray(0, Math.max(0, prefixOf(size) - unknown)))
      for (let at = postings.starts[rank]!; at < postings.starts[rank + 1]!; at++) {
        const place = postings.values[at]!
        if (lastSeen[place] === question) continue
        lastSeen[place] = question
        consider(place)
      }
    return found.sort((a, b) => b.confidence - a.confidence || a.place - b.place).slice(0, most)
  }
  return { find }
}
