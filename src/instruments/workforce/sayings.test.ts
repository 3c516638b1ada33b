import { beforeAll, describe, expect, it } from 'vitest'
import { loadFramework } from '../../framework/index.ts'
import { openLanguages } from '../../platform/languages/words.ts'
import type { WorkforceDocument } from './document.ts'
import { sample } from './sample.ts'
import { sayings, serves } from './sayings.ts'
import { csv, documentOf, lines } from './small-study.ts'
import { words } from './words/words.generated.ts'

const framework = loadFramework()
const languages = openLanguages({ offered: ['en', 'fr', 'ar'] })
const [from, to] = [Date.parse('2025-01-01T12:00:00Z'), Date.parse('2025-12-31T12:00:00Z')]

describe('what a finished study says', () => {
  let document: WorkforceDocument
  beforeAll(async () => {
    const files = Object.fromEntries(Object.entries(sample.files).map(([role, { text }]) => [role, text]))
    document = await documentOf(files, '--currency', 'XTS')
  })

  it('is employment in culture, its share, women, the pay gap, and who decides, is funded and shown', () => {
    expect(sayings(document).map(({ aspect }) => aspect)).toEqual([
      'employment',
      'employment-share',
      'women',
      'pay-gap-hour',
      'posts',
      'awards',
      'awards-money',
      'works',
    ])
  })

  it('answers what the Convention has, all that the study declares and no more', () => {
    const declared: readonly string[] = [...serves.activities, ...serves.paragraphs, ...serves.verifications]
    const answered = new Set(sayings(document).flatMap(({ traces }) => traces))
    for (const trace of answered) expect(framework.find(trace), trace).toBeDefined()
    expect([...answered].filter((trace) => !trace.startsWith('report-')).sort()).toEqual(declared.toSorted())
    const of = (aspect: string) => sayings(document).find((saying) => saying.aspect === aspect)!.traces
    expect(of('posts')).toContain('report-2019/4a.decision-posts')
    expect(of('awards')).toContain('monitoring-2020/20.2')
    expect(of('works')).toContain('report-2019/4a.works-shown')
  })

  it.each(['en', 'fr', 'ar'])('reads as sentences in %s', (locale) => {
    const find = languages.find(words, locale)
    for (const { key, values } of sayings(document)) {
      const text = find(key, { from, to, ...values })
      expect(text, key).toBeTruthy()
      expect(text).not.toMatch(/[{}]|undefined|NaN/)
    }
  })

  it('figures of a sample are estimated, lists are observed; what is hidden or unreliable is not said', async () => {
    const standings = Object.fromEntries(sayings(document).map(({ aspect, standing }) => [aspect, standing]))
    expect(standings).toMatchObject({
      women: 'estimated',
      employment: 'estimated',
      posts: 'observed',
      works: 'observed',
    })
    const few = csv('sex,isco,isic', lines(9, 'F,2651,9000'), lines(60, 'M,2651,9000'), lines(60, 'M,5223,4711'))
    const said = sayings(await documentOf({ persons: few, posts: 'sex\nF\nM\n' })).map(({ aspect }) => aspect)
    expect(said).toEqual(['employment', 'employment-share'])
  })
})
