import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readExposureArguments } from './arguments.ts'
import { documentOf, smallChart, smallWorks } from './small-study.ts'

const files = ['--exposures', 'chart.tsv', '--works', 'works.csv']
const faultOf = (...words: string[]) => {
  const call = readExposureArguments(words)
  return call.ok ? undefined : call.faults[0]
}

/** Splits a command as a POSIX shell does, as far as our commands need it. */
const shellWords = (command: string): string[] =>
  [...command.matchAll(/(?:\\'|'[^']*'|[^\s'])+/g)].map(([word]) =>
    word.replaceAll("'\\''", '\u0000').replaceAll("'", '').replaceAll('\u0000', "'"),
  )

describe('the command line of the study', () => {
  it('names two files, a layout, countries and a format', () => {
    const words = [
      ...files,
      '--layout',
      'netflix',
      '--country',
      'KR,FR',
      '--country',
      'NG',
      '--format',
      'csv',
      '--seed',
      '7',
    ]
    expect(readExposureArguments(words)).toEqual({
      ok: true,
      value: {
        options: {
          exposures: { path: 'chart.tsv' },
          works: { path: 'works.csv' },
          layout: 'netflix',
          countries: ['KR', 'FR', 'NG'],
          resampling: { seed: 7 },
        },
        format: 'csv',
        out: undefined,
      },
    })
  })

  it('takes columns, encodings, separators and settled spellings', () => {
    const words = [
      '--works-column',
      'origin=made in',
      '--exposures-encoding',
      'windows-1256',
      '--works-separator',
      'tab',
      '--spelling',
      'a=b=FR',
    ]
    expect(readExposureArguments([...files, ...words, '--country', 'all'])).toMatchObject({
      ok: true,
      value: {
        options: {
          exposures: { encoding: 'windows-1256' },
          works: { columns: { origin: 'made in' }, separator: '\t' },
          spellings: { 'a=b': 'FR' },
          countries: 'all',
        },
      },
    })
  })

  it.each<[string, string[], object]>([
    ['a missing file', ['--works', 'w.csv'], { code: 'argument-missing', field: 'exposures' }],
    ['an option without its value', [...files, '--seed'], { code: 'argument-missing', values: { argument: '--seed' } }],
    [
      'an option nobody knows',
      [...files, '--colour', 'red'],
      { code: 'argument-unknown', values: { argument: '--colour' } },
    ],
    ['a word too many', [...files, 'more'], { code: 'argument-unknown', values: { argument: 'more' } }],
    ['a format that is none', [...files, '--format', 'xml'], { code: 'argument-choice', field: 'format' }],
    ['an order of dates that is none', [...files, '--dates', 'dym'], { code: 'argument-choice', field: 'dates' }],
    ['a seed that is no number', [...files, '--seed', 'one'], { code: 'argument-number', field: 'seed' }],
    [
      'a column without its name',
      [...files, '--works-column', 'origin='],
      { code: 'argument-pair', field: 'works-column' },
    ],
  ])('%s is refused with a reason', (_, words, fault) => expect(faultOf(...words)).toMatchObject(fault))

  it('reads back every command that a result gives for its repetition', async () => {
    const choices = {
      countries: ['MA', 'Morocco'],
      spellings: { "L'Île = là": 'FR' },
      dates: 'dmy',
      resampling: { replicates: 250, seed: 3, level: 0.9 },
    } as const
    const { method } = await documentOf(smallChart, smallWorks, choices)
    const call = readExposureArguments(shellWords(method.command).slice(3))
    expect(call).toMatchObject({
      ok: true,
      value: {
        options: {
          exposures: { path: 'chart.csv', columns: { title: 'title', territory: 'territory' } },
          works: { path: 'works.csv', columns: { origin: 'origin' } },
          spellings: choices.spellings,
          dates: 'dmy',
          resampling: choices.resampling,
        },
      },
    })
  })
})

describe.each(['en', 'fr', 'ar'])('every fault of the study has its sentence in %s', (locale) => {
  const sources = ['arguments.ts', 'command.ts', 'study-files.ts']
    .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))
    .join('\n')
  const codes = new Set(
    [
      ...sources.matchAll(
        /'((?:argument|unknown|days|slots|nothing|no|country|replicates|seed|level|spelling|rows|titles|spellings)-[a-z-]+)'/g,
      ),
    ].map((match) => match[1]!),
  )
  const words = JSON.parse(readFileSync(join(import.meta.dirname, 'words', `${locale}.json`), 'utf8')) as Record<
    string,
    string
  >
  it.each([...codes])('%s', (code) => expect(words[`fault.${code}`]).toBeTruthy())
})
