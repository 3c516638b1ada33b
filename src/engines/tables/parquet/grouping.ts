import { type CodeRanks, rankOf } from './code-ranks.ts'
import type { RowBuckets, RowShape } from './row-buckets.ts'

/** Where the entries of a bucket go, so that many buckets fill one pair of columns. */
export interface Columns {
  readonly works: Uint32Array
  readonly plays: Uint8Array | Uint16Array | Uint32Array
}

/** The narrowest column for plays of at most `greatest`; `isShared` over memory that worker threads can read too. */
export const playsColumn = (greatest: number, length: number, isShared = false): Columns['plays'] => {
  const memory = (bytes: number) => (isShared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes))
  if (greatest < 256) return new Uint8Array(memory(length))
  if (greatest < 65_536) return new Uint16Array(memory(2 * length))
  return new Uint32Array(memory(4 * length))
}

const countRows = (parts: readonly Uint32Array[], words: number, first: number, rowsOfUser: Uint32Array): void => {
  for (const part of parts)
    for (let at = 1; at < part.length; at += words) {
      const user = part[at]! - first
      rowsOfUser[user] = rowsOfUser[user]! + 1
    }
}

const placePairs = (
  parts: readonly Uint32Array[],
  first: number,
  next: Float64Array,
  { works, plays }: Columns,
  workCodes: CodeRanks | undefined,
  playBits: number,
): void => {
  const mask = 2 ** playBits - 1
  for (const part of parts)
    for (let at = 0; at < part.length; at += 2) {
      const row = part[at]!
      const user = part[at + 1]! - first
      const entry = next[user]!
      next[user] = entry + 1
      const work = row >>> playBits
      works[entry] = workCodes ? rankOf(workCodes, work) : work
      plays[entry] = row & mask
    }
}

const placeTriples = (
  parts: readonly Uint32Array[],
  first: number,
  next: Float64Array,
  { works, plays }: Columns,
  workCodes: CodeRanks | undefined,
): void => {
  for (const part of parts)
    for (let at = 0; at < part.length; at += 3) {
      const user = part[at + 1]! - first
      const entry = next[user]!
      next[user] = entry + 1
      works[entry] = workCodes ? rankOf(workCodes, part[at]!) : part[at]!
      plays[entry] = part[at + 2]!
    }
}

/**
 * Puts the rows of one bucket behind `start` of the columns, user behind user, and their number per user into `rowsOfUser`: a counting
 * sort that keeps the order of rows. `workCodes` gives works their codes; without it they are their own. Gives where the next bucket starts.
 */
export const groupBucket = (
  buckets: RowBuckets,
  bucket: number,
  { words, playBits }: RowShape,
  rowsOfUser: Uint32Array,
  into: Columns,
  start: number,
  workCodes: CodeRanks | undefined,
): number => {
  const parts = buckets.takeOut(bucket)
  const first = bucket * buckets.span
  countRows(parts, words, first, rowsOfUser)
  const next = new Float64Array(rowsOfUser.length)
  let end = start
  for (let user = 0; user < rowsOfUser.length; user++) {
    next[user] = end
    end += rowsOfUser[user]!
  }
  if (words === 2) placePairs(parts, first, next, into, workCodes, playBits)
  else placeTriples(parts, first, next, into, workCodes)
  return end
}
