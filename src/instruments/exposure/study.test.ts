import { describe, expect, it } from 'vitest'
import { countryLookup } from '../../engines/tables/index.ts'
import { sampleFiles } from './sample-chart.ts'
import { documentOf, faultOf, smallChart, smallWorks } from './small-study.ts'

describe('the choices of a person', () => {
  it('stay alone in the command that repeats the study: no layout adds to them', async () => {
    const { method } = await documentOf(smallChart, smallWorks, { layout: 'none' })
    expect(method.command).toContain('--layout none')
    expect(method.layout).toBeNull()
  })
})

describe('countries of a study', () => {
  it('a code that ISO leaves to its users means what a person says, and nothing before', () => {
    expect(countryLookup()('XA')).toBeUndefined()
    const country = countryLookup({ Meridia: 'xa' })
    expect(['Meridia', 'meridia', 'XA', 'Morocco', 'MA'].map(country)).toEqual(['XA', 'XA', 'XA', 'MA', 'MA'])
    expect(country('XB')).toBeUndefined()
  })

  it('a code that means a country is never taken for another', () => {
    expect(countryLookup({ France: 'FR', Kosovo: 'XK' })('XK')).toBe('XK')
    expect(countryLookup({ Elsewhere: 'MA' })('Elsewhere')).toBe('MA')
  })

  it('a spelling tied to no code at all is refused', async () => {
    expect(await faultOf(smallChart, smallWorks, { spellings: { Oz: 'OZ' } })).toMatchObject({
      code: 'spelling-without-country',
    })
  })
})

describe('the invented chart of the sample', () => {
  it('is the same every time, and says in every title that it is invented', () => {
    const { chart, works } = sampleFiles()
    expect(sampleFiles()).toEqual({ chart, works })
    const titles = chart.trim().split('\r\n').slice(1)
    expect(titles.every((row) => row.includes('Invented work'))).toBe(true)
  })

  it('has ten positions in each of 26 weeks and two categories, and no title twice in a list', () => {
    const rows = sampleFiles().chart.trim().split('\r\n').slice(1)
    expect(rows).toHaveLength(26 * 2 * 10)
    const lists = Map.groupBy(
      rows.map((row) => row.split(',')),
      ([, week, category]) => `${week} ${category}`,
    )
    for (const list of lists.values()) expect(new Set(list.map((cells) => cells[4])).size).toBe(10)
  })

  it('is a chart the study can be made from', async () => {
    const { chart, works } = sampleFiles()
    const { countries } = await documentOf(chart, works, { countries: ['XA'], spellings: { Meridia: 'XA' } })
    expect(countries['XA']).toMatchObject({ slots: 520 })
    expect(countries['XA']!.known).toBeLessThan(520)
  })
})
