import { describe, expect, it } from 'vitest'
import { readDecidedPairs, withDecidedPairs } from './decided-pairs.ts'

const formOf = (fields: Readonly<Record<string, string>>) => ({
  text: (name: string) => fields[name] ?? '',
  has: (name: string) => name in fields,
})

describe('decisions about pairs of titles', () => {
  it('are read from their form; “not now” decides nothing', () => {
    const form = formOf({
      'match.0.title': 'Elite',
      'match.0.work': 'Élite',
      'match.0.decision': 'yes',
      'match.1.title': 'A',
      'match.1.work': 'B',
      'match.1.decision': 'later',
      'match.2.title': 'C',
      'match.2.work': 'D',
      'match.2.decision': 'no',
    })
    expect(readDecidedPairs(form)).toEqual([
      { title: 'Elite', work: 'Élite', isSame: true },
      { title: 'C', work: 'D', isSame: false },
    ])
  })

  it('stay among the settings; a later word takes the place of an earlier one', () => {
    const before = { country: ['MA'], match: ['Elite=Elites', 'A=B'], 'no-match': ['C=D', 'Elite=Élite'] }
    const pairs = [
      { title: 'Elite', work: 'Élite', isSame: true },
      { title: 'A', work: 'B', isSame: false },
    ]
    expect(withDecidedPairs(before, pairs)).toEqual({
      country: ['MA'],
      match: ['Elite=Élite'],
      'no-match': ['C=D', 'A=B'],
    })
  })
})
