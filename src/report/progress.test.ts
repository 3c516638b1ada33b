import { describe, expect, it } from 'vitest'
import type { Fact } from '../evidence/index.ts'
import { loadFramework } from '../framework/index.ts'
import type { LineStatus, RoadmapLine } from '../roadmap/index.ts'
import { progressOf } from './progress.ts'

const activity = loadFramework().roadmap.activities.get('roadmap/1.4')
if (!activity) throw new Error('The roadmap has no 1.4')

const line = (status: LineStatus): RoadmapLine => ({
  id: status,
  party: 'XA',
  edition: '2019',
  output: 'roadmap/output-1',
  activity: 'roadmap/1.4',
  language: 'en',
  gender: 'none',
  youth: 'none',
  status,
  version: 1,
})

const observed: Fact = {
  id: '1',
  number: 1,
  party: 'XA',
  subject: 's',
  period: { from: '2026-01-01', to: '2026-12-31' },
  statement: { slice: 'evidence', key: 'title', values: {} },
  standing: 'observed',
  source: { instrument: 'measures', href: '/measures', version: '0.1.0' },
  traces: ['roadmap/1.4'],
  audience: 'public',
  recordedAt: new Date('2026-02-01'),
}
const declared: Fact = { ...observed, standing: 'declared' }

describe('progress of an activity', () => {
  const share = (lines: readonly RoadmapLine[], facts: readonly Fact[] = []) => progressOf(activity, lines, facts).share

  it('is nothing without a line, whatever was found', () => {
    expect(share([], [observed])).toBe(0)
  })

  it('rises from promised to under way to done', () => {
    expect([share([line('planned')]), share([line('under-way')]), share([line('done')])]).toEqual([0.25, 0.5, 0.75])
  })

  it('is full only when done and shown by observed facts', () => {
    expect(share([line('done')], [declared])).toBe(0.75)
    expect(share([line('done')], [observed])).toBe(1)
    expect(share([line('under-way')], [observed])).toBe(0.75)
  })

  it('does not count what was dropped, and says when all was', () => {
    expect(share([line('done'), line('dropped')], [observed])).toBe(1)
    expect(progressOf(activity, [line('dropped')], [observed])).toMatchObject({ share: 0, state: 'dropped' })
  })

  it('does not count a fact that nothing was found', () => {
    expect(share([line('done')], [{ ...observed, unit: 'count', value: 0 }])).toBe(0.75)
  })
})
