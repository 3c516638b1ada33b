import { beforeAll, describe, expect, it } from 'vitest'
import { missing, sharedFile } from '../../../test/shared-files.ts'
import { type AccuracyRow, accuracyMarkdown, accuracyTable, measureAccuracy, readGold } from './accuracy.ts'
import type { AuditedAgreement } from './audit-table.ts'

const gold = readGold(
  [
    'tota_id,clause_type,present,article,confidence',
    'a,coproduction,1,X > Y [aid 12]; X > Z [aid 13],clear',
    'b,coproduction,1,X [aid 14],clear',
    'c,coproduction,0,,clear',
    'd,coproduction,1,X [aid 15],clear',
    'e,coproduction,0,,borderline',
    'f,unheard_of,1,,clear',
  ].join('\n'),
)

const found = (id: string, ...articles: string[]): AuditedAgreement =>
  ({
    document: { id },
    hits: articles.map((article) => ({ type: 'coproduction', article })),
  }) as unknown as AuditedAgreement

it('counts clear cells only: found, found wrongly, missed, and in the right article', () => {
  const rows = accuracyTable(gold, [found('a', '13'), found('b', '99'), found('c', '1'), found('d'), found('e', '2')])
  expect(rows.find(({ type }) => type === 'coproduction')).toEqual({
    type: 'coproduction',
    truePositives: 2,
    falsePositives: 1,
    falseNegatives: 1,
    precision: 2 / 3,
    recall: 2 / 3,
    f1: 2 / 3,
    rightArticle: 0.5,
  })
  expect(rows.at(-1)).toMatchObject({ type: 'all', truePositives: 2 })
  expect(accuracyMarkdown(rows)).toContain('| coproduction | 2 | 1 | 1 | 0.667 | 0.667 | 0.667 | 0.500 |')
})

const files = [
  sharedFile('data', 'agreements', 'gold-dev.csv'),
  sharedFile('data', 'agreements', 'tota-0.5.0.tar.gz'),
] as const
const isMissing = missing('data', 'agreements', 'gold-dev.csv') || missing('data', 'agreements', 'tota-0.5.0.tar.gz')

describe.skipIf(isMissing)('against the development part of the hand-coded set', () => {
  let rows: readonly AccuracyRow[]
  beforeAll(async () => {
    const result = await measureAccuracy({ gold: files[0], texts: [files[1]] })
    if (!result.ok) throw new Error(JSON.stringify(result.faults))
    rows = result.value.rows
  }, 60_000)

  it.each([
    'cultural_exception',
    'convention_2005_reference',
    'audiovisual_carveout',
    'digital_products_nondiscrimination',
    'customs_duties_etransmissions',
  ])('%s: recall at least 0.95, precision at least 0.85', (type) => {
    const row = rows.find((each) => each.type === type)!
    expect(row.recall).toBeGreaterThanOrEqual(0.95)
    expect(row.precision).toBeGreaterThanOrEqual(0.85)
  })

  it('all types: micro-F1 at least 0.93, right article at least 0.9', () => {
    const all = rows.at(-1)!
    expect(all.f1).toBeGreaterThanOrEqual(0.93)
    expect(all.rightArticle).toBeGreaterThanOrEqual(0.9)
  })
})
