import { assert, constantFrom, nat, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkConvention } from './check-convention.ts'
import { type ConventionFiles, readConventionFiles } from './convention-files.ts'
import { describeFault, type FaultCode, type FrameworkFault } from './framework-error.ts'
import { conventionDirectory } from './load-framework.ts'
import { readWrittenConvention } from './written-convention.ts'

const files = readConventionFiles(conventionDirectory)

const faultsIn = (changed: ConventionFiles): readonly FrameworkFault[] => {
  const { written, findings } = readWrittenConvention(changed)
  return checkConvention(written, findings)
}

/** Replaces one passage of one file and gives the faults found, and the line at which `marker` now stands. */
const plant = (file: string, passage: string, replacement: string, marker = replacement) => {
  const text = files.get(file) ?? ''
  expect(text).toContain(passage)
  const changed = text.replace(passage, () => replacement)
  const line = changed.slice(0, changed.indexOf(marker)).split('\n').length
  return { faults: faultsIn(new Map(files).set(file, changed)), line }
}

interface Planted {
  readonly title: string
  readonly code: FaultCode
  readonly file: string
  readonly passage: string
  readonly replacement: string
  readonly marker?: string
}

const planted: readonly Planted[] = [
  {
    title: 'a target of the 2030 Agenda that does not exist',
    code: 'dangling-id',
    file: 'spine/activities.yaml',
    passage: '"8.3", "17.18"',
    replacement: '"8.3", "17.99"',
    marker: '"17.99"',
  },
  {
    title: 'a paragraph that the Guidelines do not have',
    code: 'dangling-id',
    file: 'spine/report-2019.yaml',
    passage: '"14.6.c", "15.4", "17.7"',
    replacement: '"14.7", "14.6.c", "15.4", "17.7"',
  },
  {
    title: 'an activity where a question of the report was meant',
    code: 'dangling-id',
    file: 'spine/report-2019.yaml',
    passage: 'question: 1c.creativity',
    replacement: 'question: 1c.inventiveness',
  },
  {
    title: 'a source that is not in the list of sources',
    code: 'dangling-id',
    file: 'sdg.yaml',
    passage: 'source: agenda-2030',
    replacement: 'source: hearsay',
  },
  {
    title: 'a codelist that does not exist behind a choice',
    code: 'dangling-id',
    file: 'report-forms/2019.yaml',
    passage: 'options: provision-states',
    replacement: 'options: feelings',
  },
  {
    title: 'the same paragraph twice',
    code: 'duplicate-id',
    file: 'guidelines/2-guiding-principles.yaml',
    passage: 'number: "8.11"',
    replacement: 'number: "8.5" ',
  },
  {
    title: 'the same Party twice',
    code: 'duplicate-id',
    file: 'codelists/fictional-parties.yaml',
    passage: '- code: XA',
    replacement: '- code: "FR"',
  },
  {
    title: 'an activity that carries out no paragraph',
    code: 'no-paragraphs',
    file: 'spine/activities.yaml',
    passage: 'paragraphs: ["14.4", "14.5", "15.4"]',
    replacement: 'paragraphs: []',
    marker: 'activity: roadmap/2.2',
  },
  {
    title: 'a sub-paragraph that nothing reaches',
    code: 'unreachable',
    file: 'spine/beyond-the-activities.yaml',
    passage: '  - { paragraph: "17.3", served-by: [deposit] }\n',
    replacement: '',
  },
  {
    title: 'a paragraph listed as beyond the activities although one carries it out',
    code: 'both-ways',
    file: 'spine/beyond-the-activities.yaml',
    passage: 'paragraph: "17.3"',
    replacement: 'paragraph: "14.4"',
  },
  {
    title: 'an aspect of a question that covers more than the question answers',
    code: 'astray',
    file: 'spine/aspects-2019.yaml',
    passage: 'paragraphs: ["14.5", "15.4"]',
    replacement: 'paragraphs: ["14.5", "15.4", "19.4"]',
    marker: 'key: science',
  },
  {
    title: 'a key nobody knows',
    code: 'unknown-key',
    file: 'roadmap/2019.yaml',
    passage: 'pattern: dotted',
    replacement: 'pattern: dotted\n    colur: "#ffffff"',
    marker: 'colur',
  },
  {
    title: 'a title without Arabic',
    code: 'missing-title',
    file: 'guidelines/8-secretariat.yaml',
    passage: 'title: { en: Secretariat, fr: Secrétariat, ar: الأمانة }',
    replacement: 'title: { en: Secretariat, fr: Secrétariat }',
  },
  {
    title: 'a number without quotes, which would lose its zero',
    code: 'not-text',
    file: 'guidelines/2-guiding-principles.yaml',
    passage: 'number: "8.10"',
    replacement: 'number: 8.10',
  },
  {
    title: 'a sub-paragraph under the wrong paragraph',
    code: 'id-mismatch',
    file: 'guidelines/4-flow.yaml',
    passage: 'number: "18.1"',
    replacement: 'number: "20.7"',
  },
  {
    title: 'a kind of question that no form can show',
    code: 'not-one-of',
    file: 'report-forms/2019.yaml',
    passage: 'kind: ranking',
    replacement: 'kind: guess',
  },
  {
    title: 'a day that no calendar has',
    code: 'not-a-day',
    file: 'codelists/accessions.yaml',
    passage: 'deposited: "2006-11-17"',
    replacement: 'deposited: "2006-11-31"',
  },
  {
    title: 'a limit of characters that is not a number',
    code: 'not-a-number',
    file: 'report-forms/2019.yaml',
    passage: 'value: 3500',
    replacement: 'value: many',
  },
  {
    title: 'what is not YAML at all',
    code: 'not-yaml',
    file: 'spine/beyond-the-activities.yaml',
    passage: 'served-by: [support] }',
    replacement: 'served-by: [support }',
    marker: 'served-by: [support }',
  },
]

