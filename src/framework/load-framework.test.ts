import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { missing, sharedFile } from '../../test/shared-files.ts'
import { type Framework, FrameworkError, type FrameworkFault, loadFramework } from './index.ts'
import { conventionDirectory } from './load-framework.ts'

const temporary = mkdtempSync(join(tmpdir(), 'framework-'))
afterAll(() => rmSync(temporary, { recursive: true, force: true }))
const framework: Framework = loadFramework()

const faultsOf = (directory: string): readonly FrameworkFault[] => {
  try {
    loadFramework(directory, temporary)
    return []
  } catch (error) {
    if (error instanceof FrameworkError) return error.faults
    throw error
  }
}

const sizeByLevel = (level: string) => [...framework.guidelines.values()].filter((each) => each.level === level).length

describe('the Convention as data', () => {
  const guidelines = ['sources', 'operational-guidelines-2017.txt'] as const
  const roadmap = ['sources', 'open-roadmap.txt'] as const

  it.skipIf(missing(...guidelines))('has every paragraph and sub-paragraph that the Guidelines number', () => {
    const text = readFileSync(sharedFile(...guidelines), 'utf8')
    const whole = [...text.matchAll(/^(?:- )?(\d+)\. \S/gm)].map((match) => match[1])
    const parts = [...text.matchAll(/^ *- (\d+\.\d+) /gm)].map((match) => match[1])
    const numbers = new Set([...whole, ...parts].map((number) => `guidelines/${number}`))
    expect(whole).toHaveLength(27)
    expect(parts).toHaveLength(63)
    const ours = [...framework.guidelines.values()].filter(({ level }) => level !== 'bullet').map(({ id }) => id)
    expect(new Set(ours)).toEqual(numbers)
  })

  it.skipIf(missing(...guidelines))('has as many bullets under § 14.6 as the Guidelines', () => {
    const text = readFileSync(sharedFile(...guidelines), 'utf8')
    const section = text.slice(text.indexOf('- 14.6'), text.indexOf('\n15. '))
    const bullets = section.split('\n').filter((line) => /^ *- [a-z]/.test(line))
    expect(sizeByLevel('bullet')).toBe(bullets.length)
  })

  it.skipIf(missing(...roadmap))('has every activity that the Open Roadmap numbers', () => {
    const text = readFileSync(sharedFile(...roadmap), 'utf8')
    const numbers = new Set([...text.matchAll(/\b([1-5]\.[1-4]) [A-Z]/g)].map((match) => `roadmap/${match[1]}`))
    expect(numbers.size).toBe(20)
    expect(new Set(framework.roadmap.activities.keys())).toEqual(numbers)
    expect(framework.roadmap.outputs.size).toBe(5)
  })

  it('took output 3 from the whole column of the brochure, not from the cut one', () => {
    expect(framework.titleOf('roadmap/3.1', 'en').text).toMatch(/clauses/)
    expect(framework.titleOf('roadmap/3.2', 'en').text).toMatch(/officials/)
    expect(framework.titleOf('roadmap/3.3', 'en').text).toMatch(/Co-production and co-distribution/)
    expect(framework.titleOf('roadmap/3.4', 'en').text).toMatch(/clauses/)
  })

  it('has 4 goals, 11 areas and 22 indicators in the monitoring framework of 2020, 33 in that of 2015', () => {
    const [first, second] = [framework.monitoring.get('2015')!, framework.monitoring.get('2020')!]
    expect([first.goals.size, first.areas.size, first.indicators.size]).toEqual([4, 11, 33])
    expect([second.goals.size, second.areas.size, second.indicators.size]).toEqual([4, 11, 22])
    for (const { id } of second.indicators.values()) {
      expect([...second.verifications.values()].some(({ indicator }) => indicator === id)).toBe(true)
    }
  })

  it('knows that an area may change its goal from one edition to the next', () => {
    const area = (edition: string) =>
      framework.monitoring.get(edition)?.areas.get(`monitoring-${edition}/area-digital-environment`)
    expect(area('2015')?.goal).toBe('monitoring-2015/goal-2')
    expect(area('2020')?.goal).toBe('monitoring-2020/goal-1')
    expect(area('2015')?.successor).toBe('monitoring-2020/area-digital-environment')
  })

  it('shows what is recalled as not verified, and what was seen as verified', () => {
    const verified = (id: string) => framework.get(id).verified
    expect(verified('guidelines/14.2')).toBe(true)
    expect(verified('monitoring-2020/5.1')).toBe(true)
    expect(verified('monitoring-2020/8.1')).toBe(false)
    expect(verified('monitoring-2020/21.2')).toBe(false)
    expect([...framework.monitoring.get('2015')!.indicators.values()].some((each) => each.verified)).toBe(false)
    expect(verified('report-2019/1c.discoverability')).toBe(false)
  })

  it('has every section of the periodic report of 2019', () => {
    const form = framework.reportForms.get('2019')!
    const areas = ['1a', '1b', '1c', '1d', '2a', '2b', '2c', '3a', '3b', '4a', '4b']
    const rest = ['measures', 'cso', 'transversal', 'challenges', 'annexes', 'submission']
    expect([...form.sections.values()].map(({ number }) => number)).toEqual(['general', ...areas, ...rest])
    expect(form.questions.get('report-2019/general.executive-summary')?.maximum).toEqual({
      value: 3500,
      verified: true,
    })
    expect(form.questions.get('report-2019/1c.measures')?.fields.map(({ key }) => key)).toContain('main-features')
  })

  it('names every item in English, French and Arabic, each in its own script', () => {
    for (const id of [...framework.guidelines.keys(), ...framework.roadmap.activities.keys()]) {
      const { title } = framework.get(id)
      expect(title.ar).toMatch(/[\u0600-\u06ff]/)
      expect(`${title.en}${title.fr}`).not.toMatch(/[\u0600-\u06ff]/)
    }
  })

  it('draws five lines in five colours, each dark enough on white', () => {
    const colours = [...framework.roadmap.outputs.values()].map(({ colour }) => colour)
    expect(new Set(colours).size).toBe(5)
    expect(new Set([...framework.roadmap.outputs.values()].map(({ pattern }) => pattern)).size).toBe(5)
    for (const colour of colours) expect(contrastOnWhite(colour)).toBeGreaterThanOrEqual(4.5)
  })
})

