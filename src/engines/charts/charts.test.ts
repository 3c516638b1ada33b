import * as fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { findDay } from '../../kernel/day.ts'
import type { ChartFrame } from './chart.ts'
import { barChart, chainChart, dotChart, lineChart, mapChart, shareChart } from './index.ts'
import { clipRing, ringPath, simplifyLine } from './simplify.ts'
import { mapShapes } from './world-map.ts'

const frame: ChartFrame = {
  id: 'c',
  locale: 'en',
  title: 'Share <of> works',
  description: 'By sector & year.',
  numbers: { kind: 'share' },
  intervalHeadings: { low: 'low', high: 'high' },
}
const rowFrame = { ...frame, nameHeading: 'Sector', valueHeading: 'Share' }
const rows = [
  { name: 'Music', value: 0.42, low: 0.37, high: 0.47 },
  { name: 'Films', value: 0.18 },
  { name: '=Books', value: null },
]
const days = ['2021-07-04', '2021-07-11', '2021-07-18'].map((text) => findDay(text)!)
const line = lineChart({
  ...frame,
  dayHeading: 'Week',
  days,
  series: [
    {
      name: 'Local',
      points: [{ value: 0.1, low: 0.05, high: 0.2 }, { value: null }, { value: 0.3, low: 0.2, high: 0.4 }],
    },
    { name: 'Region', points: days.map(() => ({ value: 0.25 })) },
  ],
})
const map = mapChart({
  ...frame,
  nameHeading: 'Country',
  valueHeading: 'Share',
  noFigure: 'No figure',
  countries: [
    { code: '788', name: 'Tunisia', value: 0.2 },
    { code: '242', name: 'Fiji', value: 0.4 },
    { code: '520', name: 'Nauru', value: 0.4 },
  ],
})
const shares = shareChart({
  ...frame,
  nameHeading: 'Year',
  parts: [{ name: 'Local' }, { name: 'Other' }],
  rows: [
    { name: '2021', amounts: [1, 3] },
    { name: '2022', amounts: [0, 0] },
  ],
})
const chain = chainChart({
  ...rowFrame,
  stations: [
    { name: 'Works', value: 1 },
    { name: 'with an identifier', value: 0.5 },
    { name: 'of a creator with one', value: 0 },
  ],
})
const all = {
  line,
  bars: barChart({ ...rowFrame, rows }),
  dots: dotChart({ ...rowFrame, rows }),
  shares,
  map,
  chain,
}

describe.each(Object.entries(all))('the drawing of %s', (_, { svg }) => {
  it('is named and described for those who cannot see it', () => {
    const root = parseHTML(`<body>${svg}</body>`).document.querySelector('svg')!
    expect(root.getAttribute('role')).toBe('img')
    expect(root.querySelector('title')!.textContent).toBe('Share <of> works')
    expect(root.getAttribute('aria-labelledby')).toBe('c-title c-desc')
  })

  it('passes a strict content policy and weighs at most 15 KB', () => {
    expect(svg).not.toMatch(/style=|<style|<script|\son\w+=|href=/)
    expect(svg).not.toMatch(/NaN|Infinity|undefined/)
    expect(Buffer.byteLength(svg)).toBeLessThanOrEqual(15 * 1024)
  })
})

it('offers the same figures as a table in the reader’s language and as CSV with plain numbers', () => {
  expect(all.bars.table).toEqual({
    columns: [
      { text: 'Sector', numeric: false },
      { text: 'Share', numeric: true },
      { text: 'Share, low', numeric: true },
      { text: 'Share, high', numeric: true },
    ],
    rows: [
      ['Music', '42.0%', '37.0%', '47.0%'],
      ['Films', '18.0%', '–', '–'],
      ['=Books', '–', '–', '–'],
    ],
  })
  expect(all.bars.csv).toBe(
    'Sector,Share,"Share, low","Share, high"\r\nMusic,0.42,0.37,0.47\r\nFilms,0.18,,\r\n\'=Books,,,\r\n'.replace(
      '"Share, low","Share, high"',
      '"Share, low","Share, high"',
    ),
  )
  expect(line.csv.split('\r\n')[2]).toBe('2021-07-11,,,,0.25')
  expect(shares.table.rows).toEqual([
    ['2021', '25.0%', '75.0%'],
    ['2022', '0.0%', '0.0%'],
  ])
})

