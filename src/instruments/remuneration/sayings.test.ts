import { describe, expect, it } from 'vitest'
import { sayings } from './sayings.ts'
import { documentOf, twentyListeners as twenty } from './small-study.ts'

describe('what a study of remuneration says to the report', () => {
  it('what another rule would do is estimated, never observed', async () => {
    const told = sayings(await documentOf(twenty, '--models', 'pro-rata,user-centric,mixture'))
    expect(told.map(({ aspect }) => aspect)).toEqual([
      'local-share',
      'concentration',
      'moved.user-centric',
      'local-change.user-centric',
      'moved.mixture',
      'local-change.mixture',
    ])
    expect(told.every(({ standing }) => standing === 'estimated')).toBe(true)
    const change = told.find(({ aspect }) => aspect === 'local-change.user-centric')!
    expect(change.value).toBeCloseTo(40, 8)
    expect(change.interval!.low).toBeLessThan(40)
    expect(change.interval!.high).toBeGreaterThanOrEqual(40)
  })

  it('of a handful of creators only the Gini coefficient is told, never what the best paid one gets', async () => {
    const document = await documentOf(twenty)
    expect(document.models['pro-rata']!.top_1_percent_share).toBeNull()
    expect(sayings(document)[1]).toMatchObject({ key: 'fact.gini', value: document.models['pro-rata']!.gini })
  })

  it('a rule that pays nobody says nothing', async () => {
    const words = ['--models', 'pro-rata,thresholded', '--threshold-plays', '1000']
    const told = sayings(await documentOf(twenty, ...words))
    expect(told.map(({ aspect }) => aspect)).toEqual(['local-share', 'concentration'])
  })
})
