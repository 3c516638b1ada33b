// Installs what package-lock.json asks for and builds what changed. Plain Node 20 without dependencies: it runs first.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Open Roadmap needs Node 20.19 or newer to install itself; this is ${process.versions.node}. Install a newer Node and run the same command again.`,
  )
  process.exit(1)
}

const say = (text) => process.argv.includes('--quiet') || console.error(text)
const stampFile = (name) => join(root, 'node_modules', name)
const stamped = (name, value) => existsSync(stampFile(name)) && readFileSync(stampFile(name), 'utf8') === value
const stamp = (name, value) => {
  mkdirSync(dirname(stampFile(name)), { recursive: true })
  writeFileSync(stampFile(name), value)
}

const run = (command, parameters, failure) => {
  const done = spawnSync(command, parameters, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, npm_config_loglevel: 'error' },
  })
  if (done.status === 0) return
  console.error(failure)
  process.exit(done.status ?? 1)
}

const installed = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .update(`${process.platform} ${process.arch}`)
  .digest('hex')

if (!stamped('.installed', installed)) {
  say('Installing (the first time, and when the list of packages changed) …')
  const npm = process.env.npm_execpath
  const parameters = [
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--ignore-scripts',
  ]
  const failure =
    'The packages could not be installed; nothing was started. Check the network or the npm registry setting, then run the same command again.'
  if (npm) run(process.execPath, [npm, ...parameters], failure)
  else run('npm', parameters, failure)
  stamp('.installed', installed)
}

const sourcesOf = (folder) =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.generated.ts'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))

if (process.argv.includes('--build')) {
  const files = [
    ...sourcesOf('src'),
    ...sourcesOf('bin'),
    join(root, 'package-lock.json'),
    join(root, 'tsconfig.json'),
    join(root, 'tsconfig.build.json'),
  ].sort((one, other) => (one < other ? -1 : 1))
  const state = createHash('sha256')
  for (const file of files) {
    const { size, mtimeMs } = statSync(file)
    state.update(`${file} ${size} ${mtimeMs}\n`)
  }
  const built = state.digest('hex')
  if (!stamped('.built', built) || !existsSync(join(root, 'dist', 'src'))) {
    say('Building …')
    const own = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
    run(
      existsSync(own) ? own : process.execPath,
      [join(root, 'bin', 'build.mjs')],
      'The build failed; nothing was started. The lines above say where.',
    )
    stamp('.built', built)
  }
}
