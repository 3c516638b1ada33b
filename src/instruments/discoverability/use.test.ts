import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { missing, sharedFile } from '../../../test/shared-files.ts'
import { readCompactLists } from './compact-lists.ts'
import { discoverability } from './command.ts'
import type { DiscoverabilityDocument } from './document.ts'
import { simulate } from './simulation.ts'

type Files = Readonly<Record<string, string>>

const run = async (files: Files, ...words: string[]) => {
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

const documentOf = async (files: Files, ...words: string[]) => {
  const outcome = await run(files, ...words)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults))
  return JSON.parse(outcome.value.text) as DiscoverabilityDocument
}

const users = Array.from({ length: 20 }, (_, at) => `u${at},${at < 10 ? 'MA' : 'FR'}`)
const plays = users.map((line, at) => `${line.split(',')[0]},${at < 10 ? 'w1,1' : 'w2,9'}`)
const files = {
  plays: ['user_id,work_id,plays', ...plays, 'u0,w2,3'].join('\n'),
  users: ['user_id,country', ...users].join('\n'),
  works:
    'work_id,title,origin,gender,language,year,popularity\n' +
    'w1,One,MA,F,ar,2021,1\nw2,Two,FR,m,fr,2015,8\nw3,Three,FR,m,fr,2021,1\nw4,Four,FR,,fr,,0\n',
}

describe('plays instead of lists: catalogue, consumption, revenue', () => {
  it('shares at each stage and their ratios are those worked out by hand', async () => {
    const { countries, overall, groups, reach, stages } = await documentOf(files)
    expect(stages).toEqual(['catalogue', 'consumption', 'revenue'])
    const { MA } = countries
    expect(MA!.stages.catalogue!.local_share).toBe(0.25)
    expect(MA!.stages.consumption!.local_share).toBeCloseTo(10 / 13, 12)
    expect(MA!.stages.revenue!.local_share).toBeCloseTo(9.25 / 10, 12)
    expect(MA!.mean_of_users_shares).toBeCloseTo(9.25 / 10, 12)
    expect(MA!.ratios.map(({ ratio }) => ratio)).toEqual([
      expect.closeTo(10 / 13 / 0.25, 12),
      expect.closeTo(9.25 / 10 / (10 / 13), 12),
    ])
    expect(overall.stages.consumption!.local_share).toBeCloseTo(100 / 103, 12)
    expect(groups['origin']!.groups['MA']!.shares).toMatchObject({ catalogue: 0.25 })
    expect(groups['origin']!.groups['MA']!.shares.consumption).toBeCloseTo(10 / 103, 12)
    expect(groups['origin']!.groups['MA']!.shares.revenue).toBeCloseTo(9.25 / 20, 9)
    expect(reach.stages.consumption).toMatchObject({ works: 2, in_catalogue: 2, coverage: 0.5 })
  })

  it('by gender, language, age and popularity, unknown as a value with its bounds', async () => {
    const { groups } = await documentOf(files)
    expect(Object.keys(groups)).toEqual(['origin', 'language', 'gender', 'age', 'popularity'])
    const { female } = groups['gender']!.groups
    expect(female!.shares.catalogue).toBeCloseTo(1 / 3, 12)
    expect(female!.shares.consumption).toBeCloseTo(10 / 103, 12)
    expect(female!.bounds.catalogue).toEqual({ low: 1 / 4, high: 2 / 4 })
    expect(groups['age']!.groups['5-9']!.shares).toMatchObject({ catalogue: 1 / 3 })
    expect(groups['popularity']!.groups['head']!.shares.catalogue).toBe(0.25)
  })

  it('money by user goes to own plays, or to all plays of the country', async () => {
    const revenue = [
      'user_id,amount,currency',
      'u0,40.00,MAD',
      ...users.slice(1, 10).map((line) => `${line.split(',')[0]},0,MAD`),
    ]
    const own = await documentOf({ ...files, revenue: revenue.join('\n') })
    expect(own.revenue).toMatchObject({ source: 'users', currency: 'MAD', payment: 'user-centric' })
    expect(own.countries['MA']!.stages.revenue!.local_share).toBeCloseTo(0.25, 12)
    const pooled = await documentOf({ ...files, revenue: revenue.join('\n') }, '--payment', 'pro-rata')
    expect(pooled.countries['MA']!.stages.revenue!.local_share).toBeCloseTo(10 / 13, 12)
  })

  it('money by territory, with what cannot be used counted', async () => {
    const revenue = 'territory,amount\nMA,100\nAtlantis,5\nFR,-3\nSN,7\n'
    const { countries, revenue: told, left_out } = await documentOf({ ...files, revenue })
    expect(told).toMatchObject({ source: 'territories', money_without_plays: 7 })
    expect(countries['MA']!.stages.revenue!.local_share).toBeCloseTo(9.25 / 10, 12)
    expect(left_out.rows).toMatchObject([
      { file: 'revenue', reason: 'amount_not_readable', rows: 1 },
      { file: 'revenue', reason: 'territory_not_recognised', rows: 1, amount: 5 },
    ])
    expect(left_out.unrecognised_countries).toMatchObject([{ spelling: 'Atlantis' }])
  })

  it.each<[string, Files, string[], string]>([
    ['plays without works', { plays: files.plays }, [], 'argument-missing'],
    ['plays of nobody who is listed', { ...files, users: 'user_id,country\nzoe,FR\n' }, [], 'no-usable-plays'],
    ['money without plays', { catalogue: files.works, exposures: 'x', revenue: 'y' }, [], 'plays-needed'],
    ['two currencies', { ...files, revenue: 'user_id,amount,currency\nu0,1,MAD\nu1,1,EUR\n' }, [], 'mixed-currencies'],
    ['works without identifiers', { ...files, works: 'title,origin\nOne,MA\n' }, [], 'column-needed'],
    [
      'a country of few users',
      { ...files, users: files.users.replace('u0,MA', 'u0,SN').replace('u1,MA', 'u1,ML') },
      ['--country', 'SN'],
      'country-of-few-users',
    ],
  ])('%s: refused with a reason', async (_, given, words, code) => {
    expect(await run(given, ...words)).toMatchObject({ ok: false, faults: [{ code }] })
  })
})

