import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { missing, sharedFile } from '../../../test/shared-files.ts'
import { discoverability } from './command.ts'
import type { DiscoverabilityDocument } from './document.ts'

const catalogue = [
  'title,type,origin,year,genre,language',
  'Wajda,Movie,Saudi Arabia,2012,Drama,ar',
  'Razzia,Movie,"Morocco, France",2017,Drama,fr',
  'Adam,Movie,Maroc,2019,Drama,ar',
  'Never Shown,Movie,France,1999,Comedy,fr',
].join('\n')

const header = 'territory,week,category,position,title'
const chart = [
  header,
  'MA,2022-01-02,Films,1,Wajda',
  'MA,2022-01-02,Films,2,Razzia',
  'MA,2022-01-02,Films,3,Nowhere',
  'MA,2022-01-09,Films,1,Razzia',
  'MA,2022-01-09,Films,2, ADAM ',
  'MA,2022-01-09,Films,3,Wajda',
].join('\n')

const run = async (files: Readonly<Record<string, string>>, ...words: string[]) => {
  const folder = await mkdtemp(join(tmpdir(), 'discoverability-'))
  try {
    const given: string[] = []
    for (const [role, text] of Object.entries(files)) {
      await writeFile(join(folder, `${role}.csv`), text)
      given.push(`--${role}`, join(folder, `${role}.csv`))
    }
    return await discoverability([...given, '--replicates', '100', ...words])
  } finally {
    await rm(folder, { recursive: true })
  }
}

const documentOf = async (files: Readonly<Record<string, string>>, ...words: string[]) => {
  const outcome = await run(files, ...words)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults))
  return JSON.parse(outcome.value.text) as DiscoverabilityDocument
}

