import type { Fault } from '../../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../../kernel/result.ts'
import type { ReadingCache } from '../kept/reading-cache.ts'
import { type ReadingPlace, readInProcess } from './reading-process.ts'
import { RowBuckets } from './row-buckets.ts'
import type { Codes, PlaysHead } from './send-plays.ts'
import { SpillFull } from './spill-file.ts'
import { type ReadingLimits, usualReadingLimits } from './wish.ts'

/** Names of the columns; without `plays` every row is one play. */
export interface PlaysColumns {
  readonly user: string
  readonly work: string
  readonly plays?: string
}

export interface PlaysReading {
  readonly limits?: Partial<ReadingLimits>
  readonly signal?: AbortSignal | undefined
  /** Where a folder is made for what does not fit into memory; the system's for temporary files if left out. */
  readonly folder?: string | undefined
  /** Told now and then how many rows have come, of how many. */
  readonly progress?: ((rows: number, of: number) => void) | undefined
  /** Where the grouped plays are kept, and the SHA-256 of the files by which they are found again. */
  readonly kept?: { readonly cache: ReadingCache; readonly hashes: readonly string[] } | undefined
}

/** Rows that have come and are not yet grouped. */
export interface ReceivedPlays {
  readonly head: PlaysHead
  readonly buckets: RowBuckets
  /** Texts of the codes, where they were sent. */
  readonly texts: readonly [users: readonly string[], works: readonly string[]]
  /** For each code of a work whether it occurs; nothing where all do. */
  readonly isWork: Uint8Array | undefined
}

const ofTexts = ({ least }: Codes): boolean => least === undefined

/** Takes frames in the order in which they are sent: head, texts of users, texts of works, rows. */
class PlaysReceiver {
  readonly texts: [string[], string[]] = [[], []]
  head: PlaysHead | undefined
  buckets: RowBuckets | undefined
  isWork: Uint8Array | undefined
  readonly #limits: ReadingLimits
  readonly #progress: PlaysReading['progress']
  #place: ReadingPlace | undefined
  #listed = 0
  #taken = 0

  constructor(limits: ReadingLimits, progress: PlaysReading['progress']) {
    this.#limits = limits
    this.#progress = progress
  }

  begin(place: ReadingPlace): void {
    this.#place = place
  }

  json(value: unknown): void {
    if (!this.head) this.#open(value as PlaysHead)
    else if (value === null) this.#listed++
    else for (const text of value as string[]) this.texts[this.#listed]!.push(text)
  }

  #open(head: PlaysHead): void {
    this.head = head
    if (!ofTexts(head.works)) this.isWork = new Uint8Array(head.works.count)
    this.buckets = new RowBuckets({
      users: head.users.count,
      rows: head.usable,
      shape: head.shape,
      memoryBytes: this.#limits.rowsMegabytes * 1024 ** 2,
      spillBytes: this.#limits.spillGigabytes * 1024 ** 3,
      folder: this.#place!.folder,
    })
  }

  block(bytes: Buffer): void {
    const aligned = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes)
    const rows = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength / 4)
    const { words, playBits } = this.head!.shape
    const isWork = this.isWork
    if (isWork) for (let at = 0; at < rows.length; at += words) isWork[rows[at]! >>> playBits] = 1
    this.buckets!.take(rows)
    this.#taken += rows.length / words
    this.#progress?.(this.#taken, this.head!.usable)
  }

  finish(): ReceivedPlays {
    this.buckets!.finish()
    if (this.#taken !== this.head!.usable) throw new Error(`${this.#taken} rows came of ${this.head!.usable}`)
    return { head: this.head!, buckets: this.buckets!, texts: this.texts, isWork: this.isWork }
  }
}

/**
 * Has plays of Parquet files read by a process of its own and collects their rows in buckets of users. Faults: `no-usable-row`,
 * `parquet-damaged`, `memory-full`, `spill-full`, `reading-stopped` (by `signal`), `reading-died`. Whoever gets the rows closes the buckets.
 */
export const receivePlays = async (
  files: readonly string[],
  { user, work, plays }: PlaysColumns,
  { limits: given, signal, progress, folder }: PlaysReading,
): Promise<Result<ReceivedPlays, Fault>> => {
  const limits = { ...usualReadingLimits, ...given }
  const receiver = new PlaysReceiver(limits, progress)
  const closed = (fault: Fault) => {
    receiver.buckets?.close()
    return notAccepted(fault)
  }
  try {
    const fault = await readInProcess({ kind: 'plays', files, limits, user, work, plays }, receiver, { signal, folder })
    if (fault) return closed(fault)
    const { head } = receiver
    if (!head || head.usable === 0) return closed({ code: 'no-usable-row', values: { rows: head?.rows ?? 0 } })
    return accepted(receiver.finish())
  } catch (error) {
    if (error instanceof SpillFull) return closed({ code: 'spill-full' })
    receiver.buckets?.close()
    throw error
  }
}
