import type { Chart } from './chart.ts'
import type { SlotFacts } from './exposure.ts'

/** How the intervals are drawn. `seed` is a whole number from 0; the same seed gives the same digits. */
export interface Resampling {
  readonly replicates: number
  readonly seed: number
  readonly level: number
}

export const usualResampling: Resampling = { replicates: 1000, seed: 1, level: 0.95 }

/** Bounds of an interval for a share; null when nothing of known origin was left to draw from. */
export interface ShareInterval {
  readonly low: number | null
  readonly high: number | null
}

/**
 * Amounts per title and week, sorted by week: `part` is local, `whole` is known. Titles and weeks are numbered from 0 within
 * the scope, `weekStart[w]` is where the cells of week `w` begin, with one entry more for the end.
 */
export interface BlockCells {
  readonly titles: number
  readonly weekStart: Int32Array
  readonly title: Int32Array
  readonly part: Float64Array
  readonly whole: Float64Array
}

/** Numbers the distinct values of some slots from 0 in rising order. */
const renumbered = (values: Int32Array, slots: Int32Array): { numbers: Map<number, number>; count: number } => {
  const distinct = Int32Array.from(new Set(slots.map((slot) => values[slot]!))).sort()
  return { numbers: new Map(Array.from(distinct, (value, at) => [value, at])), count: distinct.length }
}

/** Adds up slots of known origin by week and title. The weeks are those in which the scope has slots. */
export const blockCellsOf = (chart: Chart, facts: SlotFacts, slots: Int32Array): BlockCells => {
  const weeks = renumbered(chart.week, slots)
  const titles = renumbered(chart.title, slots)
  const part = new Map<number, number>()
  const whole = new Map<number, number>()
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at]!
    if (facts.known[slot] === 0) continue
    const cell = weeks.numbers.get(chart.week[slot]!)! * titles.count + titles.numbers.get(chart.title[slot]!)!
    part.set(cell, (part.get(cell) ?? 0) + facts.fraction[slot]!)
    whole.set(cell, (whole.get(cell) ?? 0) + 1)
  }
  const cells = Float64Array.from(whole.keys()).sort()
  const weekStart = new Int32Array(weeks.count + 1)
  for (const cell of cells) weekStart[Math.floor(cell / titles.count) + 1]!++
  for (let week = 0; week < weeks.count; week++) weekStart[week + 1]! += weekStart[week]!
  return {
    titles: titles.count,
    weekStart,
    title: Int32Array.from(cells, (cell) => cell % titles.count),
    part: Float64Array.from(cells, (cell) => part.get(cell)!),
    whole: Float64Array.from(cells, (cell) => whole.get(cell)!),
  }
}

/** Whole numbers 0 … 2³²−1 from a seed: xoshiro128** (Blackman and Vigna 2021), its state filled by splitmix32. */
export const seededIntegers = (seed: number): (() => number) => {
  let mix = seed >>> 0
  const next = (): number => {
    mix = (mix + 0x9e3779b9) | 0
    let z = Math.imul(mix ^ (mix >>> 16), 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    return z ^ (z >>> 15)
  }
  let [a, b, c, d] = [next(), next(), next(), next()]
  return () => {
    const product = Math.imul(b, 5)
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d << 11) | (d >>> 21)
    return result
  }
}

/** Draws as many blocks as there are, with replacement: `times[b]` is how often block `b` came. */
const drawBlocks = (times: Int32Array, random: () => number): void => {
  times.fill(0)
  for (let draw = 0; draw < times.length; draw++) times[Math.floor((random() * times.length) / 4294967296)]!++
}

/** The quantile of sorted numbers by linear interpolation (type 7 of Hyndman and Fan 1996). */
const quantile = (sorted: Float64Array, probability: number): number => {
  const at = (sorted.length - 1) * probability
  const below = Math.floor(at)
  const low = sorted[below]!
  return low + (at - below) * ((sorted[below + 1] ?? low) - low)
}

const intervalOf = (replicates: Float64Array, level: number): ShareInterval => {
  const sorted = replicates.filter((share) => !Number.isNaN(share)).sort()
  if (sorted.length === 0) return { low: null, high: null }
  return { low: quantile(sorted, (1 - level) / 2), high: quantile(sorted, (1 + level) / 2) }
}

export interface ShareIntervals {
  readonly all: ShareInterval
  /** One per week of the scope. */
  readonly weeks: readonly ShareInterval[]
}

/**
 * Percentile intervals of part ÷ whole by a two-way block bootstrap. A replicate draws titles with replacement, each with all
 * its weeks, and weeks with replacement, each with all its titles; a cell counts as often as both were drawn (the pigeonhole
 * bootstrap: A. B. Owen, Annals of Applied Statistics 1 (2007) 386–411, errs on the wide side). The interval of a single
 * week draws titles alone. Slots of one title or one week are never taken for independent.
 */
export const shareIntervals = (cells: BlockCells, { replicates, seed, level }: Resampling): ShareIntervals => {
  const weeks = cells.weekStart.length - 1
  const random = seededIntegers(seed)
  const titleTimes = new Int32Array(cells.titles)
  const weekTimes = new Int32Array(weeks)
  const all = new Float64Array(replicates)
  const byWeek = Array.from({ length: weeks }, () => new Float64Array(replicates))
  for (let replicate = 0; replicate < replicates; replicate++) {
    drawBlocks(titleTimes, random)
    drawBlocks(weekTimes, random)
    let [part, whole] = [0, 0]
    for (let week = 0; week < weeks; week++) {
      let [weekPart, weekWhole] = [0, 0]
      for (let cell = cells.weekStart[week]!; cell < cells.weekStart[week + 1]!; cell++) {
        const times = titleTimes[cells.title[cell]!]!
        weekPart += times * cells.part[cell]!
        weekWhole += times * cells.whole[cell]!
      }
      byWeek[week]![replicate] = weekPart / weekWhole
      part += weekTimes[week]! * weekPart
      whole += weekTimes[week]! * weekWhole
    }
    all[replicate] = part / whole
  }
  return { all: intervalOf(all, level), weeks: byWeek.map((values) => intervalOf(values, level)) }
}