describe('lists and plays together', () => {
  const lists = 'territory,week,position,title\nMA,2022-01-02,1,Two\nMA,2022-01-02,2,One\nMA,2022-01-02,3,Five\n'
  const { works, ...others } = files
  const all = { catalogue: works, exposures: lists, ...others }

  it('all four stages in one funnel', async () => {
    const { stages, countries, groups } = await documentOf(all)
    expect(stages).toEqual(['catalogue', 'exposure', 'consumption', 'revenue'])
    const { MA } = countries
    expect(MA!.stages.exposure!.local_share).toBe(1 / 2)
    expect(MA!.stages.consumption!.local_share).toBeCloseTo(10 / 13, 12)
    expect(MA!.ratios.map(({ from, to }) => `${from} ${to}`)).toEqual([
      'catalogue exposure',
      'exposure consumption',
      'consumption revenue',
    ])
    expect(groups['gender']!.groups['female']!.shares).toMatchObject({ exposure: 1 / 2 })
    expect(countries['FR']!.stages).not.toHaveProperty('exposure')
  })

  it('a second list of works relabels every stage', async () => {
    const { countries } = await documentOf({ ...all, works: 'title,origin\nOne,FR\nTwo,MA\n' })
    expect(countries['MA']!.stages.consumption!.local_share).toBeCloseTo(3 / 13, 12)
    expect(countries['MA']!.sensitivity['catalogue']!.fractional.consumption).toBeCloseTo(10 / 13, 12)
  })

  it('the lists in short give the same simulation as the study', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'discoverability-lists-'))
    const words = ['--simulate', 'floor', '--share', '0.9', '--depth', '2', '--lists', join(folder, 'lists.json')]
    const outcome = await run(all, ...words)
    await rm(folder, { recursive: true })
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults))
    const compact = readCompactLists(outcome.value.also![0]!.text)!
    const { countries } = JSON.parse(outcome.value.text) as DiscoverabilityDocument
    const again = simulate('floor', [compact.territories['MA']!], { share: 0.9, depth: 2, lambda: 0.5 })
    expect(again).toEqual(countries['MA']!.lists!.simulations['floor'])
    expect(again.moved_up).toEqual([{ title: 'One', positions: 1 }])
  })
})

const lfm = (name: string) => ['data', 'lfm2b', name]
const expectedOfLfm = ['reference', 'lfm2b_sample_expected.json']
const lacking = [lfm('dataset.inter'), lfm('tracks.tsv'), lfm('demographics.tsv'), expectedOfLfm].some((file) =>
  missing(...file),
)

describe.skipIf(lacking)('a sample of LFM-2b', () => {
  it('gives the reference values of the stage of consumption', { timeout: 60_000 }, async () => {
    const outcome = await discoverability([
      `--plays=${sharedFile(...lfm('dataset.inter'))}`,
      `--works=${sharedFile(...lfm('tracks.tsv'))}`,
      `--users=${sharedFile(...lfm('demographics.tsv'))}`,
      '--layout=lfm',
      '--replicates=100',
    ])
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults))
    const { overall, countries, groups } = JSON.parse(outcome.value.text) as DiscoverabilityDocument
    const { expected } = JSON.parse(readFileSync(sharedFile(...expectedOfLfm), 'utf8'))
    expect(overall.stages.consumption!.local_share).toBeCloseTo(expected.local_share_micro, 11)
    expect(overall.mean_of_users_shares).toBeCloseTo(expected.local_share_macro_user_mean, 11)
    expect(groups['origin']!.groups['US']!.shares.consumption).toBeCloseTo(expected.us_share, 11)
    expect(groups['origin']!.diversity.consumption!.hill_1).toBeCloseTo(expected.hill1_country_consumption, 9)
    expect(groups['origin']!.diversity.consumption!.hhi).toBeCloseTo(expected.hhi_country_consumption, 11)
    for (const [code, row] of Object.entries<Record<string, number>>(expected.by_user_country))
      expect(countries[code]!.stages.consumption!.local_share, code).toBeCloseTo(row['local_share']!, 11)
  })
})
