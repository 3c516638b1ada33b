/** Letters, the blank (which stands for a hyphen too) and a few signs; everything else is one class that belongs to no stem. */
const classes = 40
const other = 0
const classOf = new Uint8Array(256)
for (let code = 97; code <= 122; code += 1) classOf[code] = code - 96
for (let code = 48; code <= 57; code += 1) classOf[code] = 27
for (const [index, sign] of [' ', "'", ',', '.', '"', '(', ')', '/'].entries()) classOf[sign.charCodeAt(0)] = 28 + index
classOf[45] = classOf[32]!

const classAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at)
  return code < 256 ? classOf[code]! : other
}

/** Which of several lists of stems a folded text could hold: a bit for each list, all found in one pass over the text. */
export interface Sieve {
  readonly sift: (text: string) => number
}

interface Trie {
  readonly next: number[]
  readonly found: number[]
}

const addStem = ({ next, found }: Trie, stem: string, bit: number): void => {
  let state = 0
  for (let at = 0; at < stem.length; at += 1) {
    const place = state * classes + classAt(stem, at)
    if (next[place] === 0) {
      next[place] = found.length
      next.push(...Array.from({ length: classes }, () => 0))
      found.push(0)
    }
    state = next[place]!
  }
  found[state] = found[state]! | bit
}

/** Ties each state to where matching goes on when the next character does not fit (Aho and Corasick, 1975). */
const tieUp = ({ next, found }: Trie): void => {
  const fallback = new Uint32Array(found.length)
  const queue: number[] = []
  for (let each = 0; each < classes; each += 1) if (next[each]! > 0) queue.push(next[each]!)
  for (const state of queue) {
    found[state] = found[state]! | found[fallback[state]!]!
    for (let each = 0; each < classes; each += 1) {
      const place = state * classes + each
      const otherwise = next[fallback[state]! * classes + each]!
      if (next[place]! > 0) {
        fallback[next[place]!] = otherwise
        queue.push(next[place]!)
      } else next[place] = otherwise
    }
  }
}

/**
 * A quick test before any search: which lists have a stem in this folded text, a hyphen and a blank counting as the same? At most 31
 * lists; bit `n` stands for the list at `n`. Searches run only where it says yes.
 */
export const stemSieve = (lists: readonly (readonly string[])[]): Sieve => {
  const trie: Trie = { next: Array.from({ length: classes }, () => 0), found: [0] }
  for (const [index, stems] of lists.entries()) for (const stem of stems) addStem(trie, stem, 1 << index)
  tieUp(trie)
  const next = Uint16Array.from(trie.next)
  const found = Int32Array.from(trie.found)
  return {
    sift: (text) => {
      let state = 0
      let all = 0
      for (let at = 0; at < text.length; at += 1) {
        const code = text.charCodeAt(at)
        state = next[state * classes + (code < 256 ? classOf[code]! : other)]!
        all |= found[state]!
      }
      return all
    },
  }
}
