// Writes docs/reference/ anew from the code: the same test that compares the two, told to take the code's word.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const pinned = join(root, 'node_modules', '.bin', 'node')
const node = process.platform !== 'win32' && existsSync(pinned) ? pinned : process.execPath
const done = spawnSync(node, [vitest, 'run', 'test/reference.test.ts', '--update'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, CI: '' },
})
process.exitCode = done.status ?? 1
