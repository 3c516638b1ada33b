import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { type FlowMapSpecification, flowMapChart } from './flow-map-chart.ts'

const names: Readonly<Record<string, string>> = {
  '250': 'France',
  '840': 'United States of America',
  '686': 'Senegal',
  '076': 'Brazil',
  '356': 'India',
  '410': 'Republic of Korea',
  '826': 'United Kingdom',
  '724': 'Spain',
  '504': 'Morocco',
  '276': 'Germany',
  '052': 'Barbados',
  '242': 'Fiji',
  '520': 'Nauru',
  '798': 'Tuvalu',
  '643': 'Russian Federation',
}
const end = (code: string) => ({ code, name: names[code]! })
const frame = {
  id: 'c',
  locale: 'en',
  title: 'Where plays <come> from',
  description: 'Arrows & widths.',
  numbers: { kind: 'number' },
  fromHeading: 'From',
  toHeading: 'To',
  valueHeading: 'Plays',
  kindNames: { in: 'Comes in', out: 'Goes out' },
  notPlaced: (count) => `${count} not on the map`,
} satisfies Partial<FlowMapSpecification> & Record<string, unknown>
const codes = Object.keys(names)
const others = codes.filter((code) => code !== '250')
const flows = [
  ...others.map((code, at) => ({ from: end(code), to: end('250'), value: 1000 - at, kind: 'in' as const })),
  ...others.map((code, at) => ({ from: end('250'), to: end(code), value: 500 - at, kind: 'out' as const })),
]
const chart = flowMapChart({ ...frame, flows, focus: '250' })

describe('a map with arrows', () => {
  it('is named and described, keeps a strict content policy, and weighs at most 15 KB as it is sent', () => {
    const svg = parseHTML(`<body>${chart.svg}</body>`).document.querySelector('svg')!
    expect(svg.querySelector('title')!.textContent).toBe('Where plays <come> from')
    expect(svg.getAttribute('aria-labelledby')).toBe('c-title c-desc')
    expect(chart.svg).not.toMatch(/style=|<style|<script|\son\w+=|href=|NaN|Infinity|undefined/)
    expect(gzipSync(chart.svg).length).toBeLessThan(15 * 1024)
  })

  it('draws the ten greatest of each kind; those that go out are dashed, so that grey tells them apart', () => {
    expect(chart.svg.match(/<polygon/g)).toHaveLength(20 + 2)
    expect(chart.svg.match(/stroke-dasharray/g)).toHaveLength(10 + 1)
  })

  it('widths are in proportion to the amounts', () => {
    const { svg } = flowMapChart({
      ...frame,
      flows: [
        { from: end('840'), to: end('250'), value: 900, kind: 'in' },
        { from: end('356'), to: end('250'), value: 450, kind: 'in' },
      ],
    })
    const widths = [...svg.matchAll(/stroke="#0b5fa5" stroke-width="([\d.]+)"/g)].map((match) => Number(match[1]))
    expect(widths.slice(0, 2)).toEqual([9, 4.5])
  })

  it('every figure is in the table and the CSV, also those without an arrow', () => {
    expect(chart.table.rows).toHaveLength(flows.length)
    expect(chart.csv.split('\r\n')[1]).toBe(`${names[others[0]!]},France,1000`)
  })

  it('a flow that has no place is told below the map, one from a country to itself is no arrow', () => {
    const { svg } = flowMapChart({
      ...frame,
      flows: [
        { from: { code: '999', name: 'Atlantis' }, to: end('250'), value: 3, kind: 'in' },
        { from: end('250'), to: end('250'), value: 9, kind: 'in' },
        { from: end('356'), to: end('250'), value: 1, kind: 'in' },
      ],
    })
    expect(svg).toContain('1 not on the map')
    expect(svg.match(/<polygon/g)).toHaveLength(1 + 2)
  })

  it('a country that no map has can be given a place', () => {
    const meridia = { code: '900', name: 'Meridia', place: [-36, 18] as const }
    const { svg } = flowMapChart({ ...frame, flows: [{ from: meridia, to: end('250'), value: 3, kind: 'in' }] })
    expect(svg).toContain('>Meridia</text>')
  })

  it('in Arabic the land stays where it is and the key begins on the right', () => {
    const arabic = flowMapChart({ ...frame, locale: 'ar', dir: 'rtl', flows, focus: '250' })
    expect(/<path d="(M[^"]+)"/.exec(arabic.svg)![1]).toBe(/<path d="(M[^"]+)"/.exec(chart.svg)![1])
    const keyAt = (svg: string) => Number(/<text x="([\d.]+)"[^>]*>Comes in</.exec(svg)![1])
    expect(keyAt(arabic.svg)).toBe(720 - keyAt(chart.svg))
  })

  it('no figures give a map all the same, and any figures a coordinate that is a number', () => {
    expect(flowMapChart({ ...frame, flows: [] }).svg).toContain('or-chart__map')
    const one = fc.record({
      from: fc.constantFrom(...codes).map(end),
      to: fc.constantFrom(...codes).map(end),
      value: fc.double({ min: 0, max: 1e12, noNaN: true }),
      kind: fc.constantFrom('in' as const, 'out' as const),
    })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 6 }), (some) => {
        const { svg } = flowMapChart({ ...frame, bounds: [-180, -57, 180, 84], flows: some })
        expect(svg.replaceAll(/<text.*?<\/text>/gs, '')).not.toMatch(/NaN|Infinity/)
      }),
      { numRuns: 60 },
    )
  })
})
