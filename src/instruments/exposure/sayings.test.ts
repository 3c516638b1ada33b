import { beforeAll, describe, expect, it } from 'vitest'
import { type NewFact, statementOf } from '../../evidence/index.ts'
import { loadFramework } from '../../framework/index.ts'
import { openLanguages } from '../../platform/languages/words.ts'
import { type FinishedStudy, factsOf as factsOfStudy } from '../../studies/index.ts'
import type { ExposureDocument } from './document.ts'
import { sayings } from './sayings.ts'
import { serves } from './serves.ts'
import { documentOf, smallChart, smallWorks } from './small-study.ts'
import { words } from './words/words.generated.ts'

const framework = loadFramework()
const languages = openLanguages({ offered: ['en', 'fr', 'ar'] })

const studyOf = (document: ExposureDocument, change: Partial<FinishedStudy> = {}): FinishedStudy => {
  const weeks = Object.values(document.countries)[0]!.weeks
  return {
    id: '01890000-0000-7000-8000-000000000001',
    party: 'MA',
    title: 'Small chart',
    language: 'en',
    period: { from: weeks[0]!.week, to: weeks.at(-1)!.week },
    files: {},
    settings: {},
    isPublished: false,
    isSynthetic: false,
    createdAt: new Date('2026-01-01'),
    finishedAt: new Date('2026-01-01'),
    ...change,
  }
}

const factsOf = (study: FinishedStudy, document: ExposureDocument) =>
  factsOfStudy({ id: 'exposure', words, sayings }, study, document)

describe('what a finished study says', () => {
  let document: ExposureDocument
  beforeAll(async () => {
    document = await documentOf(smallChart, smallWorks, { countries: ['MA'] })
  })
  const facts = (change?: Partial<FinishedStudy>) => factsOf(studyOf(document, change), document)
  const of = (aspect: string, change?: Partial<FinishedStudy>): NewFact =>
    facts(change).find(({ subject }) => subject.endsWith(`/${aspect}`))!
  const say = (fact: NewFact, locale: string) =>
    statementOf({ framework, locale, findText: (own) => languages.find(own, locale) }, fact)

  it('is the local share with its interval, its bounds, the unknown part and the main foreign origin', () => {
    expect(of('local-share')).toMatchObject({ value: 0.4, unit: 'share', standing: 'estimated' })
    expect(of('local-share').interval).toMatchObject({ level: 0.95 })
    expect(of('bounds')).toMatchObject({ standing: 'observed', interval: { low: 2 / 6, high: 3 / 6 } })
    expect(of('unknown-origin')).toMatchObject({ value: 1 / 6, standing: 'observed' })
    expect(of('main-foreign-origin')).toMatchObject({ value: 0.4, statement: { values: { origin: 'region:SA' } } })
    expect(of('local-share').period).toEqual({ from: '2022-01-02', to: '2022-01-09' })
  })

  it('answers what the Convention has, and no more than the study declares', () => {
    const declared: readonly string[] = [...serves.activities, ...serves.paragraphs, ...serves.verifications]
    for (const { traces } of facts())
      for (const trace of traces) {
        expect(framework.find(trace), trace).toBeDefined()
        if (!trace.startsWith('report-')) expect(declared).toContain(trace)
      }
    const answered = new Set(facts().flatMap(({ traces }) => traces))
    expect(declared.filter((trace) => !answered.has(trace))).toEqual([])
    expect(of('local-share').traces).toContain('report-2019/1c.discoverability')
    expect(of('unknown-origin').traces).not.toContain('report-2019/1c.discoverability')
  })

  it('is for the team until it is published, and names its files and its command', () => {
    expect(new Set(facts().map(({ audience }) => audience))).toEqual(new Set(['team']))
    expect(new Set(facts({ isPublished: true }).map(({ audience }) => audience))).toEqual(new Set(['public']))
    const { exposures, works } = document.method.inputs
    expect(of('bounds').source).toMatchObject({
      href: '/exposure/01890000-0000-7000-8000-000000000001',
      inputs: [exposures.sha256, works.sha256],
      method: document.method.command,
    })
  })

  it('says that invented data are invented', () => {
    expect(of('local-share', { isSynthetic: true }).dimensions).toMatchObject({ data: 'synthetic' })
  })

  it('reads as a sentence that names the country in the reader’s language', () => {
    expect(say(of('local-share'), 'en')).toMatch(
      /^In the weekly Top 3 \(Morocco\), 40\.0% of the slots of known origin went to local works \(January 2022 to January 2022; 95% interval [\d.]+% to [\d.]+%\)$/,
    )
    expect(say(of('local-share'), 'fr')).toContain('(Maroc)')
    expect(say(of('local-share'), 'ar')).toContain('(المغرب)')
    expect(say(of('main-foreign-origin'), 'en')).toContain('Saudi Arabia')
  })
})

it('a study in which no origin is known gives no share and no origin, and says how much is unknown', async () => {
  const document = await documentOf(`${smallChart}\nTN,2022-01-02,Films,1,Nowhere`, smallWorks, { countries: ['TN'] })
  const facts = factsOf(studyOf(document), document)
  expect(facts.map(({ subject, value }) => [subject.split('/')[1], value])).toEqual([
    ['bounds', undefined],
    ['unknown-origin', 1],
  ])
})
