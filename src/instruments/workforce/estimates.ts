import {
  bootstrapStandardError,
  coefficientOfVariation,
  designFreedom,
  randomStreams,
  rescaledBootstrap,
  shareDesignEffect,
  shareInterval,
  studentInterval,
} from '../../engines/metrics/index.ts'
import type { IntervalRecord, Resampling } from '../../engines/studies/index.ts'
import type { SampleDesign } from './sample-design.ts'
import type { Tallies } from './tallies.ts'

/** A figure with its interval under the design; null where there is none. */
export interface Estimate extends IntervalRecord {
  readonly value: number | null
  /** Standard error over the size of the figure. */
  readonly cv: number | null
  /** False where the coefficient of variation is above 0.3: too uncertain to be used alone. */
  readonly reliable: boolean | null
}

/** A coefficient of variation above which a figure is called unreliable. */
export const mostVariation = 0.3

/** Ten significant digits: what follows is noise of the order in which sums were made. */
export const settled = (value: number): number | null => (Number.isFinite(value) ? Number(value.toPrecision(10)) : null)

/** Column totals of the data and of every replicate. */
export interface Drawn {
  readonly totals: Float64Array
  readonly replicates: Float64Array
  readonly width: number
  readonly count: number
  /** Units minus strata; 0 where no interval can be drawn. */
  readonly freedom: number
  readonly level: number
}

/** Only columns somebody stands behind are resampled; the others stay 0. */
const narrow = (cells: Float64Array, width: number, used: readonly number[], units: number): Float64Array => {
  const narrowed = new Float64Array(units * used.length)
  for (let unit = 0; unit < units; unit++)
    for (let k = 0; k < used.length; k++) narrowed[unit * used.length + k] = cells[unit * width + used[k]!]!
  return narrowed
}

/** What the units taken with certainty add to every replicate. */
const certainTotals = (cells: Float64Array, width: number, from: number): Float64Array => {
  const sums = new Float64Array(width)
  for (let at = from * width; at < cells.length; at++) sums[at % width]! += cells[at]!
  return sums
}

/** Resamples the units within their strata. A design without degrees of freedom, and a table, give no replicates. */
export const drawReplicates = (
  { cells, totals, columns, persons }: Tallies,
  design: SampleDesign,
  { replicates, seed, level }: Resampling,
  isTable: boolean,
): Drawn => {
  const { width } = columns
  const freedom = isTable || design.resampled < 2 ? 0 : designFreedom(design)
  if (freedom < 1) return { totals, replicates: new Float64Array(0), width, count: 0, freedom: 0, level }
  const used = Array.from({ length: width }, (_, column) => column).filter((column) => persons[column]! > 0)
  const narrowed = narrow(cells, width, used, design.resampled)
  const plan = { replicates, streams: randomStreams(seed) }
  const drawn = rescaledBootstrap({ cells: narrowed, width: used.length }, design, plan)
  const certain = certainTotals(cells, width, design.resampled)
  const wide = new Float64Array(replicates * width)
  for (let r = 0; r < replicates; r++)
    used.forEach((column, k) => {
      wide[r * width + column] = drawn[r * used.length + k]! + certain[column]!
    })
  return { totals, replicates: wide, width, count: replicates, freedom, level }
}

/** A statistic of column totals, given as a reader of columns. */
export type Statistic = (at: (column: number) => number) => number

const replicatesOf = ({ replicates, width, count }: Drawn, statistic: Statistic): Float64Array =>
  Float64Array.from({ length: count }, (_, r) => statistic((column) => replicates[r * width + column]!))

const without: Omit<Estimate, 'value'> = { low: null, high: null, standard_error: null, cv: null, reliable: null }

/** A figure that does not exist in more than this part of the replicates has no interval. */
const mostUndefined = 0.01

/** Around a figure, from the replicates in which it exists. */
const around = (
  value: number,
  all: Float64Array,
  drawn: Drawn,
  limits: (error: number) => readonly [number, number],
): Estimate => {
  if (!Number.isFinite(value)) return { value: null, ...without }
  const replicates = all.filter(Number.isFinite)
  if (drawn.freedom < 1 || replicates.length < 2 || replicates.length < all.length * (1 - mostUndefined))
    return { value: settled(value), ...without }
  const noise = Math.abs(value) * 1e-9
  const drawnError = bootstrapStandardError(replicates)
  const error = drawnError < noise ? 0 : drawnError
  const [low, high] = limits(error)
  const cv = coefficientOfVariation(value, error)
  return {
    value: settled(value),
    low: settled(low),
    high: settled(high),
    standard_error: settled(error),
    cv: settled(cv),
    reliable: cv <= mostVariation || (value === 0 && error === 0),
  }
}

/** A share of 0 … 1: interval on the logit scale. `effective` persons stand behind it. */
export const shareOf = (drawn: Drawn, statistic: Statistic, effective: number): Estimate => {
  const value = statistic((column) => drawn.totals[column]!)
  return around(value, replicatesOf(drawn, statistic), drawn, (error) =>
    shareInterval(Math.min(1, Math.max(0, value)), error, effective, drawn),
  )
}

/** A number that cannot be negative: a count or an amount. */
export const amountOf = (drawn: Drawn, statistic: Statistic): Estimate => {
  const value = statistic((column) => drawn.totals[column]!)
  return around(value, replicatesOf(drawn, statistic), drawn, (error) => {
    const [low, high] = studentInterval(value, error, drawn)
    return [Math.max(0, low), high]
  })
}

/** A difference or ratio of any sign, from its own replicates (medians are not functions of column totals). */
export const figureOf = (drawn: Drawn, value: number, replicates: Float64Array): Estimate =>
  around(value, replicates, drawn, (error) => studentInterval(value, error, drawn))

/** A figure of any sign from column totals. */
export const ratioOf = (drawn: Drawn, statistic: Statistic): Estimate =>
  figureOf(
    drawn,
    statistic((column) => drawn.totals[column]!),
    replicatesOf(drawn, statistic),
  )

/** How much wider than a simple random sample of as many persons: the design effect of a share. */
export const designEffectOf = ({ value, standard_error }: Estimate, persons: number): number | null =>
  value === null || standard_error === null ? null : settled(shareDesignEffect(value, standard_error, persons))
