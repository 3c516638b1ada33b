import { expect, it } from 'vitest'
import { lorenzChart } from './lorenz-chart.ts'

const specification = {
  id: 'c',
  locale: 'en',
  title: 'Money of creators',
  description: 'Least paid first.',
  fractions: [0, 0.5, 1],
  fractionHeading: 'Creators',
  shareHeading: 'Money',
  equality: 'Equality',
  series: [
    { name: 'Rule A', shares: [0, 0.2, 1] },
    { name: 'Rule B', shares: [0, 0.4, 1] },
  ],
} as const
const lorenz = lorenzChart(specification)

it('draws Lorenz curves below the line of equality, each with a dash of its own, and tells them in figures', () => {
  expect(lorenz.csv).toBe('Creators,Rule A,Rule B\r\n0,0,0\r\n0.5,0.2,0.4\r\n1,1,1\r\n')
  expect(lorenz.table.rows[1]).toEqual(['50%', '20.0%', '40.0%'])
  const curves = [...lorenz.svg.matchAll(/<path d="M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)L[^"]*"[^>]*>/g)]
  const [first, second] = curves as [RegExpExecArray, RegExpExecArray]
  expect(Number(first[4])).toBeGreaterThan(Number(second[4]))
  const straight = /<path d="M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)"[^>]*stroke-dasharray="2 5"/.exec(lorenz.svg)!
  const middle = (Number(straight[2]) + Number(straight[4])) / 2
  expect(Number(second[4])).toBeGreaterThan(middle)
  expect(first[0]).not.toContain('dasharray')
  expect(second[0]).toContain('dasharray')
})

it('turns round in Arabic, and weighs little with five curves of a hundred points', () => {
  const fractions = Array.from({ length: 101 }, (_, at) => at / 100)
  const series = [2, 3, 4, 5, 6].map((power) => ({ name: `x${power}`, shares: fractions.map((x) => x ** power) }))
  const { svg } = lorenzChart({ ...specification, locale: 'ar', fractions, series })
  expect(/<path d="M([\d.]+) /.exec(svg.slice(svg.indexOf('stroke-dasharray="2 5"') - 80))?.[1]).toBe('658')
  expect(Buffer.byteLength(svg)).toBeLessThanOrEqual(15 * 1024)
  expect(svg).not.toMatch(/style=|NaN/)
})
