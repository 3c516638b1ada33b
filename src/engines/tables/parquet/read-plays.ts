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

/** Puts frames together in the order `sendPlays` sends them: head, users, works, rows per user, rows. */
class PlaysBuilder {
  readonly ids: string[][] = [[], []]
  head: PlaysHead | undefined
  readonly #progress: PlaysReading['progress']
  #listed = 0
  #starts: Float64Array = new Float64Array(1)
  #next = new Float64Array(0)
  #payees: Uint32Array = new Uint32Array(0)
  #plays: Width = new Uint8Array(0)
  #isCounted = false
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
    if (this.#isCounted) this.#scatter(numbers)
    else this.#count(numbers)
  }

  #count(rowsOfUser: Int32Array): void {
    const { users, usable, greatest } = this.head!
    this.#starts = new Float64Array(shared(8 * (users + 1)))
    for (let user = 0; user < users; user++) this.#starts[user + 1] = this.#starts[user]! + rowsOfUser[user]!
    this.#next = Float64Array.from(this.#starts.subarray(0, users))
    this.#payees = new Uint32Array(shared(4 * usable))
    this.#plays = narrowest(greatest, usable)
    this.#isCounted = true
  }

  #scatter(numbers: Int32Array): void {
    const rows = numbers.length / 3
    const [next, payees, plays] = [this.#next, this.#payees, this.#plays]
    for (let row = 0; row < rows; row++) {
      const user = numbers[row]!
      const entry = next[user]!
      next[user] = entry + 1
      payees[entry] = numbers[rows + row]!
      plays[entry] = numbers[2 * rows + row]!
    }
    this.#taken += rows
    this.#progress?.(this.#taken, this.head!.usable)
  }

  finish(): ReadPlays {
    const { users, works, rows, leftOut, usable } = this.head!
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
