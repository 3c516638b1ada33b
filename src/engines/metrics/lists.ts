import { checkInside, checkSameLength, checkWhole, type Numbers, sumOfCounts } from './arguments.ts'

/**
 * Catalogue coverage: the share of the catalogue that at least one list shows. Items outside the catalogue are not counted (report
 * them). Range 0 … 1; an empty catalogue gives NaN. Works never shown are what it is about: give the whole catalogue.
 */
export const catalogueCoverage = <Item>(lists: Iterable<Iterable<Item>>, catalogue: ReadonlySet<Item>): number => {
  const shown = new Set<Item>()
  for (const list of lists) for (const item of list) if (catalogue.has(item)) shown.add(item)
  return shown.size / catalogue.size
}

/**
 * Novelty of a list as mean self-information: (1/n) Σ −log₂(users of the item / all users), in bits. `userCounts[i]`: users who know
 * item i; an item that nobody knows has the weight of half a user, so that it is finite and the most novel. Empty gives NaN.
 * Throws RangeError for a bad count, or an item with more users than there are. Source: T. Zhou et al., PNAS 107 (2010) 4511–4515.
 */
export const novelty = (userCounts: Numbers, users: number): number => {
  checkWhole(users, 1, 'The number of users')
  sumOfCounts(userCounts, 'userCounts')
  let sum = 0
  for (let i = 0; i < userCounts.length; i++) {
    if (userCounts[i]! > users) throw new RangeError(`userCounts[${i}] is ${userCounts[i]}: there are ${users} users.`)
    sum -= Math.log2(Math.max(userCounts[i]!, 0.5) / users)
  }
  return sum / userCounts.length
}

/** Mean popularity of the items of a list, in the unit of `popularity` (plays, users). Empty gives NaN. */
export const averagePopularity = (popularity: Numbers): number =>
  sumOfCounts(popularity, 'popularity') / popularity.length

/** Share of the list that lies in the tail, given per item as 1 (tail) or 0. Empty gives NaN. */
export const tailShare = (isTail: Numbers): number => sumOfCounts(isTail, 'isTail') / isTail.length

/**
 * Popularity bands by cumulative plays: band 0 holds the most played works that together take up to `cuts[0]` of all plays, band 1 the
 * next up to `cuts[1]`, and so on; the last band holds the rest and all works never played. Ties are broken by index, lower first.
 * `cuts` rising, strictly between 0 and 1. Returns a band per work. Throws RangeError for bad plays or cuts.
 */
export const popularityBands = (plays: Numbers, cuts: Numbers): Uint8Array => {
  const total = sumOfCounts(plays, 'plays')
  for (let i = 0; i < cuts.length; i++) checkInside(cuts[i]!, i === 0 ? 0 : cuts[i - 1]!, 1, `cuts[${i}]`)
  const order = Uint32Array.from({ length: plays.length }, (_, i) => i).sort((a, b) => plays[b]! - plays[a]! || a - b)
  const bands = new Uint8Array(plays.length)
  let cumulative = 0
  let band = 0
  for (const work of order) {
    while (band < cuts.length && (plays[work] === 0 || cumulative >= cuts[band]! * total)) band++
    bands[work] = band
    cumulative += plays[work]!
  }
  return bands
}

/**
 * Intra-list distance: mean of `distance(i, j)` over the unordered pairs of positions 0 … length − 1. In the unit of the distance.
 * Fewer than two items give NaN. Source: C.-N. Ziegler et al., WWW 2005, 22–32 (as a mean instead of a sum).
 */
export const intraListDistance = (length: number, distance: (i: number, j: number) => number): number => {
  let sum = 0
  for (let i = 0; i < length; i++) for (let j = i + 1; j < length; j++) sum += distance(i, j)
  return sum / ((length * (length - 1)) / 2)
}

/** Cosine of the angle between two vectors. Range −1 … 1; a vector of zeros gives 0. Throws RangeError for unequal lengths. */
export const cosineSimilarity = (a: Numbers, b: Numbers): number => {
  checkSameLength(a, b, 'The two vectors')
  let cross = 0
  let squaresA = 0
  let squaresB = 0
  for (let i = 0; i < a.length; i++) {
    cross += a[i]! * b[i]!
    squaresA += a[i]! ** 2
    squaresB += b[i]! ** 2
  }
  return cross === 0 ? 0 : cross / Math.sqrt(squaresA * squaresB)
}

/** Intra-list similarity: mean cosine over the unordered pairs of a list's vectors; 1 − it is the intra-list distance. */
export const intraListCosineSimilarity = (vectors: readonly Numbers[]): number =>
  intraListDistance(vectors.length, (i, j) => cosineSimilarity(vectors[i]!, vectors[j]!))

/**
 * Inter-list diversity: 1 − mean cosine between the item sets of every unordered pair of lists, |A ∩ B| / √(|A||B|). 0 when all users get
 * the same items, 1 when none are shared. Counted by item, not by pair: linear in the lists' total length when lists have one length.
 * Fewer than two lists give NaN. Source: as in the package jurity.
 */
export const interListDiversity = <Item>(lists: readonly Iterable<Item>[]): number => {
  const weightSums = new Map<Item, { sum: number; squares: number }>()
  for (const list of lists) {
    const items = new Set(list)
    const weight = 1 / Math.sqrt(items.size)
    for (const item of items) {
      const entry = weightSums.get(item) ?? { sum: 0, squares: 0 }
      entry.sum += weight
      entry.squares += weight * weight
      weightSums.set(item, entry)
    }
  }
  let cosines = 0
  for (const { sum, squares } of weightSums.values()) cosines += (sum * sum - squares) / 2
  return 1 - cosines / ((lists.length * (lists.length - 1)) / 2)
}

/**
 * Least item promoted: how far below the cut the deepest item of the reranked top n stood in the reference list. 0 when nothing came
 * from below; the item just below the cut (reference position n + 1) also counts 0, the next 1. Items absent from the reference stand
 * at its end. Throws RangeError for n below 1. Source: LensKit's convention, `rank₀ − n` with positions from 0.
 */
export const leastItemPromoted = <Item>(reference: readonly Item[], reranked: readonly Item[], n: number): number => {
  checkWhole(n, 1, 'n')
  const places = new Map(reference.map((item, place) => [item, place]))
  let deepest = 0
  for (const item of reranked.slice(0, n)) deepest = Math.max(deepest, places.get(item) ?? reference.length)
  return Math.max(0, deepest - n)
}
