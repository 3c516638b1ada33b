import { describe, expect, it } from 'vitest'
import { loadFramework } from './index.ts'

const framework = loadFramework()
const form = framework.reportForms.get('2019')!
const questions = [...form.questions.keys()]
const asked = (trace: string) => framework.questionsFor(trace, '2019')

describe('the spine', () => {
  it('leads from every activity to a question of the report, and back', () => {
    for (const { id, paragraphs } of framework.roadmap.activities.values()) {
      expect(paragraphs.length).toBeGreaterThan(0)
      expect(asked(id).length).toBeGreaterThan(0)
      for (const question of asked(id)) expect(framework.answers(question).activities).toContain(id)
    }
  })

  it('leads from every paragraph at the lowest level of §§ 9 to 26 to a question', () => {
    const parents = new Set([...framework.guidelines.values()].map(({ parent }) => parent))
    const acted = [...framework.guidelines.values()].filter(({ id, number }) => {
      const whole = Number(number.split('.')[0])
      return whole >= 9 && whole <= 26 && !parents.has(id)
    })
    expect(acted.filter(({ id }) => asked(id).length === 0).map(({ number }) => number)).toEqual([])
  })

  it('leads from every means of verification and indicator of 2020 to a question', () => {
    const { verifications, indicators, areas, goals } = framework.monitoring.get('2020')!
    const ids = [verifications, indicators, areas, goals].flatMap((map) => [...map.keys()])
    expect(ids.filter((id) => asked(id).length === 0)).toEqual([])
  })

  it('is the same read from either end', () => {
    for (const question of questions) {
      const answered = framework.answers(question)
      for (const trace of Object.values(answered).flat()) expect(asked(trace)).toContain(question)
    }
    const traces = [...framework.guidelines.keys(), ...framework.roadmap.activities.keys()]
    const leaves = traces.filter((id) => ![...framework.guidelines.values()].some(({ parent }) => parent === id))
    for (const trace of leaves) {
      for (const question of asked(trace)) {
        const { activities, paragraphs } = framework.answers(question)
        expect([...activities, ...paragraphs]).toContain(trace)
      }
    }
  })

  it('answers a whole paragraph, output or goal wherever a part of it is answered', () => {
    expect(asked('guidelines/14')).toEqual(expect.arrayContaining([...asked('guidelines/14.6.a')]))
    expect(asked('roadmap/output-2')).toEqual(expect.arrayContaining([...asked('roadmap/2.4')]))
    expect(asked('monitoring-2020/goal-1')).toEqual(expect.arrayContaining([...asked('monitoring-2020/6.1')]))
    expect(asked('sdg/8')).toEqual(expect.arrayContaining([...asked('sdg/8.3')]))
  })

  it('carries an indicator of 2015 to the questions of its successors', () => {
    const first = framework.monitoring.get('2015')!
    for (const { id, successors } of first.indicators.values()) {
      expect(successors.length).toBeGreaterThan(0)
      expect(new Set(asked(id))).toEqual(new Set(successors.flatMap(asked)))
    }
  })

  it('takes discoverability to the digital section of the report', () => {
    for (const trace of ['roadmap/2.4', 'guidelines/16.1', 'guidelines/17.1', 'monitoring-2020/6.1']) {
      expect(asked(trace)).toContain('report-2019/1c.discoverability')
    }
    expect(asked('roadmap/2.1')).toContain('report-2019/1c.studies')
  })

  it('gives the questions in the order of the form, each once', () => {
    for (const trace of ['guidelines/26.2', 'roadmap/output-1', 'sdg/17']) {
      const places = asked(trace).map((id) => questions.indexOf(id))
      expect(places).toEqual([...new Set(places)].sort((a, b) => a - b))
    }
  })

  it('answers nothing for an id or an edition it does not know', () => {
    expect(asked('roadmap/9.9')).toEqual([])
    expect(framework.questionsFor('roadmap/1.1', '1999')).toEqual([])
    expect(framework.answers('report-2019/1c.nothing').paragraphs).toEqual([])
  })

  it.each(['transformation', 'market', 'discoverability', 'creativity', 'studies'])(
    'takes the question of the digital section on %s apart without leaving anything out',
    (key) => {
      const question = `report-2019/1c.${key}`
      const aspects = framework.aspectsOf(question)
      const covered = aspects.flatMap(({ activities, paragraphs }) => [...activities, ...paragraphs])
      const { activities, paragraphs } = framework.answers(question)
      expect(new Set(covered)).toEqual(new Set([...activities, ...paragraphs]))
    },
  )

  it('leaves questions of other sections whole', () => {
    expect(framework.aspectsOf('report-2019/1a.ministry')).toEqual([])
  })

  it('lists what no activity carries out with the part of this software that serves it', () => {
    const beyond = new Map(framework.beyondActivities.map(({ paragraph, servedBy }) => [paragraph, servedBy]))
    expect(beyond.get('guidelines/17.3')).toEqual(['parts-of-the-product/deposit'])
    expect(beyond.get('guidelines/24.5')).toEqual(['parts-of-the-product/support'])
    for (const paragraph of beyond.keys()) expect(framework.activitiesFor(paragraph)).toEqual([])
  })
})
