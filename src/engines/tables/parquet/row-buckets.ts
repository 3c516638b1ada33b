import { SpillFile, SpillFull } from './spill-file.ts'

/** Rows are packed into words of 32 bits: work and plays, user; or, where they do not fit, work, user, plays. */
export interface RowShape {
  readonly words: 2 | 3
  /** Bits of the first word that hold the plays, below the work. 0 where they have a word of their own. */
  readonly playBits: number
}

/** How many users and rows there will be at most, and what may be used to keep the rows. */
export interface BucketPlan {
  readonly users: number
  readonly rows: number
  readonly shape: RowShape
  readonly memoryBytes: number
  readonly spillBytes: number
  readonly folder: string
}

const rowsPerSegment = 8192
const rowsPerBucket = 500_000
const mostBuckets = 2048

/** Files on the disk: each goes as soon as its buckets are taken out. */
const spillFiles = 32

type Segment = Uint32Array | { readonly at: number; readonly words: number }

/**
 * Collects rows by ranges of users: rows of neighbouring users come together, so that what follows stays within a part of memory that the
 * processor holds near. What is more than `memoryBytes` lies on the disk. Within a user the order of the rows is kept.
 */
export class RowBuckets {
  readonly shift: number
  readonly count: number
  readonly #plan: BucketPlan
  readonly #segmentWords: number
  readonly #staged: Uint32Array
  readonly #filled: Uint32Array
  readonly #segments: Segment[][]
  readonly #rows: Float64Array
  readonly #spills: (SpillFile | undefined)[] = []
  #spilledBytes = 0
  #heldBytes = 0

  constructor(plan: BucketPlan) {
    const wanted = Math.min(mostBuckets, Math.max(1, plan.rows / rowsPerBucket))
    this.shift = Math.max(0, Math.ceil(Math.log2(Math.max(1, plan.users) / wanted)))
    this.count = Math.floor(Math.max(0, plan.users - 1) / 2 ** this.shift) + 1
    this.#plan = plan
    this.#segmentWords = rowsPerSegment * plan.shape.words
    this.#staged = new Uint32Array(this.#segmentWords * this.count)
    this.#filled = new Uint32Array(this.count)
    this.#segments = Array.from({ length: this.count }, () => [])
    this.#rows = new Float64Array(this.count)
  }

  get spilledBytes(): number {
    return this.#spilledBytes
  }

  /** Users of one bucket: `bucket × span` and those behind it. */
  get span(): number {
    return 2 ** this.shift
  }

  rowsIn(bucket: number): number {
    return this.#rows[bucket]!
  }

  /** Takes packed rows. Throws SpillFull. */
  take(rows: Uint32Array): void {
    if (this.#plan.shape.words === 2) this.#takePairs(rows)
    else this.#takeTriples(rows)
  }

  #takePairs(rows: Uint32Array): void {
    const [staged, filled, shift, room] = [this.#staged, this.#filled, this.shift, this.#segmentWords]
    for (let at = 0; at < rows.length; at += 2) {
      const user = rows[at + 1]!
      const bucket = user >>> shift
      const words = filled[bucket]!
      const to = bucket * room + words
      staged[to] = rows[at]!
      staged[to + 1] = user
      filled[bucket] = words + 2
      if (words + 2 === room) this.#putAway(bucket)
    }
  }

  #takeTriples(rows: Uint32Array): void {
    const [staged, filled, room] = [this.#staged, this.#filled, this.#segmentWords]
    for (let at = 0; at < rows.length; at += 3) {
      const bucket = rows[at + 1]! >>> this.shift
      const to = bucket * room + filled[bucket]!
      for (let word = 0; word < 3; word++) staged[to + word] = rows[at + word]!
      filled[bucket] = filled[bucket]! + 3
      if (filled[bucket] === room) this.#putAway(bucket)
    }
  }

  #putAway(bucket: number): void {
    const words = this.#filled[bucket]!
    if (words === 0) return
    const from = bucket * this.#segmentWords
    const part = this.#staged.subarray(from, from + words)
    this.#filled[bucket] = 0
    this.#rows[bucket] = this.#rows[bucket]! + words / this.#plan.shape.words
    this.#segments[bucket]!.push(
      this.#heldBytes + part.byteLength > this.#plan.memoryBytes ? this.#toDisk(bucket, part) : this.#toMemory(part),
    )
  }

  #toMemory(part: Uint32Array): Segment {
    this.#heldBytes += part.byteLength
    return part.slice()
  }

  #toDisk(bucket: number, part: Uint32Array): Segment {
    if (this.#spilledBytes + part.byteLength > this.#plan.spillBytes)
      throw new SpillFull(`more than ${this.#plan.spillBytes} bytes`)
    const place = this.#fileOf(bucket)
    this.#spills[place] ??= new SpillFile(this.#plan.folder, `rows-${place}`)
    const at = this.#spills[place].write(new Uint8Array(part.buffer, part.byteOffset, part.byteLength))
    this.#spilledBytes += part.byteLength
    return { at, words: part.length }
  }

  /** After the last row. Throws SpillFull. */
  finish(): void {
    for (let bucket = 0; bucket < this.count; bucket++) this.#putAway(bucket)
  }

  #fileOf(bucket: number): number {
    return Math.floor((bucket * spillFiles) / this.count)
  }

  /** The rows of a bucket, part by part in the order they came; afterwards they are forgotten. Buckets are taken out in their order. */
  takeOut(bucket: number): readonly Uint32Array[] {
    const parts = this.#segments[bucket]!.map((segment) =>
      segment instanceof Uint32Array ? segment : this.#read(bucket, segment),
    )
    this.#segments[bucket] = []
    if (this.#fileOf(bucket + 1) !== this.#fileOf(bucket)) this.#closeFile(this.#fileOf(bucket))
    return parts
  }

  #read(bucket: number, { at, words }: { readonly at: number; readonly words: number }): Uint32Array {
    const part = new Uint32Array(words)
    this.#spills[this.#fileOf(bucket)]!.read(at, new Uint8Array(part.buffer))
    return part
  }

  close(): void {
    for (let place = 0; place < spillFiles; place++) this.#closeFile(place)
  }

  #closeFile(place: number): void {
    this.#spills[place]?.close()
    this.#spills[place] = undefined
  }
}
