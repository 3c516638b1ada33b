import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { missing, sharedFile } from '../../test/shared-files.ts'
import { loadFramework } from './index.ts'
import { entryIntoForce } from './read-parties.ts'

const { parties, codelists } = loadFramework()
const table = ['data', 'codelists', 'country-codes.csv'] as const

describe('Parties', () => {
  it('holds the European Union as a Party that is no country', () => {
    const union = parties.get('EU')!
    expect(union.kind).toBe('organisation')
    expect(union.status).toBe('party')
    expect(union.accession?.deposited).toBe('2006-12-18')
    expect(union.m49).toBeUndefined()
  })

  it.each([
    ['AF', 'ratification', '2009-03-30', '2009-06-30'],
    ['AL', 'accession', '2006-11-17', '2007-03-18'],
    ['BH', 'ratification', '2025-10-01', '2026-01-01'],
    ['BW', 'accession', '2020-01-07', '2020-04-07'],
    ['CA', 'ratification', '2005-11-28', '2007-03-18'],
    ['CV', 'ratification', '2021-05-26', '2021-08-26'],
    ['CY', 'ratification', '2006-12-19', '2007-03-19'],
    ['DK', 'ratification', '2006-12-18', '2007-03-18'],
  ])('knows when %s joined, as the treaty database tells', (code, instrument, deposited, inForce) => {
    const verified = { instrument: true, deposited: true, inForce: true }
    expect(parties.get(code)?.accession).toMatchObject({ instrument, deposited, inForce, verified })
  })

  it('marks a day worked out by Article 29 as not seen', () => {
    expect(parties.get('NO')?.accession).toMatchObject({ inForce: '2007-04-17', verified: { inForce: false } })
    expect(entryIntoForce('2010-11-30')).toBe('2011-02-28')
    expect(entryIntoForce('2006-09-15')).toBe('2007-03-18')
  })

  it('works out the same entry into force as was seen, for every Party where both are known', () => {
    for (const { accession } of parties.values()) {
      if (accession?.verified.inForce) expect(entryIntoForce(accession.deposited)).toBe(accession.inForce)
    }
  })

  it('says "unknown", never "no", of a country that it knows nothing about', () => {
    const unknown = [...parties.values()].filter(({ status }) => status === 'unknown')
    expect(unknown.every(({ accession, statusSource }) => accession === undefined && statusSource === undefined)).toBe(
      true,
    )
    expect(parties.get('US')?.status).toBe('unknown')
    expect(new Set([...parties.values()].map(({ status }) => status))).toEqual(new Set(['party', 'unknown']))
  })

  it('knows a member of the Committee as a Party even where it does not know the day', () => {
    expect(parties.get('KR')).toMatchObject({ status: 'party', statusSource: 'governing-bodies' })
    expect(parties.get('KR')?.accession).toBeUndefined()
    expect(parties.get('FR')).toMatchObject({ status: 'party', statusSource: 'committee-2007' })
  })

  it('has Meridia, which stands for no country', () => {
    expect(parties.get('XA')).toMatchObject({ kind: 'fictional', status: 'unknown', verified: false })
    expect(Object.keys(parties.get('XA')!.title).sort()).toEqual(['ar', 'en', 'es', 'fr', 'ru', 'zh'])
  })

  it('names every country and area in the six languages of the United Nations, without articles', () => {
    for (const { title } of parties.values()) {
      for (const locale of ['en', 'fr', 'ar', 'es', 'ru', 'zh']) expect(title[locale]).toBeTruthy()
      expect(`${title.en} ${title.fr} ${title['es']}`).not.toMatch(/\((?:the|le|la|les|l'|el|los|las)\)/)
    }
  })

  it.skipIf(missing(...table))('agrees with the public table of country codes, row by row', () => {
    const text = readFileSync(sharedFile(...table), 'utf8')
    const rows = parse<Record<string, string>>(text, { columns: true, bom: true })
    expect(parties.size).toBe(rows.length + 2)
    for (const row of rows) {
      const party = parties.get(row['ISO3166-1-Alpha-2']!)!
      expect(party.alpha3).toBe(row['ISO3166-1-Alpha-3'])
      expect(Number(party.m49)).toBe(Number(row['M49']))
      expect(party.leastDeveloped).toBe(row['Least Developed Countries (LDC)'] === 'x')
      expect(party.landlockedDeveloping).toBe(row['Land Locked Developing Countries (LLDC)'] === 'x')
      expect(party.smallIslandDeveloping).toBe(row['Small Island Developing States (SIDS)'] === 'x')
      const names = party.regions.map((id) => codelists.get('regions')?.items.get(id.split('/')[1]!)?.title.en)
      const theirs = ['Region Name', 'Sub-region Name', 'Intermediate Region Name'].map((column) => row[column])
      expect(names).toEqual(theirs.filter((name) => name !== ''))
    }
  })
})
