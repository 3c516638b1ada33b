import { describe, expect, it } from 'vitest'
import { overlapChart } from './overlap-chart.ts'

const frame = {
  id: 'o',
  locale: 'en' as const,
  title: 'Ways to work in culture',
  description: 'Two sets that overlap.',
  numbers: { kind: 'number' as const },
  intervalHeadings: { low: 'low', high: 'high' },
  nameHeading: 'Way',
  valueHeading: 'People',
  noteHeading: 'Women',
  first: 'Cultural occupations',
  second: 'Cultural industries',
}
const parts = [
  { name: 'Elsewhere', value: 100, low: 80, high: 120, note: '60% women' },
  { name: 'Both', value: 200 },
  { name: 'Other <jobs>', value: 60, note: '70% women' },
] as const

describe('two sets that overlap', () => {
  it('are one bar whose parts are as long as their amounts, with a bracket over each set', () => {
    const { svg } = overlapChart({ ...frame, parts })
    const lengths = [...svg.matchAll(/<rect x="([\d.]+)" y="44" width="([\d.]+)"/g)].map(([, x, length]) => [
      Number(x),
      Number(length),
    ])
    expect(lengths).toEqual([
      [0, 198],
      [200, 398],
      [600, 118],
    ])
    expect(svg).toContain('Cultural occupations')
    expect(svg).toContain('Other &lt;jobs&gt; – 70% women')
  })

  it('are drawn from the right in Arabic', () => {
    const { svg } = overlapChart({ ...frame, locale: 'ar', parts })
    expect(svg).toContain('<rect x="522" y="44" width="198"')
  })

  it('have a table and a CSV with intervals and notes', () => {
    const { table, csv } = overlapChart({ ...frame, parts })
    expect(table.columns.map(({ text }) => text)).toEqual(['Way', 'People', 'People, low', 'People, high', 'Women'])
    expect(table.rows[0]).toEqual(['Elsewhere', '100', '80', '120', '60% women'])
    expect(csv).toContain('Both,200,,,')
  })

  it('nothing in both or nothing at all is drawn as nothing', () => {
    const none = [parts[0], { name: 'Both', value: 0 }, parts[2]] as const
    expect(overlapChart({ ...frame, parts: none }).svg.match(/y="44"/g)).toHaveLength(2)
    const empty = parts.map(({ name }) => ({ name, value: null })) as unknown as typeof parts
    expect(overlapChart({ ...frame, parts: empty }).svg).not.toContain('NaN')
  })
})
