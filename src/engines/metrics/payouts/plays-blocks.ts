import type { PlaysByUser } from './plays-by-user.ts'

/** The plays of some users that follow each other: user u of the block is user `firstUser + u` of all. */
export interface PlaysBlock {
  readonly firstUser: number
  /** Valid until the next block is asked for. `payeeCount` is that of all plays. */
  readonly plays: PlaysByUser
}

/** Plays too many for memory: blocks of users that come one after the other, as often as somebody walks over them. */
export interface PlaysBlocks {
  readonly userCount: number
  readonly payeeCount: number
  readonly entryCount: number
  /** All plays together. */
  readonly playCount: number
  readonly blocks: () => Iterable<PlaysBlock>
}

/** Plays in memory, or in blocks. What is computed from either is the same, to the last digit. */
export type Plays = PlaysByUser | PlaysBlocks

export const isInBlocks = (plays: Plays): plays is PlaysBlocks => 'blocks' in plays

/** The blocks of plays; plays in memory are one block. */
export const blocksOf = (plays: Plays): Iterable<PlaysBlock> =>
  isInBlocks(plays) ? plays.blocks() : [{ firstUser: 0, plays }]

/** Adds something up block by block. */
export interface Gatherer<Result> {
  readonly take: (block: PlaysBlock) => void
  /** After the last block. */
  readonly finish: () => Result
}

/** Walks over the plays once for several sums: what comes from the disk is read once, and each block stays near the processor. */
export const gather = (plays: Plays, gatherers: readonly Gatherer<unknown>[]): void => {
  for (const block of blocksOf(plays)) for (const { take } of gatherers) take(block)
}

/** Walks over the plays for one sum. */
export const gatherOne = <Result>(plays: Plays, gatherer: Gatherer<Result>): Result => {
  gather(plays, [gatherer])
  return gatherer.finish()
}

/** The numbers of the users of one block, of numbers for all users. */
export const ofBlock = (numbers: ArrayLike<number>, { firstUser, plays }: PlaysBlock): ArrayLike<number> => {
  if (firstUser === 0 && plays.userCount === numbers.length) return numbers
  const [from, to] = [firstUser, firstUser + plays.userCount]
  if (Array.isArray(numbers)) return numbers.slice(from, to)
  return ArrayBuffer.isView(numbers)
    ? (numbers as Float64Array).subarray(from, to)
    : Array.from(numbers).slice(from, to)
}