describe('what there is against what is shown', () => {
  it('shares, ratio, bounds and rules are those worked out by hand', async () => {
    const { MA } = (await documentOf({ catalogue, exposures: chart })).countries
    const { catalogue: before, exposure } = MA!.stages
    expect(before!.local_share).toBeCloseTo(1.5 / 4, 15)
    expect(exposure!.known).toBeCloseTo(5 / 6, 15)
    expect(exposure!.local_share).toBeCloseTo(2 / 5, 15)
    expect(exposure!.bounds.low).toBeCloseTo(2 / 6, 15)
    expect(exposure!.bounds.high).toBeCloseTo(3 / 6, 15)
    expect(MA!.ratios).toMatchObject([{ from: 'catalogue', to: 'exposure' }])
    expect(MA!.ratios[0]!.ratio).toBeCloseTo(2 / 5 / (1.5 / 4), 15)
    const { fractional, any, majority, first } = MA!.sensitivity['catalogue']!
    expect([fractional, any, majority, first].map((shares) => shares.exposure)).toEqual([2 / 5, 3 / 5, 1 / 5, 3 / 5])
    expect([fractional, any].map((shares) => shares.catalogue)).toEqual([1.5 / 4, 2 / 4])
    expect(MA!.lists!.weeks.map(({ week, local_share, bounds }) => [week, local_share, bounds.low])).toEqual([
      ['2022-01-02', 0.25, 0.5 / 3],
      ['2022-01-09', 0.5, 0.5],
    ])
  })

  it('works never shown count in the reach and in its inequality', async () => {
    const { reach } = await documentOf({ catalogue, exposures: chart })
    expect(reach.catalogue_works).toBe(4)
    expect(reach.stages.exposure).toMatchObject({ works: 4, in_catalogue: 3, coverage: 0.75 })
    expect(reach.stages.exposure!.gini).toBeCloseTo((-1 * 1 + 1 * 2 + 3 * 2) / (4 * 5), 12)
  })

  it('the funnel by language, genre and age keeps unknown as a value', async () => {
    const { groups } = await documentOf({ catalogue, exposures: chart })
    expect(groups['language']!.groups['ar']).toMatchObject({
      shares: { catalogue: 0.5, exposure: 0.6 },
      bounds: { exposure: { low: 3 / 6, high: 4 / 6 } },
      ratios: { exposure: 1.2 },
    })
    expect(groups['genre']!.groups['Comedy']).toMatchObject({
      shares: { catalogue: 0.25, exposure: 0 },
      ratios: { exposure: 0 },
    })
    expect(groups['age']!.unknown).toEqual({ catalogue: 0, exposure: 1 / 6 })
  })

  it('a second list of works tells the origin, and the first stays as its test of sensitivity', async () => {
    const works =
      'title,type,origin\nWajda,Films,Germany\nRazzia,Films,Morocco\nAdam,Films,Morocco\nNowhere,Films,Morocco\n'
    const { MA } = (await documentOf({ catalogue, exposures: chart, works })).countries
    expect(MA!.stages.exposure!.local_share).toBeCloseTo(4 / 6, 15)
    expect(MA!.sensitivity['works']!.fractional.exposure).toBeCloseTo(4 / 6, 15)
    expect(MA!.sensitivity['works']!.fractional.catalogue).toBeCloseTo(2 / 3, 15)
    expect(MA!.sensitivity['catalogue']!.fractional.exposure).toBeCloseTo(2 / 5, 15)
  })

  it('a prominence floor lifts local works and says what it costs', async () => {
    const words = ['--simulate', 'floor,quota', '--share', '0.9', '--depth', '3']
    const { simulations } = (await documentOf({ catalogue, exposures: chart }, ...words)).countries['MA']!.lists!
    const floor = simulations['floor']!
    expect(floor.lists).toBe(2)
    expect(floor.lists_changed).toBe(1)
    expect(floor.share_after!).toBeGreaterThan(floor.share_before!)
    expect(floor.relevance_lost!).toBeGreaterThan(0)
    expect(floor.rbo!).toBeLessThan(1)
    expect(floor.moved_up).toEqual([{ title: 'Razzia', positions: 1 }])
    expect(floor.moved_down).toEqual([{ title: 'Wajda', positions: -1 }])
  })

  it('platforms and surfaces are told apart', async () => {
    const lists = chart.replace(header, `${header},platform`).replaceAll(/(\n[^\n]+)/g, '$1,one')
    const other = 'MA,2022-01-02,Films,1,Adam,two'
    const { MA } = (await documentOf({ catalogue, exposures: `${lists}\n${other}` })).countries
    expect(MA!.lists!.platforms).toMatchObject({
      one: { slots: 6, known: 5 / 6, local_share: 2 / 5 },
      two: { slots: 1, known: 1, local_share: 1 },
    })
  })

  it('the order of the rows does not matter, to the last digit', async () => {
    const reversed = (text: string) => {
      const [top, ...rows] = text.split('\n')
      return [top, ...rows.reverse()].join('\n')
    }
    const words = ['--simulate', 'floor,calibrate,xquad,mmr,fair-star']
    const { method: _one, ...forward } = await documentOf({ catalogue, exposures: chart }, ...words)
    const turned = { catalogue: reversed(catalogue), exposures: reversed(chart) }
    const { method: _other, ...backward } = await documentOf(turned, ...words)
    expect(backward).toEqual(forward)
  })
})

