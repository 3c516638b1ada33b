import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../src/kernel/package-root.ts'
import { findFaults, type Rules } from './architecture/find-faults.ts'
import type { SourceFile } from './architecture/source-file.ts'
import * as layers from './layers.ts'

const readTree = (...folders: readonly string[]): readonly SourceFile[] =>
  folders.flatMap((folder) =>
    readdirSync(join(packageRoot, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /\.(tsx?|mjs|js|scss)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => ({ path: relative(packageRoot, file).replaceAll('\\', '/'), text: readFileSync(file, 'utf8') })),
  )

describe('the house', () => {
  it('is built as test/layers.ts says', () => {
    expect(findFaults(readTree('src', 'test', 'bin', 'benchmarks'), layers)).toEqual([])
  }, 30_000)

  it('gives a reason for every exception', () => {
    const reasons = [
      ...Object.values(layers.longFiles),
      ...Object.values(layers.outsideWorldExceptions),
      ...Object.values(layers.computedImports),
      ...Object.values(layers.sideDoors).map(({ reason }) => reason),
    ]
    expect(reasons.filter((reason) => reason.length < 15)).toEqual([])
  })
})

const rules: Rules = {
  layers: {
    kernel: [],
    platform: ['kernel'],
    people: ['kernel'],
    instruments: ['kernel', 'people'],
    report: ['kernel', 'people'],
  },
  domainRooms: ['people', 'report'],
  roomsOfSlices: ['instruments'],
  composition: { 'app.ts': ['commands'], 'cli.ts': [], commands: ['cli.ts'] },
  sideDoors: { 'instruments/plays/command.ts': { for: 'commands', reason: 'starts at once' } },
  forbiddenFolders: ['utils'],
  outsideWorld: 'platform',
  outsideWorldExceptions: {},
  longestSource: 10,
  longestTest: 20,
  longFiles: {},
}

const sound: Readonly<Record<string, string>> = {
  'src/kernel/day.ts': `export type Day = string`,
  'src/platform/clock.ts': `export const now = () => new Date()`,
  'src/people/index.ts': `export * from './account.ts'`,
  'src/people/account.ts': `import type { Day } from '../kernel/day.ts'\nexport type Born = Day`,
  'src/instruments/index.ts': `import { plays } from './plays/index.ts'\nexport const all = [plays]`,
  'src/instruments/instrument.ts': `export interface Instrument {}`,
  'src/instruments/plays/index.ts': `import type { Instrument } from '../instrument.ts'\nexport const plays: Instrument = {}`,
  'src/instruments/plays/command.ts': `export const run = () => 0`,
  'src/instruments/measures/index.ts': `import { can } from '../../people/index.ts'\nexport { can }`,
  'src/report/index.ts': `export const report = 1`,
  'src/app.ts': `import { all } from './instruments/index.ts'\nexport { all }`,
  'src/commands/index.ts': `import '../app.ts'\nexport const study = () => import('../instruments/plays/command.ts')`,
  'src/cli.ts': `import './commands/index.ts'`,
}

const faultsWith = (planted: Readonly<Record<string, string>>): readonly string[] =>
  findFaults(
    Object.entries({ ...sound, ...planted }).map(([path, text]) => ({ path, text })),
    rules,
  )

/** Every kind of fault, planted in a small sound tree, with what is said about it. */
const planted: readonly (readonly [title: string, file: string, text: string, fault: RegExp])[] = [
  [
    'a room that knows a higher one',
    'src/kernel/money.ts',
    `import { can } from '../people/index.ts'`,
    /kernel may not know people/,
  ],
  [
    'a type taken from a higher room',
    'src/people/row.ts',
    `import type { Report } from '../report/index.ts'`,
    /people may not know report/,
  ],
  [
    'a type marked inside the braces',
    'src/people/row.ts',
    `import { type Report } from '../report/index.ts'`,
    /people may not know report/,
  ],
  [
    'a type written as import(…)',
    'src/people/row.ts',
    `export type R = import('../report/index.ts').R`,
    /people may not know report/,
  ],
  [
    'a re-export from a higher room',
    'src/kernel/all.ts',
    `export * from '../people/index.ts'`,
    /kernel may not know people/,
  ],
  [
    'a re-exported type',
    'src/kernel/all.ts',
    `export type { A } from '../people/index.ts'`,
    /kernel may not know people/,
  ],
  [
    'an import while running',
    'src/kernel/late.ts',
    `export const f = () => import('../people/index.ts')`,
    /kernel may not know people/,
  ],
  [
    'an import nobody can follow',
    'src/people/late.ts',
    `export const f = (p: string) => import(p)`,
    /worked out while the program runs/,
  ],
  [
    'the report knowing an instrument',
    'src/report/study.ts',
    `import { plays } from '../instruments/plays/index.ts'`,
    /report may not know instruments/,
  ],
  [
    'one instrument knowing another',
    'src/instruments/measures/store.ts',
    `import { plays } from '../plays/index.ts'`,
    /knows plays, another slice/,
  ],
  [
    'an instrument knowing the list',
    'src/instruments/measures/store.ts',
    `import { all } from '../index.ts'`,
    /knows the list/,
  ],
  [
    'the shape of instruments knowing one of them',
    'src/instruments/instrument.ts',
    `import { plays } from './plays/index.ts'`,
    /knows the slice plays/,
  ],
  [
    'a domain room entered by the window',
    'src/report/who.ts',
    `import { a } from '../people/account.ts'`,
    /instead of its index\.ts/,
  ],
  [
    'an instrument entered by the window',
    'src/app.ts',
    `import { a } from './instruments/measures/store.ts'`,
    /instead of its index\.ts/,
  ],
  [
    'a side door used by somebody else',
    'src/app.ts',
    `import { run } from './instruments/plays/command.ts'`,
    /instead of its index\.ts/,
  ],
  [
    'a room that imports the composition',
    'src/people/late.ts',
    `import { all } from '../app.ts'`,
    /composes the house/,
  ],
  [
    'a command imported by a room',
    'src/report/late.ts',
    `import { study } from '../commands/index.ts'`,
    /composes the house/,
  ],
  ['a room nobody declared', 'src/extras/thing.ts', `export const a = 1`, /a room that layers\.ts does not know/],
  ['a folder whose name says nothing', 'src/people/utils/a.ts', `export const a = 1`, /a folder called utils/],
  ['a file named otherwise', 'src/people/AccountStore.ts', `export const a = 1`, /kebab-case/],
  ['the environment', 'src/people/a.ts', `export const a = process.env['HOME']`, /uses process\.env/],
  ['the clock', 'src/people/a.ts', `export const a = new Date()`, /uses new Date\(\)/],
  ['the clock in milliseconds', 'src/people/a.ts', `export const a = Date.now()`, /uses Date\.now/],
  ['chance', 'src/people/a.ts', `export const a = Math.random()`, /uses Math\.random/],
  [
    'chance from a package',
    'src/people/a.ts',
    `import { randomUUID as id } from 'node:crypto'\nid()`,
    /uses randomUUID/,
  ],
  ['production code that needs a test', 'src/people/a.ts', `import '../../test/world.ts'`, /outside src/],
  ['a file that is too long', 'src/people/a.ts', `export const a = 1\n`.repeat(11), /has 11 lines, more than 10/],
  ['a mark of unfinished work', 'src/people/a.ts', `// ${['TO', 'DO'].join('')} the rest`, /marked as unfinished/],
]

describe('the checker of the house', () => {
  it('finds nothing in a sound tree', () => {
    expect(faultsWith({})).toEqual([])
  })

  it.each(planted)('finds %s', (_title, file, text, fault) => {
    const faults = faultsWith({ [file]: text })
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(fault)
    expect(faults[0]).toContain(file)
  })

  it('lets tests read the clock and the test world, and knows dates that are given', () => {
    const test = `import '../../test/world.ts'\nconst at = new Date()`
    expect(
      faultsWith({ 'src/people/a.test.ts': test, 'src/people/b.ts': `export const day = new Date(2025, 1, 1)` }),
    ).toEqual([])
  })

  it('finds an exception that excuses nothing', () => {
    const files = Object.entries(sound).map(([path, text]) => ({ path, text }))
    const excused = {
      longFiles: { 'src/people/account.ts': 'a table' },
      outsideWorldExceptions: { 'src/kernel/day.ts': 'a clock' },
    }
    const sideDoors = { ...rules.sideDoors, 'instruments/measures/index.ts': { for: 'people', reason: 'none' } }
    expect(findFaults(files, { ...rules, ...excused, sideDoors })).toEqual([
      'src/people/account.ts is named as an exception and needs none',
      'src/kernel/day.ts is named as an exception and needs none',
      'src/instruments/measures/index.ts is named as an exception and needs none',
    ])
  })

  it('finds an exception whose file is gone', () => {
    const files = Object.entries(sound).map(([path, text]) => ({ path, text }))
    expect(findFaults(files, { ...rules, longFiles: { 'src/gone.ts': 'a table' } })).toEqual([
      'src/gone.ts is named as an exception and is not there',
    ])
  })
})
