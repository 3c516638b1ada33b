import { basename } from 'node:path'
import type { Fault } from '../../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../../kernel/result.ts'
import type { PlaysByUser } from '../../metrics/index.ts'
import { readInProcess } from './reading-process.ts'
import type { PlaysHead } from './send-plays.ts'
import { type ReadingLimits, usualReadingLimits } from './wish.ts'

/** Plays read from Parquet: grouped by user, users and works by rising identifier, with what was left out. */
export interface ReadPlays {
  readonly plays: PlaysByUser
  readonly userIds: readonly string[]
  readonly workIds: readonly string[]
  readonly rows: number
  /** Rows that could not be used, by reason. */
  readonly leftOut: Readonly<Record<string, number>>
}

/** Names of the columns; without `plays` every row is one play. */
export interface PlaysColumns {
  readonly user: string
  readonly work: string
  readonly plays?: string
}

export interface PlaysReading {
  readonly limits?: Partial<ReadingLimits>
  readonly signal?: AbortSignal
  /** Told now and then how many rows have come, of how many. */
  readonly progress?: (rows: number, of: number) => void
}

type Width = Uint8Array | Uint16Array | Uint32Array

/** Memory that worker threads can read too. */
const shared = (bytes: number): SharedArrayBuffer => new SharedArrayBuffer(bytes)

const narrowest = (greatest: number, length: number): Width => {
  if (greatest < 256) return new Uint8Array(shared(length))
  return greatest < 65_536 ? new Uint16Array(shared(2 * length)) : new Uint32Array(shared(4 * length))
}

/**
 * Puts rows in their places by way of buckets: rows of neighbouring users are collected, and a full bucket is put away at once, so that
 * writing stays within a part of memory that the processor holds near.
 */
class Scatter {
  readonly #next: Float64Array
  readonly #bucketOf: Uint16Array
  readonly #staged: Uint32Array
  readonly #filled: Uint32Array
  readonly #room: number
  readonly #payees: Uint32Array
  readonly #plays: Width

  constructor(starts: Float64Array, payees: Uint32Array, plays: Width) {
    const users = starts.length - 1
    const region = 1_000_000
    const buckets = Math.min(1024, Math.max(1, Math.ceil(payees.length / region)))
    const entries = Math.max(1, Math.ceil(payees.length / buckets))
    this.#next = Float64Array.from(starts.subarray(0, users))
    this.#bucketOf = Uint16Array.from({ length: users }, (_, user) =>
      Math.min(buckets - 1, Math.floor(starts[user]! / entries)),
    )
    this.#room = Math.max(1024, Math.floor(12_000_000 / buckets))
    this.#staged = new Uint32Array(3 * this.#room * buckets)
    this.#filled = new Uint32Array(buckets)
    this.#payees = payees
    this.#plays = plays
  }

  take(numbers: Int32Array): void {
    const rows = numbers.length / 3
    const [bucketOf, staged, filled, room] = [this.#bucketOf, this.#staged, this.#filled, this.#room]
    for (let row = 0; row < rows; row++) {
      const user = numbers[row]!
      const bucket = bucketOf[user]!
      const at = 3 * (bucket * room + filled[bucket]!)
      staged[at] = user
      staged[at + 1] = numbers[rows + row]!
      staged[at + 2] = numbers[2 * rows + row]!
      filled[bucket] = filled[bucket]! + 1
      if (filled[bucket] === room) this.#putAway(bucket)
    }
  }

  finish(): void {
    for (let bucket = 0; bucket < this.#filled.length; bucket++) this.#putAway(bucket)
  }

  #putAway(bucket: number): void {
    const [next, staged, payees, plays] = [this.#next, this.#staged, this.#payees, this.#plays]
    const from = 3 * bucket * this.#room
    const to = from + 3 * this.#filled[bucket]!
    for (let at = from; at < to; at += 3) {
      const user = staged[at]!
      const entry = next[user]!
      next[user] = entry + 1
      payees[entry] = staged[at + 1]!
      plays[entry] = staged[at + 2]!
    }
    this.#filled[bucket] = 0
  }
}

/** Puts frames together in the order `sendPlays` sends them: head, users, works, rows per user, rows. */
class PlaysBuilder {
  readonly ids: string[][] = [[], []]
  head: PlaysHead | undefined
  readonly #progress: PlaysReading['progress']
  #listed = 0
  #starts: Float64Array = new Float64Array(1)
  #payees: Uint32Array = new Uint32Array(0)
  #plays: Width = new Uint8Array(0)
  #scatter: Scatter | undefined
  #taken = 0

  constructor(progress: PlaysReading['progress']) {
    this.#progress = progress
  }

  json(value: unknown): void {
    if (!this.head) this.head = value as PlaysHead
    else if (value === null) this.#listed++
    else for (const text of value as string[]) this.ids[this.#listed]!.push(text)
  }

  block(bytes: Buffer): void {
    const aligned = bytes.byteOffset % 4 === 0 ? bytes : Buffer.from(bytes)
    const numbers = new Int32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4)
    if (!this.#scatter) {
      this.#count(numbers)
      return
    }
    this.#scatter.take(numbers)
    this.#taken += numbers.length / 3
    this.#progress?.(this.#taken, this.head!.usable)
  }

  #count(rowsOfUser: Int32Array): void {
    const { users, usable, greatest } = this.head!
    this.#starts = new Float64Array(shared(8 * (users + 1)))
    for (let user = 0; user < users; user++) this.#starts[user + 1] = this.#starts[user]! + rowsOfUser[user]!
    this.#payees = new Uint32Array(shared(4 * usable))
    this.#plays = narrowest(greatest, usable)
    this.#scatter = new Scatter(this.#starts, this.#payees, this.#plays)
  }

  finish(): ReadPlays {
    const { users, works, rows, leftOut, usable } = this.head!
    this.#scatter?.finish()
    if (this.#taken !== usable) throw new Error(`${this.#taken} rows came of ${usable}`)
    const plays = {
      userCount: users,
      payeeCount: works,
      starts: this.#starts,
      payees: this.#payees,
      plays: this.#plays,
    }
    return { plays, userIds: this.ids[0]!, workIds: this.ids[1]!, rows, leftOut }
  }
}

/**
 * Reads plays from Parquet files straight into columns grouped by user: rows pass by in blocks and are put in their place, so memory is that
 * of the columns (4 bytes a row for works, 1 to 4 for plays) and of the reading process. The columns lie in shared memory, for workers.
 * Faults: `no-usable-row`, `parquet-damaged`, `memory-full`, `spill-full`, `reading-stopped` (by `signal`), `reading-died`.
 */
export const readPlaysByUser = async (
  files: readonly string[],
  columns: PlaysColumns,
  { limits, signal, progress }: PlaysReading = {},
): Promise<Result<ReadPlays, Fault>> => {
  const builder = new PlaysBuilder(progress)
  const wish = {
    kind: 'plays' as const,
    files,
    limits: { ...usualReadingLimits, ...limits },
    user: columns.user,
    work: columns.work,
    plays: columns.plays,
  }
  const receiver = { json: (value: unknown) => builder.json(value), block: (bytes: Buffer) => builder.block(bytes) }
  const fault = await readInProcess(wish, receiver, signal)
  const name = basename(files[0] ?? '')
  if (fault) return notAccepted({ ...fault, values: { name, ...fault.values } })
  if (!builder.head || builder.head.usable === 0)
    return notAccepted({ code: 'no-usable-row', values: { rows: builder.head?.rows ?? 0 } })
  return accepted(builder.finish())
}