describe('what cannot be used is counted and said', () => {
  it.each([
    ['a position of 0', 'MA,2022-01-16,Films,0,Wajda', 'position_not_readable', 1],
    ['a day the calendar lacks', 'MA,2022-02-30,Films,1,Wajda', 'week_not_readable', 1],
    ['a territory nobody knows', 'Atlantis,2022-01-02,Films,1,Wajda', 'territory_not_recognised', 1],
    ['an empty title', 'MA,2022-01-16,Films,1,', 'no_title', 1],
    ['a slot said twice', 'MA,2022-01-02,Films,1,wajda', 'repeated_slot', 1],
    ['a slot of two titles', 'MA,2022-01-02,Films,1,Adam', 'conflicting_slot', 2],
  ])('%s', async (_, row, reason, rows) => {
    const { left_out } = await documentOf({ catalogue, exposures: `${chart}\n${row}` })
    expect(left_out.rows).toMatchObject([{ file: 'exposures', reason, rows }])
  })

  it('a title without labels is listed', async () => {
    const { left_out } = await documentOf({ catalogue, exposures: chart })
    expect(left_out.titles_without_labels).toEqual({
      titles: 1,
      slots: 1,
      most_shown: [{ title: 'Nowhere', slots: 1 }],
    })
  })

  it('files that disagree: within one list the origin is unknown, between two lists it is counted', async () => {
    const twice = `${catalogue}\nAdam,Movie,Egypt,2019,Drama,ar`
    const works = 'title,type,origin\nWajda,Films,Germany\nRazzia,Films,"France, Morocco"\n'
    const { left_out, countries } = await documentOf({ catalogue: twice, exposures: chart, works })
    expect(left_out.works_that_disagree).toEqual({ works: 0, catalogue: 1 })
    expect(left_out.labels_compared).toEqual({ works: 2, differ: 1 })
    expect(countries['MA']!.sensitivity['catalogue']!.any.exposure).toBe(2 / 4)
  })

  it('countries nobody knows are listed with their rows, and one of nearly the same name proposed', async () => {
    const strange = `${catalogue}\nX,Movie,Marocco,2019,Drama,ar\nY,Movie,Atlantis,2019,Drama,ar`
    const { left_out } = await documentOf({ catalogue: strange, exposures: chart })
    expect(left_out.unrecognised_countries).toEqual([
      { spelling: 'Atlantis', rows: 1, suggestion: null },
      { spelling: 'Marocco', rows: 1, suggestion: 'MA' },
    ])
  })

  const threeLists = [
    header,
    ...['a', 'b', 'c'].flatMap((name) => [1, 2, 3].map((at) => `MA,2022-01-02,Films,${at},${name}${at}`)),
  ]
  it.each<[string, Readonly<Record<string, string>>, string[], string]>([
    ['a week with three lists', { catalogue, exposures: threeLists.join('\n') }, [], 'slots-conflict'],
    [
      'days that mean two things',
      { catalogue, exposures: `${header}\nMA,01/03/2022,Films,1,Adam\nMA,02/03/2022,Films,1,Adam` },
      [],
      'days-ambiguous',
    ],
    ['no usable row', { catalogue, exposures: `${header}\nMA,soon,Films,1,Adam` }, [], 'no-usable-slot'],
    [
      'a catalogue of other works',
      { catalogue: 'title,type,origin\nx,Movie,FR', exposures: chart },
      [],
      'no-title-matches',
    ],
    [
      'a country that is not in the chart',
      { catalogue, exposures: chart },
      ['--country', 'KR'],
      'country-not-in-chart',
    ],
    ['a rule nobody knows', { catalogue, exposures: chart }, ['--simulate', 'luck'], 'argument-choice'],
    ['no catalogue', { exposures: chart }, [], 'argument-missing'],
  ])('%s is refused with a reason', async (_, files, words, code) => {
    expect(await run(files, ...words)).toMatchObject({ ok: false, faults: [{ code }] })
  })
})

const parts = (name: string) => ['data', 'netflix', name]
const needed = [parts('netflix_titles.csv'), parts('tmdb_data.csv'), parts('all-weeks-countries_2021-07_2022-02.tsv')]
const expected = ['reference', 'netflix_top10_expected.json']
const lacking = [...needed, expected].some((file) => missing(...file))

describe.skipIf(lacking)('the catalogue of 2021 against the Top 10 of 94 countries', () => {
  it('gives the reference values of the exposure stage', { timeout: 60_000 }, async () => {
    const outcome = await discoverability([
      '--catalogue',
      sharedFile(...needed[0]!),
      '--works',
      sharedFile(...needed[1]!),
      '--exposures',
      sharedFile(...needed[2]!),
      '--layout',
      'netflix',
      '--replicates',
      '100',
    ])
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults))
    const { countries, overall } = JSON.parse(outcome.value.text) as DiscoverabilityDocument
    const wanted = JSON.parse(readFileSync(sharedFile(...expected), 'utf8'))
    expect(overall.stages.exposure!.local_share).toBeCloseTo(wanted.overall.local_share_fractional, 11)
    expect(overall.lists!.position_models['log2']!.local_share).toBeCloseTo(
      wanted.overall.local_share_log2_weighted,
      11,
    )
    for (const [code, row] of Object.entries<Record<string, number>>(wanted.by_country)) {
      const { stages, lists, sensitivity } = countries[code]!
      expect(lists!.slots).toBe(row['slots'])
      expect(stages.exposure!.known! * row['slots']!).toBeCloseTo(row['known']!, 8)
      expect(stages.exposure!.local_share, code).toBeCloseTo(row['local_share_fractional']!, 11)
      expect(sensitivity['works']!.any.exposure, code).toBeCloseTo(row['local_share_any']!, 11)
      expect(lists!.position_models['log2']!.local_share, code).toBeCloseTo(row['local_share_log2_weighted']!, 11)
    }
  })
})
