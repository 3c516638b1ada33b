import type { Fault } from '../../kernel/fault.ts'

/** How intervals are drawn: replicates of the bootstrap, the seed they all follow from, and the level of the interval. */
export interface Resampling {
  readonly replicates: number
  readonly seed: number
  readonly level: number
}

export const usualResampling: Resampling = { replicates: 1000, seed: 2005, level: 0.95 }

/** What is wrong with a choice of resampling, all of it at once. */
export const resamplingFaults = ({ replicates, seed, level }: Resampling): Fault[] => {
  const faults: Fault[] = []
  if (!Number.isInteger(replicates) || replicates < 100 || replicates > 100_000)
    faults.push({ code: 'replicates-out-of-range', field: 'replicates', values: { low: 100, high: 100_000 } })
  if (!Number.isInteger(seed) || seed < 0 || seed > 4_294_967_295)
    faults.push({ code: 'seed-out-of-range', field: 'seed', values: { high: 4_294_967_295 } })
  if (!(level > 0.5 && level < 1))
    faults.push({ code: 'level-out-of-range', field: 'level', values: { low: 0.5, high: 1 } })
  return faults
}

/** A figure with the interval drawn around it. `low` and `high` are null where no interval exists. */
export interface IntervalRecord {
  readonly low: number | null
  readonly high: number | null
  readonly standard_error: number | null
}
