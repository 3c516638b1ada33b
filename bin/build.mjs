// Builds dist/ from src/: types of the words, the program, the words themselves, the styles.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { generateWords } from './generate-words.mjs'

const root = dirname(import.meta.dirname)

const faults = generateWords(root)
if (faults.length > 0) {
  for (const fault of faults) console.error(fault)
  process.exit(1)
}

const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
const compiled = spawnSync(process.execPath, [compiler, '-p', join(root, 'tsconfig.build.json')], {
  cwd: root,
  stdio: 'inherit',
})
if (compiled.status !== 0) process.exit(compiled.status ?? 1)

for (const entry of readdirSync(join(root, 'src'), { withFileTypes: true, recursive: true })) {
  if (!entry.isFile() || !/\.(json|sql|js)$/.test(entry.name)) continue
  const from = join(entry.parentPath, entry.name)
  const to = join(root, 'dist', relative(root, from))
  mkdirSync(dirname(to), { recursive: true })
  cpSync(from, to)
}

const styles = join(root, 'bin', 'build-styles.mjs')
if (existsSync(styles)) {
  const styled = spawnSync(process.execPath, [styles], { cwd: root, stdio: 'inherit' })
  if (styled.status !== 0) process.exit(styled.status ?? 1)
}
