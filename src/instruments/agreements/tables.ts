import type { ColumnType, Generated } from 'kysely'
import type { Coverage } from '../../engines/texts/coverage.ts'
import type { NodeKind, TextFormat, TextLanguage } from '../../engines/texts/document.ts'
import type { Fault } from '../../kernel/fault.ts'
import type { DraftFindings } from './draft.ts'
import type {
  ClauseDirection,
  ClauseModifier,
  ClauseScope,
  ClauseStrength,
  ClauseTypeName,
} from './rules/clause-type.ts'
import type { Whose } from './take-texts.ts'

type Json<Value> = ColumnType<Value, string, string>

export type AgreementTables = {
  readonly agreements: {
    id: string
    party: string
    hash: string
    file_name: string
    title: string
    format: TextFormat
    language: TextLanguage
    other_languages: TextLanguage[]
    year: number | null
    parties: string[]
    amended_year: number | null
    amendment: Generated<string>
    is_own: boolean
    is_published: Generated<boolean>
    is_synthetic: boolean
    coverage: Json<Coverage>
    types: ClauseTypeName[]
    created_at: Date
    updated_at: Date
  }
  readonly agreements_articles: {
    id: string
    agreement_id: string
    party: string
    position: number
    node: string
    kind: NodeKind
    label: string | null
    name: string | null
    chapter: string | null
    page: number | null
    start_at: number
    raw: string
    is_markup: boolean
    language: TextLanguage
    vector: string
  }
  readonly agreements_clauses: {
    id: string
    agreement_id: string
    article_id: string
    party: string
    position: number
    type: ClauseTypeName
    rule: string
    direction: ClauseDirection
    strength: ClauseStrength
    scope: ClauseScope
    modifiers: ClauseModifier[]
    article: string
    label: string
    quote: string
    start_at: number
    end_at: number
    page: number | null
    language: TextLanguage
    cue: string
    is_added: Generated<boolean>
    verdict: 'confirm' | 'reject' | null
  }
  readonly agreements_decisions: {
    id: string
    agreement_id: string
    clause_id: string
    party: string
    verdict: 'confirm' | 'reject' | 'add'
    reason: string
    actor_id: string | null
    actor_name: string
    decided_at: Date
  }
  readonly agreements_uploads: {
    id: string
    party: string
    file: string
    file_name: string
    whose: Whose
    state: 'waiting' | 'done'
    job: string | null
    texts: Generated<number>
    added: Generated<number>
    known: Generated<number>
    open: Generated<number>
    faults: ColumnType<readonly Fault[], string | undefined, string>
    actor_name: string
    created_at: Date
    finished_at: Date | null
  }
  readonly agreements_drafts: {
    id: string
    party: string
    title: string
    findings: Json<DraftFindings>
    actor_name: string
    created_at: Date
  }
}
