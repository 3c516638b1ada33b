import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StudyCommand } from '../engines/studies/index.ts'
import { discoverability } from '../instruments/discoverability/command.ts'
import { flows } from '../instruments/flows/command.ts'
import { metadata } from '../instruments/metadata/command.ts'
import { remuneration } from '../instruments/remuneration/command.ts'

const files: Readonly<Record<string, string>> = {
  'plays of May.csv': 'user;work;n\na;w1;3\nb;w2;1\nb;w1;2\n',
  'works.csv': "work_id,title,creator,origin,isbn\nw1,One,Ann,L'Île = là,439023483\nw2,Two,Ben,France,x\n",
  'users.csv': 'user_id,country\na,FR\nb,SN\n',
  'trade.csv': 'importer,exporter,value,year\nFR,SN,10,2020\nSN,FR,30,2021\n',
  'chart.csv': 'territory,week,category,position,title\nFR,03/01/2022,Films,1,One\nFR,17/01/2022,Films,1,Two\n',
}

const spelling = ['--spelling', "L'Île = là=SN"]
const small = ['--replicates', '150', '--seed', '7', '--level', '0.9']

const calls: readonly (readonly [string, StudyCommand, readonly string[]])[] = [
  [
    'remuneration',
    remuneration,
    [
      '--plays',
      'plays of May.csv',
      '--plays-column',
      'user_id=user',
      '--plays-column',
      'work_id=work',
      '--plays-column',
      'plays=n',
      '--plays-separator',
      'semicolon',
      '--works',
      'works.csv',
      '--users',
      'users.csv',
      '--models',
      'user-centric,thresholded,artist-centric,mixture',
      '--fee',
      '9.99',
      '--currency',
      'EUR',
      '--threshold-plays',
      '2',
      '--activity-plays',
      '1',
      '--activity-listeners',
      '0',
      '--cap',
      '2',
      '--lambda',
      '0.3',
      '--without',
      'by-model',
      '--statement',
      'Ann',
      ...spelling,
      ...small,
    ],
  ],
  ['metadata', metadata, ['--works', 'works.csv', '--works-column', 'isbn-10=isbn', '--sector', 'book']],
  ['flows of trade', flows, ['--flows', 'trade.csv', '--developing', 'ldc', '--unit', 'euros']],
  [
    'flows of plays',
    flows,
    [
      '--plays',
      'plays of May.csv',
      '--plays-column',
      'user_id=user',
      '--plays-column',
      'work_id=work',
      '--plays-separator',
      'semicolon',
      '--works',
      'works.csv',
      '--users',
      'users.csv',
      '--credit',
      'first',
      ...small,
    ],
  ],
  [
    'discoverability',
    discoverability,
    [
      '--catalogue',
      'works.csv',
      '--exposures',
      'chart.csv',
      '--dates',
      'dmy',
      '--credit',
      'any',
      ...spelling,
      '--simulate',
      'floor,mmr',
      '--share',
      '0.4',
      '--depth',
      '5',
      '--lambda',
      '0.2',
      ...small,
    ],
  ],
]

/** Splits a command as a POSIX shell does, as far as our commands need it. */
const shellWords = (command: string): string[] =>
  [...command.matchAll(/(?:\\'|'[^']*'|[^\s'])+/g)].map(([word]) =>
    word.replaceAll("'\\''", '\u0000').replaceAll("'", '').replaceAll('\u0000', "'"),
  )

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'studies-'))
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
})
afterAll(() => rm(folder, { recursive: true }))

const textOf = async (study: StudyCommand, words: readonly string[]): Promise<string> => {
  const outcome = await study(words.map((word) => (word in files ? join(folder, word) : word)))
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults))
  return outcome.value.text
}

describe('a sceptic repeats a study from its record, with one command, to the same last digit', () => {
  it.each(calls)('%s', async (_, study, words) => {
    const first = await textOf(study, words)
    const { method } = JSON.parse(first) as { method: { command: string; inputs: Record<string, { sha256: string }> } }
    expect(await textOf(study, shellWords(method.command).slice(3))).toBe(first)
    for (const { sha256 } of Object.values(method.inputs)) expect(sha256).toMatch(/^[\da-f]{64}$/)
  })

  it('a file that is stored under another name stands in the record under its own', async () => {
    const text = await textOf(metadata, ['--works', 'works.csv', '--works-name', 'List of works.csv'])
    const { method } = JSON.parse(text) as { method: { command: string; inputs: { works: { file: string } } } }
    expect(method.inputs.works.file).toBe('List of works.csv')
    expect(method.command).toContain("--works 'List of works.csv'")
  })
})
