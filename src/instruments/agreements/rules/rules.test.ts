import { describe, expect, it } from 'vitest'
import type { TextDocument } from '../../../engines/texts/document.ts'
import { createAuditor } from '../audit.ts'
import { clauseTypeNames, type RuleExample } from './clause-type.ts'
import { ruleExamples } from './examples.ts'
import { clauseTypes } from './index.ts'

const documentOf = ({ text, headings, language }: RuleExample): TextDocument => {
  const isPreamble = /^pr[eé][aá]mb/i.test(headings ?? '')
  return {
    id: 'example',
    format: 'plain',
    markup: false,
    language,
    otherLanguages: [],
    hash: '',
    source: text,
    nodes: [
      { id: 'c1', kind: 'chapter', name: headings ?? '', parent: -1, start: 0, end: text.length },
      {
        id: 'c1-a1',
        kind: isPreamble ? 'preamble' : 'article',
        label: 'Article 1',
        parent: 0,
        start: 0,
        end: text.length,
      },
    ],
    furniture: [],
    pageStarts: [],
    meta: {},
  }
}

const auditor = createAuditor()

it('knows exactly the fifteen types, in the order of the gold set', () => {
  expect(clauseTypes.map(({ name }) => name)).toEqual([...clauseTypeNames])
})

it('gives every rule an id of its own, and every rule wordings', () => {
  const ids = clauseTypes.flatMap(({ rules }) => rules.map(({ id }) => id))
  expect(new Set(ids).size).toBe(ids.length)
  for (const { rules } of clauseTypes)
    for (const { id, wordings } of rules) expect(Object.values(wordings).flat().length, id).toBeGreaterThan(0)
})

it('names no agreement and no article number in any rule', () => {
  const text = JSON.stringify(clauseTypes)
  expect(text).not.toMatch(/\bpta_\d|nafta|cusfta|article \d|\bart(?:icle)?\. ?\d/i)
})

describe.each(clauseTypeNames)('%s', (type) => {
  const examples = ruleExamples[type]

  it.each(examples.filter(({ rule }) => rule !== undefined))('$language: “$text” is met by $rule', (example) => {
    const hits = auditor.audit(documentOf(example)).filter((hit) => hit.type === type)
    expect(hits.map(({ rule }) => rule)).toEqual([example.rule])
    expect(example.text).toContain(hits[0]!.quote)
    expect(example.text.slice(hits[0]!.start, hits[0]!.end)).toBe(hits[0]!.quote)
  })

  it.each(examples.filter(({ rule }) => rule === undefined))('$language: “$text” is no such clause', (example) => {
    expect(auditor.audit(documentOf(example)).filter((hit) => hit.type === type)).toEqual([])
  })

  it('has examples of what it is, and of what it is not', () => {
    expect(examples.some(({ rule }) => rule !== undefined)).toBe(true)
    expect(examples.some(({ rule }) => rule === undefined)).toBe(true)
    const known = new Set(clauseTypes.find(({ name }) => name === type)!.rules.map(({ id }) => id))
    for (const { rule } of examples) if (rule !== undefined) expect(known).toContain(rule)
  })
})
