import type { Wording } from '../../../engines/texts/find-wording.ts'
import type { Phrase } from '../../../engines/texts/phrases.ts'

/** The fifteen clause types, named as in the hand-coded gold set. */
export const clauseTypeNames = [
  'cultural_exception',
  'convention_2005_reference',
  'cultural_diversity_recital',
  'audiovisual_carveout',
  'broadcast_telecom_exclusion',
  'digital_products_nondiscrimination',
  'ecommerce_chapter',
  'customs_duties_etransmissions',
  'data_flows',
  'ip_copyright_treaties',
  'preferential_treatment_culture',
  'cultural_cooperation',
  'coproduction',
  'ecommerce_technology_transfer',
  'heritage_exception',
] as const

export type ClauseTypeName = (typeof clauseTypeNames)[number]

/** What a clause does to room for cultural policy. */
export type ClauseDirection = 'preserves' | 'restricts' | 'supports' | 'neutral'

export type ClauseStrength = 'binding' | 'best_endeavour' | 'recital'

/** How far a clause reaches. `chapter` is the chapter it stands in. */
export type ClauseScope = 'agreement' | 'chapter' | 'mfn_only' | 'subsidies'

export type ClauseModifier =
  | 'retaliation'
  | 'missing_annex'
  | 'subject_to_reservations'
  | 'linear_only'
  | 'on_demand_included'
  | 'internal_taxes_kept'
  | 'subsidies_excluded'
  | 'definition_only'

/** One way in which a clause of a type is drafted. The order of rules in a type is their rank: the clearest first. */
export interface ClauseRule {
  /** Unique over all types; also the key of the reason shown to people (`reason.<id>`). */
  readonly id: string
  readonly direction: ClauseDirection
  /** Left out where the verb of the clause decides. */
  readonly strength?: ClauseStrength
  readonly scope: ClauseScope
  readonly modifiers?: readonly ClauseModifier[]
  /**
   * `alone` (usual): one hit is enough. `supporting`: counts only in an agreement where another rule of the same type was met,
   * such as a definition that says how far an exception reaches.
   */
  readonly counts?: 'alone' | 'supporting'
  readonly wordings: Readonly<Partial<Record<'en' | 'fr' | 'es', readonly Wording[]>>>
}

export interface ClauseType {
  readonly name: ClauseTypeName
  /** Stems (folded) without any of which no wording of this type can be met: articles are sifted by them first. */
  readonly stems: readonly string[]
  readonly rules: readonly ClauseRule[]
}

/** A short synthetic text and what the rules of a type must say about it; kept beside the rule as its example. */
export interface RuleExample {
  readonly language: 'en' | 'fr' | 'es'
  readonly text: string
  readonly headings?: string
  /** The rule that must be met; nothing when the text must not be taken for a clause of this type. */
  readonly rule?: string
}

export type { Phrase, Wording }
