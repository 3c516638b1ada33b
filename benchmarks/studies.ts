import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generatePlays, sizeOf } from './studies/generator.ts'
import { type EngineName, runJob, type Taken } from './studies/jobs.ts'
import { difference } from './studies/sums.ts'

/**
 * Speed and size of the studies on made plays: `studies.ts [plays] [runs] [engines]`, 100 000 000 plays, five runs, and ours, duckdb and
 * polars if nothing is said. Every run is a process of its own. Prints medians, peaks, ratios, and whether the engines agree.
 */
const [first = '100000000', runsText = '5', enginesText = 'ours,duckdb,polars', ...job] = process.argv.slice(2)
const root = join(tmpdir(), 'open-roadmap-benchmark')
const program = fileURLToPath(import.meta.url)

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const runOnce = (engine: string, path: string, out: string): Taken | undefined => {
  const child = spawnSync(process.execPath, ['--max-old-space-size=4096', program, first, '1', engine, path, out], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (child.status === 0) return JSON.parse(child.stdout.trim().split('\n').at(-1)!) as Taken
  console.log(
    `${engine}: not measured (${
      child.stderr
        .trim()
        .split('\n')
        .find((line) => /Error|error/.test(line)) ??
      child.signal ??
      'ended early'
    })`,
  )
  return undefined
}

const read = (path: string) => {
  const bytes = readFileSync(path)
  return new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8)
}

const compare = (engine: string, out: string): void => {
  const worst = ['flow', 'proRata', 'userCentric'].map((name) =>
    difference(read(`${out}-ours.${name}`), read(`${out}-${engine}.${name}`)),
  )
  console.log(
    `ours and ${engine}: greatest relative difference of flow, pro-rata, user-centric: ${worst.map((value) => value.toExponential(1)).join(', ')}`,
  )
}

const measure = async (): Promise<void> => {
  const size = sizeOf(Number(first))
  console.log(
    `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 1024 ** 3)} GB, Node ${process.version}`,
  )
  console.log(`${size.plays} plays, ${size.users} users, ${size.works} works; medians of ${runsText}`)
  const path = await generatePlays(root, size)
  if (path === undefined) return
  const sums = new Map<string, Map<string, number>>()
  for (const engine of enginesText.split(',')) {
    const out = join(root, `sums-${engine}`)
    const runs = Array.from({ length: Number(runsText) }, () => runOnce(engine, path, out))
    const taken = runs.filter((run) => run !== undefined)
    if (taken.length === 0) continue
    const steps = Object.keys(taken[0]!.seconds).map((step): [string, number] => [
      step,
      median(taken.map((run) => run.seconds[step]!)),
    ])
    sums.set(engine, new Map(steps))
    const peak = Math.max(...taken.map(({ peakMegabytes }) => peakMegabytes))
    for (const [step, value] of steps) console.log(`${engine.padEnd(7)} ${step.padEnd(28)} ${value.toFixed(2)} s`)
    console.log(`${engine.padEnd(7)} ${'peak memory, all processes'.padEnd(28)} ${peak} MB`)
    if (engine !== 'ours') compare(engine, join(root, 'sums'))
  }
  const together = (engine: string, steps: readonly string[]) =>
    steps.reduce((sum, step) => sum + (sums.get(engine)?.get(step) ?? Number.NaN), 0)
  const own = together('ours', ['flow', 'pro-rata and user-centric'])
  for (const engine of ['duckdb', 'polars'])
    if (sums.has(engine))
      console.log(
        `ours is ${(together(engine, ['flow', 'pro-rata', 'user-centric']) / own).toFixed(1)} times as fast as ${engine} on the three sums`,
      )
}

if (job.length > 0) await runJob(enginesText as EngineName, job[0]!, sizeOf(Number(first)), job[1])
else await measure()
