import { readFileSync } from 'node:fs'

/** What one step took: by the clock, and of the processors (this process and those it waited for; NaN where that is not told). */
export interface Step {
  readonly seconds: number
  readonly processor: number
}

/** What one job took, step by step, with what else it tells. */
export interface Taken {
  readonly steps: Readonly<Record<string, Step>>
  readonly peakMegabytes: number
  readonly figures: Readonly<Record<string, number>>
}

const ticksPerSecond = 100

/** Seconds of processor time of this process and of its children that have ended, on Linux. */
const processorSeconds = (): number => {
  try {
    const stat = readFileSync('/proc/self/stat', 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0) / ticksPerSecond
  } catch {
    return Number.NaN
  }
}

export const steps: Record<string, Step> = {}
export const figures: Record<string, number> = {}

/** Does a piece of work and notes under its name what it took. */
export const timed = async <Value>(name: string, work: () => Value | Promise<Value>): Promise<Value> => {
  const [start, used] = [performance.now(), processorSeconds()]
  const value = await work()
  steps[name] = { seconds: (performance.now() - start) / 1000, processor: processorSeconds() - used }
  return value
}
