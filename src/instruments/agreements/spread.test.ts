import { describe, expect, it } from 'vitest'
import type { Agreement, Clause } from './agreement.ts'
import { type DatedWording, familiesOf, periodsOf } from './spread.ts'

const wording = (id: string, year: number, quote: string): DatedWording => ({
  agreement: { id, title: id, year } as Agreement,
  clause: { id: `${id}-clause`, agreementId: id, quote } as Clause,
})

const exemption = 'Cultural industries are exempt from the provisions of this Agreement.'

describe('how a clause spread', () => {
  it('ties each wording to the closest earlier one, the first of all at the head', () => {
    const families = familiesOf([
      wording('C', 2003, `${exemption} Retaliation is allowed.`),
      wording('A', 1988, exemption),
      wording('B', 1994, `${exemption} Retaliation is allowed now.`),
      wording('D', 2004, 'Nothing in this Chapter applies to audiovisual services or broadcasting.'),
    ])
    expect(families).toHaveLength(1)
    expect(families[0]!.first.agreement.id).toBe('A')
    expect(families[0]!.later.map(({ agreement, from }) => [agreement.id, from.agreement.id])).toEqual([
      ['B', 'A'],
      ['C', 'B'],
    ])
  })

  it('does not say that agreements of one year took from each other', () => {
    expect(familiesOf([wording('A', 1994, exemption), wording('B', 1994, exemption)])).toEqual([])
  })

  it('is counted in five years at a time, without gaps', () => {
    const agreements = [
      { year: 1993, types: ['coproduction'] },
      { year: 1994, types: [] },
      { year: 2006, types: ['coproduction'] },
      { types: ['coproduction'] },
    ] as unknown as Agreement[]
    expect(periodsOf(agreements, 'coproduction')).toEqual([
      { from: 1990, to: 1994, signed: 2, holding: 1 },
      { from: 1995, to: 1999, signed: 0, holding: 0 },
      { from: 2000, to: 2004, signed: 0, holding: 0 },
      { from: 2005, to: 2009, signed: 1, holding: 1 },
    ])
    expect(periodsOf([], 'coproduction')).toEqual([])
  })
})
