import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { missing, sharedFile } from '../../../test/shared-files.ts'
import { flows } from './command.ts'
import type { FlowsDocument } from './document.ts'

const run = async (files: Readonly<Record<string, string>>, ...words: string[]) => {
  const folder = await mkdtemp(join(tmpdir(), 'flows-'))
  try {
    const given: string[] = []
    for (const [role, text] of Object.entries(files)) {
      await writeFile(join(folder, `${role}.csv`), text)
      given.push(`--${role}`, join(folder, `${role}.csv`))
    }
    return await flows([...given, ...words])
  } finally {
    await rm(folder, { recursive: true })
  }
}

const documentOf = async (files: Readonly<Record<string, string>>, ...words: string[]) => {
  const outcome = await run(files, ...words)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults))
  return JSON.parse(outcome.value.text) as FlowsDocument
}

const trade = [
  'importer,exporter,value,year,hs',
  'FR,SN,10,2020,4901',
  'SN,FR,30,2020,4901',
  'FR,FR,60,2021,8524',
].join('\n')

describe('where works come from and where they go', () => {
  it('balances, shares and periods are those worked out by hand', async () => {
    const { overall, by_origin, by_destination, periods, developing } = await documentOf({ flows: trade })
    expect(overall).toMatchObject({ total: 100, known: 100, local_share: 0.6, developing_share: 0.1 })
    expect(by_origin['FR']).toEqual({ sent: 30, received: 10, own: 60, balance: 0.5, share: 0.9 })
    expect(by_origin['SN']).toEqual({ sent: 10, received: 30, own: 0, balance: -0.5, share: 0.1 })
    expect(by_destination['FR']!.origins).toEqual({ FR: 60 / 70, SN: 10 / 70 })
    expect(periods.map(({ period, total, local_share }) => [period, total, local_share])).toEqual([
      ['2020', 40, 0],
      ['2021', 60, 1],
    ])
    expect(developing.flows).toEqual({
      developing_to_developing: 0,
      developing_to_other: 0.1,
      other_to_developing: 0.3,
      other_to_other: 0.6,
    })
  })

  it('a table that is no sample has no interval, and says so', async () => {
    const { overall, method } = await documentOf({ flows: trade })
    expect(overall.local_interval).toEqual({ low: null, high: null, standard_error: null })
    expect(method.interval).toBeNull()
  })

  it('products can be chosen by the beginning of their code, developing countries by a named list', async () => {
    const { overall, left_out, developing } = await documentOf(
      { flows: trade },
      '--product',
      '49',
      '--developing',
      'ldc',
    )
    expect(overall.total).toBe(40)
    expect(left_out.notes['rows_of_other_products']).toBe(1)
    expect(developing.list).toMatchObject({ id: 'ldc', verified: true })
  })

  it('the order of the rows does not matter, to the last digit', async () => {
    const [top, ...rows] = trade.split('\n')
    const { method: _one, ...forward } = await documentOf({ flows: trade })
    const { method: _other, ...backward } = await documentOf({ flows: [top, ...rows.reverse()].join('\n') })
    expect(backward).toEqual(forward)
  })

  it('cells behind which few persons stand are not shown', async () => {
    const users = Array.from({ length: 24 }, (_, at) => `u${at},${at < 12 ? 'FR' : 'SN'}`)
    const plays = users.map((line, at) => `${line.split(',')[0]},${at === 0 ? 'w2' : 'w1'}`)
    const files = {
      plays: ['user_id,work_id', ...plays, 'u20,w3'].join('\n'),
      users: ['user_id,country', ...users].join('\n'),
      works: 'work_id,origin\nw1,FR\nw2,SN\nw3,MA\n',
    }
    const { matrix, by_destination, overall } = await documentOf(files, '--replicates', '100')
    expect(matrix.destinations).toEqual(['FR', 'SN'])
    expect(matrix.amounts[0]!.filter((amount) => amount === null)).toHaveLength(2)
    expect(by_destination['FR']).toMatchObject({ origins: {}, local_share: null, total: 12 })
    expect(Object.keys(overall.origins)).not.toContain('MA')
  })
})

