/**
 * Codes of those that occur among 0 … size − 1, in their order: one bit each, and a count for every 32. Small enough to stay near the
 * processor where a table of all codes would not.
 */
export interface CodeRanks {
  readonly bits: Int32Array
  /** How many occur before each word of bits. */
  readonly before: Int32Array
  readonly count: number
}

/** How many bits of a word are set. Source: H. S. Warren, Hacker's Delight (2nd ed. 2013) 5-1. */
const bitCount = (word: number): number => {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Ranks of those that occur. */
export const rankCodes = (isThere: ArrayLike<number>): CodeRanks => {
  const words = Math.ceil(isThere.length / 32)
  const [bits, before] = [new Int32Array(words), new Int32Array(words)]
  let count = 0
  for (let at = 0; at < isThere.length; at++) {
    const word = at >>> 5
    if ((at & 31) === 0) before[word] = count
    if (isThere[at] === 0) continue
    bits[word] = bits[word]! | (1 << (at & 31))
    count++
  }
  return { bits, before, count }
}

/** The code of one that occurs. */
export const rankOf = ({ bits, before }: CodeRanks, at: number): number => {
  const word = at >>> 5
  return before[word]! + bitCount(bits[word]! & ((1 << (at & 31)) - 1))
}
