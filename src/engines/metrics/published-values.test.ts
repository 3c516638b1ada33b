import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { missing, sharedFile } from '../../../test/shared-files.ts'
import { estyInterval, goodTuringCoverage, rarefiedRichness } from './coverage.ts'
import { brillouin, heip, mcintoshEvenness, pielou, simpsonEvenness } from './evenness.ts'
import { gini, giniByRectangles, giniSampleCorrected, lorenz } from './gini.ts'
import { hill, hillProfile, renyi, richness, shannon, tsallis } from './hill.ts'
import { alphaBetaGamma } from './partition.ts'
import { flatten, halfSquares, rao } from './rao.ts'
import { raoMaximum } from './rao-maximum.ts'
import {
  bergerParker,
  giniSimpson,
  hhi,
  hhiWithoutReplacement,
  inverseSimpson,
  inverseSimpsonWithoutReplacement,
  mcintoshDiversity,
} from './simpson.ts'
import { ace, chao1, chao1Interval, chao1StandardError, fisherAlpha, margalef, menhinick, robbins } from './unseen.ts'

const read = (name: string) => JSON.parse(readFileSync(sharedFile('reference', name), 'utf8'))

type Expected = number | string | readonly (number | string)[]

interface Case {
  readonly metric: string
  readonly input: number[]
  readonly orders?: (number | string)[]
  readonly expected: Expected
  readonly tolerance?: number
  readonly tolerance_rel?: number
}

const ordersOf = ({ orders = [] }: Case): number[] => orders.map(Number)

const ours: Record<string, (testCase: Case) => number | ArrayLike<number>> = {
  hill: (c) => hillProfile(c.input, ordersOf(c)),
  renyi: (c) => ordersOf(c).map((q) => renyi(c.input, q)),
  renyi_base2_q2: (c) => renyi(c.input, 2, 2),
  tsallis: (c) => ordersOf(c).map((q) => tsallis(c.input, q)),
  shannon: (c) => shannon(c.input),
  shannon_base2: (c) => shannon(c.input, 2),
  shannon_base10: (c) => shannon(c.input, 10),
  exp_shannon: (c) => hill(c.input, 1),
  gini_simpson: (c) => giniSimpson(c.input),
  'simpson_dominance(HHI)': (c) => hhi(c.input),
  simpson_dominance_finite: (c) => hhiWithoutReplacement(c.input),
  inv_simpson_finite: (c) => inverseSimpsonWithoutReplacement(c.input),
  inv_simpson: (c) => inverseSimpson(c.input),
  simpson_evenness: (c) => simpsonEvenness(c.input),
  berger_parker: (c) => bergerParker(c.input),
  pielou: (c) => pielou(c.input),
  heip: (c) => heip(c.input),
  mcintosh_d: (c) => mcintoshDiversity(c.input),
  mcintosh_e: (c) => mcintoshEvenness(c.input),
  brillouin: (c) => brillouin(c.input),
  fisher_alpha: (c) => fisherAlpha(c.input),
  goods_coverage: (c) => goodTuringCoverage(c.input),
  robbins: (c) => robbins(c.input),
  margalef: (c) => margalef(c.input),
  menhinick: (c) => menhinick(c.input),
  chao1_bias_corrected: (c) => chao1(c.input),
  chao1_classic: (c) => chao1(c.input, 'classic'),
  chao1_ci95_bias_corrected: (c) => [...chao1Interval(c.input)],
  chao1_ci95_classic: (c) => [...chao1Interval(c.input, 'classic')],
  ace: (c) => ace(c.input),
  gini_trapezoid: (c) => gini(c.input),
  'gini_rectangles(skbio default)': (c) => giniByRectangles(c.input),
  lorenz_y: (c) => lorenz(c.input),
}

const agree = (actual: number | ArrayLike<number>, expected: Expected, tolerance: number, relative = 0): void => {
  const actuals = typeof actual === 'number' ? [actual] : Array.from(actual)
  const wanted = (typeof expected === 'object' ? expected : [expected]).map(Number)
  expect(actuals).toHaveLength(wanted.length)
  wanted.forEach((value, i) => {
    if (Number.isNaN(value)) expect(actuals[i]).toBeNaN()
    else if (Number.isFinite(value)) {
      expect(Math.abs(actuals[i]! - value)).toBeLessThanOrEqual(Math.max(tolerance, relative * Math.abs(value)))
    } else expect(actuals[i]).toBe(value)
  })
}

describe.skipIf(missing('reference', 'skbio_alpha.json'))('numbers published by scikit-bio', () => {
  const file = read('skbio_alpha.json')
  it.each((file.cases as Case[]).map((testCase, i) => [`${testCase.metric}, case ${i}`, testCase] as const))(
    '%s',
    (_, testCase) => {
      const metric = ours[testCase.metric]
      if (!metric) throw new Error(`no function of ours is compared with ${testCase.metric}`)
      agree(metric(testCase), testCase.expected, testCase.tolerance ?? file.tolerance, testCase.tolerance_rel)
    },
  )
})

