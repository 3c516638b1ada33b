import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { missing, sharedFile } from '../../../test/shared-files.ts'
import {
  fairStarFailProbability,
  fairStarRerank,
  fairStarTable,
  meetsFairStar,
  unadjustedFairStarTable,
} from './fair-star.ts'
import { catalogueCoverage, interListDiversity, intraListCosineSimilarity, leastItemPromoted } from './lists.ts'
import { averageOverlap, rbp, weightedPrecision } from './rank-biased.ts'

const read = (name: string) => JSON.parse(readFileSync(sharedFile('reference', name), 'utf8'))

/** Every field some case has; each entry below reads those its metric comes with. */
interface Case {
  readonly metric: string
  readonly expected: number | number[]
  readonly tolerance?: number
  readonly rec: number[]
  readonly relevant: number[]
  readonly patience: number
  readonly good: number[]
  readonly weights: number[]
  readonly vectors: number[][]
  readonly reference: number[]
  readonly reranked: number[]
  readonly n: number
  readonly k: number
  readonly p: number
  readonly alpha: number
  readonly input: number[]
  readonly protected: number[]
  readonly a: string
  readonly b: string
  readonly lists: Record<string, number[]>
  readonly predicted: string[][]
  readonly catalog: string[]
}

interface TableCase extends Pick<Case, 'k' | 'p' | 'alpha'> {
  readonly exact_rational_mtable: number[]
  readonly unadjusted_mtable: number[]
  readonly adjusted_mtable: number[]
  readonly adjusted_alpha: number
  readonly fail_probability_unadjusted: number
  readonly fail_probability_adjusted: number
}

interface RerankCase extends Pick<Case, 'k' | 'p' | 'alpha'> {
  readonly input_protected: number[]
  readonly input_ids: number[]
  readonly output_ids: number[]
  readonly output_protected: number[]
  readonly is_fair_before: boolean
  readonly is_fair_after: boolean
}

const rerankIds = (testCase: Case): number[] => {
  const isProtected = testCase.input.map((id: number) => testCase.protected.includes(id))
  const { table } = fairStarTable({ k: testCase.n, p: testCase.p, alpha: testCase.alpha })
  return Array.from(fairStarRerank(isProtected, table), (index) => testCase.input[index]!)
}

const ours: Record<string, (testCase: Case) => number | number[]> = {
  rbp: (c) => rbp(c.rec, new Set(c.relevant), c.patience),
  rbp_custom_weights_normalised: (c) => weightedPrecision(c.good, c.weights),
  intra_list_cosine_similarity: (c) => intraListCosineSimilarity(c.vectors),
  least_item_promoted: (c) => leastItemPromoted(c.reference, c.reranked, c.n),
  'FA*IR rerank with missing attribute=unprotected': rerankIds,
  'average_overlap (rbo p=1)': (c) => averageOverlap(c.a.split(''), c.b.split('')),
  average_overlap: (c) => averageOverlap(c.a.split(''), c.b.split('')),
  inter_list_diversity_cosine: (c) => interListDiversity(Object.values(c.lists)),
  prediction_coverage_pct: (c) => 100 * catalogueCoverage(c.predicted, new Set(c.catalog)),
}

describe.skipIf(missing('reference', 'rank_metrics.json'))('numbers of other packages for ranked lists', () => {
  const cases: Case[] = read('rank_metrics.json').cases
  it.each(cases.map((c, i) => [`${c.metric}, case ${i}`, c] as const))('%s', (_, testCase) => {
    const actual = ours[testCase.metric]!(testCase)
    if (typeof actual === 'number') {
      expect(Math.abs(actual - Number(testCase.expected))).toBeLessThanOrEqual(testCase.tolerance ?? 1e-12)
    } else expect(actual).toEqual(testCase.expected)
  })
})

describe.skipIf(missing('reference', 'fair_star.json'))('FA*IR tables of its authors', () => {
  const { mtables, rerank } = read('fair_star.json') as { mtables: TableCase[]; rerank: RerankCase[] }
  it.each(mtables.map((c) => [`k = ${c.k}, p = ${c.p}, α = ${c.alpha}`, c] as const))('%s', (_, c) => {
    const setting = { k: c.k, p: c.p, alpha: c.alpha }
    const unadjusted = unadjustedFairStarTable(setting)
    expect(Array.from(unadjusted)).toEqual(c.exact_rational_mtable)
    expect(Array.from(unadjusted)).toEqual(c.unadjusted_mtable)
    expect(fairStarFailProbability(unadjusted, c.p)).toBeCloseTo(c.fail_probability_unadjusted, 10)
    const adjusted = fairStarTable(setting)
    expect(Array.from(adjusted.table)).toEqual(c.adjusted_mtable)
    expect(adjusted.alpha).toBeCloseTo(c.adjusted_alpha, 12)
    expect(adjusted.failProbability).toBeCloseTo(c.fail_probability_adjusted, 10)
  })
  it.each(rerank.map((c) => [`re-ranks ${c.k} items at p = ${c.p}`, c] as const))('%s', (_, c) => {
    const { table } = fairStarTable({ k: c.k, p: c.p, alpha: c.alpha })
    const order = Array.from(fairStarRerank(c.input_protected, table))
    expect(meetsFairStar(c.input_protected, table)).toBe(c.is_fair_before)
    expect(order.map((index) => c.input_ids[index])).toEqual(c.output_ids)
    const after = order.map((index) => c.input_protected[index]!)
    expect(after).toEqual(c.output_protected)
    expect(meetsFairStar(after, table)).toBe(c.is_fair_after)
  })
})