describe('editing the data of the Convention', () => {
  it('finds no fault in the data as it stands', () => {
    expect(faultsIn(files).map(describeFault)).toEqual([])
  })

  it.each(planted)('refuses $title, with file and line', ({ code, file, passage, replacement, marker }) => {
    const { faults, line } = plant(file, passage, replacement, marker)
    const places = faults.filter((fault) => fault.code === code).map((fault) => [fault.file, fault.line])
    if (code === 'unreachable') {
      const guidelines = files.get('guidelines/3-governance.yaml') ?? ''
      const where = guidelines.slice(0, guidelines.indexOf('number: "17.3"')).split('\n').length
      expect(places).toEqual([['guidelines/3-governance.yaml', where]])
    } else expect(places).toContainEqual([file, line])
  })

  it('refuses an activity that no question of the report asks about', () => {
    const text = files.get('spine/report-2019.yaml') ?? ''
    const without = text.replaceAll('"5.3", "5.4"', '"5.4"').replaceAll('activities: ["5.3"]', 'activities: []')
    const faults = faultsIn(new Map(files).set('spine/report-2019.yaml', without))
    expect(faults.map(({ code, values }) => [code, values['id']])).toEqual([['no-question', 'roadmap/5.3']])
  })

  it('says which file is missing', () => {
    const without = new Map(files)
    without.delete('sdg.yaml')
    expect(faultsIn(without).map(describeFault)).toContain('sdg.yaml:1 this file is missing')
  })

  it('writes each fault as one sentence with its place', () => {
    const { faults } = plant('sdg.yaml', 'source: agenda-2030', 'source: hearsay')
    expect(faults.map(describeFault)).toEqual(['sdg.yaml:3 sources/hearsay does not exist; it should be a source'])
  })

  it('answers any damage to a line with faults, never by breaking', () => {
    const small = [...files].filter(([path]) => path !== 'codelists/parties.yaml')
    const damages: readonly ((line: string) => string)[] = [
      (line) => line.slice(0, line.length / 2),
      (line) => `  ${line}`,
      (line) => line.replace(/: .*/, ':'),
      (line) => line.replace(/: .*/, ': [1, { a: null }]'),
      () => '- &a *a',
    ]
    const damaged = tuple(constantFrom(...small), nat(), constantFrom(...damages))
    assert(
      property(damaged, ([[path, text], at, damage]) => {
        const lines = text.split('\n')
        const changed = lines.with(at % lines.length, damage(lines[at % lines.length] ?? '')).join('\n')
        for (const fault of faultsIn(new Map(files).set(path, changed))) {
          expect(fault.line).toBeGreaterThan(0)
          expect(describeFault(fault)).not.toMatch(/[{}]\w+\}/)
        }
      }),
      { numRuns: 25 },
    )
  })
})
