import type { Coverage } from '../../engines/texts/coverage.ts'
import type { ClauseHit } from './audit.ts'

/** Measures a Party may want to adopt for culture in the digital environment. */
export const policyMeasures = [
  'discoverability_quota',
  'platform_levy',
  'algorithm_audit',
  'local_content_streaming',
  'subsidies',
] as const

export type PolicyMeasure = (typeof policyMeasures)[number]

export type PolicyAnswer = 'preserved' | 'exposed' | 'depends_on' | 'cannot_conclude'

/**
 * Why an answer is given. `rule` is the number of one of the ten reading rules; grounds without a number come from a clause
 * that speaks for itself. `code` names the words, `hits` are the clauses with their articles.
 */
export interface PolicyGround {
  readonly rule?: ReadingRuleNumber
  readonly code: string
  readonly effect: PolicyAnswer | 'note'
  readonly measures: readonly PolicyMeasure[]
  readonly hits: readonly ClauseHit[]
}

export type ReadingRuleNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10

export interface PolicyReading {
  readonly measure: PolicyMeasure
  readonly answer: PolicyAnswer
  readonly grounds: readonly PolicyGround[]
}

/** A reading aid, not legal advice; whoever shows it says so on the same page (`policy-space.not-legal-advice`). */
export interface PolicySpace {
  readonly readings: readonly PolicyReading[]
  /** Readings that hold for the agreement as a whole: what protects less than it seems. */
  readonly notes: readonly PolicyGround[]
}

const streaming: readonly PolicyMeasure[] = ['discoverability_quota', 'local_content_streaming']
const touchedByTreatment: readonly PolicyMeasure[] = [
  'discoverability_quota',
  'platform_levy',
  'local_content_streaming',
  'subsidies',
]

interface Clauses {
  readonly hits: readonly ClauseHit[]
  readonly byRule: (...ids: readonly string[]) => readonly ClauseHit[]
  readonly byType: (...types: readonly ClauseHit['type'][]) => readonly ClauseHit[]
}

const clausesOf = (hits: readonly ClauseHit[]): Clauses => ({
  hits,
  byRule: (...ids) => hits.filter(({ rule }) => ids.includes(rule)),
  byType: (...types) => hits.filter(({ type }) => types.includes(type)),
})

const exemption = (clauses: Clauses): readonly ClauseHit[] => clauses.byRule('cultural-exception.exempt')
const treatment = (clauses: Clauses): readonly ClauseHit[] => clauses.byRule('digital-products.no-less-favourable')
const excludedFromServices = (clauses: Clauses): readonly ClauseHit[] =>
  clauses.byRule('audiovisual-carveout.scope-list', 'audiovisual-carveout.no-commitments')
const linear = (clauses: Clauses): readonly ClauseHit[] =>
  clauses.byRule('audiovisual-carveout.linear', 'audiovisual-carveout.broadcasting-excluded')
const savings = (clauses: Clauses): readonly ClauseHit[] => clauses.byRule('audiovisual-carveout.digital-savings')
const has = (hits: readonly ClauseHit[], modifier: ClauseHit['modifiers'][number]): boolean =>
  hits.some(({ modifiers }) => modifiers.includes(modifier))

const measuresOfTreatment = (hits: readonly ClauseHit[]): readonly PolicyMeasure[] =>
  has(hits, 'subsidies_excluded') ? touchedByTreatment.filter((measure) => measure !== 'subsidies') : touchedByTreatment

type ReadingRule = (clauses: Clauses, coverage: Coverage) => PolicyGround | undefined

const wholeExemption: ReadingRule = (clauses) => {
  const hits = exemption(clauses)
  if (hits.length === 0) return undefined
  const retaliation = has(hits, 'retaliation')
  return {
    rule: 1,
    code: retaliation ? 'reading.1.retaliation' : 'reading.1',
    effect: retaliation ? 'depends_on' : 'preserved',
    measures: policyMeasures,
    hits: [...hits, ...clauses.byRule('cultural-exception.definition')],
  }
}

const nakedTreatment: ReadingRule = (clauses) => {
  const hits = treatment(clauses)
  const saved = [...linear(clauses), ...savings(clauses), ...exemption(clauses)]
  if (hits.length === 0 || saved.length > 0) return undefined
  return { rule: 2, code: 'reading.2', effect: 'exposed', measures: measuresOfTreatment(hits), hits }
}

const linearOnly: ReadingRule = (clauses) => {
  const hits = treatment(clauses)
  const kept = linear(clauses)
  if (hits.length === 0 || kept.length === 0 || savings(clauses).length > 0) return undefined
  const onDemand = has(kept, 'on_demand_included')
  return {
    rule: 3,
    code: onDemand ? 'reading.3.on-demand' : 'reading.3',
    effect: onDemand ? 'depends_on' : 'exposed',
    measures: measuresOfTreatment(hits),
    hits: [...hits, ...kept],
  }
}

const reservations: ReadingRule = (clauses) => {
  const hits = savings(clauses)
  if (hits.length === 0 || treatment(clauses).length === 0) return undefined
  return {
    rule: 4,
    code: 'reading.4',
    effect: 'depends_on',
    measures: touchedByTreatment,
    hits: [...hits, ...treatment(clauses)],
  }
}

