import { describe, expect, it } from 'vitest'
import { type Choices, documentOf, faultOf, header, run, smallChart, smallWorks, worksHeader } from './small-study.ts'

describe('what cannot be used is left out and said', () => {
  const rowsLeftOut = async (rows: string[]) => {
    const { left_out, overall, countries } = await documentOf(`${smallChart}\n${rows.join('\n')}\n`, smallWorks)
    return { list: left_out.rows, slots: overall.slots, territory: countries['MA']!.left_out }
  }

  it.each([
    ['a position of 0', 'MA,2022-01-16,Films,0,Wajda', 'position_not_readable', '0'],
    ['a position that is no number', 'MA,2022-01-16,Films,first,Wajda', 'position_not_readable', 'first'],
    ['a day the calendar lacks', 'MA,2022-02-30,Films,1,Wajda', 'week_not_readable', '2022-02-30'],
    ['an empty title', 'MA,2022-01-16,Films,1,', 'no_title', undefined],
    ['a slot said twice', 'MA,2022-01-02,Films,1,wajda', 'repeated_slot', 'wajda'],
  ])('%s', async (_, row, reason, found) => {
    const { list, slots, territory } = await rowsLeftOut([row])
    expect(list).toEqual([{ reason, rows: 1, lines: [8], found: found === undefined ? [] : [found] }])
    expect(slots).toBe(6)
    expect(territory).toEqual({ [reason]: 1 })
  })

  it('a territory that is not known', async () => {
    const { list, territory } = await rowsLeftOut(['Atlantis,2022-01-02,Films,1,Wajda'])
    expect(list).toMatchObject([{ reason: 'territory_not_recognised', rows: 1, found: ['Atlantis'] }])
    expect(territory).toEqual({})
  })

  it('a slot that two titles claim counts for neither', async () => {
    const { list, slots } = await rowsLeftOut(['MA,2022-01-02,Films,1,Adam'])
    expect(list).toEqual([{ reason: 'conflicting_slot', rows: 2, lines: [2, 8], found: ['Adam', 'Wajda'] }])
    expect(slots).toBe(5)
  })

  it('works of one title with different origins: the origin is not known', async () => {
    const works = `${smallWorks}\nWajda,Films,Germany,de\n`
    const { countries, left_out } = await documentOf(smallChart, works)
    expect(countries['MA']!.unknown_origin).toMatchObject({ works_disagree: 2 })
    expect(left_out.works_that_disagree).toBe(1)
  })

  it('an unknown spelling of a country: the other countries of the work count, the spelling is listed with a proposal', async () => {
    const works = smallWorks.replace("'France'", "'France', 'Guadaloupe'")
    const { countries, left_out } = await documentOf(smallChart, works)
    expect(countries['MA']!.origins['MA']).toBe(2 / 5)
    expect(left_out.unrecognised_countries).toEqual([{ spelling: 'Guadaloupe', works: 1, slots: 2, suggestion: 'GP' }])
    const settled = await documentOf(smallChart, works, { spellings: { Guadaloupe: 'GP' } })
    expect(settled.countries['MA']!.origins['GP']).toBeCloseTo(2 / 3 / 5, 15)
    expect(settled.left_out.unrecognised_countries).toEqual([])
  })

  it('weeks in three ways of writing are one week', async () => {
    const chart = `${header}\nMA,2022-01-31,Films,1,Wajda\nMA,31/01/2022,Films,2,Adam\nMA,2022-W05,Films,3,Razzia\n`
    const { MA } = (await documentOf(chart, smallWorks)).countries
    expect(MA!.weeks.map(({ week, slots }) => [week, slots])).toEqual([['2022-01-31', 3]])
  })
})

describe('a study that cannot be made says why', () => {
  const many = (rows: number, row: (at: number) => string) =>
    `${header}\n${Array.from({ length: rows }, (_, at) => row(at)).join('\n')}\n`

  it.each<[string, string, string, Choices, object]>([
    ['an unknown layout', smallChart, smallWorks, { layout: 'spotify' }, { code: 'unknown-layout', field: 'layout' }],
    [
      'a layout of other files',
      smallChart,
      smallWorks,
      { layout: 'netflix' },
      { code: 'columns-missing', field: 'exposures' },
    ],
    [
      'a country that is none',
      smallChart,
      smallWorks,
      { countries: ['Atlantis'] },
      { code: 'country-unknown', field: 'country' },
    ],
    [
      'a country without rows',
      smallChart,
      smallWorks,
      { countries: ['KR'] },
      { code: 'country-not-in-chart', field: 'country' },
    ],
    ['no country', smallChart, smallWorks, { countries: [] }, { code: 'no-country' }],
    [
      'a seed that is none',
      smallChart,
      smallWorks,
      { resampling: { seed: -1 } },
      { code: 'seed-out-of-range', field: 'seed' },
    ],
    [
      'too many replicates',
      smallChart,
      smallWorks,
      { resampling: { replicates: 1e9 } },
      { code: 'replicates-out-of-range' },
    ],
    [
      'a spelling of no country',
      smallChart,
      smallWorks,
      { spellings: { a: 'Oz' } },
      { code: 'spelling-without-country' },
    ],
    ['an empty chart', '', smallWorks, {}, { code: 'empty-file', field: 'exposures' }],
    ['a PDF for works', smallChart, '%PDF-1.7', {}, { code: 'is-pdf', field: 'works' }],
    [
      'a column that is missing',
      'territory,week,title\nMA,2022-01-02,a\n',
      smallWorks,
      {},
      { code: 'column-not-mapped', field: 'exposures.position' },
    ],
    [
      'works of another chart',
      smallChart,
      `${worksHeader}\nx,Films,France,fr\n`,
      {},
      { code: 'no-title-matches', field: 'works' },
    ],
    [
      'days that mean two things',
      many(2, (at) => `MA,0${at + 1}/03/2022,Films,1,a`),
      smallWorks,
      {},
      { code: 'days-ambiguous', field: 'exposures.week' },
    ],
    [
      'no usable row',
      many(3, () => 'MA,soon,Films,1,a'),
      smallWorks,
      {},
      { code: 'nothing-usable', values: { reason: 'week_not_readable', found: 'soon', rows: 3 } },
    ],
    [
      'several charts in one',
      many(20, (at) => `MA,2022-01-02,Films,1,t${at}`),
      smallWorks,
      {},
      { code: 'slots-conflict' },
    ],
  ])('%s', async (_, chart, works, choices, fault) => {
    expect(await faultOf(chart, works, choices)).toMatchObject(fault)
  })

  it('faults of both files come together', async () => {
    const study = await run('', '%PDF-1.7')
    expect(study).toMatchObject({ ok: false, faults: [{ field: 'exposures' }, { field: 'works' }] })
  })
})
