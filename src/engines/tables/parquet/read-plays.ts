import { basename } from 'node:path'
import type { Fault } from '../../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../../kernel/result.ts'
import { cacheKey, findKept, keep } from '../kept/reading-cache.ts'
import { type CodeRanks, rankCodes } from './code-ranks.ts'
import { groupBucket, playsColumn } from './grouping.ts'
import { bytesOfPlays, type KeptPlays, putPlays, type ReadPlays, takePlays } from './kept-plays.ts'
import { type PlaysColumns, type PlaysReading, type ReceivedPlays, receivePlays } from './receive-plays.ts'

/** Codes of those that occur; nothing where all do. */
export const codesOf = (isThere: ArrayLike<number> | undefined): CodeRanks | undefined => {
  const ranks = isThere && rankCodes(isThere)
  return ranks && ranks.count < isThere.length ? ranks : undefined
}

/** Identifiers of those that occur: texts as they were sent, or numbers counted from the least. */
export const idsOf = (
  texts: readonly string[],
  least: number | undefined,
  isThere: ArrayLike<number> | undefined,
): readonly string[] => {
  if (least === undefined || !isThere) return texts
  const ids: string[] = []
  for (let at = 0; at < isThere.length; at++) if (isThere[at]! > 0) ids.push(String(least + at))
  return ids
}

/** Offsets of the entries of every user who has any. */
export const startsOf = (rowsOfUser: Uint32Array): Float64Array => {
  let users = 0
  for (let user = 0; user < rowsOfUser.length; user++) if (rowsOfUser[user]! > 0) users++
  const starts = new Float64Array(new SharedArrayBuffer(8 * (users + 1)))
  let at = 0
  for (let user = 0; user < rowsOfUser.length; user++) {
    if (rowsOfUser[user] === 0) continue
    starts[at + 1] = starts[at]! + rowsOfUser[user]!
    at++
  }
  return starts
}

/** All rows as columns in memory that worker threads can read too. */
const grouped = ({ head, buckets, texts, isWork }: ReceivedPlays): ReadPlays => {
  const codes = codesOf(isWork)
  const rowsOfUser = new Uint32Array(head.users.count)
  const works = new Uint32Array(new SharedArrayBuffer(4 * head.usable))
  const into = { works, plays: playsColumn(head.greatest, head.usable, true) }
  let end = 0
  for (let bucket = 0; bucket < buckets.count; bucket++) {
    const from = bucket * buckets.span
    const own = rowsOfUser.subarray(from, from + buckets.span)
    end = groupBucket(buckets, bucket, head.shape, own, into, end, codes)
  }
  buckets.close()
  const starts = startsOf(rowsOfUser)
  const workIds = idsOf(texts[1], head.works.least, isWork)
  return {
    plays: {
      userCount: starts.length - 1,
      payeeCount: workIds.length,
      starts,
      payees: works,
      plays: into.plays,
    },
    userIds: idsOf(texts[0], head.users.least, rowsOfUser),
    workIds,
    rows: head.rows,
    leftOut: head.leftOut,
  }
}

/**
 * Reads plays from Parquet files straight into columns grouped by user: rows pass by in blocks and are put in their place, so memory is
 * that of the columns (4 bytes a row for works, 1 to 4 for plays), of the rows on their way (8 to 12 bytes each, on the disk above
 * `rowsMegabytes`) and of the reading process. The columns lie in shared memory, for workers. With `kept`, they are found again by the
 * hashes of the files. Faults as `receivePlays`.
 */
export const readPlaysByUser = async (
  files: readonly string[],
  columns: PlaysColumns,
  reading: PlaysReading = {},
): Promise<Result<ReadPlays, Fault>> => {
  const { kept } = reading
  const key = kept && cacheKey({ kind: 'plays', hashes: kept.hashes, columns })
  const found =
    key === undefined
      ? undefined
      : findKept(kept!.cache, key, (storage, plays) => takePlays(storage, plays as KeptPlays))
  if (found) {
    reading.progress?.(found.rows, found.rows)
    return accepted(found)
  }
  const received = await receivePlays(files, columns, reading)
  if (received.ok) {
    const read = grouped(received.value)
    if (key !== undefined) keep(kept!.cache, key, bytesOfPlays(read), (storage) => putPlays(storage, read))
    return accepted(read)
  }
  const name = basename(files[0] ?? '')
  return notAccepted(...received.faults.map((fault) => ({ ...fault, values: { name, ...fault.values } })))
}