const servicesOnly: ReadingRule = (clauses) => {
  const hits = excludedFromServices(clauses)
  if (hits.length === 0) return undefined
  const commerce = clauses.byType('ecommerce_chapter')
  return {
    rule: 5,
    code: commerce.length > 0 ? 'reading.5' : 'reading.5.audiovisual-only',
    effect: 'depends_on',
    measures: [...streaming, 'platform_levy'],
    hits: [...hits, ...commerce.slice(0, 1)],
  }
}

const operative = (clauses: Clauses): readonly ClauseHit[] => [
  ...clauses.byType('audiovisual_carveout'),
  ...clauses.byType('cultural_exception').filter(({ direction }) => direction === 'preserves'),
]

const alone =
  (rule: 6 | 7 | 8, ...types: readonly ClauseHit['type'][]): ReadingRule =>
  (clauses) => {
    const hits = clauses.byType(...types)
    if (hits.length === 0 || operative(clauses).length > 0) return undefined
    return { rule, code: `reading.${rule}`, effect: 'note', measures: [], hits }
  }

const dutiesAndTaxes: ReadingRule = (clauses) => {
  const hits = clauses.byType('customs_duties_etransmissions')
  if (hits.length === 0) return undefined
  const kept = has(hits, 'internal_taxes_kept')
  return {
    rule: 9,
    code: kept ? 'reading.9.taxes-kept' : 'reading.9',
    effect: kept ? 'preserved' : 'depends_on',
    measures: ['platform_levy'],
    hits,
  }
}

const silence: ReadingRule = (clauses, coverage) => {
  if (coverage.whole) return undefined
  return { rule: 10, code: 'reading.10', effect: 'cannot_conclude', measures: policyMeasures, hits: [] }
}

/** The ten reading rules in their order. */
const readingRules: readonly ReadingRule[] = [
  wholeExemption,
  nakedTreatment,
  linearOnly,
  reservations,
  servicesOnly,
  alone(6, 'broadcast_telecom_exclusion'),
  alone(7, 'heritage_exception'),
  alone(8, 'convention_2005_reference', 'cultural_diversity_recital'),
  dutiesAndTaxes,
  silence,
]

const ground = (
  code: string,
  effect: PolicyAnswer,
  measures: readonly PolicyMeasure[],
  hits: readonly ClauseHit[],
): readonly PolicyGround[] => (hits.length > 0 ? [{ code, effect, measures, hits }] : [])

/** Clauses that answer by themselves, beside the ten rules. */
const plainGrounds = (clauses: Clauses): readonly PolicyGround[] => [
  ...ground(
    'reading.source-code',
    'exposed',
    ['algorithm_audit', 'discoverability_quota'],
    clauses.byRule('technology-transfer.source-code'),
  ),
  ...ground(
    'reading.localisation',
    'depends_on',
    ['algorithm_audit'],
    clauses.byRule('data-flows.localisation', 'data-flows.must-allow'),
  ),
  ...ground('reading.annex', 'depends_on', policyMeasures, clauses.byRule('cultural-exception.annex')),
  ...ground('reading.creative-arts', 'depends_on', policyMeasures, clauses.byRule('cultural-exception.creative-arts')),
  ...ground('reading.state-aid', 'preserved', ['subsidies'], clauses.byRule('cultural-exception.state-aid')),
]

const weight: Readonly<Record<PolicyAnswer, number>> = { exposed: 3, depends_on: 2, preserved: 1, cannot_conclude: 0 }

const answerOf = (grounds: readonly PolicyGround[]): PolicyAnswer => {
  const first = grounds.find(({ rule, effect }) => rule === 1 && effect === 'preserved')
  if (first) return 'preserved'
  const effects = grounds.map(({ effect }) => effect).filter((effect) => effect !== 'note')
  return effects.reduce<PolicyAnswer>(
    (worst, effect) => (weight[effect] > weight[worst] ? effect : worst),
    'cannot_conclude',
  )
}

const decides = (grounds: readonly PolicyGround[], answer: PolicyAnswer): readonly PolicyGround[] =>
  answer === 'cannot_conclude' ? grounds : grounds.filter(({ effect }) => effect !== 'cannot_conclude')

const readMeasure = (measure: PolicyMeasure, all: readonly PolicyGround[], whole: boolean): PolicyReading => {
  const grounds = all.filter(({ measures, effect }) => effect !== 'note' && measures.includes(measure))
  if (grounds.length === 0 && whole)
    return {
      measure,
      answer: 'preserved',
      grounds: [{ code: 'reading.nothing-restricts', effect: 'preserved', measures: [measure], hits: [] }],
    }
  const answer = answerOf(grounds)
  return { measure, answer, grounds: decides(grounds, answer) }
}

/** Reads what an agreement leaves open, from the clauses found in it and from what of it was supplied. */
export const readPolicySpace = (hits: readonly ClauseHit[], coverage: Coverage): PolicySpace => {
  const clauses = clausesOf(hits)
  const grounds = [
    ...readingRules.map((rule) => rule(clauses, coverage)).filter((found) => found !== undefined),
    ...plainGrounds(clauses),
  ]
  return {
    readings: policyMeasures.map((measure) => readMeasure(measure, grounds, coverage.whole)),
    notes: grounds.filter(({ effect }) => effect === 'note'),
  }
}
