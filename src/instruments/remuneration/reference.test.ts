import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { missing, sharedFile } from '../../../test/shared-files.ts'
import { remuneration } from './command.ts'
import type { RemunerationDocument } from './document.ts'

const parts = (name: string) => ['data', 'lfm2b', name]
const expected = ['reference', 'lfm2b_sample_expected.json']
const lacking = [parts('dataset.inter'), parts('tracks.tsv'), parts('demographics.tsv'), expected].some((file) =>
  missing(...file),
)

interface Reference {
  counts: { users: number; tracks: number; artists: number; interactions: number }
  expected: { local_share_micro: number; local_share_macro_user_mean: number; gini_artist_plays: number }
  payouts: { pool: number; prorata_by_origin: Record<string, number>; usercentric_by_origin: Record<string, number> }
  uncertainty: { user_cluster_bootstrap_se: number; user_cluster_percentile95: [number, number]; tolerance_rel: number }
}

describe.skipIf(lacking)('10 415 users and 229 037 plays of a music service', () => {
  const wanted = lacking ? undefined : (JSON.parse(readFileSync(sharedFile(...expected), 'utf8')) as Reference)
  const words = [
    '--plays',
    sharedFile(...parts('dataset.inter')),
    '--works',
    sharedFile(...parts('tracks.tsv')),
    '--users',
    sharedFile(...parts('demographics.tsv')),
    '--layout',
    'lfm',
    '--fee',
    '1',
    '--format',
    'json',
  ]
  const run = async (): Promise<RemunerationDocument> => {
    const outcome = await remuneration(words)
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults))
    return JSON.parse(outcome.value.text) as RemunerationDocument
  }
  const study = lacking ? undefined : run()

  it('the payouts are those of exact fractions', async () => {
    const { pool, models, users, plays, works, creators } = await study!
    const { payouts, counts } = wanted!
    expect([users, plays, works, creators]).toEqual([counts.users, counts.interactions, counts.tracks, counts.artists])
    expect(pool).toBe(payouts.pool)
    for (const [code, amount] of Object.entries(payouts.prorata_by_origin))
      expect(models['pro-rata']!.by_origin[code]).toBeCloseTo(amount, 8)
    for (const [code, amount] of Object.entries(payouts.usercentric_by_origin))
      expect(models['user-centric']!.by_origin[code]).toBeCloseTo(amount, 8)
  })

  it('the local shares are those of plays and of users, the inequality that of artists', async () => {
    const { models } = await study!
    expect(models['pro-rata']!.local).toBeCloseTo(wanted!.expected.local_share_micro, 12)
    expect(models['user-centric']!.local).toBeCloseTo(wanted!.expected.local_share_macro_user_mean, 12)
    expect(models['pro-rata']!.gini).toBeCloseTo(wanted!.expected.gini_artist_plays, 12)
  })

  it('the interval is that of users resampled, not of rows', async () => {
    const { local_interval } = (await study!).models['pro-rata']!
    const { user_cluster_bootstrap_se: error, user_cluster_percentile95: limits, tolerance_rel } = wanted!.uncertainty
    expect(Math.abs(local_interval.standard_error! / error - 1)).toBeLessThan(tolerance_rel)
    expect(Math.abs(local_interval.low! - limits[0])).toBeLessThan(tolerance_rel * (limits[1] - limits[0]))
    expect(Math.abs(local_interval.high! - limits[1])).toBeLessThan(tolerance_rel * (limits[1] - limits[0]))
  })
})
