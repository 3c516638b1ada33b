import { chartBootstrap, randomStreams, usualBlockLength } from '../../engines/metrics/index.ts'
import type { Resampling } from '../../engines/studies/index.ts'
import type { ListsData } from './study-data.ts'

/** Places 0, 1, 2 … for the values that occur, in rising order. */
export const compact = (values: Int32Array): { readonly codes: Int32Array; readonly count: number } => {
  const places = new Map([...new Set(values)].sort((a, b) => a - b).map((value, place) => [value, place]))
  return { codes: values.map((value) => places.get(value)!), count: places.size }
}

/**
 * What replicates of lists add up: amounts in columns, those of one title, week and column put together as they come, so that a chart of
 * any length takes no more room than its different titles in its different weeks.
 */
export class SlotCells {
  readonly #slots: ListsData['slots']
  readonly #width: number
  readonly #places = new Map<number, number>()
  readonly #titles: number[] = []
  readonly #weeks: number[] = []
  readonly #columns: number[] = []
  readonly #amounts: number[] = []

  constructor({ slots }: ListsData, width: number) {
    this.#slots = slots
    this.#width = width
  }

  add(slot: number, column: number, amount: number): void {
    if (amount === 0) return
    const [title, week] = [this.#slots.title[slot]!, this.#slots.week[slot]!]
    const key = (title * this.#slots.weeks.length + week) * this.#width + column
    const place = this.#places.get(key)
    if (place !== undefined) {
      this.#amounts[place]! += amount
      return
    }
    this.#places.set(key, this.#amounts.length)
    this.#titles.push(title)
    this.#weeks.push(week)
    this.#columns.push(column)
    this.#amounts.push(amount)
  }

  /** Column totals of every replicate: titles weighted Poisson(1) with all their slots, weeks drawn in blocks; nothing without any amount. */
  draw({ replicates, seed }: Resampling): Float64Array | undefined {
    if (this.#amounts.length === 0) return undefined
    const titles = compact(Int32Array.from(this.#titles))
    const weeks = compact(Int32Array.from(this.#weeks))
    const data = {
      first: titles.codes,
      second: weeks.codes,
      firstCount: titles.count,
      secondCount: weeks.count,
      columns: Uint32Array.from(this.#columns),
      width: this.#width,
      amounts: Float64Array.from(this.#amounts),
    }
    return chartBootstrap(data, usualBlockLength(weeks.count), { replicates, streams: randomStreams(seed) })
  }
}
