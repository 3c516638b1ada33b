/** Why a row of the chart was left out. */
export type LeftOutReason =
  | 'ragged'
  | 'no_title'
  | 'territory_not_recognised'
  | 'week_not_readable'
  | 'position_not_readable'
  | 'repeated_slot'
  | 'conflicting_slot'

export interface LeftOutRows {
  readonly reason: LeftOutReason
  readonly rows: number
  /** The first lines of the file and the first cells, at most ten of each. */
  readonly lines: readonly number[]
  readonly found: readonly string[]
}

export type LeftOutCounts = Readonly<Partial<Record<LeftOutReason, number>>>

const listed = 10

/** Counts rows left out by reason and by territory, with the first lines and what was found there. */
export class LeftOutLog {
  readonly #byReason = new Map<LeftOutReason, { rows: number; lines: number[]; found: Set<string> }>()
  readonly #byTerritory = new Map<string, Partial<Record<LeftOutReason, number>>>()

  add(reason: LeftOutReason, line: number, found: string, territory?: string): void {
    const entry = this.#byReason.get(reason) ?? { rows: 0, lines: [], found: new Set<string>() }
    this.#byReason.set(reason, entry)
    entry.rows++
    entry.lines.push(line)
    if (found !== '' && entry.found.size < 1000) entry.found.add(found)
    if (territory === undefined) return
    const counts = this.#byTerritory.get(territory) ?? {}
    this.#byTerritory.set(territory, counts)
    counts[reason] = (counts[reason] ?? 0) + 1
  }

  addRagged(rows: number, lines: readonly number[]): void {
    if (rows > 0) this.#byReason.set('ragged', { rows, lines: [...lines], found: new Set() })
  }

  list(): LeftOutRows[] {
    return [...this.#byReason]
      .map(([reason, { rows, lines, found }]) => ({
        reason,
        rows,
        lines: lines.sort((a, b) => a - b).slice(0, listed),
        found: [...found].sort().slice(0, listed),
      }))
      .sort((a, b) => (a.reason < b.reason ? -1 : 1))
  }

  byTerritory(): ReadonlyMap<string, LeftOutCounts> {
    return this.#byTerritory
  }
}
