import { writeCsv } from '../../engines/documents/csv.ts'
import type { Coverage } from '../../engines/texts/coverage.ts'
import type { TextDocument } from '../../engines/texts/document.ts'
import type { ClauseHit } from './audit.ts'
import type { PolicySpace } from './policy-space.ts'
import { clauseTypeNames } from './rules/clause-type.ts'

/** What the audit of one document came to. */
export interface AuditedAgreement {
  readonly document: Pick<TextDocument, 'id' | 'title' | 'format' | 'language' | 'otherLanguages' | 'hash'>
  readonly coverage: Coverage
  readonly hits: readonly ClauseHit[]
  readonly policySpace: PolicySpace
}

/** The columns of the table, in order; fixed, for others read them. */
export const auditColumns = [
  'agreement_id',
  'clause_type',
  'present',
  'article_id',
  'quote',
  'start',
  'end',
  'direction',
  'strength',
  'scope',
  'modifiers',
  'rule',
] as const

type AuditRow = readonly (string | number | null)[]

const hitRow = (id: string, hit: ClauseHit): AuditRow => [
  id,
  hit.type,
  1,
  hit.article,
  hit.quote,
  hit.start,
  hit.end,
  hit.direction,
  hit.strength,
  hit.scope,
  hit.modifiers.join(' '),
  hit.rule,
]

const emptyRow = (id: string, type: string, whole: boolean): AuditRow => [
  id,
  type,
  0,
  ...Array.from<null>({ length: 8 }).fill(null),
  whole ? 'none-found' : 'cannot-conclude',
]

/**
 * One row per clause found (`present` 1, best first) and one per type not found (`present` 0); for these `rule` says whether the
 * text supplied allows the conclusion (`none-found`) or not (`cannot-conclude`). Quotes are verbatim, line ends included. Cells that a spreadsheet would run are quoted as text.
 */
export const auditCsv = (agreements: readonly AuditedAgreement[]): string =>
  writeCsv(
    auditColumns,
    agreements.flatMap(({ document, hits, coverage }) =>
      clauseTypeNames.flatMap((type) => {
        const found = hits.filter((hit) => hit.type === type)
        return found.length > 0
          ? found.map((hit) => hitRow(document.id, hit))
          : [emptyRow(document.id, type, coverage.whole)]
      }),
    ),
  )

const withoutHits = ({ readings, notes }: PolicySpace): unknown => ({
  readings: readings.map(({ measure, answer, grounds }) => ({
    measure,
    answer,
    grounds: grounds.map(({ rule, code, effect, hits }) => ({
      reading_rule: rule ?? null,
      code,
      effect,
      articles: [...new Set(hits.map(({ article }) => article))],
    })),
  })),
  notes: notes.map(({ rule, code, hits }) => ({
    reading_rule: rule ?? null,
    code,
    articles: [...new Set(hits.map(({ article }) => article))],
  })),
})

const agreementJson = ({ document, coverage, hits, policySpace }: AuditedAgreement): unknown => ({
  agreement_id: document.id,
  title: document.title ?? null,
  format: document.format,
  language: document.language,
  other_languages: document.otherLanguages,
  sha256: document.hash,
  coverage: {
    whole: coverage.whole,
    articles: coverage.articles,
    characters: coverage.characters,
    chapters: coverage.chapters,
    gaps: coverage.gaps,
    missing: coverage.missing,
    repeated: coverage.repeated,
    doubts: coverage.doubts,
  },
  clauses: hits.map((hit) => ({
    clause_type: hit.type,
    article_id: hit.article,
    article_label: hit.label,
    page: hit.page ?? null,
    quote: hit.quote,
    start: hit.start,
    end: hit.end,
    language: hit.language,
    direction: hit.direction,
    strength: hit.strength,
    scope: hit.scope,
    modifiers: hit.modifiers,
    rule: hit.rule,
    reason: hit.reason,
  })),
  policy_space: withoutHits(policySpace),
})

/** The same as JSON, with coverage, reasons and policy space. */
export const auditJson = (agreements: readonly AuditedAgreement[]): string =>
  `${JSON.stringify({ reading_aid_not_legal_advice: true, agreements: agreements.map(agreementJson) }, null, 1)}\n`
