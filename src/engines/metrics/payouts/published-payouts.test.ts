import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { missing, sharedFile } from '../../../../test/shared-files.ts'
import { gini } from '../gini.ts'
import { bothPayouts } from './payout.ts'
import { groupPlaysByUser } from './plays-by-user.ts'

const lines = (...parts: string[]): string[] =>
  readFileSync(sharedFile(...parts), 'utf8')
    .trimEnd()
    .split('\n')

it.skipIf(missing('data', 'lfm2b', 'dataset.inter') || missing('reference', 'lfm2b_sample_expected.json'))(
  'the sample of LFM-2b pays each origin what exact fractions give',
  () => {
    const { counts, expected, payouts } = JSON.parse(
      readFileSync(sharedFile('reference', 'lfm2b_sample_expected.json'), 'utf8'),
    )
    const rows = lines('data', 'lfm2b', 'dataset.inter')
      .slice(1)
      .map((line) => line.split('\t').map(Number))
    const tracks = lines('data', 'lfm2b', 'tracks.tsv').map((line) => line.split('\t'))
    const users = rows.map(([user]) => user!)
    const items = rows.map(([, item]) => item!)
    const plays = groupPlaysByUser(users, items, counts.users, counts.tracks)
    const fees = Array.from({ length: counts.users }, () => payouts.fee_per_user)
    const { proRata, userCentric } = bothPayouts(plays, fees)
    const byOrigin = (quotas: Float64Array, origin: string) =>
      quotas.reduce((sum, quota, track) => (tracks[track]![2] === origin ? sum + quota : sum), 0)
    for (const [origin, amount] of Object.entries(payouts.prorata_by_origin)) {
      expect(byOrigin(proRata.quotas, origin)).toBeCloseTo(Number(amount), 8)
    }
    for (const [origin, amount] of Object.entries(payouts.usercentric_by_origin)) {
      expect(byOrigin(userCentric.quotas, origin)).toBeCloseTo(Number(amount), 8)
    }
    expect(proRata.amounts.reduce((sum, amount) => sum + amount, 0)).toBe(payouts.pool)
    const artists = Map.groupBy(items, (item) => tracks[item]![0])
    expect(gini(Array.from(artists.values(), (of) => of.length))).toBeCloseTo(expected.gini_artist_plays, 9)
  },
)
