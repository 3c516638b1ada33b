import { parseHTML } from 'linkedom'
import { expect, it } from 'vitest'
import { lineageChart } from './index.ts'

const specification = {
  id: 'l',
  locale: 'en',
  title: 'Wordings <taken up>',
  description: 'Which came from which.',
  numbers: { kind: 'share', digits: 0 },
  nameHeading: 'Agreement',
  timeHeading: 'Year',
  fromHeading: 'Closest earlier one',
  valueHeading: 'Shared',
  groups: [
    {
      nodes: [
        { name: 'First & oldest', at: 1991 },
        { name: 'Second', at: 1996, from: 0, value: 0.75 },
        { name: 'Third', at: 2004, from: 1, value: 0.5, isMarked: true },
      ],
      more: 'and 4 more',
    },
    { nodes: [{ name: 'Alone', at: 2000 }] },
  ],
} as const

const drawn = (svg: string) => parseHTML(`<body>${svg}</body>`).document

it('names every one, draws a tie for each that comes from another, and says how many are left out', () => {
  const document = drawn(lineageChart(specification).svg)
  const text = document.querySelector('svg')!.textContent
  for (const name of ['First & oldest', 'Second', 'Third', 'Alone', 'and 4 more']) expect(text).toContain(name)
  expect(document.querySelectorAll('g > path')).toHaveLength(2)
  expect(document.querySelectorAll('circle')).toHaveLength(3)
  expect(document.querySelectorAll('rect')).toHaveLength(1)
})

it('gives the same as a table and as CSV', () => {
  const { table, csv } = lineageChart(specification)
  expect(table.rows[2]).toEqual(['Third', '2004', 'Second', '50%'])
  expect(csv.split('\r\n')[2]).toBe('Second,1996,First & oldest,0.75')
})

it('reads from the right in Arabic, later years further left', () => {
  const places = (locale: 'en' | 'ar') =>
    [...drawn(lineageChart({ ...specification, locale }).svg).querySelectorAll('circle')].map((knot) =>
      Number(knot.getAttribute('cx')),
    )
  const [first, second] = places('ar')
  expect(second).toBeLessThan(first!)
  expect(places('en')[1]).toBeGreaterThan(places('en')[0]!)
})

it('stays below 15 KB with forty long names, and needs neither script nor style', () => {
  const nodes = Array.from({ length: 40 }, (_, index) => ({
    name: `Agreement number ${index} between one Party and several others`,
    at: 1970 + index,
    ...(index > 0 ? { from: index - 1, value: 0.61 } : {}),
  }))
  const { svg } = lineageChart({ ...specification, groups: [{ nodes }] })
  expect(Buffer.byteLength(svg)).toBeLessThan(15_360)
  expect(svg).not.toMatch(/<script|style=/)
})

it('draws a single year without failing', () => {
  expect(lineageChart({ ...specification, groups: [{ nodes: [{ name: 'Only', at: 2000 }] }] }).svg).toContain('Only')
})
