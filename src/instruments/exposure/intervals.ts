import { percentileInterval } from '../../engines/metrics/uncertainty/intervals.ts'
import { randomStreams } from '../../engines/metrics/uncertainty/random.ts'
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

/** Numbers the titles of some slots from 0 in rising order: `numbers[title]`, meaningless for titles that are not among them. */
const numberTitles = (chart: Chart, weeks: readonly Int32Array[]): { numbers: Int32Array; count: number } => {
  const numbers = new Int32Array(chart.titles.length)
  for (const slots of weeks) for (const slot of slots) numbers[chart.title[slot]!] = 1
  let count = 0
  for (let title = 0; title < numbers.length; title++) if (numbers[title] === 1) numbers[title] = count++
  return { numbers, count }
}

/** Adds up the slots of known origin by week and title. `weeks` lists the slots of each week of the scope, in order of time. */
export const blockCellsOf = (chart: Chart, facts: SlotFacts, weeks: readonly Int32Array[]): BlockCells => {
  const { numbers, count } = numberTitles(chart, weeks)
  const most = weeks.reduce((sum, slots) => sum + slots.length, 0)
  const cells = { title: new Int32Array(most), part: new Float64Array(most), whole: new Float64Array(most) }
  const weekStart = new Int32Array(weeks.length + 1)
  const place = new Int32Array(count).fill(-1)
  let end = 0
  for (const [week, slots] of weeks.entries()) {
    for (const slot of slots) {
      if (facts.known[slot] === 0) continue
      const title = numbers[chart.title[slot]!]!
      let cell = place[title]!
      if (cell < weekStart[week]!) {
        cell = end++
        place[title] = cell
        cells.title[cell] = title
      }
      cells.part[cell]! += facts.fraction[slot]!
      cells.whole[cell]! += 1
    }
    weekStart[week + 1] = end
  }
  const { title, part, whole } = cells
  return {
    titles: count,
    weekStart,
    title: title.subarray(0, end),
    part: part.subarray(0, end),
    whole: whole.subarray(0, end),
  }
}

/** Replicates in which nothing of known origin was drawn (NaN) say nothing. */
const intervalOf = (replicates: Float64Array, level: number): ShareInterval => {
  const shares = replicates.filter((share) => !Number.isNaN(share))
  if (shares.length < 2) return { low: null, high: null }
  const [low, high] = percentileInterval(shares, level)
  return { low, high }
}

export interface ShareIntervals {
  readonly all: ShareInterval
  /** One per week of the scope. */
  readonly weeks: readonly ShareInterval[]
}

/**
 * Percentile intervals of part ÷ whole by a two-way bootstrap of blocks. In a replicate every title gets a Poisson(1) weight for
 * all its weeks, every week one for all its titles, and a cell counts the product; the interval of a single week has the
 * weights of the titles alone. Slots of one title or one week are never taken for independent; errs on the wide side where
 * both vary. The whole and every week come from one pass; `twoWayBootstrap` of the metrics gives the same totals.
 * Source: A. Owen and D. Eckles, Annals of Applied Statistics 6 (2012) 895–927.
 */
export const shareIntervals = (cells: BlockCells, { replicates, seed, level }: Resampling): ShareIntervals => {
  const weeks = cells.weekStart.length - 1
  const streams = randomStreams(seed)
  const titleWeights = new Uint8Array(cells.titles)
  const all = new Float64Array(replicates)
  const byWeek = Array.from({ length: weeks }, () => new Float64Array(replicates))
  for (let replicate = 0; replicate < replicates; replicate++) {
    const { poisson } = streams(replicate)
    for (let title = 0; title < titleWeights.length; title++) titleWeights[title] = poisson()
    let [part, whole] = [0, 0]
    for (let week = 0; week < weeks; week++) {
      const totals = weekTotals(cells, week, titleWeights)
      const weight = poisson()
      byWeek[week]![replicate] = totals.part / totals.whole
      part += weight * totals.part
      whole += weight * totals.whole
    }
    all[replicate] = part / whole
  }
  return { all: intervalOf(all, level), weeks: byWeek.map((values) => intervalOf(values, level)) }
}

const weekTotals = (cells: BlockCells, week: number, titleWeights: Uint8Array): { part: number; whole: number } => {
  const end = cells.weekStart[week + 1]!
  let [part, whole] = [0, 0]
  for (let cell = cells.weekStart[week]!; cell < end; cell++) {
    const weight = titleWeights[cells.title[cell]!]!
    part += weight * cells.part[cell]!
    whole += weight * cells.whole[cell]!
  }
  return { part, whole }
}
