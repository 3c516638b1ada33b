import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exposureCsv } from './csv.ts'
import type { ScopeFindings } from './document.ts'
import { documentOf, header, smallChart, smallWorks } from './small-study.ts'

describe('exposure of local works in a chart', () => {
  it('gives the shares, bounds and composition worked out by hand', async () => {
    const { countries, overall, left_out } = await documentOf(smallChart, smallWorks)
    const { MA } = countries
    expect(MA).toMatchObject({ slots: 6, known: 5 })
    expect(MA!.local_share.fractional).toBeCloseTo((0.5 + 0.5 + 1) / 5, 15)
    expect(MA!.local_share.any).toBeCloseTo(3 / 5, 15)
    const [first, second, third] = [1, 1 / Math.log2(3), 1 / 2]
    const weight = first + second + (first + second + third)
    expect(MA!.local_share.log2_weighted).toBeCloseTo((0.5 * second + 0.5 * first + second) / weight, 15)
    expect(MA!.bounds.low).toBeCloseTo(2 / 6, 15)
    expect(MA!.bounds.high).toBeCloseTo(3 / 6, 15)
    expect(MA!.origins).toEqual({ MA: 2 / 5, SA: 2 / 5, FR: 1 / 5 })
    expect(MA!.languages).toEqual({ ar: 3 / 5, fr: 2 / 5 })
    expect(MA!.hhi_origin).toBeCloseTo(0.16 + 0.16 + 0.04, 15)
    expect(MA!.unknown_origin).toMatchObject({ not_in_works: 1, no_origin_given: 0 })
    expect(MA!.weeks.map(({ week, slots, known }) => [week, slots, known])).toEqual([
      ['2022-01-02', 3, 2],
      ['2022-01-09', 3, 3],
    ])
    expect(MA!.weeks[0]!.local_share.fractional).toBeCloseTo(0.25, 15)
    expect(MA!.categories['Films']).toMatchObject({ slots: 6, known: 5 })
    expect(overall.local_share).toEqual(MA!.local_share)
    expect(left_out.unmatched_titles).toEqual({
      titles: 1,
      slots: 1,
      most_shown: [{ title: 'Nowhere', category: 'Films', slots: 1 }],
    })
  })

  it('tells a series from a film of the same title', async () => {
    const chart = `${header}\nFR,2022-01-02,TV,1,Adam\nFR,2022-01-02,Films,1,Adam\n`
    const { FR } = (await documentOf(chart, smallWorks)).countries
    expect(FR!.categories['TV']!.local_share.fractional).toBe(1)
    expect(FR!.categories['Films']!.local_share.fractional).toBe(0)
  })

  it('gives no share, and bounds from none to all, where no origin is known', async () => {
    const chart = `${smallChart}\nTN,2022-01-02,Films,1,Nowhere\nTN,2022-01-02,Films,2,Elsewhere\n`
    const { TN } = (await documentOf(chart, smallWorks)).countries
    expect(TN).toMatchObject({
      slots: 2,
      known: 0,
      local_share: { fractional: null, any: null, log2_weighted: null },
      bounds: { low: 0, high: 1 },
      origins: {},
      hhi_origin: null,
      interval: { low: null, high: null },
    })
  })

  it('the bounds contain the share, the share by any country is the greater, shares of origin add up to one', async () => {
    const slot = fc.record({
      territory: fc.constantFrom('MA', 'FR', 'KR', 'US'),
      week: fc.constantFrom('2022-01-02', '2022-01-09', '2022-01-16'),
      position: fc.integer({ min: 1, max: 12 }),
      title: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    })
    const origin = fc.subarray(['MA', 'FR', 'KR', 'US', 'Nowhereland'])
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(slot, { minLength: 1, maxLength: 30, selector: (s) => `${s.territory}${s.week}${s.position}` }),
        fc.array(origin, { minLength: 5, maxLength: 5 }),
        async (slots, origins) => {
          const chart = [
            'territory,week,position,title',
            ...slots.map((s) => `${s.territory},${s.week},${s.position},${s.title}`),
            'MA,2021-12-26,1,a',
          ]
          const works = ['title,origin', ...origins.map((list, at) => `${'abcde'[at]},${list.join(';')}`)]
          const { countries, overall } = await documentOf(chart.join('\n'), works.join('\n'))
          for (const found of [...Object.values(countries), overall]) expectConsistent(found)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('the order of the rows does not matter, to the last digit', async () => {
    const [top, ...rows] = smallChart.split('\n')
    const [worksTop, ...works] = smallWorks.split('\n')
    const { method: _, ...expected } = await documentOf(smallChart, smallWorks)
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(rows, { minLength: rows.length }),
        fc.shuffledSubarray(works, { minLength: works.length }),
        async (rows, works) => {
          const { method: __, ...found } = await documentOf([top, ...rows].join('\n'), [worksTop, ...works].join('\n'))
          expect(found).toEqual(expected)
        },
      ),
      { numRuns: 30 },
    )
  })

  it('the same files and seed give the same document; another seed moves the intervals alone', async () => {
    const one = await documentOf(smallChart, smallWorks)
    const { countries, method } = await documentOf(smallChart, smallWorks)
    expect({ countries, method }).toEqual({ countries: one.countries, method: one.method })
    const other = await documentOf(smallChart, smallWorks, { resampling: { replicates: 100, seed: 2 } })
    expect(other.countries['MA']!.local_share).toEqual(one.countries['MA']!.local_share)
  })

  it('a country alone gives the same figures as among all', async () => {
    const all = await documentOf(smallChart, smallWorks)
    const alone = await documentOf(smallChart, smallWorks, { countries: ['Morocco'] })
    expect(alone.countries).toEqual(all.countries)
    expect(alone.overall).toEqual(all.overall)
  })

  it('says how it was made: files by hash, seed, version, and a command that repeats it', async () => {
    const { method } = await documentOf(smallChart, smallWorks, { countries: ['MA'], spellings: { Nowhereland: 'FR' } })
    expect(method.inputs.exposures.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(method.software).toMatch(/^open-roadmap \d/)
    expect(method.interval).toMatchObject({ level: 0.95, replicates: 100, seed: 1 })
    expect(method.command).toBe(
      'open-roadmap study exposure --exposures chart.csv --works works.csv --exposures-column territory=territory ' +
        '--exposures-column week=week --exposures-column position=position --exposures-column title=title ' +
        '--exposures-column category=category --works-column title=title --works-column origin=origin ' +
        '--works-column category=category --works-column language=language --spelling Nowhereland=FR ' +
        '--country MA --replicates 100 --seed 1 --format json',
    )
  })

  it('as a table for a spreadsheet, one figure a line', async () => {
    const lines = exposureCsv(await documentOf(smallChart, smallWorks)).split('\r\n')
    expect(lines[0]).toBe('scope,week,category,statistic,key,value,low,high')
    expect(lines).toContain('MA,,,local_share,any,0.6,,')
    expect(lines).toContain('MA,2022-01-09,,slots,,3,,')
    expect(lines).toContain('overall,,,origin,FR,0.2,,')
  })
})

const expectConsistent = ({ slots, known, local_share, bounds, origins, interval }: ScopeFindings) => {
  expect(known).toBeLessThanOrEqual(slots)
  if (known === 0) return
  const share = local_share.fractional!
  const slack = 1e-12
  expect(bounds.low!).toBeLessThanOrEqual(share + slack)
  expect(bounds.high!).toBeGreaterThanOrEqual(share - slack)
  expect(local_share.any!).toBeGreaterThanOrEqual(share - slack)
  expect(Object.values(origins).reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 12)
  expect(interval.low!).toBeLessThanOrEqual(interval.high!)
  expect(interval.low!).toBeGreaterThanOrEqual(0)
  expect(interval.high!).toBeLessThanOrEqual(1)
}
