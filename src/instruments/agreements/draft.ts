import type { Coverage } from '../../engines/texts/coverage.ts'
import type { TextLanguage } from '../../engines/texts/document.ts'
import type { Agreement, Clause } from './agreement.ts'
import type { ClauseHit } from './audit.ts'
import { type PolicySpace, readPolicySpace } from './policy-space.ts'
import { type ClauseTypeName, clauseTypeNames } from './rules/clause-type.ts'
import { shinglesOf, similarity } from './similar.ts'

/** What was found in a draft; enough to show everything again without the text itself. */
export interface DraftFindings {
  readonly language: TextLanguage
  readonly coverage: Coverage
  readonly hits: readonly ClauseHit[]
}

/** A wording of an agreement that is close to one of the draft. `alike` 0..1, of runs of three words. */
export interface NearWording {
  readonly clause: Clause
  readonly agreement: Agreement
  readonly alike: number
}

/** One clause type of a draft against practice: the Party's own agreements, and others'. */
export interface DraftLine {
  readonly type: ClauseTypeName
  readonly hits: readonly ClauseHit[]
  readonly own: readonly Agreement[]
  readonly othersWith: number
  /**
   * `new_restriction`: restricts, and no own agreement does so. `usual_restriction`: own agreements did it before. `given_up`: own
   * agreements keep room that the draft does not. `cannot_conclude`: the same, but the draft is not
   * whole. `kept`, `new_room`: room kept, as before or for the first time. `other`: neither.
   */
  readonly effect:
    | 'new_restriction'
    | 'usual_restriction'
    | 'given_up'
    | 'cannot_conclude'
    | 'kept'
    | 'new_room'
    | 'other'
  readonly nearest: readonly NearWording[]
}

export interface DraftReading {
  readonly space: PolicySpace
  /** Types that the draft or an own agreement holds, the gravest first. */
  readonly lines: readonly DraftLine[]
  readonly ownCount: number
  readonly othersCount: number
}

/** The agreements a draft is held against, with the clauses that stand in them. */
export interface Practice {
  readonly agreements: readonly Agreement[]
  readonly clauses: readonly Clause[]
}

/** Types that keep room for cultural policy or support it when they are there. */
const protective: ReadonlySet<ClauseTypeName> = new Set([
  'cultural_exception',
  'convention_2005_reference',
  'cultural_diversity_recital',
  'audiovisual_carveout',
  'preferential_treatment_culture',
  'cultural_cooperation',
  'coproduction',
])

const effectOf = (
  type: ClauseTypeName,
  hits: readonly ClauseHit[],
  own: readonly Agreement[],
  { whole }: Coverage,
): DraftLine['effect'] => {
  if (hits.some(({ direction }) => direction === 'restricts'))
    return own.length === 0 ? 'new_restriction' : 'usual_restriction'
  if (!protective.has(type)) return 'other'
  if (hits.length === 0) return whole ? 'given_up' : 'cannot_conclude'
  return own.length === 0 ? 'new_room' : 'kept'
}

const gravity: readonly DraftLine['effect'][] = [
  'new_restriction',
  'given_up',
  'cannot_conclude',
  'usual_restriction',
  'other',
  'kept',
  'new_room',
]

const nearestShown = 2

const nearestOf = (hits: readonly ClauseHit[], practice: Practice, type: ClauseTypeName): readonly NearWording[] => {
  const byId = new Map(practice.agreements.map((agreement) => [agreement.id, agreement]))
  const sought = hits.map(({ quote }) => shinglesOf(quote))
  return practice.clauses
    .filter((clause) => clause.type === type)
    .map((clause) => {
      const own = shinglesOf(clause.quote)
      const alike = sought.reduce((best, shingles) => Math.max(best, similarity(shingles, own)), 0)
      return { clause, agreement: byId.get(clause.agreementId)!, alike }
    })
    .filter(({ agreement }) => agreement !== undefined)
    .sort((a, b) => b.alike - a.alike || Number(b.agreement.isOwn) - Number(a.agreement.isOwn))
    .slice(0, nearestShown)
}

/** Holds a draft against what the Party and others have agreed. `practice.clauses` are those that stand. */
export const readDraft = (findings: DraftFindings, practice: Practice): DraftReading => {
  const own = practice.agreements.filter(({ isOwn }) => isOwn)
  const others = practice.agreements.filter(({ isOwn }) => !isOwn)
  const lines = clauseTypeNames.flatMap((type): DraftLine[] => {
    const hits = findings.hits.filter((hit) => hit.type === type)
    const ownWith = own.filter(({ types }) => types.includes(type))
    if (hits.length === 0 && ownWith.length === 0) return []
    const effect = effectOf(type, hits, ownWith, findings.coverage)
    if (effect === 'other' && hits.length === 0) return []
    const othersWith = others.filter(({ types }) => types.includes(type)).length
    return [{ type, hits, own: ownWith, othersWith, effect, nearest: nearestOf(hits, practice, type) }]
  })
  return {
    space: readPolicySpace(findings.hits, findings.coverage),
    lines: lines.sort((a, b) => gravity.indexOf(a.effect) - gravity.indexOf(b.effect)),
    ownCount: own.length,
    othersCount: others.length,
  }
}
