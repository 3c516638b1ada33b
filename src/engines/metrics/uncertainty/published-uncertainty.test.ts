import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { missing, sharedFile } from '../../../../test/shared-files.ts'
import { microMacroShare } from '../exposure.ts'
import { hill, shannon } from '../hill.ts'
import { hhi } from '../simpson.ts'
import { cellsByCluster, clusterBootstrap, evaluateReplicates } from './cluster-bootstrap.ts'
import { bootstrapStandardError, percentileInterval } from './intervals.ts'
import { randomStreams } from './random.ts'
import { twoWayBootstrap } from './two-way-bootstrap.ts'

const lines = (...parts: string[]): string[] =>
  readFileSync(sharedFile(...parts), 'utf8')
    .trimEnd()
    .split('\n')

const isMissing = missing('data', 'lfm2b', 'dataset.inter') || missing('reference', 'lfm2b_sample_expected.json')

describe.skipIf(isMissing)('the sample of LFM-2b', () => {
  if (isMissing) return
  const { counts, expected, uncertainty } = JSON.parse(
    readFileSync(sharedFile('reference', 'lfm2b_sample_expected.json'), 'utf8'),
  )
  const rows = lines('data', 'lfm2b', 'dataset.inter')
    .slice(1)
    .map((line) => line.split('\t').map(Number))
  const homes = lines('data', 'lfm2b', 'demographics.tsv').map((line) => line.split('\t')[0]!)
  const origins = lines('data', 'lfm2b', 'tracks.tsv').map((line) => line.split('\t')[2]!)
  const canonical = (code: string) => (code === 'UK' ? 'GB' : code)
  const first = Uint32Array.from(rows, ([user]) => user!)
  const second = Uint32Array.from(rows, ([, item]) => item!)
  const columns = Uint8Array.from(rows, ([user, item]) =>
    canonical(homes[user!]!) === canonical(origins[item!]!) ? 0 : 1,
  )
  const cells = cellsByCluster(first, columns, counts.users, 2)
  const share = (totals: ArrayLike<number>) => totals[0]! / (totals[0]! + totals[1]!)
  const near = (actual: number, wanted: number) =>
    expect(Math.abs(actual / wanted - 1)).toBeLessThan(uncertainty.tolerance_rel)

  it('local share of plays and mean of users’ shares', () => {
    const local = Array.from({ length: counts.users }, (_, user) => cells.cells[2 * user]!)
    const all = local.map((plays, user) => plays + cells.cells[2 * user + 1]!)
    const { micro, macro } = microMacroShare(local, all)
    expect(micro).toBeCloseTo(expected.local_share_micro, 12)
    expect(macro).toBeCloseTo(expected.local_share_macro_user_mean, 12)
  })

  it('diversity of countries in consumption and in the catalogue', () => {
    const codes = [...new Set(origins)]
    const place = new Map(codes.map((code, i) => [code, i]))
    const consumed = new Float64Array(codes.length)
    const catalogue = new Float64Array(codes.length)
    for (const [, item] of rows) consumed[place.get(origins[item!]!)!]! += 1
    for (const origin of origins) catalogue[place.get(origin)!]! += 1
    expect(hill(consumed, 1)).toBeCloseTo(expected.hill1_country_consumption, 9)
    expect(hhi(consumed)).toBeCloseTo(expected.hhi_country_consumption, 12)
    expect(shannon(catalogue)).toBeCloseTo(expected.shannon_country_catalogue, 12)
  })

  it('user-cluster bootstrap: standard error and interval', () => {
    const totals = clusterBootstrap(cells, { replicates: uncertainty.B, streams: randomStreams(2005) })
    const replicates = evaluateReplicates(totals, 2, share)
    near(bootstrapStandardError(replicates), uncertainty.user_cluster_bootstrap_se)
    const [low, high] = percentileInterval(replicates)
    near(low, uncertainty.user_cluster_percentile95[0])
    near(high, uncertainty.user_cluster_percentile95[1])
    near(high - low, uncertainty.user_cluster_percentile95[1] - uncertainty.user_cluster_percentile95[0])
  })

  it('two-way bootstrap by users and works', () => {
    const data = { first, second, firstCount: counts.users, secondCount: counts.tracks, columns, width: 2 }
    const totals = twoWayBootstrap(data, { replicates: 1000, streams: randomStreams(2005) })
    near(bootstrapStandardError(evaluateReplicates(totals, 2, share)), uncertainty.two_way_user_item_poisson_se)
  })
})