/** WCAG 2 contrast ratio of `#rrggbb` on white. */
const contrastOnWhite = (colour: string): number => {
  const channel = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 1.05 / (0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5) + 0.05)
}

describe('asking the Convention', () => {
  it('gives a title in the language asked for, else in English, and says which it is', () => {
    expect(framework.titleOf('guidelines/17.3', 'fr')).toEqual({ text: 'Préservation numérique', locale: 'fr' })
    expect(framework.titleOf('guidelines/17.3', 'ar-EG')).toEqual({ text: 'الحفظ الرقمي', locale: 'ar' })
    expect(framework.titleOf('guidelines/17.3', 'ru')).toEqual({ text: 'Digital preservation', locale: 'en' })
    expect(framework.titleOf('guidelines/99', 'en')).toEqual({ text: 'guidelines/99', locale: 'en' })
  })

  it('cites an item as an official would', () => {
    const cited = ['guidelines/14.6.a', 'roadmap/2.4', 'roadmap/output-3', 'monitoring-2020/5.1', 'sdg/10.a']
    expect(cited.map(framework.cite)).toEqual(['§14.6.a', '2.4', '3', '5.1', 'SDG 10.a'])
    expect(framework.cite('report-2019/1c.discoverability')).toBe('1c')
  })

  it('finds nothing under an unknown id, and refuses to get it', () => {
    expect(framework.find('roadmap/6.1')).toBeUndefined()
    expect(() => framework.get('roadmap/6.1')).toThrow(/roadmap\/6\.1/)
  })

  it('tells which activities carry out a paragraph or what stands under it', () => {
    expect(framework.activitiesFor('guidelines/14.4').map(({ number }) => number)).toEqual(['2.2'])
    expect(framework.activitiesFor('guidelines/14').map(({ number }) => number)).toContain('4.2')
    expect(framework.activitiesFor('guidelines/2')).toEqual([])
  })

  it('cannot be changed by whoever reads it', () => {
    const activity = framework.roadmap.activities.get('roadmap/1.1')!
    expect(() => Object.assign(activity.title, { en: 'changed' })).toThrow(TypeError)
    expect(() => (framework.guidelines as Map<string, unknown>).clear()).toThrow(TypeError)
    expect(framework.guidelines.size).toBe(95)
  })
})

describe('starting', () => {
  it('is quick when nothing changed, and gives the same data as a fresh reading', () => {
    const cache = join(temporary, 'cache')
    const fresh = loadFramework(conventionDirectory, cache)
    const started = performance.now()
    const again = loadFramework(conventionDirectory, cache)
    expect(performance.now() - started).toBeLessThan(150)
    expect([...again.guidelines]).toEqual([...fresh.guidelines])
    expect([...again.parties]).toEqual([...fresh.parties])
    expect(again.questionsFor('roadmap/2.4', '2019')).toEqual(fresh.questionsFor('roadmap/2.4', '2019'))
  })

  it('tells of every fault at once, each with its file and line', () => {
    const directory = join(temporary, 'convention')
    cpSync(conventionDirectory, directory, { recursive: true })
    const roadmap = join(directory, 'roadmap', '2019.yaml')
    const text = readFileSync(roadmap, 'utf8')
      .replace('"#0b5fa5"', '"blue"')
      .replace('pattern: dashed', 'pattern: wavy')
    writeFileSync(roadmap, text)
    const lineOf = (part: string) => text.slice(0, text.indexOf(part)).split('\n').length
    expect(faultsOf(directory).map(({ code, file, line }) => [code, file, line])).toEqual([
      ['not-a-colour', 'roadmap/2019.yaml', lineOf('"blue"')],
      ['not-one-of', 'roadmap/2019.yaml', lineOf('wavy')],
    ])
  })

  it('reads a corrected file afresh instead of what it kept', () => {
    const directory = join(temporary, 'corrected')
    cpSync(conventionDirectory, directory, { recursive: true })
    expect(loadFramework(directory, temporary).titleOf('roadmap/1.1', 'en').text).toBe('Map the digital sectors')
    const roadmap = join(directory, 'roadmap', '2019.yaml')
    writeFileSync(roadmap, readFileSync(roadmap, 'utf8').replace('Map the digital sectors', 'Mapping'))
    expect(loadFramework(directory, temporary).titleOf('roadmap/1.1', 'en').text).toBe('Mapping')
  })

  it('starts even when what it kept is damaged or the folder cannot be written to', () => {
    const blocked = join(temporary, 'a-file')
    writeFileSync(blocked, '')
    expect(loadFramework(conventionDirectory, blocked).guidelines.size).toBe(95)
  })
})
