import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadFramework } from '../../src/framework/index.ts'
import { instruments } from '../../src/instruments/index.ts'
import { builtLanguages } from '../../src/platform/languages/offered-languages.ts'
import { openLanguages } from '../../src/platform/languages/words.ts'
import { wordsOfSlice } from '../../src/platform/languages/words-of-slice.ts'
import { factsOf, type FinishedStudy, runSample, type StudyRoom, settingsOf } from '../../src/studies/index.ts'

const studies = instruments.flatMap((instrument) =>
  'study' in instrument ? [[instrument.id, instrument.study as StudyRoom] as const] : [],
)
const locales = builtLanguages()
const languages = openLanguages({ offered: locales })
const framework = loadFramework()

/** Keys that have no text in a language: in the words of the study, or where it leaves them to the room in the room's own. */
const unsaid = ({ words }: StudyRoom, keys: readonly string[]): readonly string[] =>
  locales.flatMap((locale) =>
    keys
      .filter((key) => {
        const own = JSON.parse(readFileSync(join(words.folder, `${locale}.json`), 'utf8')) as Record<string, string>
        const room = wordsOfSlice('studies')
        const alike = JSON.parse(readFileSync(join(room.folder, `${locale}.json`), 'utf8')) as Record<string, string>
        return (own[key] ?? alike[key] ?? '').trim() === ''
      })
      .map((key) => `${locale} ${key}`),
  )

describe.each(studies)('the study %s', (id, study) => {
  const sample = runSample(study)

  it('has words for its files, columns, settings, charts and further files', () => {
    const settings = settingsOf(study).flatMap(({ name, options = [] }) => [
      `setting.${name}`,
      ...options.map((option) => `setting.${name}.${option}`),
    ])
    const keys = [
      'title',
      'purpose',
      'headline',
      ...study.roles.flatMap(({ name, columns }) => [
        `role.${name}`,
        `role.${name}.hint`,
        ...columns.map((column) => `column.${column.name}`),
      ]),
      ...study.layouts.map((layout) => `layout.${layout.id}`),
      ...settings,
      ...Object.keys(study.charts).flatMap((chart) => [`chart.${chart}`, `chart.${chart}.what`]),
      ...study.artefacts.map(({ option }) => `artefact.${option}`),
    ]
    expect(unsaid(study, keys)).toEqual([])
  })

  it('lets nothing be chosen that its command does not know', async () => {
    const { command } = (await import(/* @vite-ignore */ study.command.href)) as {
      command: (words: readonly string[]) => Promise<{ ok: boolean; faults?: readonly { code: string }[] }>
    }
    const options = [...settingsOf(study).map(({ name }) => name), ...study.artefacts.map(({ option }) => option)]
    for (const option of options) {
      const { faults = [] } = await command([`--${option}=1`])
      expect(
        faults.filter(({ code }) => code === 'argument-unknown'),
        `study ${id} --${option}`,
      ).toEqual([])
    }
  })

  it('runs its sample, with every further file, a headline and the command that repeats it', async () => {
    const { outcome } = await sample
    const { document, artefacts } = outcome
    expect(document.method.command).toMatch(new RegExp(`^open-roadmap study ${id} --`))
    expect(document.method.command).not.toContain(tmpdir())
    expect(Object.keys(artefacts).toSorted()).toEqual(study.artefacts.map(({ option }) => option).toSorted())
    const headline = study.headline(document, { settings: study.sample.settings, party: 'XA' })
    expect(headline?.value).toEqual(expect.any(Number))
    expect(study.csv(document).split('\r\n')[0]).toContain(',')
  })

  it('has words for the rules of its record and for every reason why rows of the sample were left out', async () => {
    const { outcome } = await sample
    const { rules, limits } = outcome.document.method
    const reasons = study.notUsed(outcome.document).rows.map(({ reason }) => `left-out.${reason}`)
    const said = limits.map((_, at) => `limit.${at + 1}`)
    expect(unsaid(study, [...Object.keys(rules).map((name) => `rule.${name}`), ...reasons, ...said])).toEqual([])
  })

  it('says what it found in its sample as facts of the Convention, marked as synthetic', async () => {
    const { files, choices, outcome } = await sample
    const at = new Date('2026-01-01T00:00:00Z')
    const finished: FinishedStudy = {
      id: '01890000-0000-7000-8000-000000000001',
      party: 'XA',
      title: study.sample.title,
      language: 'en',
      period: outcome.period,
      files,
      settings: choices.settings,
      isPublished: false,
      isSynthetic: true,
      createdAt: at,
      finishedAt: at,
    }
    const facts = factsOf(study, finished, outcome.document)
    expect(facts.length).toBeGreaterThan(0)
    expect(new Set(facts.map(({ subject }) => subject)).size).toBe(facts.length)
    for (const { traces, statement, dimensions, audience, source } of facts) {
      expect(traces.filter((trace) => framework.find(trace) === undefined)).toEqual([])
      expect({ audience, data: dimensions?.['data'] }).toEqual({ audience: 'team', data: 'synthetic' })
      expect(source).toMatchObject({ instrument: id, method: outcome.document.method.command })
      for (const locale of locales) {
        const text = languages.find(study.words, locale)(statement.key, statement.values)
        expect(text, `${locale} ${statement.key}`).toBeTruthy()
      }
    }
  })
})
