// The gate, the same at the desk and in CI: every check in turn, and a failure at the end when any of them failed.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const packaged = (...parts) => join(root, 'node_modules', ...parts)

/** What is run, in order. Words come first: the types of everything else are made from them. */
const checks = [
  { name: 'words', run: [join(root, 'bin', 'generate-words.mjs')], done: 'every text in every language' },
  { name: 'types', run: [packaged('typescript', 'bin', 'tsc'), '--noEmit', '-p', 'tsconfig.json'] },
  { name: 'lint', run: [packaged('oxlint', 'bin', 'oxlint'), '--type-aware', 'src', 'test', 'bin', 'benchmarks'] },
  { name: 'format', run: [packaged('@biomejs', 'biome', 'bin', 'biome'), 'format', '.'] },
  { name: 'tests', run: [packaged('vitest', 'vitest.mjs'), 'run'] },
]

// The pinned Node also when this file was started by an older one.
const pinned = packaged('.bin', 'node')
const node = process.platform !== 'win32' && existsSync(pinned) ? pinned : process.execPath

// oxlint finds its type-aware part by name.
const path = [packaged('.bin'), process.env.PATH].join(process.platform === 'win32' ? ';' : ':')

let running
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    running?.kill(signal)
    process.exit(130)
  })

const runCheck = ({ run }) =>
  new Promise((resolve) => {
    const began = performance.now()
    const child = spawn(node, run, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, PATH: path },
    })
    running = child
    let said = ''
    for (const [stream, out] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ])
      stream.on('data', (bytes) => {
        said += bytes
        out.write(bytes)
      })
    child.on('close', (code, signal) => {
      resolve({ hasPassed: code === 0, ending: signal ?? code, said, seconds: (performance.now() - began) / 1000 })
    })
  })

const bare = (text) => text.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g'), '')
const closingLines = (said) =>
  bare(said)
    .split('\n')
    .filter((line) => /^\s*(Test Files|Tests)\s+/.test(line))

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !checks.some((check) => check.name === name))
if (unknown.length > 0) {
  console.error(`There is no check ${unknown.join(', ')}. There is: ${checks.map(({ name }) => name).join(', ')}.`)
  process.exit(2)
}

const results = []
for (const check of checks.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  console.log(`\n══ ${check.name} ${'═'.repeat(60 - check.name.length)}`)
  const outcome = await runCheck(check)
  if (outcome.hasPassed && outcome.said.trim() === '') console.log(check.done ?? 'nothing to say')
  results.push({ name: check.name, ...outcome })
}

console.log(`\n══ summary ${'═'.repeat(53)}`)
for (const { name, hasPassed, ending, seconds } of results)
  console.log(
    `${hasPassed ? 'passed' : 'FAILED'}  ${name.padEnd(8)} ${seconds.toFixed(1).padStart(6)} s${hasPassed ? '' : `  (ended with ${ending})`}`,
  )
for (const { said } of results) for (const line of closingLines(said)) console.log(line)
process.exitCode = results.every(({ hasPassed }) => hasPassed) ? 0 : 1