describe.skipIf(missing('reference', 'vegan_dune.json'))('numbers of R vegan for the dune meadow', () => {
  const { input, expected, tolerance } = read('vegan_dune.json')
  const rows: number[][] = input.values
  const columns: [string, (row: number[]) => number][] = [
    ['richness', richness],
    ['shannon', (row) => shannon(row)],
    ['shannon_base2', (row) => shannon(row, 2)],
    ['gini_simpson', giniSimpson],
    ['inv_simpson', inverseSimpson],
    ['chao1', (row) => chao1(row)],
    ['chao1_se', chao1StandardError],
    ['ace', (row) => ace(row)],
    ['pielou', pielou],
  ]
  it.each(columns)('%s', (name, metric) => {
    agree(rows.map(metric), expected[name], tolerance)
  })
  it('hill numbers of six orders', () => {
    const orders = expected.hill.orders.map((order: string) => (order === 'Inf' ? Infinity : Number(order)))
    rows.forEach((row, i) => agree(hillProfile(row, orders), expected.hill.values[i], tolerance))
  })
  it('richness rarefied to fifteen individuals', () => {
    agree(
      rows.map((row) => rarefiedRichness(row, expected.rarefied_richness.n)),
      expected.rarefied_richness.values,
      tolerance,
    )
  })
  it("Fisher's alpha, as near as vegan's own root finder went, and closer to the equation than it", () => {
    rows.forEach((row, i) => {
      const individuals = row.reduce((sum, count) => sum + count, 0)
      const residual = (alpha: number) => Math.abs(alpha * Math.log1p(individuals / alpha) - richness(row))
      const alpha = fisherAlpha(row)
      agree(alpha, expected.fisher_alpha[i], 2e-5)
      expect(residual(alpha)).toBeLessThanOrEqual(Math.max(residual(expected.fisher_alpha[i]), 1e-13))
      expect(residual(alpha)).toBeLessThan(tolerance)
    })
  })
  it('alpha, beta and gamma of order 1 with equal weights', () => {
    const parts = read('hill_alpha_beta_gamma.json')
    const { alpha, beta, gamma } = alphaBetaGamma(rows, 1)
    agree(
      [alpha, beta, gamma],
      [parts.expected.alpha_q1, parts.expected.beta_q1, parts.expected.gamma_q1],
      parts.tolerance,
    )
  })
})

describe.skipIf(missing('reference', 'ade4_rao.json'))("Rao's quadratic entropy of R ade4", () => {
  const { input, expected, tolerance } = read('ade4_rao.json')
  const distances = halfSquares(flatten(input.dist))
  const communities = (input.communities as string[]).map((_, j) => (input.counts as number[][]).map((row) => row[j]!))
  it('for each bird community', () => {
    agree(
      communities.map((counts) => rao(counts, distances)),
      expected.rao_q,
      tolerance,
    )
  })
  it('as a share of the greatest entropy these distances allow, whose maximiser of ours is the better one', () => {
    const { value } = raoMaximum(distances)
    agree(
      communities.map((counts) => rao(counts, distances) / value),
      expected.rao_q_scaled_by_max,
      2e-8,
    )
    expect(value).toBeGreaterThanOrEqual(expected.rao_q[0] / expected.rao_q_scaled_by_max[0])
  })
})

describe.skipIf(missing('reference', 'gini_conventions.json'))(
  'one list, several conventions of the Gini coefficient',
  () => {
    const { input, expected, tolerance, recbole_test: listTest } = read('gini_conventions.json')
    const value = (start: string) => Number(expected[Object.keys(expected).find((key) => key.startsWith(start))!])
    it('population form, sample-corrected form, rectangles, and one minus the corrected', () => {
      agree(gini(input), value('population'), tolerance)
      agree(giniSampleCorrected(input), value('sample-corrected'), tolerance)
      agree(giniByRectangles(input), value('scikit-bio'), tolerance)
      agree(1 - giniSampleCorrected(input), value('Elliot'), tolerance)
    })
    it('counts works never recommended in the denominator', () => {
      const counts = Array.from<number>({ length: listTest.num_items }).fill(0)
      for (const item of listTest.item_matrix.flat()) counts[item - 1]! += 1
      agree(gini(counts), listTest.expected_gini, tolerance)
      agree(counts.filter((count) => count > 0).length / counts.length, listTest.expected_item_coverage, tolerance)
      agree(shannon(counts), listTest.true_shannon_entropy, tolerance)
    })
  },
)

describe('coverage interval', () => {
  it("is centred on the unseen share, as in Esty's paper", () => {
    const [low, high] = estyInterval([1, 1, 1, 2, 2, 3, 10])
    expect((low + high) / 2).toBeCloseTo(3 / 20, 12)
  })
})
