import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { missing, sharedFile } from '../../../test/shared-files.ts'
import { runExposureStudy } from './command.ts'

interface CountryReference {
  slots: number
  known: number
  local_share_fractional: number
  local_share_any: number
  local_share_log2_weighted: number
  us_share: number
}

interface Reference {
  overall: {
    rows: number
    weeks: number
    countries: number
    distinct_titles: number
    origin_unknown_rows: number
    local_share_fractional: number
    local_share_log2_weighted: number
    local_share_bounds_if_unknown_none_or_all_local: [number, number]
    origin_top10: Record<string, number>
    hhi_origin: number
    original_language_share_top8: Record<string, number>
  }
  by_country: Record<string, CountryReference>
}

const chart = ['data', 'netflix', 'all-weeks-countries_2021-07_2022-02.tsv']
const works = ['data', 'netflix', 'tmdb_data.csv']
const expected = ['reference', 'netflix_top10_expected.json']
const lacking = [chart, works, expected].some((file) => missing(...file))

/** Independent recomputation differs from ours by the order of additions alone. */
const digits = 11

const close = (found: Readonly<Record<string, number>>, wanted: Readonly<Record<string, number>>) => {
  for (const [key, share] of Object.entries(wanted)) expect(found[key], key).toBeCloseTo(share, digits)
}

describe.skipIf(lacking)('the Top 10 of 94 countries in 35 weeks', () => {
  const study = lacking
    ? undefined
    : runExposureStudy({
        exposures: { path: sharedFile(...chart) },
        works: { path: sharedFile(...works) },
        layout: 'netflix',
        countries: 'all',
      })
  const wanted = lacking ? undefined : (JSON.parse(readFileSync(sharedFile(...expected), 'utf8')) as Reference)

  const document = async () => {
    const result = await study!
    if (!result.ok) throw new Error(JSON.stringify(result.faults))
    return result.value.document
  }

  it('gives the reference values for the whole chart', async () => {
    const { overall } = await document()
    const reference = wanted!.overall
    expect(overall).toMatchObject({
      rows: reference.rows,
      slots: reference.rows,
      territories: reference.countries,
      distinct_titles: reference.distinct_titles,
    })
    expect(overall.weeks).toHaveLength(reference.weeks)
    expect(overall.slots - overall.known).toBe(reference.origin_unknown_rows)
    expect(overall.local_share.fractional).toBeCloseTo(reference.local_share_fractional, digits)
    expect(overall.local_share.log2_weighted).toBeCloseTo(reference.local_share_log2_weighted, digits)
    expect(overall.bounds.low).toBeCloseTo(reference.local_share_bounds_if_unknown_none_or_all_local[0], digits)
    expect(overall.bounds.high).toBeCloseTo(reference.local_share_bounds_if_unknown_none_or_all_local[1], digits)
    expect(overall.hhi_origin).toBeCloseTo(reference.hhi_origin, digits)
    close(overall.origins, reference.origin_top10)
    close(overall.languages, reference.original_language_share_top8)
    expect(Object.keys(overall.origins).slice(0, 10)).toEqual(Object.keys(reference.origin_top10))
  })

  it('gives the reference values for every country of the reference', async () => {
    const { countries } = await document()
    for (const [code, reference] of Object.entries(wanted!.by_country)) {
      const found = countries[code]!
      expect(found, code).toMatchObject({ slots: reference.slots, known: reference.known })
      expect(found.local_share.fractional, code).toBeCloseTo(reference.local_share_fractional, digits)
      expect(found.local_share.any, code).toBeCloseTo(reference.local_share_any, digits)
      expect(found.local_share.log2_weighted, code).toBeCloseTo(reference.local_share_log2_weighted, digits)
      expect(found.origins['US'], code).toBeCloseTo(reference.us_share, digits)
    }
  })

  it('gives every country a week series and an interval that holds its share', async () => {
    const { countries } = await document()
    expect(Object.keys(countries)).toHaveLength(94)
    for (const { interval, local_share, weeks } of Object.values(countries)) {
      expect(weeks).toHaveLength(35)
      expect(interval.low).toBeLessThanOrEqual(local_share.fractional!)
      expect(interval.high).toBeGreaterThanOrEqual(local_share.fractional!)
    }
  })

  it('lists the spellings it did not guess', async () => {
    const { left_out } = await document()
    expect(left_out.unrecognised_countries).toContainEqual({
      spelling: 'Guadaloupe',
      works: 1,
      slots: 58,
      suggestion: 'GP',
    })
    expect(left_out.rows).toEqual([])
  })
})