it('breaks a line where a figure is missing, and gives each line a dash of its own', () => {
  const paths = [...line.svg.matchAll(/<path d="(M[^"]*)" fill="none"[^>]*>/g)]
  expect(paths[0]![1]!.match(/M/g)).toHaveLength(2)
  expect(paths[0]![0]).not.toContain('dasharray')
  expect(paths[1]![0]).toContain('dasharray')
})

it('turns round in Arabic: bars grow from the right, digits as the region writes them', () => {
  const arabic = barChart({ ...rowFrame, locale: 'ar-EG', rows: [{ name: 'الموسيقى', value: 0.5 }] })
  expect(arabic.table.rows[0]![1]).toMatch(/٥٠/)
  const [x, width] = ['x', 'width'].map((name) =>
    Number(new RegExp(`<rect[^>]* ${name}="([\\d.]+)"`).exec(arabic.svg)![1]),
  )
  const mirrored = barChart({ ...rowFrame, rows: [{ name: 'Music', value: 0.5 }] })
  const start = Number(/<rect[^>]* x="([\d.]+)"/.exec(mirrored.svg)![1])
  expect(x! + width!).toBeGreaterThan(720 - start - 60)
})

it('shows small island states as dots and leaves no valued country out', () => {
  expect(map.svg.match(/<circle/g)!.length).toBeGreaterThanOrEqual(1)
  const codes = new Set(mapShapes().countries.map(({ code }) => code))
  for (const code of [
    '788',
    '242',
    '520',
    '798',
    '583',
    '584',
    '585',
    '296',
    '882',
    '776',
    '462',
    '690',
    '174',
    '662',
    '670',
    '308',
    '659',
  ])
    expect(codes).toContain(code)
})

it('crops to a region and stays light', () => {
  const caribbean = mapChart({
    ...frame,
    nameHeading: 'Country',
    valueHeading: 'Share',
    noFigure: 'No figure',
    bounds: [-90, 8, -55, 28],
    countries: [{ code: '052', name: 'Barbados', value: 0.2 }],
  })
  expect(Buffer.byteLength(caribbean.svg)).toBeLessThanOrEqual(15 * 1024)
})

it('simplifies lines without moving their ends, and writes rings that end where they began', () => {
  const coordinate = fc.integer({ min: -50, max: 50 })
  const points = fc.array(fc.tuple(coordinate, coordinate), { minLength: 4, maxLength: 60 })
  fc.assert(
    fc.property(points, fc.double({ min: 0, max: 20, noNaN: true }), (line, leastArea) => {
      const kept = simplifyLine(line, leastArea)
      expect([kept[0], kept.at(-1)]).toEqual([line[0], line.at(-1)])
      expect(kept.length).toBeLessThanOrEqual(line.length)
      for (const [x, y] of clipRing(line, [-10, -10, 10, 10]))
        expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(10 + 1e-9)
      expect(ringPath(line)).toMatch(/^$|^M-?\d+ -?\d+l[-\d ]+z$/)
    }),
    { numRuns: 2000 },
  )
})

it('draws any figures without a coordinate that is no number', () => {
  const figure = fc.record({
    name: fc.string({ maxLength: 60 }),
    value: fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true })),
  })
  fc.assert(
    fc.property(fc.array(figure, { maxLength: 8 }), fc.constantFrom('en', 'ar', 'fr'), (drawn, locale) => {
      for (const chart of [barChart, dotChart]) {
        const { svg } = chart({ ...rowFrame, locale, numbers: { kind: 'number' }, rows: drawn })
        expect(svg.replaceAll(/<text.*?<\/text>/gs, '')).not.toMatch(/NaN|Infinity/)
      }
    }),
    { numRuns: 500 },
  )
})
