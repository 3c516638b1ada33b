import { dirname } from 'node:path'
import { command } from './commands.ts'
import { duckdb } from './duckdb.ts'
import { delimited } from './delimited.ts'
import { type Size } from './generator.ts'
import { figures, steps, type Taken } from './measuring.ts'
import { ours, stream } from './ours.ts'
import { watchMemory } from './peak-memory.ts'
import { polars } from './polars.ts'

type Job = (path: string, size: Size, out: string | undefined, folder: string) => Promise<void>

/** What can be measured, by name: engines that do the same sums, then commands and readers of our own. */
const jobs: Readonly<Record<string, Job>> = {
  ours,
  stream,
  duckdb,
  polars,
  flows: command('flows'),
  discoverability: command('discoverability'),
  remuneration: command('remuneration'),
  'our csv': delimited('ours'),
  'duckdb csv': delimited('duckdb'),
}

/** Runs one job on one file and prints what it took: called in a process of its own, so that the peak is its own. */
export const runJob = async (name: string, path: string, size: Size, out: string | undefined): Promise<void> => {
  const memory = watchMemory()
  const job = jobs[name]
  if (!job) throw new Error(`There is no job ${name}. There is: ${Object.keys(jobs).join(', ')}.`)
  await job(path, size, out, dirname(path))
  process.stdout.write(`${JSON.stringify({ steps, peakMegabytes: memory.peakMegabytes(), figures } satisfies Taken)}\n`)
}
