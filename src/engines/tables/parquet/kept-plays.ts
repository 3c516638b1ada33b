import type { PlaysBlock, PlaysBlocks, PlaysByUser } from '../../metrics/index.ts'
import { putSection, putTexts, type Section, type Storage, takeSection, takeTexts } from '../kept/kept-file.ts'
import { playsColumn } from './grouping.ts'

/** The entries of some users, as they lie in a kept file. */
export interface KeptBlock {
  readonly firstUser: number
  readonly users: number
  readonly entries: number
  readonly works: Section
  readonly plays: Section
}

/** What stands beside the blocks. */
export interface KeptPlays {
  readonly rows: number
  readonly leftOut: Readonly<Record<string, number>>
  readonly greatest: number
  readonly workCount: number
  readonly playCount: number
  readonly userIds: readonly Section[]
  readonly workIds: readonly Section[]
  readonly starts: Section
  readonly blocks: readonly KeptBlock[]
}

type PlaysColumn = ReturnType<typeof playsColumn>

/** Puts the entries of some users away. */
export const putBlock = (
  storage: Storage,
  firstUser: number,
  users: number,
  works: Uint32Array,
  plays: PlaysColumn,
): KeptBlock => ({
  firstUser,
  users,
  entries: works.length,
  works: putSection(storage, works),
  plays: putSection(storage, plays),
})

const sumOf = (counts: ArrayLike<number>): number => {
  let sum = 0
  for (let at = 0; at < counts.length; at++) sum += counts[at]!
  return sum
}

/** Most entries of a block, unless one user alone has more. */
const entriesPerBlock = 1_000_000

/** Plays read from Parquet: grouped by user, users and works by rising identifier, with what was left out. */
export interface ReadPlays {
  readonly plays: PlaysByUser
  readonly userIds: readonly string[]
  readonly workIds: readonly string[]
  readonly rows: number
  /** Rows that could not be used, by reason. */
  readonly leftOut: Readonly<Record<string, number>>
}

/** About how many bytes plays take when they are kept. */
export const bytesOfPlays = ({ plays, userIds, workIds }: ReadPlays): number =>
  plays.payees.byteLength + plays.plays.byteLength + plays.starts.byteLength + 16 * (userIds.length + workIds.length)

/** Puts plays away in blocks of users and gives their description. */
export const putPlays = (storage: Storage, { plays, userIds, workIds, rows, leftOut }: ReadPlays): KeptPlays => {
  const { starts, payees, userCount, payeeCount } = plays
  const counts = plays.plays as PlaysColumn
  const blocks: KeptBlock[] = []
  for (let first = 0, user = 0; first < userCount; first = user) {
    while (user < userCount && (user === first || starts[user + 1]! - starts[first]! <= entriesPerBlock)) user++
    const [from, to] = [starts[first]!, starts[user]!]
    blocks.push(putBlock(storage, first, user - first, payees.subarray(from, to), counts.subarray(from, to)))
  }
  return {
    rows,
    leftOut,
    greatest: counts.BYTES_PER_ELEMENT === 1 ? 255 : counts.BYTES_PER_ELEMENT === 2 ? 65_535 : 0xffff_ffff,
    workCount: payeeCount,
    playCount: sumOf(counts),
    userIds: putTexts(storage, userIds),
    workIds: putTexts(storage, workIds),
    starts: putSection(storage, starts),
    blocks,
  }
}

const startsOf = (storage: Storage, { starts: section }: KeptPlays): Float64Array => {
  const starts = new Float64Array(new SharedArrayBuffer(section.bytes))
  takeSection(storage, section, starts)
  return starts
}

const idsOf = (storage: Storage, { userIds, workIds }: KeptPlays) => ({
  userIds: takeTexts(storage, userIds),
  workIds: takeTexts(storage, workIds),
})

/** All plays in memory, shared with worker threads. Throws DamagedKeep. */
export const takePlays = (storage: Storage, kept: KeptPlays): ReadPlays => {
  const starts = startsOf(storage, kept)
  const entries = starts.at(-1)!
  const payees = new Uint32Array(new SharedArrayBuffer(4 * entries))
  const plays = playsColumn(kept.greatest, entries, true)
  for (const { firstUser, users, works, plays: counts } of kept.blocks) {
    const [from, to] = [starts[firstUser]!, starts[firstUser + users]!]
    takeSection(storage, works, payees.subarray(from, to))
    takeSection(storage, counts, plays.subarray(from, to))
  }
  const { rows, leftOut, workCount } = kept
  const grouped = { userCount: starts.length - 1, payeeCount: workCount, starts, payees, plays }
  const read = { plays: grouped, ...idsOf(storage, kept), rows, leftOut }
  storage.close()
  return read
}

/** Plays that stay in their file and come block by block. */
export interface PlaysOnDisk extends Omit<ReadPlays, 'plays'> {
  readonly plays: PlaysBlocks
  /** After the last walk over the blocks. */
  readonly close: () => void
}

function* walk(storage: Storage, kept: KeptPlays, starts: Float64Array): Generator<PlaysBlock> {
  for (const { firstUser, users, entries, works, plays: counts } of kept.blocks) {
    const [payees, plays] = [new Uint32Array(entries), playsColumn(kept.greatest, entries)]
    takeSection(storage, works, payees)
    takeSection(storage, counts, plays)
    const from = starts[firstUser]!
    const own = starts.slice(firstUser, firstUser + users + 1)
    for (let user = 0; user < own.length; user++) own[user] = own[user]! - from
    yield { firstUser, plays: { userCount: users, payeeCount: kept.workCount, starts: own, payees, plays } }
  }
}

/** The plays of a kept file, block by block. Walking over them throws DamagedKeep when the file has changed. */
export const playsOnDisk = (storage: Storage, kept: KeptPlays): PlaysOnDisk => {
  const starts = startsOf(storage, kept)
  const plays: PlaysBlocks = {
    userCount: starts.length - 1,
    payeeCount: kept.workCount,
    entryCount: starts.at(-1)!,
    playCount: kept.playCount,
    blocks: () => walk(storage, kept, starts),
  }
  const { rows, leftOut } = kept
  return { plays, ...idsOf(storage, kept), rows, leftOut, close: () => storage.close() }
}
