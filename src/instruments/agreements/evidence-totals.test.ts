import { expect, it } from 'vitest'
import type { Agreement, Clause } from './agreement.ts'
import { type Aspect, totalsOf } from './evidence-totals.ts'

const whole = {
  chapters: [],
  articles: 3,
  characters: 900,
  gaps: [],
  missing: [],
  repeated: [],
  doubts: [],
  whole: true,
}
const agreement = (id: string, year: number, isPublished = true) =>
  ({
    id,
    party: 'XA',
    hash: id,
    year,
    coverage: whole,
    isPublished,
    isSynthetic: false,
    createdAt: new Date(0),
  }) as unknown as Agreement
const clause = (agreementId: string, type: Clause['type'], given: Partial<Clause> = {}) =>
  ({ agreementId, type, rule: '', modifiers: [], quote: '', articleId: agreementId, ...given }) as unknown as Clause

const aspects: readonly Aspect[] = [
  { key: 'convention', types: ['convention_2005_reference'], traces: ['guidelines/19.5'] },
]
const agreements = [agreement('a', 1999), agreement('b', 2011)]
const valueOf = (subject: string, clauses: readonly Clause[], of = agreements): number | undefined =>
  totalsOf(of, clauses, aspects).find((fact) => fact.subject === subject)?.value

it('counts the agreements that hold a clause, not the clauses, and not what a reviewer rejected', () => {
  const named = clause('a', 'convention_2005_reference')
  expect(valueOf('all/convention', [named, named])).toBe(1)
  expect(valueOf('all/convention', [{ ...named, verdict: 'reject' }])).toBe(0)
})

it('counts in how many agreements a measure is exposed', () => {
  const equal = clause('b', 'digital_products_nondiscrimination', { rule: 'digital-products.no-less-favourable' })
  expect(valueOf('all/space/discoverability_quota', [equal])).toBe(1)
  expect(valueOf('all/space/discoverability_quota', [])).toBe(0)
})

it('counts the clauses on exchange that speak of the digital environment', () => {
  const clauses = [
    clause('a', 'coproduction', { quote: 'co-production and on-line distribution of films' }),
    clause('b', 'cultural_cooperation', { quote: 'exchanges of theatre companies' }),
  ]
  expect(valueOf('all/digital-exchange', clauses)).toBe(1)
})

it('covers the years of the agreements, and is public only when all of them are', () => {
  expect(totalsOf(agreements, [], aspects)[0]).toMatchObject({
    period: { from: '1999-01-01', to: '2011-12-31' },
    audience: 'public',
  })
  expect(totalsOf([...agreements, agreement('c', 2000, false)], [], aspects)[0]?.audience).toBe('team')
  expect(totalsOf([], [], aspects)).toEqual([])
})
