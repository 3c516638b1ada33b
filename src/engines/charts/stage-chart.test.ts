import { parseHTML } from 'linkedom'
import { expect, it } from 'vitest'
import { stageChart } from './index.ts'

const chart = (locale: string) =>
  stageChart({
    id: 's',
    locale,
    title: 'From stage to stage',
    description: 'Invented.',
    numbers: { kind: 'share' },
    intervalHeadings: { low: 'low', high: 'high' },
    nameHeading: 'Stage',
    valueHeading: 'Share',
    boundsHeading: 'Bounds',
    ratioHeading: 'Ratio',
    stages: [
      { name: 'Catalogue', value: 0.3, bounds: { low: 0.28, high: 0.35 } },
      { name: 'Shown', value: 0.2, low: 0.1, high: 0.3, ratio: 2 / 3, line: 2 },
      { name: 'Played', value: null },
    ],
  })

it('stages with interval, bounds and ratio stand in the table and the CSV', () => {
  const { table, csv, data } = chart('en')
  expect(table.columns.map(({ text }) => text)).toEqual([
    'Stage',
    'Share',
    'Share, low',
    'Share, high',
    'Bounds, low',
    'Bounds, high',
    'Ratio',
  ])
  expect(table.rows[0]).toEqual(['Catalogue', '30.0%', '–', '–', '28.0%', '35.0%', '–'])
  expect(table.rows[1]).toEqual(['Shown', '20.0%', '10.0%', '30.0%', '–', '–', '× 0.67'])
  expect(csv.split('\r\n')[2]).toBe('Shown,0.2,0.1,0.3,,,0.6666666667')
  expect(data?.series[0]?.values).toEqual([0.3, 0.2, null])
})

it.each(['en', 'ar'])('the drawing is well formed in %s and names each stage', (locale) => {
  const { svg } = chart(locale)
  const { document } = parseHTML(svg)
  const texts = [...document.querySelectorAll('text')].map((text) => text.textContent)
  expect(texts).toEqual(expect.arrayContaining(['Catalogue', 'Shown', 'Played']))
  expect(svg).not.toMatch(/NaN|Infinity/)
})
