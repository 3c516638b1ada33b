import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import {
  bytesPerPlay,
  fitting,
  generateCsv,
  generateLists,
  generatePlays,
  hasRealFiles,
  playsPath,
  type Size,
  sizeOf,
} from './studies/generator.ts'
import { runJob } from './studies/jobs.ts'
import type { Step, Taken } from './studies/measuring.ts'
import { difference } from './studies/sums.ts'

/**
 * Speed and size of the studies on made plays: `studies.ts [--plays 100000000] [--runs 5] [--jobs ours,duckdb,polars,…] [--folder DIR]`.
 * Every run is a process of its own. Prints a table of medians, lowest and highest, processor time, peak memory and load, the ratios, and
 * whether the engines agree. Where the disk has no room for so many plays, it says so and takes as many as fit.
 */
const { values } = parseArgs({
  options: {
    plays: { type: 'string', default: '100000000' },
    runs: { type: 'string', default: '5' },
    jobs: { type: 'string', default: 'ours,duckdb,polars' },
    folder: { type: 'string', default: join(tmpdir(), 'open-roadmap-benchmark') },
    job: { type: 'string' },
    path: { type: 'string' },
  },
})
const program = fileURLToPath(import.meta.url)
const sumsOf = (job: string) => join(values.folder, `sums-${job}`)
const makesSums = new Set(['ours', 'stream', 'duckdb', 'polars'])

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN

const reasonOf = (stderr: string, signal: string | null): string =>
  stderr.split('\n').find((line) => /error/i.test(line)) ?? signal ?? 'ended early'

const runOnce = (job: string, path: string, size: Size): Taken | undefined => {
  const words = ['--job', job, '--path', path, '--plays', String(size.plays), '--folder', values.folder]
  const child = spawnSync(process.execPath, ['--max-old-space-size=6144', program, ...words], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (child.status === 0) return JSON.parse(child.stdout.trim().split('\n').at(-1)!) as Taken
  console.log(`${job}: not measured: ${reasonOf(child.stderr, child.signal)}`)
  return undefined
}

const sumsFile = (path: string) => {
  const bytes = readFileSync(path)
  return new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8)
}

const compare = (one: string, other: string): void => {
  const worst = ['flow', 'proRata', 'userCentric'].map((name) =>
    difference(sumsFile(`${sumsOf(one)}.${name}`), sumsFile(`${sumsOf(other)}.${name}`)),
  )
  const told = worst.map((value) => value.toExponential(1)).join(', ')
  console.log(`${one} and ${other}: greatest relative difference of flow, pro-rata, user-centric: ${told}`)
}

const range = (numbers: readonly number[]) =>
  numbers.length < 2 ? '' : `${Math.min(...numbers).toFixed(2)}–${Math.max(...numbers).toFixed(2)}`

/** Runs one job as often as asked, prints its lines of the table and gives the medians of its steps. */
const measureJob = (job: string, path: string, size: Size): ReadonlyMap<string, Step> | undefined => {
  const loads: number[] = []
  const taken = Array.from({ length: Number(values.runs) }, () => {
    loads.push(loadavg()[0]!)
    return runOnce(job, path, size)
  }).filter((run) => run !== undefined)
  if (taken.length === 0) return undefined
  const medians = new Map<string, Step>()
  const load = `${Math.min(...loads).toFixed(1)}–${Math.max(...loads).toFixed(1)}`
  for (const step of Object.keys(taken[0]!.steps)) {
    const seconds = taken.map((run) => run.steps[step]!.seconds)
    const processor = median(taken.map((run) => run.steps[step]!.processor))
    medians.set(step, { seconds: median(seconds), processor })
    console.log(
      `| ${job} | ${step} | ${median(seconds).toFixed(2)} s | ${range(seconds)} | ${processor.toFixed(1)} s | ${taken.length} | ${load} |`,
    )
  }
  for (const figure of Object.keys(taken[0]!.figures))
    console.log(`| ${job} | ${figure} | ${median(taken.map((run) => run.figures[figure]!)).toFixed(2)} | | | | |`)
  const peak = Math.max(...taken.map(({ peakMegabytes }) => peakMegabytes))
  console.log(`| ${job} | peak memory, all processes | ${peak} MB | | | | |`)
  return medians
}

const threeSums = ['flow', 'pro-rata', 'user-centric', 'pro-rata and user-centric']

const printRatios = (medians: ReadonlyMap<string, ReadonlyMap<string, Step>>): void => {
  const together = (job: string, of: keyof Step) =>
    threeSums.reduce((sum, step) => sum + (medians.get(job)?.get(step)?.[of] ?? 0), 0)
  const ratio = (job: string, of: keyof Step) => (together(job, of) / together('ours', of)).toFixed(1)
  for (const job of ['duckdb', 'polars'])
    if (medians.has(job) && medians.has('ours'))
      console.log(
        `${job}: the three sums take ${ratio(job, 'seconds')} times as long, and ${ratio(job, 'processor')} times the processor time`,
      )
  const [ours, theirs] = ['our csv', 'duckdb csv'].map((job) =>
    [...(medians.get(job)?.values() ?? [])].reduce((sum, { seconds }) => sum + seconds, 0),
  )
  if (ours && theirs)
    console.log(`our reading of CSV takes ${(ours / theirs).toFixed(1)} times as long as that of duckdb`)
}

const measure = async (): Promise<void> => {
  const jobs = values.jobs.split(',')
  const wanted = Number(values.plays)
  const isMade = existsSync(playsPath(values.folder, wanted))
  const perPlay = (isMade ? 1 : bytesPerPlay.file) + (jobs.includes('stream') ? bytesPerPlay.blocks : 0)
  mkdirSync(values.folder, { recursive: true })
  const plays = fitting(values.folder, wanted, perPlay)
  if (plays < wanted)
    console.log(
      `${wanted} plays need ${Math.round((wanted * perPlay) / 1e9)} GB (${perPlay} bytes each); the disk has room for ${plays}.`,
    )
  const size = sizeOf(plays)
  const path = await generatePlays(values.folder, size)
  await generateLists(values.folder, size)
  const processor = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`
  console.log(`${processor}, ${Math.round(totalmem() / 1024 ** 3)} GB, Node ${process.version}`)
  console.log(`${size.plays} plays, ${size.users} users, ${size.works} works\n`)
  console.log('| Job | Step | Median | Lowest–highest | Processor time | Runs | Load |')
  console.log('| --- | --- | --- | --- | --- | --- | --- |')
  const medians = new Map<string, ReadonlyMap<string, Step>>()
  for (const job of jobs) {
    const found = measureJob(job, job.endsWith('csv') ? await generateCsv(path) : path, size)
    if (found) medians.set(job, found)
  }
  console.log()
  const [first, ...others] = jobs.filter((job) => makesSums.has(job) && medians.has(job))
  for (const job of others) compare(first!, job)
  printRatios(medians)
}

if (values.job !== undefined) await runJob(values.job, values.path!, sizeOf(Number(values.plays)), sumsOf(values.job))
else if (hasRealFiles()) await measure()