describe('works of a chart', () => {
  const files = {
    exposures:
      'territory,week,position,title\nFR,2024-01-14,1,A\nFR,2024-01-07,1,A\nFR,2024-01-07,2,B\nSN,2024-01-14,1,A\nSN,2024-01-14,2,C\n',
    works: 'title,origin\nA,FR\nB,SN\nC,US\n',
  }

  it('can count once in each territory, in the week they first appear', async () => {
    const { unit, overall, by_destination, periods, method } = await documentOf(
      files,
      '--count',
      'works',
      '--replicates',
      '100',
    )
    expect([unit, overall.total, by_destination['FR']!.total, by_destination['SN']!.total]).toEqual(['works', 4, 2, 2])
    expect(periods.map(({ total }) => total)).toEqual([2, 2])
    expect(method.command).toContain('--count works')
  })

  it('count by their slots unless told', async () => {
    const { unit, overall } = await documentOf(files, '--replicates', '100')
    expect([unit, overall.total]).toEqual(['slots', 5])
  })
})

describe('what cannot be used is counted and said', () => {
  it.each([
    ['a negative amount', 'FR,SN,-1,2020,1', 'amount_negative'],
    ['an amount that is no number', 'FR,SN,NaN,2020,1', 'amount_not_a_number'],
    ['a destination nobody knows', 'Atlantis,SN,1,2020,1', 'destination_not_recognised'],
    ['no destination', ',SN,1,2020,1', 'no_destination'],
    ['no period', 'FR,SN,1,,1', 'no_period'],
    ['a cell too many', 'FR,SN,1,2020,1,1', 'ragged'],
  ])('%s', async (_, row, reason) => {
    const many = Array.from({ length: 30 }, () => 'FR,SN,1,2020,1').join('\n')
    const { left_out } = await documentOf({ flows: `${trade}\n${many}\n${row}\n` })
    expect(left_out.rows).toMatchObject([{ file: 'flows', reason, rows: 1, lines: [35] }])
  })

  it('an unknown origin stays in the total and opens the bounds', async () => {
    const { overall, left_out } = await documentOf({ flows: `${trade}\nFR,Atlantis,100,2021,1\n` })
    expect(overall).toMatchObject({ total: 200, known: 100, local_share: 0.6, local_bounds: { low: 0.3, high: 0.8 } })
    expect(left_out.unrecognised_countries).toMatchObject([{ spelling: 'Atlantis', rows: 1 }])
  })

  it('one pair of countries twice in a series: once if they agree, not at all if not', async () => {
    const votes =
      'to,from,value,year,round\nFR,SN,1,2020,final\nFR,SN,1,2020,final\nFR,MA,2,2020,final\nFR,MA,3,2020,final\nFR,DE,4,2020,final\n'
    const { left_out, overall } = await documentOf({ flows: votes }, '--intervals', 'votes', '--replicates', '100')
    expect(left_out.rows.map(({ reason, rows }) => [reason, rows])).toEqual([
      ['conflicting_rows', 2],
      ['repeated_row', 1],
    ])
    expect(overall.total).toBe(5)
  })

  it.each([
    ['no file at all', {}, 'argument-source'],
    ['two sources', { flows: trade, plays: trade }, 'argument-source'],
    ['plays without works', { plays: trade }, 'argument-missing'],
    ['no usable row', { flows: 'to,from,value\nAtlantis,FR,1\n' }, 'no-usable-flow'],
  ])('%s is refused with a reason', async (_, files, code) => {
    const outcome = await run(files as Record<string, string>)
    expect(outcome).toMatchObject({ ok: false, faults: [{ code }] })
  })
})

const data = (...parts: string[]) => ['data', ...parts]
const needed = [
  data('eurovision', 'votes.csv'),
  data('netflix', 'tmdb_data.csv'),
  data('netflix', 'all-weeks-countries_2021-07_2022-02.tsv'),
  data('lfm2b', 'dataset.inter'),
  data('lfm2b', 'tracks.tsv'),
  data('lfm2b', 'demographics.tsv'),
  ['reference', 'lfm2b_sample_expected.json'],
  ['reference', 'netflix_top10_expected.json'],
]
const lacking = needed.some((parts) => missing(...parts))

