import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ExposureStudyOptions, runExposureStudy } from './command.ts'
import { exposureCsv } from './csv.ts'
import type { ScopeFindings } from './document.ts'

let folder: string
let studies = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'exposure-'))
})
afterAll(() => rm(folder, { recursive: true }))

type Choices = Partial<Omit<ExposureStudyOptions, 'exposures' | 'works'>>

const filesOf = async (chart: string, works: string) => {
  const at = join(folder, `study-${studies++}`)
  await writeFile(`${at}-chart.csv`, chart)
  await writeFile(`${at}-works.csv`, works)
  return {
    exposures: { path: `${at}-chart.csv`, name: 'chart.csv' },
    works: { path: `${at}-works.csv`, name: 'works.csv' },
  }
}

const run = async (chart: string, works: string, choices: Choices = {}) => {
  const files = await filesOf(chart, works)
  return runExposureStudy({ ...files, countries: 'all', resampling: { replicates: 100 }, ...choices })
}

const documentOf = async (chart: string, works: string, choices?: Choices) => {
  const study = await run(chart, works, choices)
  if (!study.ok) throw new Error(JSON.stringify(study.faults))
  return study.value.document
}

const faultOf = async (chart: string, works: string, choices?: Choices) => {
  const study = await run(chart, works, choices)
  return study.ok ? undefined : study.faults[0]
}

const header = 'territory,week,category,position,title'
const worksHeader = 'title,category,origin,language'

/** Two weeks in Morocco, positions 1 to 3: every figure below is worked out by hand. */
const smallChart = [
  header,
  'MA,2022-01-02,Films,1,Wajda',
  'MA,2022-01-02,Films,2,Razzia',
  'MA,2022-01-02,Films,3,Nowhere',
  'MA,2022-01-09,Films,1,Razzia',
  'MA,2022-01-09,Films,2, ADAM ',
  'MA,2022-01-09,Films,3,Wajda',
].join('\n')

const smallWorks = [
  worksHeader,
  'Wajda,Films,Saudi Arabia,ar',
  "Razzia,Films,\"['Morocco', 'France']\",fr",
  'Adam,Films,Maroc,ar',
  'Adam,TV,France,fr',
].join('\n')

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
