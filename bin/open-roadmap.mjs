#!/usr/bin/env node
// The command line. Runs the built program on the pinned Node, also when started by a service that knows only an older one.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const program = join(root, 'dist', 'src', 'cli.js')
if (!existsSync(program)) {
  const made = spawnSync(process.execPath, [join(root, 'bin', 'ensure.mjs'), '--build', '--quiet'], {
    stdio: ['ignore', 2, 2],
  })
  if (made.status !== 0) process.exit(made.status ?? 1)
}
if (Number(process.versions.node.split('.')[0]) >= 24) await import(program)
else {
  const own = join(root, 'node_modules', '.bin', 'node')
  const done = spawnSync(own, [program, ...process.argv.slice(2)], { stdio: 'inherit' })
  process.exit(done.status ?? 1)
}
