import { basename } from 'node:path'
import type { Fault } from '../../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../../kernel/result.ts'
import { putSection, putTexts, type Storage } from '../kept/kept-file.ts'
import { groupBucket, playsColumn } from './grouping.ts'
import { type KeptBlock, type KeptPlays, type PlaysOnDisk, playsOnDisk, putBlock } from './kept-plays.ts'
import { codesOf, idsOf, startsOf } from './read-plays.ts'
import { makeReadingFolder, removeReadingFolder } from './reading-folder.ts'
import { type PlaysColumns, type PlaysReading, type ReceivedPlays, receivePlays } from './receive-plays.ts'
import { SpillFile, SpillFull } from './spill-file.ts'
import { usualReadingLimits } from './wish.ts'

const presentUsers = (rowsOfUser: Uint32Array): number => {
  let users = 0
  for (let user = 0; user < rowsOfUser.length; user++) if (rowsOfUser[user]! > 0) users++
  return users
}

/** Groups the rows bucket by bucket and puts every bucket away before the next. */
const putGrouped = (storage: Storage, { head, buckets, texts, isWork }: ReceivedPlays): KeptPlays => {
  const codes = codesOf(isWork)
  const rowsOfUser = new Uint32Array(head.users.count)
  const blocks: KeptBlock[] = []
  let [firstUser, playCount] = [0, 0]
  for (let bucket = 0; bucket < buckets.count; bucket++) {
    const entries = buckets.rowsIn(bucket)
    if (entries === 0) continue
    const own = rowsOfUser.subarray(bucket * buckets.span, (bucket + 1) * buckets.span)
    const into = { works: new Uint32Array(entries), plays: playsColumn(head.greatest, entries) }
    groupBucket(buckets, bucket, head.shape, own, into, 0, codes)
    for (let entry = 0; entry < entries; entry++) playCount += into.plays[entry]!
    const users = presentUsers(own)
    blocks.push(putBlock(storage, firstUser, users, into.works, into.plays))
    firstUser += users
  }
  const workIds = idsOf(texts[1], head.works.least, isWork)
  return {
    rows: head.rows,
    leftOut: head.leftOut,
    greatest: head.greatest,
    workCount: workIds.length,
    playCount,
    userIds: putTexts(storage, idsOf(texts[0], head.users.least, rowsOfUser)),
    workIds: putTexts(storage, workIds),
    starts: putSection(storage, startsOf(rowsOfUser)),
    blocks,
  }
}

/**
 * Reads plays that need not fit into memory: rows are collected by ranges of users (on the disk above `rowsMegabytes`), grouped range by
 * range, and put into a file from which they come block by block, as often as they are asked for. Memory is that of `rowsMegabytes`, the
 * reading process, and about 20 bytes a user and 5 a work beside their identifiers. The file has no name and goes with the process.
 * Faults as `readPlaysByUser`; a full disk is `spill-full`.
 */
export const readPlaysInBlocks = async (
  files: readonly string[],
  columns: PlaysColumns,
  reading: PlaysReading = {},
): Promise<Result<PlaysOnDisk, Fault>> => {
  const received = await receivePlays(files, columns, reading)
  const name = basename(files[0] ?? '')
  if (!received.ok)
    return notAccepted(...received.faults.map((fault) => ({ ...fault, values: { name, ...fault.values } })))
  const { spillGigabytes } = { ...usualReadingLimits, ...reading.limits }
  const folder = makeReadingFolder(reading.folder)
  let storage: SpillFile | undefined
  try {
    storage = new SpillFile(folder, 'grouped', spillGigabytes * 1024 ** 3)
    return accepted(playsOnDisk(storage, putGrouped(storage, received.value)))
  } catch (error) {
    storage?.close()
    if (error instanceof SpillFull) return notAccepted({ code: 'spill-full', values: { name } })
    throw error
  } finally {
    received.value.buckets.close()
    removeReadingFolder(folder)
  }
}