const real = async (words: string[]) => {
  const outcome = await flows(words)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults))
  return JSON.parse(outcome.value.text) as FlowsDocument
}
const reference = (name: string) => JSON.parse(readFileSync(sharedFile('reference', name), 'utf8'))

describe.skipIf(lacking)('files as they are found', () => {
  it('plays of 10 415 users: reference shares, concentration and both intervals', { timeout: 60_000 }, async () => {
    const { overall, by_destination } = await real([
      '--plays',
      sharedFile('data', 'lfm2b', 'dataset.inter'),
      '--works',
      sharedFile('data', 'lfm2b', 'tracks.tsv'),
      '--users',
      sharedFile('data', 'lfm2b', 'demographics.tsv'),
      '--layout',
      'lfm',
    ])
    const { expected, uncertainty } = reference('lfm2b_sample_expected.json')
    expect(overall.local_share).toBeCloseTo(expected.local_share_micro, 12)
    expect(overall.mean_of_users_local_share).toBeCloseTo(expected.local_share_macro_user_mean, 12)
    expect(overall.origins['US']).toBeCloseTo(expected.us_share, 12)
    expect(overall.concentration.hill_1).toBeCloseTo(expected.hill1_country_consumption, 10)
    expect(overall.concentration.hhi).toBeCloseTo(expected.hhi_country_consumption, 12)
    expect(overall.catalogue!.shannon).toBeCloseTo(expected.shannon_country_catalogue, 12)
    for (const [code, wanted] of Object.entries<{ local_share: number; us_share: number }>(expected.by_user_country)) {
      expect(by_destination[code]!.local_share, code).toBeCloseTo(wanted.local_share, 12)
      expect(by_destination[code]!.origins['US'], code).toBeCloseTo(wanted.us_share, 12)
    }
    const within = (found: number | null, wanted: number) =>
      expect(Math.abs(found! / wanted - 1)).toBeLessThan(uncertainty.tolerance_rel)
    within(overall.local_interval.standard_error, uncertainty.user_cluster_bootstrap_se)
    within(overall.two_way_local_interval!.standard_error, uncertainty.two_way_user_item_poisson_se)
  })

  it('the Top 10 of 94 countries: reference shares', { timeout: 60_000 }, async () => {
    const { overall, by_destination } = await real([
      '--exposures',
      sharedFile('data', 'netflix', 'all-weeks-countries_2021-07_2022-02.tsv'),
      '--layout',
      'netflix',
      '--works',
      sharedFile('data', 'netflix', 'tmdb_data.csv'),
      '--replicates',
      '100',
    ])
    const { overall: wanted, by_country } = reference('netflix_top10_expected.json')
    expect(overall.local_share).toBeCloseTo(wanted.local_share_fractional, 11)
    expect(overall.concentration.hhi).toBeCloseTo(wanted.hhi_origin, 11)
    for (const [code, share] of Object.entries<number>(wanted.origin_top10))
      expect(overall.origins[code], code).toBeCloseTo(share, 11)
    for (const [code, row] of Object.entries<{ local_share_fractional: number }>(by_country))
      expect(by_destination[code]!.local_share, code).toBeCloseTo(row.local_share_fractional, 11)
  })

  it('49 984 votes with dirty ids: names are read, the one contradiction is said', async () => {
    const { overall, left_out, periods } = await real([
      '--flows',
      sharedFile('data', 'eurovision', 'votes.csv'),
      '--layout',
      'eurovision',
      '--replicates',
      '100',
    ])
    expect(overall.local_share).toBe(0)
    expect(overall.known).toBe(overall.total)
    expect(periods).toHaveLength(66)
    expect(left_out.rows).toMatchObject([{ reason: 'conflicting_rows', rows: 2 }])
    expect(left_out.unrecognised_codes.map(({ spelling }) => spelling)).toContain('Err:522')
  })
})
