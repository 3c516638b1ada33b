import { describe, expect, it } from 'vitest'
import type { Fact } from '../evidence/index.ts'
import { loadFramework, type Question } from '../framework/index.ts'
import type { Said } from './answer.ts'
import { judge } from './standing.ts'

const form = loadFramework().reportForms.get('2019')
const questionOf = (kind: Question['kind']): Question => {
  const found = [...(form?.questions.values() ?? [])].find((question) => question.kind === kind)
  if (!found) throw new Error(`The form has no ${kind} question`)
  return found
}
const yesNo = questionOf('yes-no')
const percent = questionOf('percent')

const fact = (number: number, more: Partial<Fact> = {}): Fact => ({
  id: String(number),
  number,
  party: 'XA',
  subject: String(number),
  period: { from: '2026-01-01', to: '2026-12-31' },
  statement: { slice: 'evidence', key: 'title', values: {} },
  standing: 'observed',
  source: { instrument: 'measures', href: '/measures', version: '0.1.0' },
  traces: [yesNo.id],
  audience: 'public',
  recordedAt: new Date('2026-02-01'),
  ...more,
})

const said = (more: Partial<Said> = {}): Said => ({ question: yesNo.id, texts: [], version: 1, ...more })
const text = (words: string) => [{ language: 'en', text: words, writtenAt: new Date('2026-03-01') }]
const none = new Set<number>()

describe('how a question of the report stands', () => {
  it('is empty when nothing is said and nothing found', () => {
    expect(judge(yesNo, said({ version: 0 }), [], none).standing).toBe('empty')
  })

  it('is only declared when a yes has no fact, or facts that are themselves declarations', () => {
    expect(judge(yesNo, said({ answer: true }), [], none).standing).toBe('declared')
    expect(judge(yesNo, said({ answer: true }), [fact(1, { standing: 'declared' })], none).standing).toBe('declared')
  })

  it('is proven by observed or estimated facts, said or not', () => {
    expect(judge(yesNo, said({ answer: true }), [fact(1)], none).standing).toBe('proven')
    expect(judge(yesNo, said({ version: 0 }), [fact(1, { standing: 'estimated' })], none).standing).toBe('proven')
  })

  it('is contradicted by a no against observed facts, and by a yes against an observed nothing', () => {
    expect(judge(yesNo, said({ answer: false }), [fact(7)], none).contradictions).toEqual([
      { kind: 'no-against-facts', numbers: [7] },
    ])
    const nothing = fact(8, { unit: 'count', value: 0 })
    expect(judge(yesNo, said({ answer: true }), [nothing], none).contradictions).toEqual([
      { kind: 'yes-against-facts', numbers: [8] },
    ])
    expect(judge(yesNo, said({ answer: true }), [nothing, fact(9)], none).standing).toBe('proven')
  })

  it('is contradicted when its text cites a fact that was corrected since', () => {
    const judged = judge(
      yesNo,
      said({ answer: true, texts: text('There is a law [F3] and a fund [F4].') }),
      [fact(4)],
      new Set([3]),
    )
    expect(judged).toEqual({ standing: 'contradicted', contradictions: [{ kind: 'cites-corrected', numbers: [3] }] })
  })

  it('holds a figure against what was measured, within its interval or half a per cent', () => {
    const measured = fact(5, {
      unit: 'share',
      value: 0.42,
      interval: { low: 0.4, high: 0.44, level: 0.95, method: 'test' },
      traces: [percent.id],
    })
    const given = (answer: number) => judge(percent, said({ question: percent.id, answer }), [measured], none).standing
    expect(given(43)).toBe('proven')
    expect(given(60)).toBe('contradicted')
  })
})
