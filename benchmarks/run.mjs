// `npm run bench [-- NAME…]`: each benchmark in child processes of its own, five times (RUNS=n), and the median of every figure.
// Writes benchmarks/results.json and the table in benchmarks/README.md. What was not run this time keeps its earlier figures.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { benchmarks, rows } from './aims.mjs'

const here = import.meta.dirname
const root = join(here, '..')
const resultsFile = join(here, 'results.json')
const readmeFile = join(here, 'README.md')
const runs = Number(process.env.RUNS ?? 5)

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !benchmarks.some((benchmark) => benchmark.name === name))
if (unknown.length > 0) {
  console.error(
    `There is no benchmark ${unknown.join(', ')}. There is: ${benchmarks.map(({ name }) => name).join(', ')}.`,
  )
  process.exit(2)
}

const compiled = (file) => join(root, 'dist', 'benchmarks', file.replace(/\.ts$/, '.js'))
const isStale = readdirSync(here)
  .filter((file) => file.endsWith('.ts'))
  .some((file) => !existsSync(compiled(file)) || statSync(compiled(file)).mtimeMs < statSync(join(here, file)).mtimeMs)
if (isStale) {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const done = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' })
  if (done.status !== 0) process.exit(1)
}

/** One run in a process of its own: the JSON line it prints. */
const runOnce = ({ file, parameters = [] }) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [compiled(file), ...parameters], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    child.stdout.on('data', (bytes) => {
      said += bytes
    })
    child.once('close', (code) => {
      const line = said.trim().split('\n').at(-1) ?? ''
      if (code === 0 && line.startsWith('{')) resolve(JSON.parse(line))
      else reject(new Error(`${file} ended with ${code}: ${said}`))
    })
  })

const median = (numbers) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)]

const figureIn = (outcome, path) => path.split('.').reduce((at, part) => at?.[part], outcome)

const isMet = ({ aim, better }, value) => aim === undefined || (better === 'higher' ? value > aim : value < aim)

const git = (...words) => {
  try {
    return execFileSync('git', words, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return ''
  }
}

const earlier = existsSync(resultsFile) ? JSON.parse(readFileSync(resultsFile, 'utf8')).figures : {}
const figures = { ...earlier }

for (const benchmark of benchmarks.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const outcomes = []
  const loads = []
  for (let run = 1; run <= runs; run += 1) {
    process.stderr.write(`${benchmark.name} ${run}/${runs} …\n`)
    loads.push(loadavg()[0])
    const outcome = await runOnce(benchmark)
    if (outcome.skipped) {
      process.stderr.write(`${benchmark.name} skipped: ${outcome.skipped}\n`)
      break
    }
    outcomes.push(outcome)
  }
  if (outcomes.length === 0) continue
  for (const { figure } of rows.filter((row) => row.benchmark === benchmark.name)) {
    const values = outcomes.map((outcome) => figureIn(outcome, figure))
    figures[`${benchmark.name} ${figure}`] = {
      median: median(values),
      lowest: Math.min(...values),
      highest: Math.max(...values),
      runs: values.length,
      load: { lowest: Math.min(...loads), highest: Math.max(...loads) },
      day: new Date().toISOString().slice(0, 10),
      commit: git('rev-parse', '--short', 'HEAD'),
    }
  }
  save()
}
save()

function save() {
  const machine = {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memory_gigabytes: Math.round(totalmem() / 1e9),
    system: `${process.platform} ${process.arch}`,
    node: process.versions.node,
  }
  writeFileSync(resultsFile, `${JSON.stringify({ machine, figures }, undefined, 2)}\n`)
  writeReadme(machine)
}

function shown(value, unit) {
  const number = Number(value).toLocaleString('en-GB', { maximumFractionDigits: value < 100 ? 2 : 0 })
  return `${number}${unit === '' ? '' : ` ${unit}`}`
}

function loadOf({ load }) {
  return load ? `${load.lowest.toFixed(1)}–${load.highest.toFixed(1)}` : ''
}

function tableOf() {
  const lines = rows.flatMap((row) => {
    const found = figures[`${row.benchmark} ${row.figure}`]
    if (!found) return []
    const { unit, aim, better, name, benchmark } = row
    const wish = aim === undefined ? '' : `${better === 'higher' ? '>' : '<'} ${shown(aim, unit)}`
    const verdict = aim === undefined ? '' : isMet(row, found.median) ? 'met' : 'missed'
    const range = `${shown(found.lowest, '')}–${shown(found.highest, '')}`
    return [
      `| ${name} | ${wish} | **${shown(found.median, unit)}** | ${range} | ${found.runs} | ${verdict} | \`${benchmark}\` | ${loadOf(found)} |`,
    ]
  })
  const header =
    '| What | Aim | Median | Lowest–highest | Runs | | Command: `npm run bench --` | Load |\n| --- | --- | --- | --- | --- | --- | --- | --- |'
  return [header, ...lines].join('\n')
}

function writeReadme({ processor, cores, memory_gigabytes, system, node }) {
  const begins = '<!-- written by benchmarks/run.mjs: begin -->'
  const ends = '<!-- written by benchmarks/run.mjs: end -->'
  const text = readFileSync(readmeFile, 'utf8')
  const machine = `${processor}, ${cores} cores, ${memory_gigabytes} GB, ${system}, Node ${node}, embedded PostgreSQL 18. The last column is the load of the machine before the runs (mean of one minute, all work on it together): above the number of cores, the benchmark had to share them.`
  const [before = ''] = text.split(begins)
  const [, after = ''] = text.split(ends)
  writeFileSync(readmeFile, `${before}${begins}\n${machine}\n\n${tableOf()}\n${ends}${after}`)
}

console.log(tableOf())
