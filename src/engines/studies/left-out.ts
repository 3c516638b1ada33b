/** Rows of one file that were left out for one reason, with their amounts where they had one. */
export interface LeftOutRows {
  readonly file: string
  readonly reason: string
  readonly rows: number
  /** Plays, points or money in these rows, where they could be read. */
  readonly amount: number
  /** The first lines of the file and the first cells, at most ten of each. */
  readonly lines: readonly number[]
  readonly found: readonly string[]
}

const listed = 10

interface Entry {
  readonly file: string
  readonly reason: string
  rows: number
  amount: number
  readonly lines: number[]
  readonly found: string[]
}

/** Counts rows left out by file and reason, with the first lines and what was found there. Rows must come in the order of the file. */
export class LeftOutLog {
  readonly #entries = new Map<string, Entry>()

  add(file: string, reason: string, line: number, found: string, amount = 0): void {
    const entry = this.#entryOf(file, reason)
    entry.rows++
    entry.amount += amount
    if (entry.lines.length < listed) entry.lines.push(line)
    if (found !== '' && entry.found.length < listed && !entry.found.includes(found)) entry.found.push(found)
  }

  addRagged(file: string, { count, lines }: { readonly count: number; readonly lines: readonly number[] }): void {
    if (count === 0) return
    const entry = this.#entryOf(file, 'ragged')
    entry.rows += count
    entry.lines.push(...lines.slice(0, listed))
  }

  /** Rows that were counted where they were read, without their lines. */
  addCounted(file: string, reason: string, rows: number, amount = 0): void {
    if (rows === 0) return
    const entry = this.#entryOf(file, reason)
    entry.rows += rows
    entry.amount += amount
  }

  list(): LeftOutRows[] {
    return [...this.#entries.values()].sort((a, b) =>
      a.file === b.file ? (a.reason < b.reason ? -1 : 1) : a.file < b.file ? -1 : 1,
    )
  }

  get rows(): number {
    return [...this.#entries.values()].reduce((sum, { rows }) => sum + rows, 0)
  }

  #entryOf(file: string, reason: string): Entry {
    const key = `${file} ${reason}`
    const entry = this.#entries.get(key) ?? { file, reason, rows: 0, amount: 0, lines: [], found: [] }
    this.#entries.set(key, entry)
    return entry
  }
}
