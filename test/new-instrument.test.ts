import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../src/kernel/package-root.ts'

const copy = mkdtempSync(join(tmpdir(), 'open-roadmap-copy-'))
afterAll(() => rmSync(copy, { recursive: true, force: true }))

const folders = ['src', 'test', 'bin', 'convention', 'dist/assets']
const files = ['package.json', 'tsconfig.json', 'vitest.config.ts', 'biome.json', '.oxlintrc.json', 'vitest.config.ts']
for (const path of [...folders, ...files]) cpSync(join(packageRoot, path), join(copy, path), { recursive: true })
symlinkSync(join(packageRoot, 'node_modules'), join(copy, 'node_modules'))

const packaged = (...parts: readonly string[]): string => join(copy, 'node_modules', ...parts)

const run = (...parameters: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, parameters, {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${packaged('.bin')}:${process.env['PATH'] ?? ''}`, NO_COLOR: '1' },
  })
  return { status, said: `${stdout}\n${stderr}` }
}

const titles = ['--en', 'Artist residencies', '--fr', 'Résidences d’artistes', '--ar', 'إقامات الفنانين']
const generator = join('bin', 'new-instrument.mjs')

const addToList = (): void => {
  const file = join(copy, 'src', 'instruments', 'index.ts')
  const text = readFileSync(file, 'utf8')
    .replace(
      "import type { Instrument } from './instrument.ts'",
      (line) => `import { artistResidencies } from './artist-residencies/index.ts'\n${line}`,
    )
    .replace(/(instruments: readonly Instrument\[\] = \[)/, '$1artistResidencies, ')
  writeFileSync(file, text)
}

describe('a new instrument', () => {
  it('is refused without a noun, titles, or anything the Convention has', () => {
    expect(run(generator).status).toBe(2)
    expect(run(generator, 'Residencies!', ...titles, '--serves', 'roadmap/2.2').status).toBe(2)
    const unknown = run(generator, 'artist-residencies', ...titles, '--serves', 'roadmap/9.9')
    expect(unknown.status).toBe(2)
    expect(unknown.said).toContain('roadmap/9.9')
    expect(run(generator, 'measures', ...titles, '--serves', 'roadmap/2.2').said).toContain('already')
  })

  it('compiles, lints, and passes its own tests and the contract with one line added', { timeout: 180_000 }, () => {
    const made = run(generator, 'artist-residencies', ...titles, '--serves', 'roadmap/2.2,guidelines/14.3')
    expect(made.status, made.said).toBe(0)
    addToList()
    const types = run(
      packaged('typescript', 'bin', 'tsc'),
      '--noEmit',
      '-p',
      'tsconfig.json',
      '--tsBuildInfoFile',
      join(copy, 'types'),
    )
    expect(
      types.said
        .split('\n')
        .filter((line) => line.includes('artist-residencies') || line.includes('instruments/index')),
    ).toEqual([])
    const lint = run(packaged('oxlint', 'bin', 'oxlint'), '--type-aware', 'src/instruments/artist-residencies')
    expect(lint.status, lint.said).toBe(0)
    const format = run(packaged('@biomejs', 'biome', 'bin', 'biome'), 'format', 'src/instruments/artist-residencies')
    expect(format.status, format.said).toBe(0)
    const tests = run(
      packaged('vitest', 'vitest.mjs'),
      'run',
      'artist-residencies',
      'instrument.contract',
      '--testNamePattern',
      'artist-residencies|an entry of the register',
    )
    expect(tests.status, tests.said).toBe(0)
    expect(tests.said).toMatch(/Tests\s+2\d passed/)
  })
})
