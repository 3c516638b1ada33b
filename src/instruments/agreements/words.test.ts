import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { policyMeasures } from './policy-space.ts'
import { clauseTypeNames } from './rules/clause-type.ts'
import { clauseTypes } from './rules/index.ts'

describe.each(['en', 'fr', 'ar'])('words in %s', (locale) => {
  const texts = JSON.parse(readFileSync(join(import.meta.dirname, 'words', `${locale}.json`), 'utf8')) as Record<
    string,
    string
  >

  it('give the reason of every rule and quote the words that led to it', () => {
    for (const { rules } of clauseTypes)
      for (const { id } of rules) expect(texts[`reason.${id}`], id).toContain('{cue}')
  })

  it('name every type, measure, direction, strength, scope and modifier that can occur', () => {
    const rules = clauseTypes.flatMap((type) => type.rules)
    const keys = [
      ...clauseTypeNames.map((name) => `type.${name}`),
      ...policyMeasures.map((name) => `measure.${name}`),
      ...rules.map(({ direction }) => `direction.${direction}`),
      ...rules.map(({ scope }) => `scope.${scope}`),
      ...rules.flatMap(({ modifiers = [] }) => modifiers.map((name) => `modifier.${name}`)),
      ...['binding', 'best_endeavour', 'recital'].map((name) => `strength.${name}`),
      ...['preserved', 'exposed', 'depends_on', 'cannot_conclude'].map((name) => `answer.${name}`),
    ]
    for (const key of keys) expect(texts[key], key).toBeTruthy()
  })
})
