import type { Cell } from '../../engines/documents/index.ts'
import { type Agreement, type Clause, stands } from './agreement.ts'
import { auditColumns } from './audit-table.ts'
import { type ClauseTypeName, clauseTypeNames } from './rules/clause-type.ts'

/** Columns of the table of clauses: those of the command line's audit, then title, year, Parties, label, review and amendment. */
export const clauseColumns = [
  ...auditColumns,
  'title',
  'year',
  'parties',
  'whose',
  'article_label',
  'page',
  'language',
  'review',
  'added_by_reviewer',
  'amended',
  'amendment',
] as const

const agreementCells = ({ title, year, parties, isOwn }: Agreement): readonly Cell[] => [
  title,
  year,
  parties.join(' '),
  isOwn ? 'own' : 'others',
]

const amendmentCells = ({ amendedYear, amendment }: Agreement): readonly Cell[] => [amendedYear, amendment]

const idOf = ({ fileName }: Agreement): string => fileName.replace(/^.*\//, '').replace(/\.[a-z]+$/i, '')

const clauseRow = (agreement: Agreement, clause: Clause): readonly Cell[] => [
  idOf(agreement),
  clause.type,
  stands(clause) ? 1 : 0,
  clause.article,
  clause.quote,
  clause.start,
  clause.end,
  clause.direction,
  clause.strength,
  clause.scope,
  clause.modifiers.join(' '),
  clause.rule,
  ...agreementCells(agreement),
  clause.label,
  clause.page,
  clause.language,
  clause.verdict,
  clause.isAdded ? 1 : 0,
  ...amendmentCells(agreement),
]

const nothingRow = (agreement: Agreement, type: ClauseTypeName): readonly Cell[] => [
  idOf(agreement),
  type,
  0,
  ...Array.from<null>({ length: 8 }).fill(null),
  agreement.coverage.whole ? 'none-found' : 'cannot-conclude',
  ...agreementCells(agreement),
  ...Array.from<null>({ length: 5 }).fill(null),
  ...amendmentCells(agreement),
]

/** One row per clause, rejected ones with `present` 0, and one per type that was not found, as in the audit's own table. */
export function* clauseCells(agreements: readonly Agreement[], clauses: readonly Clause[]): Generator<readonly Cell[]> {
  const byAgreement = Map.groupBy(clauses, ({ agreementId }) => agreementId)
  for (const agreement of agreements)
    for (const type of clauseTypeNames) {
      const found = (byAgreement.get(agreement.id) ?? []).filter((clause) => clause.type === type)
      if (found.length === 0) yield nothingRow(agreement, type)
      for (const clause of found) yield clauseRow(agreement, clause)
    }
}

/** How many articles of each agreement hold a standing clause of a type: agreement id → type → articles. */
export const countArticles = (clauses: readonly Clause[]): ReadonlyMap<string, ReadonlyMap<ClauseTypeName, number>> => {
  const standing = Map.groupBy(clauses.filter(stands), ({ agreementId }) => agreementId)
  return new Map(
    [...standing].map(([id, own]) => [
      id,
      new Map(
        [...Map.groupBy(own, ({ type }) => type)].map(([type, found]) => [
          type,
          new Set(found.map(({ articleId }) => articleId)).size,
        ]),
      ),
    ]),
  )
}
