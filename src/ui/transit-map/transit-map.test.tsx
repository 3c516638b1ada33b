import { describe, expect, it } from 'vitest'
import { type Line, TransitMap } from './transit-map.tsx'
import { wrapLabel } from './wrap-label.ts'

const line = (share: number): Line => ({
  number: 1,
  title: 'Governance',
  stations: [{ code: '1.1', label: 'Map the sectors', href: '/en/xa/roadmap/1.1', share, state: 'under way' }],
})

const draw = async (share: number): Promise<string> =>
  await (
    <TransitMap
      title="Map"
      description="Five lines"
      direction="ltr"
      lines={[line(share)]}
      junction={{ label: 'Report', href: '/r', state: '3 of 9' }}
    />
  ).toString()

describe('the transit map', () => {
  it('fills a station with no progress not at all', async () => {
    expect(await draw(0)).not.toContain('<path d="M100')
    expect(await draw(0)).toContain('r="14.5"')
  })

  it('fills more of a station the further the Party has come', async () => {
    const chord = async (share: number): Promise<number> =>
      Number(/<path d="M[\d.]+ ([\d.]+)A/.exec(await draw(share))?.[1])
    expect(await chord(0.25)).toBeGreaterThan(await chord(0.5))
    expect(await chord(0.5)).toBeGreaterThan(await chord(0.75))
  })

  it('opens the activity and says its state to those who do not see it', async () => {
    expect(await draw(0.5)).toContain('href="/en/xa/roadmap/1.1"')
    expect(await draw(0.5)).toContain('<title>1.1 Map the sectors: under way</title>')
  })

  it('wraps long names in two rows and keeps every word', () => {
    const label = 'National team and consultations with everybody who wants'
    expect(wrapLabel(label, 27)).toHaveLength(2)
    expect(wrapLabel(label, 27).join(' ')).toBe(label)
  })
})
