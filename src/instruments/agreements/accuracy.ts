import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import type { Fault } from '../../kernel/fault.ts'
import { accepted, notAccepted, type Result } from '../../kernel/result.ts'
import { auditAgreements } from './audit-command.ts'
import type { AuditedAgreement } from './audit-table.ts'
import { type ClauseTypeName, clauseTypeNames } from './rules/clause-type.ts'

/** One hand-coded cell: agreement × clause type, and the articles that carry the clause (identifiers of the source). */
export interface GoldCell {
  readonly agreement: string
  readonly type: ClauseTypeName
  readonly present: boolean
  readonly clear: boolean
  readonly articles: readonly string[]
}

/** Counts and shares for one clause type, or over all. `rightArticle` is a share of the true positives. */
export interface AccuracyRow {
  readonly type: ClauseTypeName | 'all'
  readonly truePositives: number
  readonly falsePositives: number
  readonly falseNegatives: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly rightArticle: number
}

const isType = (text: string): text is ClauseTypeName => (clauseTypeNames as readonly string[]).includes(text)

/** Reads the gold set (`tota_id, clause_type, present, article, confidence …`; articles as `[aid 123]`). */
export const readGold = (csv: string): readonly GoldCell[] =>
  parse<Record<string, string>>(csv, { columns: true, bom: true }).flatMap((row) => {
    const type = row['clause_type'] ?? ''
    if (!isType(type)) return []
    return {
      agreement: row['tota_id'] ?? '',
      type,
      present: row['present'] === '1',
      clear: row['confidence'] === 'clear',
      articles: [...(row['article'] ?? '').matchAll(/\[aid (\d+)\]/g)].map((match) => match[1]!),
    }
  })

interface Counts {
  tp: number
  fp: number
  fn: number
  located: number
}

const rowOf = (type: AccuracyRow['type'], { tp, fp, fn, located }: Counts): AccuracyRow => ({
  type,
  truePositives: tp,
  falsePositives: fp,
  falseNegatives: fn,
  precision: tp + fp === 0 ? 1 : tp / (tp + fp),
  recall: tp + fn === 0 ? 1 : tp / (tp + fn),
  f1: tp === 0 ? (fp + fn === 0 ? 1 : 0) : (2 * tp) / (2 * tp + fp + fn),
  rightArticle: tp === 0 ? 1 : located / tp,
})

const countCell = (counts: Counts, cell: GoldCell, found: readonly string[]): void => {
  if (found.length > 0 && !cell.present) counts.fp += 1
  else if (found.length === 0 && cell.present) counts.fn += 1
  else if (found.length > 0) {
    counts.tp += 1
    if (found.some((article) => cell.articles.includes(article))) counts.located += 1
  }
}

/** Compares an audit with the clear cells of a gold set: one row per type and a last one, micro-averaged, over all. */
export const accuracyTable = (
  gold: readonly GoldCell[],
  agreements: readonly AuditedAgreement[],
): readonly AccuracyRow[] => {
  const hitsOf = new Map(agreements.map(({ document, hits }) => [document.id, hits]))
  const all: Counts = { tp: 0, fp: 0, fn: 0, located: 0 }
  const rows = clauseTypeNames.map((type) => {
    const counts: Counts = { tp: 0, fp: 0, fn: 0, located: 0 }
    for (const cell of gold) {
      if (cell.type !== type || !cell.clear) continue
      const hits = hitsOf.get(cell.agreement) ?? []
      countCell(
        counts,
        cell,
        hits.filter((hit) => hit.type === type).map(({ article }) => article),
      )
    }
    all.tp += counts.tp
    all.fp += counts.fp
    all.fn += counts.fn
    all.located += counts.located
    return rowOf(type, counts)
  })
  return [...rows, rowOf('all', all)]
}

const share = (value: number): string => value.toFixed(3)

/** The table as Markdown, for a terminal and for the release notes alike. */
export const accuracyMarkdown = (rows: readonly AccuracyRow[]): string =>
  [
    '| clause type | true + | false + | missed | precision | recall | F1 | right article |',
    '|---|---:|---:|---:|---:|---:|---:|---:|',
    ...rows.map(
      (row) =>
        `| ${row.type} | ${row.truePositives} | ${row.falsePositives} | ${row.falseNegatives} | ${share(row.precision)} | ${share(row.recall)} | ${share(row.f1)} | ${share(row.rightArticle)} |`,
    ),
    '',
  ].join('\n')

export interface AccuracyOptions {
  /** The gold set, a CSV file. */
  readonly gold: string
  /** The texts it was coded on: archive, folder or files. */
  readonly texts: readonly string[]
}

/** Audits the texts and compares with the gold set. Texts outside the gold set are audited and left out of the count. */
export const measureAccuracy = async ({
  gold,
  texts,
}: AccuracyOptions): Promise<Result<{ readonly rows: readonly AccuracyRow[]; readonly text: string }, Fault>> => {
  const csv = await readFile(gold, 'utf8').catch(() => undefined)
  if (csv === undefined) return notAccepted({ code: 'path-not-there', field: gold, values: { path: gold } })
  const audited = await auditAgreements({ paths: texts, format: 'csv' })
  if (!audited.ok) return audited
  const rows = accuracyTable(readGold(csv), audited.value.agreements)
  return accepted({ rows, text: accuracyMarkdown(rows) })
}
