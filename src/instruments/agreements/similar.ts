import { foldText } from '../../engines/texts/fold.ts'

/** Words of a text as they are compared: folded, without punctuation. */
export const comparedWords = (text: string): readonly string[] => foldText(text).text.match(/[\p{L}\p{N}]+/gu) ?? []

/** Runs of three neighbouring words; of all words where there are fewer. */
export const shinglesOf = (text: string): ReadonlySet<string> => {
  const words = comparedWords(text)
  if (words.length < 3) return new Set(words.length === 0 ? [] : [words.join(' ')])
  return new Set(words.slice(2).map((_, index) => words.slice(index, index + 3).join(' ')))
}

/** Jaccard's index of two sets: what is in both, as a share of what is in either; 0 for two empty ones. */
export const similarity = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  let both = 0
  for (const shingle of one) if (other.has(shingle)) both += 1
  const either = one.size + other.size - both
  return either === 0 ? 0 : both / either
}

/** A run of words that both texts have, or only one of them. */
export interface WordRun {
  readonly kind: 'same' | 'only'
  readonly text: string
}

/** Words compared at most; a longer text is compared up to here. */
export const comparedLimit = 600

const piecesOf = (text: string): readonly string[] => (text.match(/\S+/g) ?? []).slice(0, comparedLimit)

const keyOf = (piece: string): string => comparedWords(piece).join(' ') || piece

/** Which words of each text belong to their longest common subsequence. */
const common = (one: readonly string[], other: readonly string[]): readonly [Set<number>, Set<number>] => {
  const width = other.length + 1
  const lengths = new Uint16Array((one.length + 1) * width)
  for (let a = one.length - 1; a >= 0; a -= 1)
    for (let b = other.length - 1; b >= 0; b -= 1)
      lengths[a * width + b] =
        one[a] === other[b]
          ? lengths[(a + 1) * width + b + 1]! + 1
          : Math.max(lengths[(a + 1) * width + b]!, lengths[a * width + b + 1]!)
  const [inOne, inOther] = [new Set<number>(), new Set<number>()]
  for (let a = 0, b = 0; a < one.length && b < other.length; ) {
    if (one[a] === other[b]) {
      inOne.add(a)
      inOther.add(b)
      a += 1
      b += 1
    } else if (lengths[(a + 1) * width + b]! >= lengths[a * width + b + 1]!) a += 1
    else b += 1
  }
  return [inOne, inOther]
}

const runsOf = (pieces: readonly string[], same: ReadonlySet<number>): readonly WordRun[] => {
  const runs: { kind: WordRun['kind']; words: string[] }[] = []
  for (const [index, piece] of pieces.entries()) {
    const kind = same.has(index) ? 'same' : 'only'
    const last = runs.at(-1)
    if (last?.kind === kind) last.words.push(piece)
    else runs.push({ kind, words: [piece] })
  }
  return runs.map(({ kind, words }) => ({ kind, text: words.join(' ') }))
}

/** The words of two texts, each with what the other has not; case, accents and punctuation do not count. */
export const wordDifferences = (one: string, other: string): readonly [readonly WordRun[], readonly WordRun[]] => {
  const [left, right] = [piecesOf(one), piecesOf(other)]
  const [inLeft, inRight] = common(left.map(keyOf), right.map(keyOf))
  return [runsOf(left, inLeft), runsOf(right, inRight)]
}

/** Pairs the texts of two lists, the most alike first, each used once; what finds no partner above `least` stands alone. */
export const pairUp = <Item>(
  left: readonly Item[],
  right: readonly Item[],
  textOf: (item: Item) => string,
  least = 0.05,
): readonly { readonly one?: Item; readonly other?: Item; readonly alike: number }[] => {
  const shingles = new Map([...left, ...right].map((item) => [item, shinglesOf(textOf(item))]))
  const pairs = left
    .flatMap((one) =>
      right.map((other) => ({ one, other, alike: similarity(shingles.get(one)!, shingles.get(other)!) })),
    )
    .filter(({ alike }) => alike >= least)
    .sort((a, b) => b.alike - a.alike)
  const used = new Set<Item>()
  const chosen = pairs.filter(({ one, other }) => {
    if (used.has(one) || used.has(other)) return false
    used.add(one).add(other)
    return true
  })
  return [
    ...chosen,
    ...left.filter((one) => !used.has(one)).map((one) => ({ one, alike: 0 })),
    ...right.filter((other) => !used.has(other)).map((other) => ({ other, alike: 0 })),
  ]
}

/** Two articles that read alike, by their places in the lists given. */
export interface ArticlePair {
  readonly left: number
  readonly right: number
  readonly alike: number
}

/**
 * Pairs the articles of two whole agreements by what they read like, the most alike first, each once; pairs below `least` are none.
 * Runs of words are looked up instead of every article being held against every other.
 */
export const pairArticles = (
  left: readonly string[],
  right: readonly string[],
  least = 0.1,
): readonly ArticlePair[] => {
  const [ones, others] = [left.map(shinglesOf), right.map(shinglesOf)]
  const places = new Map<string, number[]>()
  for (const [index, shingles] of others.entries())
    for (const shingle of shingles) {
      const own = places.get(shingle)
      if (own) own.push(index)
      else places.set(shingle, [index])
    }
  const near = ones.flatMap((shingles, index) => {
    const both = new Uint32Array(others.length)
    for (const shingle of shingles) for (const place of places.get(shingle) ?? []) both[place]! += 1
    return others.flatMap((own, place) => {
      const alike = both[place]! / Math.max(1, shingles.size + own.size - both[place]!)
      return alike >= least ? [{ left: index, right: place, alike }] : []
    })
  })
  const used = { left: new Set<number>(), right: new Set<number>() }
  return near
    .sort((a, b) => b.alike - a.alike || a.left - b.left || a.right - b.right)
    .filter((pair) => {
      if (used.left.has(pair.left) || used.right.has(pair.right)) return false
      used.left.add(pair.left)
      used.right.add(pair.right)
      return true
    })
    .sort((a, b) => a.left - b.left)
}
